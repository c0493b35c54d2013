"""Short generated documents about health, the same for the same number: `document(7)` is an id and a text.

Most say little that a fact could judge, as in a real corpus. Some deny what others assert, misspell a name, give a dose
or a date, silence a finding, or are older than what they tell.
"""

from __future__ import annotations

import random

DRUGS = ("Minoxidil", "Finasteride", "Baricitinib", "Ritlecitinib", "Dutasteride", "Aspirin", "Metformin", "Warfarin")
SLIPS = ("Minoxdil", "Finasterde", "Baricitnib", "Ritlecitinb", "Dutasterid", "Asprin", "Metfromin", "Warfrin")
DISEASES = ("pattern hair loss", "alopecia areata", "ringworm of the scalp", "psoriasis", "type 2 diabetes", "gout")
CAUSES = ("stress", "a fungus", "the immune system", "a virus", "androgens", "poor sleep")
CLASSES = ("enzymes", "hormones", "proteins", "cytokines", "antibiotics", "vitamins")
PLAIN = (
    "The clinic opens at nine, and parking is free after six.",
    "Bring a list of what you take, and ask a nurse if anything is unclear.",
    "The second visit is usually shorter than the first.",
    "Three readers wrote to us about the last column.",
    "A walk in the evening is part of the plan.",
    "The group met for two years, and most of them stayed until the end.",
    "Somebody looks at the form first and asks questions later.",
    "Many people wait for months before they talk about it.",
)
HEADINGS = ("What to know", "At a glance", "From the practice", "Questions and answers", "A note for readers")


def _claim(chance: random.Random) -> str:
    """A sentence that tells something; one in eight is the denial of it."""
    at = chance.randrange(len(DRUGS))
    drug = SLIPS[at] if chance.random() < 0.03 else DRUGS[at]
    disease, cause = chance.choice(DISEASES), chance.choice(CAUSES)
    one, other = chance.sample(CLASSES, 2)
    denied = chance.random() < 0.125
    told = (
        f"{drug} does not treat {disease}." if denied else f"{drug} treats {disease}.",
        f"{disease.capitalize()} is {'not ' if denied else ''}caused by {cause}.",
        f"{one.capitalize()} are {'not ' if denied else ''}{other}.",
        f"{drug} is {'not ' if denied else ''}approved for {disease}.",
        f"Neither {drug} nor {DRUGS[at - 1]} cures {disease}." if denied else f"{drug} may help against {disease}.",
        f"The usual dose of {drug} is {chance.choice((1, 2, 4, 5, 20, 100))} mg a day.",
        f"Is {disease} caused by {cause}?",
        f"Some people believe that {drug} cures {disease}.",
    )
    return chance.choice(told)


def document(number: int) -> tuple[str, str]:
    """The id and the text, Markdown of 100 to 600 characters, of the document of this number."""
    chance = random.Random(number)
    lines = [f"# {chance.choice(HEADINGS)}", ""]
    if chance.random() < 0.1:
        lines = ["---", f"date: {chance.randrange(2015, 2027)}-0{chance.randrange(1, 10)}-15", "---", "", *lines]
    for _ in range(chance.randrange(1, 4)):
        told = chance.sample(PLAIN, chance.randrange(2, 5))
        if chance.random() < 0.2:
            told.insert(chance.randrange(len(told)), _claim(chance))
        if chance.random() < 0.01:
            lines.append("<!-- factcheck-disable-next-line FC401 -- shown as an example of what is debated -->")
        lines += [" ".join(told), ""]
    return f"{number:08}.md", "\n".join(lines)
