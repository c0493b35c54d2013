"""Two places of the documents that were checked say the same thing with different strength, or of different people.

One is sure of what the other denies with reserve, one speaks of all where the other speaks of some, or their numbers
lie a little apart. Both may be true; an editor decides whether readers of both will be puzzled.
"""

CODE, NAME, SEVERITY = "FC402", "sources-differ", "note"
