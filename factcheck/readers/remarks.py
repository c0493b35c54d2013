"""What a document says to factcheck."""

MARK = "factcheck-"
"""How a comment begins that is meant for factcheck."""
