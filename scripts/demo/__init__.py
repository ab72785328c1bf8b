"""`make demo`: the whole city site on this machine, from SQLite and local files. Standard library only."""
