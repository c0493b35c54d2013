"""The report of `factcheck claims`: what was understood of each document, and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.model.understood import SAID
from factcheck.report.json_text import json_text
from factcheck.report.lines import LineIndex
from factcheck.report.plain import plain

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.claim import Claim, Quantity, Unread
    from factcheck.model.document import Document
    from factcheck.model.finding import PackVersion
    from factcheck.model.span import TextSpan
    from factcheck.model.understood import Judged, Understood
    from factcheck.report.look import Look

SCHEMA_VERSION = 1
LONGEST_QUOTE = 160
INKS = {"contradicts": "error", "outdated": "warning", "agrees": "right"}
Names = Mapping[str, str]


def render_text(read: Sequence[Understood], names: Names, look: Look) -> str:
    """Each document with its claims, then the sentences that were not understood, then the counts."""
    lines: list[str] = []
    for each in read:
        lines += [look.ink(plain(each.path), "path"), *_document(each, names, look), ""]
    if len(read) > 1:
        claims = [claim for each in read for claim in each.claims]
        total = counts(claims, sum(len(each.unread) for each in read))
        lines.append(f"{look.ink(f'{len(read)} documents', 'path')}: {total}")
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


def render_json(read: Sequence[Understood], names: Names, as_of: date, packs: Sequence[PackVersion]) -> str:
    """The same as indented JSON, hidden characters escaped; the same bytes every time."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "as_of": as_of.isoformat(),
        "packs": [{"id": pack.id, "version": pack.version} for pack in packs],
        "documents": [_document_data(each, names) for each in read],
    }
    return json_text(data)


def counts(claims: Sequence[Judged], unread: int) -> str:
    """`12 claims (8 agrees, 1 contradicts, 3 no fact), 4 sentences not understood`."""
    kinds = Counter(claim.said for claim in claims)
    said = ", ".join(f"{kinds[name]} {name}" for name in SAID if kinds[name])
    found = f"{number(len(claims), 'claim')} ({said})" if claims else "no claims"
    return f"{found}, {number(unread, 'sentence')} not understood"


def number(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def statement(claim: Claim, names: Names) -> str:
    """A claim in names: `baricitinib · approved-for · hair loss (by FDA; only, among JAK inhibitor)`."""
    limits = "; ".join(part for part in (_qualifiers(claim, names), _range(claim, names), _restriction(claim)) if part)
    said = f"{_name(claim.subject, names)} · {claim.relation} · {object_of(claim, names)}"
    return plain(f"{said} ({limits})" if limits else said)


def stance(claim: Claim) -> str:
    """The stance with what set it: `question ("?")`, `denied`, `hedged (modal)`."""
    own = claim.stance
    words = own.label + (f" ({own.guard})" if own.guard else "")
    return plain(words if own.tense == "now" else f"{words}, {own.tense}")


def verdict(judged: Judged) -> str:
    """`contradicts [fact-id]`, `agrees`, `no fact` or `not judged`."""
    return f"{judged.said} [{plain(judged.fact)}]" if judged.fact else judged.said


def object_of(claim: Claim, names: Names) -> str:
    """The object in words: its name, a quantity, a date or the text itself."""
    days = " to ".join(dict.fromkeys(day.isoformat() for day in claim.when)) if claim.when else ""
    value = quantity(claim.value) if claim.value else ""
    return (_name(claim.object, names) if claim.object else "") or value or claim.text or days or "(nothing)"


def quantity(value: Quantity) -> str:
    """`2 to 4 mg per day`."""
    amount = f"{value.low:g}" if value.low == value.high else f"{value.low:g} to {value.high:g}"
    often = f" {value.times:g} times" if value.times else ""
    return f"{amount} {value.unit}".rstrip() + often + (f" per {value.per}" if value.per else "")


def quoted(document: Document, span: TextSpan) -> str:
    """The words of a range in quotation marks, on one line, cut in the middle if they are many."""
    words = " ".join(document.text[span.start : span.end].split())
    half = LONGEST_QUOTE // 2
    return plain(f'"{words}"' if len(words) <= LONGEST_QUOTE else f'"{words[:half]} … {words[-half:]}"')


def _name(entity: str, names: Names) -> str:
    return names.get(entity, entity)


def _qualifiers(claim: Claim, names: Names) -> str:
    return ", ".join(f"{key} {_name(value, names)}" for key, value in claim.qualifiers)


def _range(claim: Claim, names: Names) -> str:
    """Who shares the claim, and its exclusivity: `only, among drug`."""
    parts = []
    if claim.exclusive:
        how = f"{claim.count} in number" if claim.exclusive == "count" else claim.exclusive
        parts.append(how + (f", among {_name(claim.among, names)}" if claim.among else ""))
    if claim.others:
        parts.append(f"beside {', '.join(_name(each, names) for each in claim.others)}")
    return "; ".join(parts)


def _restriction(claim: Claim) -> str:
    """What else bounds the claim: its date beside an object, its value beside one, its strength."""
    parts = []
    if claim.object and claim.value:
        parts.append(quantity(claim.value))
    if claim.when and (claim.object or claim.value or claim.text):
        parts.append("on " + " to ".join(dict.fromkeys(day.isoformat() for day in claim.when)))
    if claim.strength:
        parts.append(f"strength {claim.strength}")
    return "; ".join(parts)


def _document(each: Understood, names: Names, look: Look) -> Iterator[str]:
    document = each.document
    if document is None:
        yield f"  {plain(each.fault)}"
        return
    place = _placer(document)
    for judged in each.claims:
        yield f"  {look.ink(f'{place(judged.claim.span):<7}', 'path')}  {statement(judged.claim, names)}"
        said = look.ink(verdict(judged), INKS.get(judged.said, "faint"))
        yield f"           {stance(judged.claim)}; {said}"
        yield f"           {look.ink(quoted(document, judged.claim.span), 'faint')}"
    if each.unread:
        yield f"  Not understood, though a known name stands there ({number(len(each.unread), 'sentence')}):"
    for unread in each.unread:
        yield f"  {look.ink(f'{place(unread.sentence):<7}', 'path')}  {quoted(document, unread.sentence)}"
        yield f"           {look.ink(plain(unread.reason), 'faint')}"
    yield f"  {counts(each.claims, len(each.unread))}"


def _placer(document: Document) -> Callable[[TextSpan], str]:
    index = LineIndex(document.source)

    def place(span: TextSpan) -> str:
        line, column = index.position(document.source_span(span).start)
        return f"{line}:{column}"

    return place


def _document_data(each: Understood, names: Names) -> dict[str, Any]:
    document = each.document
    if document is None:
        return {"path": each.path, "date": None, "unreadable": each.fault, "claims": [], "unread": []}
    index = LineIndex(document.source)
    return {
        "path": each.path,
        "date": document.date.isoformat() if document.date else None,
        "unreadable": None,
        "claims": [claim_data(judged, document, index, names) for judged in each.claims],
        "unread": [_unread_data(unread, document, index) for unread in each.unread],
    }


def _place_data(span: TextSpan, document: Document, index: LineIndex) -> dict[str, Any]:
    source = document.source_span(span)
    line, column = index.position(source.start)
    end_line, end_column = index.position(source.end)
    return {
        "span": {"start": source.start, "end": source.end},
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "quote": document.source[source.start : source.end],
    }


def _unread_data(unread: Unread, document: Document, index: LineIndex) -> dict[str, Any]:
    return {**_place_data(unread.sentence, document, index), "reason": unread.reason}


def claim_data(judged: Judged, document: Document, index: LineIndex, names: Names) -> dict[str, Any]:
    """A claim of a document as the JSON report has it; `names` by id of entity."""
    claim, own, value = judged.claim, judged.claim.stance, judged.claim.value
    return {
        **_place_data(claim.span, document, index),
        "subject": _name(claim.subject, names),
        "subject_id": claim.subject,
        "relation": claim.relation,
        "object": object_of(claim, names),
        "object_id": claim.object or None,
        "value": {"low": value.low, "high": value.high, "unit": value.unit, "per": value.per} if value else None,
        "when": {"from": claim.when[0].isoformat(), "until": claim.when[1].isoformat()} if claim.when else None,
        "qualifiers": [{"key": key, "value": setting} for key, setting in claim.qualifiers],
        "exclusive": claim.exclusive or None,
        "among": claim.among or None,
        "count": claim.count or None,
        "others": list(claim.others),
        "stance": {
            "label": own.label,
            "polarity": own.polarity,
            "certainty": own.certainty,
            "mood": own.mood,
            "tense": own.tense,
            "guard": own.guard,
        },
        "verdict": judged.said,
        "fact": judged.fact or None,
        "code": (judged.verdict.code if judged.verdict and judged.fact else "") or None,
    }
