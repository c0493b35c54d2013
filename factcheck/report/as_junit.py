"""JUnit's XML, as CI services read it: a suite for each document, a failed case for each finding.

A finding that is silenced on purpose is a case that was skipped, with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from factcheck.report.lines import LineIndex

if TYPE_CHECKING:
    from factcheck.model.finding import DocumentReport, Finding, Report
    from factcheck.report.look import Look

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, look: Look) -> str:
    """The findings by document; a document without any is a case that passed. Nothing of `look` applies."""
    suites = [_suite(document) for document in report.documents]
    root = Xml.Element("testsuites", {"name": "factcheck", **_sums(suites)})
    root.extend(suites)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _sums(suites: list[Xml.Element]) -> dict[str, str]:
    return {key: str(sum(int(suite.get(key, "0")) for suite in suites)) for key in ("tests", "failures", "errors")}


def _suite(document: DocumentReport) -> Xml.Element:
    index = LineIndex(document.source)
    failed, skipped = len(document.findings), len(document.waived)
    tests = str(max(1, failed + skipped))
    counts = {"tests": tests, "failures": str(failed), "errors": "0", "skipped": str(skipped)}
    suite = Xml.Element("testsuite", {"name": _legal(document.path), **counts})
    for finding in document.findings:
        line, _ = index.position(finding.span.start)
        failure = Xml.SubElement(_case(suite, document, finding, line), "failure", message=_legal(finding.message))
        failure.set("type", finding.code)
        addresses = [each.address for each in finding.evidence if each.address]
        failure.text = _legal("\n".join([f"{document.path}:{line}: {finding.quote}", *addresses]))
    for finding, suppression in document.waived:
        line, _ = index.position(finding.span.start)
        Xml.SubElement(_case(suite, document, finding, line), "skipped", message=_legal(suppression.reason))
    if not len(suite):
        Xml.SubElement(suite, "testcase", name="no findings", classname=_class(document))
    return suite


def _case(suite: Xml.Element, document: DocumentReport, finding: Finding, line: int) -> Xml.Element:
    place = {"file": _legal(document.path), "line": str(line)}
    told = {"name": f"{finding.code} line {line}", "classname": _class(document), **place}
    return Xml.SubElement(suite, "testcase", told)


def _class(document: DocumentReport) -> str:
    return _legal(document.path.rpartition(".")[0] or document.path)


def _legal(text: str) -> str:
    """The text without characters that XML 1.0 does not allow."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
