"""`make bench`: measures every figure the project promises and prints asked, measured and the command to repeat it.

A measurement is a module with `ASKED` (one line), `MINUTES` (its limit) and `measure()`, which yields figures; it is
registered in `bench/__main__.py` and runs in a process of its own.
"""
