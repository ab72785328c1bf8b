"""Starts the real engines of production for tests and measurements: on loopback, on free ports, in throw-away folders.

Each engine is a context manager in a module of its own; `fixtures.py` offers them to pytest. A program that is not
installed skips its tests with one clear line, except in CI, where it fails them (`required.py`).
"""
