"""The curves of a section as a picture: SVG, both axes logarithmic, the same bytes from the same values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")  # before pyplot, which would look for a screen

from matplotlib import pyplot as plt
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

COLOURS = ("#1b5e8c", "#c2571a")  # told apart by those who see no red or no green
QUANTITIES = {"seconds": "seconds", "mib": "peak memory, MiB"}


def draw(section: Mapping[str, Any], quantity: str, exponent: float, file: Path) -> None:
    """Draw `seconds` or `mib` over the size, with a dotted line that grows with this power of it, into an SVG file."""
    with mpl.rc_context({"svg.hashsalt": "factcheck", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure, axes = plt.subplots(figsize=(6.4, 3.6), layout="constrained")
        for curve, colour in zip(section["curves"], COLOURS, strict=False):
            axes.plot(curve["x"], curve[quantity], marker="o", color=colour, label=curve["name"])
        first = section["curves"][0]
        start, level = first["x"][0], first[quantity][0]
        guide = [level * (each / start) ** exponent for each in first["x"]]
        if exponent:
            axes.plot(first["x"], guide, ":", color="#666666", label=_named(exponent))
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xticks(first["x"], [_short(each) for each in first["x"]])
        axes.yaxis.set_major_locator(LogLocator(subs=(1.0, 2.0, 5.0)))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _short(value)))
        axes.xaxis.set_minor_locator(NullLocator())
        axes.yaxis.set_minor_locator(NullLocator())
        axes.set_xlabel(section["axis"])
        axes.set_ylabel(QUANTITIES[quantity])
        if not exponent:
            axes.set_ylim(bottom=min(10.0, min(first[quantity])), top=max(1000.0, max(first[quantity])))
        axes.grid(visible=True, which="major", color="#dddddd")
        axes.legend(frameon=False)
        file.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
        plt.close(figure)
    lines = (line.rstrip() for line in file.read_text(encoding="utf-8").splitlines())
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _short(value: float) -> str:
    """A number on an axis: two digits, or all of a large one."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _named(exponent: float) -> str:
    return "linear" if exponent == 1 else "the square root" if exponent == 0.5 else f"the power {exponent:g}"
