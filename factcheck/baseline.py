"""A baseline: the findings that a repository had on the day on which it began, so that later runs tell the new ones.

A finding is known by its fingerprint, that of its code, its fact and its sentence under the document's path from the
folder of the baseline: it stays known where its lines move, and is new where its sentence changes.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import UserError
from factcheck.report.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model.finding import DocumentReport, Finding, Report

FILE_NAME = ".factcheck-baseline.json"
VERSION = 1
_KEYS = ("fingerprint", "path", "code", "fact", "quote")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that a baseline holds; what it says besides the fingerprint is for people."""

    path: str
    code: str
    fact: str
    fingerprint: str
    quote: str


def read_baseline(file: Path) -> list[Known]:
    """The findings of a baseline. Raises UserError for a file that is missing or no baseline."""
    place = file.as_posix()
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UserError(place, "there is no such baseline", 'write it with "factcheck baseline PATH…"') from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "not UTF-8"
        raise UserError(place, f"cannot be read ({reason})") from error
    except json.JSONDecodeError as error:
        what = f"not JSON ({error.msg.lower()})"
        raise UserError(
            f"{place}:{error.lineno}:{error.colno}", what, "write it anew, or undo its last edit"
        ) from error
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), list):
        raise UserError(place, f"no baseline of version {VERSION}", 'write it anew with "factcheck baseline PATH…"')
    return [_known(each, number, place) for number, each in enumerate(data["findings"], 1)]


def _known(entry: Any, number: int, place: str) -> Known:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key), str) for key in _KEYS):
        raise UserError(place, f"entry {number} lacks one of {', '.join(_KEYS)}", "take it out, or write the file anew")
    return Known(**{key: entry[key] for key in _KEYS})


def baseline_text(known: Iterable[Known]) -> str:
    """A baseline as a file, one finding a line, so that a change of it can be reviewed."""
    lines = [json.dumps({key: getattr(each, key) for key in _KEYS}, ensure_ascii=False) for each in sorted(known)]
    inner = "".join(f"\n    {line}," for line in lines).removesuffix(",")
    return f'{{\n  "version": {VERSION},\n  "findings": [{inner}\n  ]\n}}\n'


def known_of(report: Report, file: Path) -> list[Known]:
    """The findings of a run as a baseline that stands in `file` holds them."""
    return [known for document in report.documents for known, _ in _pairs(document, file)]


def pruned(known: Iterable[Known], report: Report, file: Path) -> list[Known]:
    """The entries that are still found; those of documents that are there and were not checked stay."""
    now = {each.fingerprint for each in known_of(report, file)}
    checked = {_from(document, file) for document in report.documents}
    return [each for each in known if each.fingerprint in now or not _is_over(each, checked, file)]


def _is_over(known: Known, checked: set[str], file: Path) -> bool:
    return known.path in checked or not (file.parent / known.path).exists()


def merged(known: Iterable[Known], report: Report, file: Path) -> list[Known]:
    """The entries of documents that were not checked, and all that was found now."""
    checked = {_from(document, file) for document in report.documents}
    return [*(each for each in known if each.path not in checked), *known_of(report, file)]


def without_known(report: Report, known: Iterable[Known], file: Path) -> tuple[Report, int]:
    """The report without the findings of a baseline, and how many these are."""
    marks = {each.fingerprint for each in known}
    documents = []
    for document in report.documents:
        pairs = _pairs(document, file)
        kept = tuple(finding for entry, finding in pairs if entry.fingerprint not in marks)
        known_here = tuple(finding for entry, finding in pairs if entry.fingerprint in marks)
        documents.append(replace(document, findings=kept, known=known_here))
    return replace(report, documents=tuple(documents)), sum(len(document.known) for document in documents)


def _pairs(document: DocumentReport, file: Path) -> list[tuple[Known, Finding]]:
    path = _from(document, file)
    marks = zip(document.findings, fingerprints(document, path), strict=True)
    return [(Known(path, each.code, each.fact, mark, " ".join(each.quote.split())), each) for each, mark in marks]


def _from(document: DocumentReport, file: Path) -> str:
    """The path of a document from the folder of the baseline."""
    return Path(os.path.relpath(document.path, file.parent)).as_posix()
