"""What an instruction says, whatever its form: `FC202 hair-loss-fact -- reason; by=name; until=2027-01-31`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.config import read_date
from factcheck.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

VERBS = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")
"""What a comment may say behind `factcheck-`."""
FORM = 'write it as "FC202 -- reason; by=name; until=2027-01-31"'

_DASHES = re.compile(r"(?:^|\s)(?:--|—|–)(?:\s|$)")
_KEY = re.compile(r"\s*(by|until)\s*=\s*(.*)", re.DOTALL)
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be silenced, why, by whom and how long; `fault` says what is wrong with it, if anything is."""

    selectors: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    until: date | None = None
    words: str = ""
    fault: str = ""


def read_order(text: str) -> Order:
    """The order in the words behind a verb, or in the value of an attribute."""
    dashes = _DASHES.search(text)
    head, tail = (text[: dashes.start()], text[dashes.end() :]) if dashes else (text, "")
    quoted = _QUOTED.search(head)
    selectors = tuple(re.split(r"[\s,]+", _QUOTED.sub(" ", head).strip()))
    told = {"by": "", "until": ""}
    reason = []
    for piece in tail.split(";"):
        key = _KEY.fullmatch(piece)
        if key:
            told[key[1]] = key[2].strip()
        else:
            reason.append(piece)
    words = quoted[1] if quoted else ""
    return _order(selectors, " ".join(";".join(reason).split()), told["by"], told["until"], words)


def _order(selectors: Iterable[str], reason: str, by: str, until: str, words: str = "") -> Order:
    known = tuple(selector for selector in selectors if selector)
    if not known:
        return Order(fault=f"names no code and no fact; {FORM}")
    try:
        day = read_date(until) if until else None
    except ValueError as error:
        return Order(known, reason, by, None, words, f"until {error}")
    return Order(known, reason, by, day, words, "" if reason else f"gives no reason; {FORM}")


def verb_of(text: str) -> tuple[str, str, str]:
    """The verb of a comment without `factcheck-`, what follows it, and what is wrong with the verb, if anything is."""
    verb, _, rest = text.partition(" ")
    verb = verb.strip()
    if verb in VERBS:
        return verb, rest, ""
    return verb, rest, f'says "{verb}", which is no instruction; {did_you_mean(verb, VERBS)}'


def read_front(text: str) -> list[Order]:
    """The orders of the key `factcheck` of front matter, written in YAML or TOML."""
    try:
        value = _toml(text) if text.startswith("[") else _yaml(text)
    except ValueError as error:
        return [Order(fault=f"cannot be read: {error}")]
    if not isinstance(value, dict) or set(value) - {"ignore", "reason", "by", "until"} or "ignore" not in value:
        return [
            Order(fault='takes ignore, and with it reason, by and until: "factcheck: {ignore: [FC202], reason: …}"')
        ]
    items = value["ignore"] if isinstance(value["ignore"], list) else [value["ignore"]]
    return [_front_order(item, value) for item in items]


def _front_order(item: Any, shared: dict[str, Any]) -> Order:
    if not isinstance(item, str):
        return Order(fault=f"takes codes or facts in ignore, each as a word; {FORM}")
    order = read_order(item)
    reason, by = (getattr(order, key) or str(shared.get(key, "")) for key in ("reason", "by"))
    until = order.until.isoformat() if order.until else str(shared.get("until", ""))
    return order if order.fault.startswith("until") else _order(order.selectors, reason, by, until, order.words)


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)["factcheck"]
    except yaml.YAMLError as error:
        raise ValueError(getattr(error, "problem", None) or "not YAML") from error
    except (TypeError, KeyError) as error:
        raise ValueError("not a key with a value") from error


def _toml(text: str) -> Any:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib.loads(text)["factcheck"]
