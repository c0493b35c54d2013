"""Sections to the file of the last results and back, and to a table for a terminal."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.speed.section import Section
from benchmarks.speed.targets import TARGETS, Target, in_unit

LATEST = Path(__file__).resolve().parents[1] / "results/latest.json"
MISSING = "not yet"


def machine() -> dict[str, str | int]:
    """What it ran on, as far as it matters: the processor, how many cores, the system, Python."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    models = [line.partition(":")[2].strip() for line in told.splitlines() if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": os.cpu_count() or 1,
        "system": platform.system(),
        "python": platform.python_version(),
    }


def recorded(section: Section, settings: Mapping[str, Any]) -> dict[str, Any]:
    """A section as it is kept: plain values, seconds to a tenth of a millisecond, memory to a tenth of a MiB."""
    plain = asdict(section)
    for row in (*plain["rows"], *plain["curves"]):
        for key, digits in (("seconds", 4), ("mib", 1), ("x", 3)):
            if key in row:
                row[key] = _rounded(row[key], digits)
    plain["values"] = {key: round(value, 4) for key, value in plain["values"].items()}
    return {**plain, **settings}


def _rounded(value: Any, digits: int) -> Any:
    return [round(each, digits) for each in value] if isinstance(value, tuple | list) else round(value, digits)


def load(file: Path = LATEST) -> dict[str, Any]:
    """Section -> what was recorded of it last; nothing if nothing was."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return found


def keep(sections: Mapping[str, Any], file: Path = LATEST) -> None:
    """Put sections into the file; those that were not measured this time stay as they are."""
    file.parent.mkdir(parents=True, exist_ok=True)
    together = {**load(file), **sections}
    file.write_text(json.dumps(together, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def verdicts(sections: Mapping[str, Any]) -> Iterator[tuple[Target, str, str]]:
    """Each target of the sections in the order of their table: the target, the value in words, and yes, no or not yet.

    A value that is missing is never taken for one that is reached, and one that was not measured as far as the target
    goes is told with how far it was.
    """
    for target in TARGETS:
        if target.section in sections:
            section = sections[target.section]
            value = section["values"].get(target.key)
            reached = f"yes, {section['within']}" if section["within"] else "yes"
            if value is None:
                yield target, MISSING, MISSING
            else:
                yield target, in_unit(value, target.unit), reached if target.reached_by(value) else "no"


def told(sections: Mapping[str, Any]) -> str:
    """The table of a terminal: what was run, then every target, its value and whether it is reached."""
    lines = []
    for name, section in sections.items():
        lines.append(f"\n{name}: {section['on']}" + (f" ({section['not_yet']})" if section["not_yet"] else ""))
        for row in section["rows"]:
            rate = f"{row['size'] / row['seconds'] / 1e6:10.2f} MB/s" if row["size"] else ""
            lines.append(f"  {row['name']:28}{row['seconds']:10.3f} s{row['mib']:10.1f} MiB{rate}")
    lines.append(f"\n{'reached':17}{'value':>12}  {'wanted':20}what")
    for target, value, reached in verdicts(sections):
        lines.append(f"{reached:17}{value:>12}  {target.wanted:20}{target.what}")
    return "\n".join(lines) + "\n"
