"""`--fix` in formats in which a word is part of something drawn or embedded, which has to stay whole."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Command


def test_a_drawn_table_is_left_to_its_author(factcheck: Command, tmp_path: Path) -> None:
    line = "+-------------+-----+\n"
    table = f"{line}| Ruxotilinib | one |\n{line}| Ruxolitinb  | two |\n{line}"
    (tmp_path / "page.rst").write_text(table + "\nRuxolitinb is a drug.\n", encoding="utf-8")
    factcheck("page.rst", "--fix")
    fixed = (tmp_path / "page.rst").read_text(encoding="utf-8")
    assert fixed == table.replace("Ruxotilinib", "Ruxolitinib") + "\nRuxolitinib is a drug.\n"


def test_a_notebook_and_records_are_fixed_in_place(factcheck: Command, tmp_path: Path) -> None:
    book = '{"cells": [{"cell_type": "markdown", "source": ["Ruxolitinb is \\"a\\" drug.\\n"]}]}'
    (tmp_path / "page.ipynb").write_text(book, encoding="utf-8")
    (tmp_path / "page.csv").write_text('id,body\n1,"Ruxolitinb, ""a"" drug."\n', encoding="utf-8")
    assert factcheck(".", "--fix", "--text-field", "body").status == 0
    assert (tmp_path / "page.ipynb").read_text(encoding="utf-8") == book.replace("Ruxolitinb", "Ruxolitinib")
    assert (tmp_path / "page.csv").read_text(encoding="utf-8") == 'id,body\n1,"Ruxolitinib, ""a"" drug."\n'
