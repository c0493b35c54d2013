"""More than the evidence holds: "cures", "permanently", "no side effects" where the reference knows a limited effect.

The comparison is that of a contradicted claim; the strength that the wording carries makes it FC205.
"""

CODE, NAME, SEVERITY = "FC205", "overstated-claim", "error"
