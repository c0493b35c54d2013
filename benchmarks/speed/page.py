"""`docs/performance.md` from the results that are kept: `python -m benchmarks.speed.page`; needs the extra `bench`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.speed.results import load, verdicts
from benchmarks.speed.tools import PROJECT

PAGE = PROJECT / "docs/performance.md"
PICTURES = PROJECT / "docs/images"
INTRODUCTION = """# Speed and scale

<!-- Made by `make bench-page` from benchmarks/results/latest.json; do not edit by hand. -->

What `make bench` measured last, and what it is to reach. Missed targets are told like the others.

How it is measured: each program is installed from the package registry into an environment of its own, as pipx and
pre-commit do, and run as a fresh process with the whole of its start-up. Of factcheck it is the wheel that `make
wheels` compiles, unless the versions below a table say otherwise. factcheck runs with all built-in packs, claims,
misspellings and the comparison between documents; the packs are compiled beforehand, and no document is known from a
run before, unless a line says otherwise. Programs are pinned to one core and take turns: in each round each runs once.
A time is the median of the rounds; a ratio is the median of the ratios within each round, for what slows the machine
slows both. Memory is the peak of the resident memory. A megabyte is 1,000,000 bytes, a MiB 1,048,576. Times of two
parts of this page do not compare: a machine that others use is not always equally quick. Every result has its rounds
and its share of the corpus beside it; on a small share the start-up of a program weighs more than on the whole.
"""
TITLES = {
    "hook": "One file, as in a hook",
    "throughput": "A corpus",
    "dense": "Dense text",
    "two": "Two processes",
    "unchanged": "Unchanged files",
    "growth": "Growth with documents and with their length",
    "large": "A gigabyte",
    "facts": "Growth with facts",
}
OWN_TEXT = ("hook", "dense")
PLOTS = {
    "growth": (("seconds", 1.0, "Time over the size of the text"), ("mib", 0.0, "Memory over the size of the text")),
    "large": (("seconds", 1.0, "Time over the text that was read"), ("mib", 0.0, "Memory over the text that was read")),
    "facts": (("seconds", 0.5, "Time over the number of facts"),),
}
CORPUS = """## The corpus

5,483 Markdown files with questions and answers from twelve websites of the US National Institutes of Health, made from
MedQuAD (Ben Abacha & Demner-Fushman, 2019, [doi:10.1186/s12859-019-3119-4](https://doi.org/10.1186/s12859-019-3119-4),
CC BY 4.0). The floor is a program that reads, decodes and lower-cases every document, scans it for all names of the
packs and puts every word into a set: what no program of this kind can leave out.
"""


def page(sections: Mapping[str, Any]) -> str:
    """The page, in Markdown: all targets in one table, then each part with its rows and its pictures."""
    lines = [INTRODUCTION, "## Targets\n", "| target | wanted | measured | reached |", "|---|---|---|---|"]
    lines += [f"| {each.what} | {each.wanted} | {value} | {yes} |" for each, value, yes in verdicts(sections)]
    for name in TITLES:
        if name in sections:
            lines += ["", *_part(name, sections[name])]
    return "\n".join([*lines, "", CORPUS])


def _part(name: str, section: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {TITLES[name]}\n"
    told = ", ".join(f"{tool} {number}" for tool, number in sorted(section["versions"].items()))
    own, settings = section["machine"], section["settings"]
    rounds, share = settings["rounds"], settings["share"]
    count = f"{rounds} {'round' if rounds == 1 else 'rounds'}"
    yield f"On {section['on']}. {section['not_yet'].capitalize() + '.' if section['not_yet'] else ''}".strip()
    if section["rows"]:
        rated = any(row["size"] for row in section["rows"])
        yield "\n| | seconds | peak MiB |" + (" MB/s |" if rated else "")
        yield "|---|--:|--:|" + ("--:|" if rated else "")
        for row in section["rows"]:
            rate = f" {row['size'] / row['seconds'] / 1e6:.3g} |" if rated else ""
            yield f"| {row['name']} | {row['seconds']:.3f} | {row['mib']:.0f} |{rate}"
    for quantity, _, title in PLOTS.get(name, ()):
        yield f"\n![{title}](images/{_picture(name, quantity)})"
    if not section["not_yet"]:
        part = "" if name in OWN_TEXT else ", the whole corpus" if share == 1 else f", {share:g} of the corpus"
        machine = f"{own['processor']}, {own['cores']} cores, {own['system']}, Python {own['python']}"
        yield f"\n{count}{part}; {section['measured']}, {machine}; {told}."


def _picture(name: str, quantity: str) -> str:
    return f"performance-{name}-{quantity}.svg"


def pictures(sections: Mapping[str, Any], folder: Path) -> None:
    """Draw the curves of the sections into a folder."""
    from benchmarks.speed.curves import draw

    for name, plots in PLOTS.items():
        if name in sections:
            for quantity, exponent, _ in plots:
                draw(sections[name], quantity, exponent, folder / _picture(name, quantity))


def main() -> int:
    """Write the page and its pictures. Raises SystemExit if nothing was measured."""
    sections = load()
    if not sections:
        raise SystemExit("nothing is measured; `make bench` comes first")
    PAGE.write_text(page(sections), encoding="utf-8")
    pictures(sections, PICTURES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
