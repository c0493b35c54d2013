"""The rules of the house that no linter knows: sizes, names, floors, and tables without gaps."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest
from tomli import loads

from factcheck.checks import CHECKS
from factcheck.cli import COMMANDS
from factcheck.config import Config
from factcheck.engine import knowledge
from factcheck.model.finding import SEVERITIES
from factcheck.report import FORMATS
from factcheck.workshop import rehearsal

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "factcheck").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "processor"}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=named)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_functions_are_short(path: Path) -> None:
    long = [
        f"{function.name}: {length} lines"
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_names_say_what_is_in_them(path: Path) -> None:
    words = set(re.split(r"[_.]", path.name))
    assert not words & VAGUE
    assert path.name.startswith("__") or len(path.stem) > 1
    classes = [
        node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ClassDef)
    ]
    assert not [name for name in classes if re.search("(Manager|Handler|Processor|Helper|Utils?)$", name)]


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=named)
def test_nothing_is_left_for_later(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    later = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X"))
    assert not re.search(rf"\b({later})\b", text)
    empty = [
        function.name
        for function in functions(path)
        if path in MODULES
        and any(isinstance(node, ast.Raise) and "NotImplemented" in ast.unparse(node) for node in function.body)
    ]
    assert empty == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        named(path) for path in [*MODULES, *TESTS] if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert [name for name in silent if (ROOT / name).stat().st_size] == []


def test_floors_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_command_has_its_file() -> None:
    for name in COMMANDS:
        assert importlib.import_module(f"factcheck.cli.{name}").command.name == name


def test_every_format_has_its_file_and_no_file_lacks_a_format() -> None:
    files = {path.stem.removeprefix("as_") for path in (ROOT / "factcheck" / "report").glob("as_*.py")}
    assert {name.replace("-", "_") for name in FORMATS} == files


@pytest.mark.parametrize("code", CHECKS)
def test_every_check_has_code_name_severity_and_page(code: str) -> None:
    check = CHECKS[code]
    assert check.code == code
    assert re.fullmatch(r"FC\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", check.name)
    assert check.severity in SEVERITIES
    assert len(check.doc.split()) > 20


@pytest.mark.timeout(300)
def test_every_check_has_an_example_in_a_pack() -> None:
    results = rehearsal.test_rules(knowledge(Config()), None)
    seen = {finding.code for result in results for finding in result.got}
    # FC4 speaks of two documents and FC9 of files and comments: no single sentence shows them.
    wanted = {code for code in CHECKS if code[2] not in "49"}
    assert wanted <= seen


def compiled_modules() -> list[str]:
    """The modules that `make wheels` compiles."""
    hook = loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    hook = hook["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    found = {path for pattern in hook["include"] for path in ROOT.glob(pattern)}
    left_out = {path for pattern in hook["exclude"] for path in ROOT.glob(pattern)}
    return sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in found - left_out)


@pytest.mark.parametrize("module", compiled_modules())
def test_compiled_dataclasses_have_their_types_when_they_are_made(module: str) -> None:
    """The compiler looks the types of fields up at run time: none of them may be imported for type checking alone."""
    for each in vars(importlib.import_module(module)).values():
        if is_dataclass(each) and isinstance(each, type) and each.__module__ == module:
            assert get_type_hints(each)


@pytest.mark.parametrize("module", compiled_modules())
def test_nothing_is_a_cached_property(module: str) -> None:
    """A compiled one is worked out again each time."""
    assert not hasattr(importlib.import_module(module), "cached_property")


@pytest.mark.parametrize("module", compiled_modules())
def test_no_membership_in_a_display_with_a_star(module: str) -> None:
    """`x in (*A, "b")` stops the compiler."""
    source = ROOT.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    asked = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Compare)]
    displays = [each for node in asked for each in node.comparators if isinstance(each, ast.Tuple | ast.List | ast.Set)]
    assert [each.lineno for each in displays if any(isinstance(one, ast.Starred) for one in each.elts)] == []
