"""Two places of the documents that were checked say opposite things, and both cannot be true as they are told.

Claims on the same subject and relation are held together, in words of any kind, where people, place, route, severity
and time fit: one asserts what the other denies, names another class, maker, brand or expansion, gives a number far
away, or says `only` of what is not alone. The finding stands at the odd one out; the other places are named with it,
and which side the reference supports, or that no fact decides.
"""

CODE, NAME, SEVERITY = "FC401", "sources-conflict", "warning"
