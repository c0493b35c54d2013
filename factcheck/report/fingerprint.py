"""A name for a finding that stays the same while its sentence does, wherever on the page that moves."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model.digest import sha256

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model.finding import DocumentReport, Finding


def with_fingerprints(document: DocumentReport) -> tuple[Finding, ...]:
    """The findings of a document, each with its fingerprint; one that has a fingerprint keeps it."""
    pairs = zip(document.findings, fingerprints(document, document.path), strict=True)
    return tuple(finding if finding.fingerprint else replace(finding, fingerprint=mark) for finding, mark in pairs)


def fingerprints(document: DocumentReport, path: str) -> list[str]:
    """The fingerprints of the findings of a document, in their order, as if it had this path."""
    spans = [finding.context for finding in document.findings]
    return fingerprints_by_sentence(document.findings, [document.source[span.start : span.end] for span in spans], path)


def fingerprints_by_sentence(findings: Sequence[Finding], sentences: Sequence[str], path: str) -> list[str]:
    """The fingerprints of findings in the document of this path, each with its sentence.

    It is the SHA-256 of code, fact, path and the sentence (NFC, case and white space evened out), and
    of a count that tells apart the findings that are alike in all of these.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    marks = []
    for finding, sentence in zip(findings, sentences, strict=True):
        alike = (finding.code, finding.fact, _evened(sentence or finding.quote))
        parts = (*alike, path, str(seen[alike]))
        seen[alike] += 1
        marks.append(sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest())
    return marks


def _evened(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
