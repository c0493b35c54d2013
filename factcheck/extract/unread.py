"""A sentence with a known name of which no claim was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model.claim import Unread

if TYPE_CHECKING:
    from factcheck.extract.parse import Parsed
    from factcheck.model.span import TextSpan

_WHOLE = ("main", "coordinate")
_UNASSERTED = ("question", "crossed")
REASON = "no relation of the packs was recognised"


def unread(parsed: Parsed, text: str, span: TextSpan, block: int, label: str) -> Unread:
    """The sentence at `span` of a text, and whether its author tells something in it.

    A fragment (a heading, a cell), an order, a question and a lead-in, which its items complete, tell nothing.
    """
    end = text[span.start : span.end].rstrip("\"'”’)*_ ")[-1:]
    finite = (clause for clause in parsed.clauses if clause.verb.finite and clause.kind in _WHOLE)
    whole = any(clause.subjects or clause.verb.index for clause in finite)
    tells = whole and end not in ("?", ":") and label not in _UNASSERTED
    return Unread(span, block, REASON, tells)
