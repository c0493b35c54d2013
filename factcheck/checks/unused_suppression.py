"""A suppression that does nothing, or that does not tell why.

It silences nothing (the finding is gone, or never was there), names a code or fact that does not exist, gives no
reason, or is written in a way that cannot be read. Take it out, or put it right.
"""

CODE, NAME, SEVERITY = "FC902", "unused-suppression", "warning"
