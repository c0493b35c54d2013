"""The page of `factcheck why`: each sentence of a line, what was understood of it, and what kept silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.report.claims import INKS, quoted, stance, statement
from factcheck.report.plain import plain
from factcheck.report.quote import wrap

if TYPE_CHECKING:
    from factcheck.model.document import Document
    from factcheck.model.understood import Account, Judged, Named, NearMiss
    from factcheck.report.look import Look

NO_NAMES = "no known name stands here, nor a word that points back to one"
NO_RELATION = "no relation of the packs was recognised"
SILENT = {
    "question": "it is asked, not said",
    "condition": "it stands under a condition",
    "others": "it is what others say, not the author",
    "rejected": "the text rejects it",
    "unreal": "the text calls it unreal",
    "open": "the text leaves open whether it is so",
    "unread": "the words around it were not understood",
}


def render_accounts(accounts: Sequence[Account], document: Document, names: Mapping[str, str], look: Look) -> str:
    """One paragraph a sentence, parted by empty lines."""
    parts = ["".join(f"{line}\n" for line in _account(each, document, names, look)) for each in accounts]
    return "\n".join(parts)


def reason(judged: Judged) -> str:
    """Why a claim was reported or kept silent, in words."""
    own, found = judged.claim.stance, judged.verdict
    if not own.asserted:
        guard = f': "{own.guard}"' if own.guard and own.guard != own.mood else ""
        return f"silent: {SILENT.get(own.mood, own.mood)} ({own.mood}{guard})"
    if found is None or judged.said == "no fact":
        return "silent: no fact of the packs decides it"
    if judged.said == "agrees":
        return (
            f"silent: it agrees with {found.fact}" if found.fact else "silent: it agrees with the classes of the packs"
        )
    return f"{judged.said}: {found.fact} ({found.code} {found.severity})"


def _account(each: Account, document: Document, names: Mapping[str, str], look: Look) -> Iterator[str]:
    yield from wrap(quoted(document, each.sentence), look.width)
    for judged in each.claims:
        yield from _indented(2, statement(judged.claim, names), look)
        yield from _indented(4, stance(judged.claim), look)
        yield f"    {look.ink(plain(reason(judged)), INKS.get(judged.said, 'faint'))}"
    if not each.claims:
        yield f"  silent: {plain(each.reason) or (NO_RELATION if each.names else NO_NAMES)}"
    if each.names:
        yield from _indented(2, f"known names: {_names(each.names, document)}", look)
    if each.near:
        yield "  came near:"
    for miss in each.near:
        yield from _indented(4, _near(miss), look)


def _indented(by: int, text: str, look: Look) -> Iterator[str]:
    """The text in lines that fit the screen, each indented."""
    yield from (" " * by + line for line in wrap(text, max(look.width, 40) - by))


def _names(found: Sequence[Named], document: Document) -> str:
    """`JAK inhibitors (jak-inhibitor), AA (alopecia-areata: a short form without its long form)`."""
    shown = []
    for name in found:
        words = " ".join(document.text[name.span.start : name.span.end].split())
        weak = ": a short form whose long form stands nowhere here" if name.weak else ""
        shown.append(f"{words} ({name.entity}{weak})")
    return plain(", ".join(dict.fromkeys(shown)))


def _near(miss: NearMiss) -> str:
    """`"come", a wording of caused-by (caused-by.2): …`."""
    return f'"{miss.word}", a wording of {miss.target} ({miss.frame}): {"; ".join(miss.lacks)}'
