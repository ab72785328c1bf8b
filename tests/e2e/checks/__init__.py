"""What a page must hold, as functions that open nothing and return what they found wrong, in words.

`test_bad_content.py` and `test_bad_behaviour.py` prove on bad pages that each of them can fail.
"""
