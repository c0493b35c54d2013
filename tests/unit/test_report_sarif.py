"""SARIF as its schema and code scanning have it.

The package pysarif holds the types of the schema of SARIF 2.1.0 as classes; what they do not hold (what is required,
least values, the limits of GitHub) is told here.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any
from urllib.parse import unquote

import pysarif
import pytest

from factcheck.model.finding import SEVERITIES, Finding, Report
from factcheck.model.span import Span
from factcheck.report import Look, as_sarif, render
from factcheck.report.line_hash import line_hashes
from tests.hostile_report import NAMES, PATHS, SAYINGS, hostile, report_named
from tests.sample_report import REPORT

REQUIRED = {
    "SarifLog": {"version", "runs"},
    "Run": {"tool"},
    "Tool": {"driver"},
    "ToolComponent": {"name"},
    "ReportingDescriptor": {"id"},
    "MultiformatMessageString": {"text"},
    "Result": {"message"},
    "Message": {"text"},
    "Invocation": {"executionSuccessful"},
    "Notification": {"message"},
}


def camel(name: str) -> str:
    """The name of a property, by that of a field: `start_line`."""
    first, *rest = name.split("_")
    return "$schema" if name == "schema" else first + "".join(word.title() for word in rest)


def faults(value: Any, kind: Any, place: str) -> Iterator[str]:
    """Where a value is not what the schema wants in its place."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Any or kind is pysarif.PropertyBag:
        return
    if origin in (typing.Union, types.UnionType):
        (only,) = (each for each in inner if each is not type(None))
        yield from faults(value, only, place)
    elif origin is list:
        if not isinstance(value, list):
            yield f"{place}: no list"
            return
        for number, each in enumerate(value):
            yield from faults(each, inner[0], f"{place}[{number}]")
    elif origin is typing.Literal:
        if value not in inner:
            yield f"{place}: {value!r}"
    elif is_dataclass(kind):
        yield from faults_of_object(value, kind, place)
    elif type(value) is not kind:
        yield f"{place}: {value!r}"


def faults_of_object(value: Any, kind: Any, place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place}: no object"
        return
    types_of = typing.get_type_hints(kind)
    known = {camel(field.name): types_of[field.name] for field in fields(kind)}
    yield from (f"{place}: lacks {name}" for name in REQUIRED.get(kind.__name__, set()) - value.keys())
    for name, each in value.items():
        if name not in known:
            yield f"{place}: {name} is no property of {kind.__name__}"
        else:
            yield from faults(each, known[name], f"{place}.{name}")


def sarif(report: Report) -> Any:
    return json.loads(render(report, "sarif", Look()))


def many(severities: list[str]) -> Report:
    """A report with findings of these severities, in this order."""
    place = Span(0, 1)
    found = tuple(
        Finding("FC202", "a-check", "", each, "No.", "", place, "x", place, fingerprint="f") for each in severities
    )
    return replace(REPORT, documents=(replace(REPORT.documents[1], findings=found),))


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "2.1.0"},
        {"version": "2.2.0", "runs": []},
        {"version": "2.1.0", "runs": {}},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": 1}}}]},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "colour": "red"}]},
    ],
)
def test_the_check_finds_what_is_wrong(wrong: Any) -> None:
    assert list(faults(wrong, pysarif.SarifLog, "log"))


@pytest.mark.parametrize("name", NAMES)
def test_the_report_keeps_to_the_schema(name: str) -> None:
    log = sarif(report_named(name))
    assert list(faults(log, pysarif.SarifLog, "log")) == []
    assert log["$schema"].endswith("sarif-2.1.0.json")


@pytest.mark.parametrize("name", NAMES)
def test_the_report_has_what_code_scanning_asks_for(name: str) -> None:
    (run,) = sarif(report_named(name))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        texts = (rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"])
        assert all(texts)
        assert max(map(len, texts[:2])) <= 1024
        assert len(rule["name"]) <= 255
        assert len(rule["properties"]["tags"]) <= 20
        assert rule["defaultConfiguration"]["level"] in SEVERITIES
        assert "security-severity" not in rule["properties"]
    for result in run["results"]:
        assert "ruleIndex" not in result or rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert min(region.values()) >= 1
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
        assert re.fullmatch(r"[\w./~%-]+", location["physicalLocation"]["artifactLocation"]["uri"], re.ASCII)
        numbers = [each["id"] for each in result.get("relatedLocations", [])]
        assert [int(each) for each in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])] == numbers


@pytest.mark.parametrize("path", PATHS)
def test_the_address_of_a_document_is_its_path(path: str) -> None:
    (run,) = sarif(hostile("x", path))["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri, errors="surrogateescape") == path.replace("\ud800", "\ufffd")


@pytest.mark.parametrize("saying", SAYINGS)
def test_words_of_a_document_make_no_link_in_a_message(saying: str) -> None:
    (run,) = sarif(hostile(saying))["runs"]
    links = re.findall(r"(?<!\\)\]\(([^)]*)\)", "".join(each["message"]["text"] for each in run["results"]))
    assert links == ["1", "2"] * 3


def test_results_are_followed_by_the_hash_of_their_line_and_by_their_claim() -> None:
    (run,) = sarif(REPORT)["runs"]
    hashes = line_hashes(REPORT.documents[0].source)
    for result in run["results"][:3]:
        line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
        marks = result["partialFingerprints"]
        assert marks["primaryLocationLineHash"] == hashes[line - 1]
        assert re.fullmatch("[0-9a-f]{64}", marks["factcheckClaim/v1"])
    assert "primaryLocationLineHash" not in run["results"][3]["partialFingerprints"], "nothing of it could be read"


def test_the_help_of_a_rule_names_the_sources_of_its_facts() -> None:
    rules = {rule["id"]: rule["help"]["markdown"] for rule in sarif(REPORT)["runs"][0]["tool"]["driver"]["rules"]}
    assert "- `cytokine-is-signalling-protein`: [StatPearls, 2023](https://example.org/c)" in rules["FC201"]
    assert "Sources" not in rules["FC101"]


def test_what_github_would_refuse_is_left_out_the_least_severe_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_sarif.MOST_RESULTS == 25_000
    monkeypatch.setattr(as_sarif, "MOST_RESULTS", 3)
    log = sarif(many(["note", "error", "warning", "error", "note"]))
    (run,) = log["runs"]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "error"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("2 findings are left out")
    assert list(faults(log, pysarif.SarifLog, "log")) == []
    assert "invocations" not in sarif(many(["note"] * 3))["runs"][0]
