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
    if said.unit == unit:
        return said.low, said.high
    low, high = _in_unit(said.low, said.unit, unit), _in_unit(said.high, said.unit, unit)
    return None if low is None or high is None else (low, high)
