"""Results to bytes that `marshal` writes, and back."""

from __future__ import annotations

import marshal
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.model.digest import blake2b
from factcheck.model.examined import Examined
from factcheck.model.finding import ClaimText, DocumentReport, Evidence, Finding, Fix, Related
from factcheck.model.plain_form import codec
from factcheck.model.plain_tellings import plain_tellings, tellings_of_plain
from factcheck.model.span import Span
from factcheck.model.suppression import Suppression

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPES: tuple[type[Any], ...] = (ClaimText, Evidence, Finding, Fix, Related, Span, Suppression)
encode, decode = codec(_TYPES)
DAMAGED = (EOFError, ValueError, TypeError, IndexError, KeyError, OverflowError, UnicodeDecodeError)
"""What decoding raises for bytes that no encoding gave."""

Found = tuple[str, Finding]
"""The path of a document and a finding in it."""


def pack_result(found: Examined, raw: bytes) -> bytes:
    """A result as bytes, without its path; nor the source, where that is what the bytes of the file say in UTF-8."""
    report = found.report
    source = None if report.source == _text(raw) else report.source
    counts = (report.claims_found, report.claims_checked, report.sentences_found, report.sentences_judged)
    parts = encode((report.date, report.findings, report.suppressions))
    head = (found.since.toordinal(), found.until.toordinal(), found.compared, found.mark, source, counts)
    return marshal.dumps((*head, parts, plain_tellings(report.tellings)))


def unpack_result(content: bytes, raw: bytes, path: str) -> Examined:
    """The result that was packed, for a document of this path and these bytes. Raises one of DAMAGED."""
    since, until, compared, mark, source, counts, parts, plain = marshal.loads(content)
    day, findings, suppressions = decode(parts)
    report = DocumentReport(
        path,
        _text(raw) or "" if source is None else source,
        day,
        counts[0],
        counts[1],
        findings,
        tellings=tellings_of_plain(plain, path),
        suppressions=suppressions,
        sentences_found=counts[2],
        sentences_judged=counts[3],
    )
    return Examined(report, date.fromordinal(since), date.fromordinal(until), compared, mark=mark)


def _text(raw: bytes) -> str | None:
    """The text of UTF-8, without its byte-order mark; None for anything else."""
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def pack_findings(found: Iterable[Found]) -> bytes:
    """Findings between documents as bytes."""
    return marshal.dumps([(path, encode(finding)) for path, finding in found])


def unpack_findings(content: bytes) -> list[Found]:
    """What `pack_findings` was given. Raises one of DAMAGED."""
    return [(path, decode(plain)) for path, plain in marshal.loads(content)]


def marked(found: Examined) -> Examined:
    """A result with the digest of its tellings, whatever the path of its document; none of no tellings."""
    if not found.report.tellings or found.mark:
        return found
    told = "\n".join(repr((position, *place[1:])) for position, place in found.report.tellings)
    return replace(found, mark=blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest())
