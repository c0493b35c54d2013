"""Numbers in words: one to ninety-nine, written as one word or with a hyphen."""

from __future__ import annotations

from factcheck.extract.tables import phrase_list

_SMALL = phrase_list(
    "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, "
    "seventeen, eighteen, nineteen"
)
_TENS = phrase_list("twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety")

MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
NUMBER_WORDS: dict[str, int] = {word: number for number, word in enumerate(_SMALL, start=1)}
NUMBER_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
NUMBER_WORDS |= {f"{ten}-{one}": NUMBER_WORDS[ten] + NUMBER_WORDS[one] for ten in _TENS for one in _SMALL[:9]}
