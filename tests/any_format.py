"""Any text as a file of any format, and any file as its documents: for what holds whatever the format is."""

from __future__ import annotations

import csv
import io
import json
from pathlib import PurePath

from factcheck.model.document import Document
from factcheck.readers import READERS, read_all

FIELD = "text"
PATHS = [f"x{suffix}" for suffix in READERS]


def as_file(path: str, text: str) -> str:
    """What a file of this name holds that says the text: the text itself, or what it is embedded in."""
    suffix = PurePath(path).suffix
    if suffix == ".ipynb":
        code = {"cell_type": "code", "source": ["x = 1\n"], "outputs": []}
        cells = [{"cell_type": "markdown", "source": text.splitlines(keepends=True)}, code]
        return json.dumps({"nbformat": 4, "cells": [*cells, {"cell_type": "markdown", "source": text}]}, indent=1)
    if suffix in (".jsonl", ".ndjson"):
        return "".join(json.dumps({"id": number, FIELD: text}, ensure_ascii=number > 1) + "\n" for number in (1, 2))
    if suffix in (".csv", ".tsv"):
        file = io.StringIO()
        writer = csv.writer(file, delimiter="\t" if suffix == ".tsv" else ",")
        writer.writerows([("id", FIELD), (1, text), (2, text)])
        return file.getvalue()
    return text


def read_any(path: str, raw: bytes, inner: str = "markdown") -> list[Document]:
    """The documents of a file's bytes; records are read by their field `text`."""
    return read_all(path, raw, "", [FIELD], inner)
