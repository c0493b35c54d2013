"""What CI services and reviewdog read: junit, gitlab, rdjson and json, as their schemas and readers have it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft202012Validator
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from factcheck.report import FORMATS, Look, render
from tests.hostile_report import NAMES, report_named

EVERY = pytest.mark.parametrize("name", NAMES)
ROOT = Path(__file__).resolve().parents[2]
TestCase.__test__ = TestSuite.__test__ = False

# The elements of JUnit as Jenkins' junit-10.xsd has them: attributes that must stand, those that may, and what may
# stand inside. `file` and `line` of a case are not in it; GitLab and CircleCI read them.
JUNIT = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": (
        {"name"},
        {"time", "classname", "group", "file", "line"},
        {"skipped", "error", "failure", "system-out", "system-err"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
}
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE},
}
# The messages of reviewdog's reviewdog.proto, read with protojson; unknown fields would be dropped without a word.
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "properties": {"value": {"type": "string"}}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "location"],
                            "additionalProperties": False,
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                        },
                    },
                },
            },
        },
    },
}
# What GitLab's documentation asks of an entry; one that lacks any of it ends the reading of the whole report.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)[\s\S]+$"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
SCHEMAS: dict[str, Any] = {
    "json": json.loads((ROOT / "schema" / "report.schema.json").read_text(encoding="utf-8")),
    "rdjson": RDJSON,
    "gitlab": GITLAB,
}


def told(name: str, form: str) -> str:
    return render(report_named(name), form, Look())


@EVERY
@pytest.mark.parametrize("form", SCHEMAS)
def test_the_report_keeps_to_the_schema(form: str, name: str) -> None:
    faults = Draft202012Validator(SCHEMAS[form]).iter_errors(json.loads(told(name, form)))
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@EVERY
@pytest.mark.parametrize("form", ["sarif", "gitlab", "rdjson", "claimreview"])
def test_strict_readers_of_json_take_it(form: str, name: str) -> None:
    text = told(name, form)
    assert not re.search("[\ud800-\udfff\x00-\x09\x0b-\x1f\ufeff]", text)
    assert not re.search(r"[\ud800-\udfff]", json.dumps(json.loads(text), ensure_ascii=False)), "half a pair, escaped"


@EVERY
@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_the_same_twice_and_can_be_written(form: str, name: str) -> None:
    text = told(name, form)
    assert text == told(name, form)
    assert text.encode("utf-8").endswith(b"\n") or not text


@EVERY
def test_gitlab_takes_no_two_findings_for_one(name: str) -> None:
    found = json.loads(told(name, "gitlab"))
    assert len({each["fingerprint"] for each in found}) == len(found)
    assert len(found) == sum(len(document.findings) for document in report_named(name).documents)


@EVERY
def test_the_columns_of_rdjson_are_bytes_of_the_line(name: str) -> None:
    sources = {
        document.path: re.split(r"\r\n|\r|\n", document.source)
        for document in report_named(name).documents
        if document.source
    }
    for each in json.loads(told(name, "rdjson"))["diagnostics"]:
        for position in each["location"]["range"].values():
            lines = sources.get(each["location"]["path"], [])
            if lines:
                size = len(lines[position["line"] - 1].encode("utf-8", "surrogatepass"))
                assert position["column"] <= size + 2  # past the line, or inside of its CRLF


def outline(element: Xml.Element) -> list[str]:
    """Where an element is not as Jenkins' schema has it."""
    must, may, inside = JUNIT[element.tag]
    names = set(element.attrib)
    wrong = [f"{element.tag} lacks {each}" for each in must - names]
    wrong += [f"{element.tag} has {each}" for each in names - must - may]
    wrong += [f"{element.tag} holds {each.tag}" for each in element if each.tag not in inside]
    return wrong + [fault for each in element for fault in outline(each)]


@EVERY
def test_junit_keeps_to_the_schema_of_jenkins(name: str) -> None:
    text = told(name, "junit")
    legal = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    assert not re.search(legal, text)
    assert not re.search(r"&#(?!10;|13;|9;)", text), "a reference to a character that is not legal either"
    assert outline(Xml.fromstring(text)) == []


@EVERY
def test_junit_is_read_with_its_counts(name: str) -> None:
    read = JUnitXml.fromstring(told(name, "junit").encode("utf-8"))
    suites = [each for each in read if isinstance(each, TestSuite)]
    documents = report_named(name).documents
    assert len(suites) == len(documents)
    for suite, document in zip(suites, documents, strict=True):
        results = [result for case in suite for result in case.result]
        failed = [each for each in results if isinstance(each, Failure)]
        skipped = [each for each in results if isinstance(each, Skipped)]
        assert (suite.failures, suite.skipped) == (len(failed), len(skipped))
        assert suite.tests == len(list(suite)) == max(1, len(results))
        assert len(failed) == len(document.findings)
        assert [each.type for each in failed] == [finding.code for finding in document.findings]
    assert read.failures == sum(len(document.findings) for document in documents)
