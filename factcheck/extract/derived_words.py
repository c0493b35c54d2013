"""Whether a word that no list holds is built on a known one: antiinterferon, androgenized, hypokalemic, endoscopea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.tables import word_set

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

PREFIXES = (
    *("anti", "bio", "co", "de", "dys", "endo", "hyper", "hypo", "immuno", "inter", "intra", "iso", "macro", "micro"),
    *("mis", "mono", "multi", "neo", "neuro", "non", "over", "peri", "poly", "post", "pre", "pro", "pseudo", "re"),
    *("semi", "sub", "super", "trans", "un", "under"),
)
_BEHIND = ("a", "al", "ally", "ed", "emia", "ic", "ical", "ing", "ised", "ized", "less", "like", "ous")
_GREEK = (
    *(("emic", "emia"), ("itic", "itis"), ("itides", "itis"), ("itidis", "itis"), ("tic", "sis"), ("ses", "sis")),
    *(("omatous", "oma"), ("omata", "oma"), ("aces", "ax"), ("ices", "ix"), ("ices", "ex"), ("inges", "inx")),
    *(("i", "us"), ("ae", "a")),
)
"""Endings of adjectives and plurals of Greek and Latin names: hypokalemia, hypokalemic."""
_OF_Y = ("er", "ers", "ic", "ical", "ically", "ies", "ist", "ists")
"""Endings that take the place of a final y: angiography, angiographer."""
_RUN_ON = word_set("an and are as at by for from in is it not of on or that the this to was were which with")
"""Words that stand before or behind another where a space was lost."""
_LEAST = 6
"""Letters of the shortest word on which another is built."""


def is_built(word: str, protected: Mapping[str, str], right: Container[str], brands: Container[str]) -> bool:
    """Whether a word (lower case) is a right word with a prefix, or a protected one with an ending."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and word[len(prefix) :] in right and len(word) - len(prefix) >= _LEAST:
            return True
    for ending in _BEHIND:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if ending == "a" and stem in brands:
                continue  # brands have no Latin forms
            if stem in protected or (ending[0] in "aei" and stem + "e" in protected):
                return True
    bases = [word[: -len(ending)] + other for ending, other in _GREEK if word.endswith(ending)]
    bases += [word[: -len(ending)] + "y" for ending in _OF_Y if word.endswith(ending)]
    return not protected.keys().isdisjoint(bases)


def runs_on(word: str, protected: Container[str], right: Container[str]) -> bool:
    """Whether a right word and a small one stand without a space: hemoglobinan, endoscopea, toarrhythmias."""
    for size in range(1, 6):
        stem, tail = word[:-size], word[-size:]
        small = tail in _RUN_ON or (tail == "a" and stem not in protected)
        if small and len(stem) >= _LEAST and stem in right:
            return True
        if word[:size] in _RUN_ON and len(word) - size >= _LEAST and word[size:] in right:
            return True
    return False
