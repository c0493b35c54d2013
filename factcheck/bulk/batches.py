"""From an Arrow RecordBatch of documents to RecordBatches of findings and claims: for any engine that speaks Arrow.

`check_batch` is what `factcheck bulk` runs on every partition. `findings_in` and `claims_in` have the form that
`mapInArrow` of Spark and its like take; they hold no document against another.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa

from factcheck.bulk import schemas
from factcheck.bulk.checking import Checking
from factcheck.bulk.rows import Checked, Row, check_row, is_final, own_findings
from factcheck.bulk.tellings import telling_rows
from factcheck.engine import knowledge
from factcheck.errors import UserError
from factcheck.readers.dates import parse_day
from factcheck.report.as_json import finding_data
from factcheck.report.claims import claim_data
from factcheck.report.lines import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model.finding import Finding
    from factcheck.report.as_json import Lines

__all__ = ["Checking", "Tables", "check_batch", "claims_in", "findings_in"]


class Tables(NamedTuple):
    """What was found in a batch: for the user the first three, for comparison between documents the others."""

    findings: pa.RecordBatch
    claims: pa.RecordBatch
    documents: pa.RecordBatch
    tellings: pa.RecordBatch
    held: pa.RecordBatch


def check_batch(batch: pa.RecordBatch, checking: Checking) -> Tables:
    """Check every row of a batch, in order; the columns are those of `schemas`.

    Raises UserError for a column that is not there, a row without an id, a date that is none, and a broken pack.
    """
    names = {entity.id: entity.name for entity in knowledge(checking.config).entities.values()}
    findings: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    documents: list[dict[str, Any]] = []
    tellings: list[dict[str, Any]] = []
    held: list[dict[str, Any]] = []
    for row in rows_of(batch, checking):
        checked = check_row(row, checking)
        report, document = checked.report, checked.document
        index = LineIndex(report.source)
        final = is_final(checked, checking)
        own = own_findings(checked, checking) if final else report.findings
        if final:
            findings += (finding_row(each, row.id, {row.id: index}) for each in own)
        else:
            held.append({"id": row.id, "text": row.text, "date": row.day and row.day.isoformat()})
        if document is not None:
            claims += ({"id": row.id, **claim_data(each, document, index, names)} for each in checked.claims)
        tellings += telling_rows(checked, index) if checking.compares else ()
        documents.append(_document_row(checked, len(own)))
    rows = (findings, claims, documents, tellings, held)
    own_schemas = (schemas.FINDINGS, schemas.CLAIMS, schemas.DOCUMENTS, schemas.TELLINGS, schemas.HELD)
    pairs = zip(rows, own_schemas, strict=True)
    return Tables(*(pa.RecordBatch.from_pylist(told, schema=schema) for told, schema in pairs))


def findings_in(batches: Iterable[pa.RecordBatch], checking: Checking) -> Iterator[pa.RecordBatch]:
    """The findings of batches as they come, each document for itself. Raises UserError as `check_batch` does."""
    for batch in batches:
        yield check_batch(batch, checking.alone()).findings


def claims_in(batches: Iterable[pa.RecordBatch], checking: Checking) -> Iterator[pa.RecordBatch]:
    """The claims of batches as they come. Raises UserError as `check_batch` does."""
    for batch in batches:
        yield check_batch(batch, checking.alone()).claims


def rows_of(batch: pa.RecordBatch, checking: Checking) -> Iterator[Row]:
    """The documents of a batch. Raises UserError as `check_batch` does."""
    for name in checking.columns:
        if name not in batch.schema.names:
            raise UserError("", f'there is no column "{name}"', f"there are {', '.join(batch.schema.names[:10])}")
    ids = batch.column(checking.id_column).cast(pa.string())
    texts = batch.column(checking.text_column).cast(pa.string())
    days = batch.column(checking.date_column) if checking.date_column else pa.nulls(len(batch))
    for number, (name, text, day) in enumerate(zip(ids, texts, days, strict=True), 1):
        if name.as_py() in (None, ""):
            raise UserError("", f'row {number} of the partition has no "{checking.id_column}"', "give each row its id")
        yield Row(name.as_py(), text.as_py(), _day(day.as_py(), name.as_py(), checking.date_column))


def finding_row(finding: Finding, document: str, indexes: Mapping[str, Lines]) -> dict[str, Any]:
    """A finding of the document of this id as a row; `indexes` by id of document."""
    told = finding_data(finding, document, indexes)
    told["related"] = [{"id": each.pop("path"), **each} for each in told["related"]]
    return {"id": document, **told}


def _document_row(checked: Checked, findings: int) -> dict[str, Any]:
    report = checked.report
    return {
        "id": checked.row.id,
        "date": report.date,
        "unreadable": checked.fault or None,
        "claims_found": report.claims_found,
        "claims_checked": report.claims_checked,
        "sentences": report.sentences_found,
        "sentences_judged": report.sentences_judged,
        "findings": findings,
    }


def _day(value: object, document: str, column: str) -> date | None:
    """The day that a cell tells; a time counts with its own date, an empty cell is none."""
    if value is None or value == "":
        return None
    day = value.date() if isinstance(value, datetime) else value
    day = parse_day(day) if isinstance(day, str) else day
    if not isinstance(day, date):
        raise UserError("", f'"{column}" of the document "{document}" is no date: {value}', "write it as YYYY-MM-DD")
    return day
