"""GitHub's own fingerprint of a line, which code scanning follows findings by: `primaryLocationLineHash`.

It is worked out as the uploader of GitHub does it (`src/fingerprints.ts` of github/codeql-action): a hash of the
hundred characters from the start of a line on, so that an uploader that checks ours finds its own.
"""

from __future__ import annotations

from array import array
from collections import Counter

BLOCK = 100
"""How many characters, blanks and tabs not counted, a hash covers."""
_FACTOR = 37
_MASK = (1 << 64) - 1
_LEAVING = pow(_FACTOR, BLOCK, 1 << 64)
_LINE_END = ord("\n")
_END = 0xFFFF
"""What stands behind the last character."""
_BLANKS = str.maketrans("", "", " \t")


def line_hashes(source: str) -> tuple[str, ...]:
    """The hash of each line, with a number behind it that tells apart lines with the same hash.

    Lines are counted as LineIndex counts them; characters are UTF-16 units. A file that is not UTF-8, or that begins
    with a byte-order mark, is read otherwise by the uploader, which then keeps the hashes that it was given.
    """
    units = _units(source)
    end = len(units) - BLOCK
    starts = [BLOCK, *(at + 1 for at in range(BLOCK, end) if units[at] == _LINE_END)]
    seen: Counter[str] = Counter()
    hashes = []
    value, following = 0, 0
    for at, (leaving, unit) in enumerate(zip(units, units[BLOCK:], strict=False), BLOCK + 1):
        value = (value * _FACTOR + unit - _LEAVING * leaving) & _MASK
        if following < len(starts) and at == starts[following] + BLOCK:
            name = f"{value:x}"
            seen[name] += 1
            hashes.append(f"{name}:{seen[name]}")
            following += 1
    return tuple(hashes)


def _units(source: str) -> array[int]:
    """The characters that count, with zeros before and behind them, as much as a hash covers."""
    text = source.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS)
    units = array("H", bytes(2 * BLOCK))
    told = array("H", text.encode("utf-16-le", "surrogatepass"))
    if array("H", b"\1\0")[0] != 1:
        told.byteswap()
    units.extend(told)
    units.append(_END)
    units.extend(array("H", bytes(2 * BLOCK)))
    return units
