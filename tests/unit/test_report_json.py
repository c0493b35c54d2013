"""The JSON report: its schema, its counts and its fingerprints."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.model.finding import DocumentReport, Finding
from factcheck.report import Look, render
from factcheck.report.as_json import as_data
from factcheck.report.fingerprint import with_fingerprints
from tests.sample_report import FINDINGS, REPORT, SOURCE

SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "report.schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return data


def test_schema_is_a_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_report_keeps_to_the_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator(schema).validate(json.loads(render(REPORT, "json", Look())))


def test_report_without_documents_keeps_to_the_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator(schema).validate(as_data(replace(REPORT, documents=(), packs=())))


def test_schema_closes_and_describes_every_object(schema: dict[str, Any]) -> None:
    def walk(node: Any, name: str) -> None:
        if isinstance(node, list):
            for item in node:
                walk(item, name)
        if not isinstance(node, dict):
            return
        if node.get("type") == "object" and "properties" in node:
            assert node["additionalProperties"] is False, name
            assert set(node["required"]) == set(node["properties"]), name
            for key, value in node["properties"].items():
                assert "description" in value or "$ref" in value, f"{name}.{key}"
        for key, value in node.items():
            walk(value, f"{name}.{key}")

    walk(schema, "report")


def test_offsets_lines_and_quotes_agree() -> None:
    data = as_data(REPORT)["documents"][0]
    lines = SOURCE.split("\n")
    for finding in data["findings"]:
        span = finding["span"]
        words = SOURCE[span["start"] : span["end"]]
        assert " ".join(words.split()) == finding["quote"]
        assert lines[finding["line"] - 1][finding["column"] - 1 :].startswith(words.split("\r\n")[0])
        assert lines[finding["end_line"] - 1][: finding["end_column"] - 1].endswith(words.split("\r\n")[-1])


def test_a_place_in_a_document_outside_of_the_run_has_no_line() -> None:
    inside, outside = as_data(REPORT)["documents"][0]["findings"][2]["related"]
    assert (inside["line"], inside["column"]) == (1, 5)
    assert (outside["line"], outside["column"]) == (None, None)


def _marks(document: DocumentReport) -> list[str]:
    return [finding.fingerprint for finding in with_fingerprints(document)]


def _moved(finding: Finding, by: int) -> Finding:
    def move(span: Any) -> Any:
        return replace(span, start=span.start + by, end=span.end + by)

    return replace(finding, span=move(finding.span), context=move(finding.context))


def test_fingerprints_stay_when_a_sentence_moves_or_is_wrapped_anew() -> None:
    document = REPORT.documents[0]
    moved = replace(document, source="More.\n\n" + SOURCE, findings=tuple(_moved(each, 7) for each in FINDINGS))
    assert _marks(moved) == _marks(document)
    unwrapped = replace(document, source=SOURCE.replace("\r\ncalled", "  called"))
    assert _marks(unwrapped) == _marks(document)


def test_fingerprints_tell_findings_apart() -> None:
    document = REPORT.documents[0]
    twice = replace(document, findings=(FINDINGS[1], FINDINGS[1]))
    assert len(set(_marks(twice))) == 2
    assert _marks(twice)[0] == _marks(document)[1]
    other = replace(document, path="docs/other.md")
    assert not set(_marks(other)) & set(_marks(document))
    kept = replace(document, findings=(replace(FINDINGS[0], fingerprint="f" * 64),))
    assert _marks(kept) == ["f" * 64]
