"""The tables that `factcheck bulk` writes, as Arrow schemas; docs/scale.md describes each column."""

from __future__ import annotations

import pyarrow as pa

_TEXT, _COUNT, _YES_NO = pa.string(), pa.int64(), pa.bool_()
_SPAN = pa.struct([("start", _COUNT), ("end", _COUNT)])
_PLACE = [
    ("span", _SPAN),
    ("line", _COUNT),
    ("column", _COUNT),
    ("end_line", _COUNT),
    ("end_column", _COUNT),
    ("quote", _TEXT),
]


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct(list(fields.items()))


FINDINGS = pa.schema(
    [
        ("id", _TEXT),
        ("code", _TEXT),
        ("check", _TEXT),
        ("fact", _TEXT),
        ("severity", _TEXT),
        ("message", _TEXT),
        *_PLACE,
        ("claim", _struct(subject=_TEXT, relation=_TEXT, object=_TEXT, stance=_TEXT)),
        ("fixes", pa.list_(_struct(start=_COUNT, end=_COUNT, replacement=_TEXT, safe=_YES_NO))),
        ("valid", pa.struct([("from", _TEXT), ("until", _TEXT)])),
        ("evidence", pa.list_(_struct(title=_TEXT, publisher=_TEXT, year=_TEXT, url=_TEXT, doi=_TEXT))),
        ("related", pa.list_(_struct(id=_TEXT, span=_SPAN, line=_COUNT, column=_COUNT, quote=_TEXT, message=_TEXT))),
        ("fingerprint", _TEXT),
    ]
)
"""A finding as the JSON report of `factcheck check` has it, with the id of its document."""

CLAIMS = pa.schema(
    [
        ("id", _TEXT),
        *_PLACE,
        ("subject", _TEXT),
        ("subject_id", _TEXT),
        ("relation", _TEXT),
        ("object", _TEXT),
        ("object_id", _TEXT),
        ("value", _struct(low=pa.float64(), high=pa.float64(), unit=_TEXT, per=_TEXT)),
        ("when", pa.struct([("from", _TEXT), ("until", _TEXT)])),
        ("qualifiers", pa.list_(_struct(key=_TEXT, value=_TEXT))),
        ("exclusive", _TEXT),
        ("among", _TEXT),
        ("count", _COUNT),
        ("others", pa.list_(_TEXT)),
        ("stance", _struct(label=_TEXT, polarity=_YES_NO, certainty=_TEXT, mood=_TEXT, tense=_TEXT, guard=_TEXT)),
        ("verdict", _TEXT),
        ("fact", _TEXT),
        ("code", _TEXT),
    ]
)
"""A claim as the JSON report of `factcheck claims` has it, with the id of its document."""

DOCUMENTS = pa.schema(
    [
        ("id", _TEXT),
        ("date", pa.date32()),
        ("unreadable", _TEXT),
        ("claims_found", _COUNT),
        ("claims_checked", _COUNT),
        ("sentences", _COUNT),
        ("sentences_judged", _COUNT),
        ("findings", _COUNT),
    ]
)
"""A document; `findings` counts those that it has for itself, its suppressions applied."""

TELLINGS = pa.schema(
    [
        ("id", _TEXT),
        ("position", _TEXT),
        ("start", _COUNT),
        ("end", _COUNT),
        ("sentence_start", _COUNT),
        ("sentence_end", _COUNT),
        ("line", _COUNT),
        ("column", _COUNT),
        ("end_line", _COUNT),
        ("end_column", _COUNT),
        ("quote", _TEXT),
        ("sentence", _TEXT),
    ]
)
"""What a document tells that another may oppose; only between the two halves of a run."""

HELD = pa.schema([("id", _TEXT), ("text", _TEXT), ("date", _TEXT)])
"""The documents that silence findings: theirs are told once all documents are compared."""
