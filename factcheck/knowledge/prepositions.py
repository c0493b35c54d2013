"""The prepositions and conjunctions with which a slot's name may begin or end ("because of", "as a result of")."""

from __future__ import annotations

_WORDS = """
    aboard about above across after against ahead along alongside although amid amidst among amongst and apart
    around as aside at atop away back because before behind below beneath beside besides between beyond but by
    concerning considering despite down due during except excluding following for forth from given if in
    including inside instead into lest like minus near next of off on once onto opposite or out outside over
    owing past pending per plus prior rather regarding regardless round save since so subsequent such than
    thanks that though through throughout till to together toward towards under underneath unless unlike until
    unto up upon using versus via vs when whenever where whereas whereby wherever whether which while whilst who
    whom whose why how with within without
"""
PREPOSITIONS = frozenset(_WORDS.split())
"""Single words."""


def is_preposition(words: str) -> bool:
    """Whether words can head a prepositional phrase or a clause: the first or the last of them does."""
    parts = words.split()
    return bool(parts) and (parts[0] in PREPOSITIONS or parts[-1] in PREPOSITIONS)
