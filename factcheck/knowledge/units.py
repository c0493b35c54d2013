"""Quantities of one dimension in one unit: micrograms and milligrams, per mille and per cent, degrees.

The factors are those of pint's registry, which is loaded only when two units differ.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.model.claim import Quantity

_NAMES = {"%": "percent", "‰": "permille", "mcg": "microgram", "°C": "degC", "°F": "degF"}
_DIGITS = 9


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


@lru_cache(maxsize=256)
def _in_unit(number: float, unit: str, wanted: str) -> float | None:
    import pint

    names = (_NAMES.get(unit, unit), _NAMES.get(wanted, wanted))
    try:
        converted = _registry().Quantity(number, names[0]).to(names[1]).magnitude
    except (pint.UndefinedUnitError, pint.DimensionalityError):
        return None
    return float(f"{converted:.{_DIGITS}g}")


def bounds_in(said: Quantity, unit: str) -> tuple[float, float] | None:
    """The lowest and the highest of a quantity in a unit; None if it measures something else."""
    return bounds_of(said.low, said.high, said.unit, unit)


def bounds_of(low: float, high: float, unit: str, wanted: str) -> tuple[float, float] | None:
    """A range of one unit in another; None if that measures something else."""
    if unit == wanted:
        return low, high
    lowest, highest = _in_unit(low, unit, wanted), _in_unit(high, unit, wanted)
    return None if lowest is None or highest is None else (lowest, highest)
