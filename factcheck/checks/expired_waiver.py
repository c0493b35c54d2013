"""A suppression whose day is over: it was given `until` a day and silences nothing since.

Look at the finding again: mend the text, or give the suppression a new day and say why.
"""

CODE, NAME, SEVERITY = "FC903", "expired-waiver", "warning"
