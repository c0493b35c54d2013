"""A word that the packs advise against, with the one to prefer.

It is not wrong: outdated, stigmatising or easily misunderstood words are told as notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import TermUse, Verdict

if TYPE_CHECKING:
    from factcheck.knowledge.base import KnowledgeBase

CODE, NAME, SEVERITY = "FC501", "non-standard-term", "note"


def judge(use: TermUse, kb: KnowledgeBase) -> Verdict:
    """The verdict on a discouraged word."""
    term = kb.terms[use.term]
    plural = use.written.lower().endswith("s") and not term.avoid[0].endswith("s")
    right = cased(term.prefer + ("s" if plural else ""), use)
    return Verdict(
        "contradicts",
        CODE,
        term.id,
        term.severity,
        use.span,
        use.sentence,
        "",
        term.says,
        term.sources,
        replacements=((right, False),),
    )


def cased(right: str, use: TermUse) -> str:
    """The preferred word in capitals where the text has only these, with one where it opens a sentence."""
    if use.written.isupper() and " " in use.written:
        return right.upper()
    opens = use.span.start == use.sentence.start and use.written[0].isupper()
    return right[:1].upper() + right[1:] if opens else right
