"""Number: whether a noun phrase or a verb group is plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.extract.phrases import Phrase


def is_plural(phrase: Phrase) -> bool:
    """Whether a noun phrase is plural, by its head."""
    mention = phrase.head.mention
    if mention is not None and mention.kind == "name":
        return mention.plural
    return "ns" in phrase.head.tags or (
        phrase.head.low.endswith("s") and not phrase.head.low.endswith(("ss", "is", "us"))
    )


def is_plural_verb(verb: Phrase) -> bool:
    """Whether a verb group agrees with a plural."""
    first = next((t for t in verb.tokens if t.tag in ("v", "be", "have", "do", "modal")), verb.head)
    return first.low in ("are", "were", "have", "do") or (first.tag == "v" and first.tags.get("form") == "vb")
