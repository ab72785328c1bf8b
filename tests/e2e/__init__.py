"""The demo in real Chromium: the main job, and what every page owes to everybody who opens it."""
