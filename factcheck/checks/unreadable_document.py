"""A document that cannot be read: binary, wrongly encoded, too large or too deeply nested.

The run goes on with the others.
"""

CODE, NAME, SEVERITY = "FC901", "unreadable-document", "error"
