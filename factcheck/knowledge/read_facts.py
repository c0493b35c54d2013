"""facts/*.yaml -> Fact, ClosedSet and Term records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model.knowledge import ClosedSet, Example, Fact, Statement, Term, Value

if TYPE_CHECKING:
    from datetime import date

    from factcheck.knowledge.ledger import Ledger
    from factcheck.knowledge.yaml_file import Place

WORDS = ("extent", "lab", "scope")  # the qualifiers that are words, not entities
QUALIFIERS = ("by", "for", "in", "to", "route", "extent", "lab", "scope")
EXAMPLE_KINDS = ("wrong", "right", "silent", "loose", "outdated")

Qualifiers = tuple[tuple[str, tuple[str, ...]], ...]


def read_facts(place: Place, ledger: Ledger) -> list[Fact]:
    """The facts of a file."""
    return [_fact(data, at, ledger) for data, at in _items(place, "facts", ledger)]


def read_sets(place: Place, ledger: Ledger) -> list[ClosedSet]:
    """The closed sets of a file."""
    return [_closed_set(data, at, ledger) for data, at in _items(place, "sets", ledger)]


def read_terms(place: Place, ledger: Ledger) -> list[Term]:
    """The terms of a file."""
    return [_term(data, at, ledger) for data, at in _items(place, "terms", ledger)]


def _items(place: Place, key: str, ledger: Ledger) -> list[tuple[dict[str, Any], Place]]:
    found = []
    for number, data in enumerate(place.file.data.get(key) or ()):
        at = place.at(key, number)
        ledger.define("fact", data["id"], at.at("id"))
        found.append((data, at))
    return found


def _fact(data: dict[str, Any], place: Place, ledger: Ledger) -> Fact:
    if "claim" in data:
        claims = [(data["claim"], place.at("claim"))]
    else:
        claims = [(each, place.at("claims", number)) for number, each in enumerate(data["claims"])]
    since, until = _span(data, "since", "until", place, ledger)
    reviewed, review_by = _span(data, "reviewed", "review-by", place, ledger)
    return Fact(
        id=data["id"],
        pack=ledger.pack,
        statements=tuple(_statement(claim, at, ledger) for claim, at in claims),
        says=data["says"],
        severity=data.get("severity", "error"),
        since=since,
        until=until,
        sources=ledger.use_all("citation", data.get("sources"), place.at("sources")),
        except_for=ledger.use_all("entity", data.get("except"), place.at("except")),
        reviewed=reviewed,
        review_by=review_by,
        examples=_examples(data.get("examples")),
        note=data.get("note", ""),
    )


def _statement(data: dict[str, Any], place: Place, ledger: Ledger) -> Statement:
    among = data.get("among", "")
    if among:
        ledger.use("entity", among, place.at("among"))
    when = data.get("on", [])
    return Statement(
        subject=ledger.use("entity", data["subject"], place.at("subject")),
        relation=ledger.use("relation", data["relation"], place.at("relation")),
        objects=ledger.use_all("entity", data.get("object"), place.at("object")),
        polarity=data.get("polarity", "yes") == "yes",
        among=among,
        also=ledger.use_all("entity", data.get("also"), place.at("also")),
        value=_value(data.get("value"), place.at("value"), ledger),
        text=ledger.expand(data.get("text"), place.at("text")),
        when=tuple(when) if isinstance(when, list) else (when,),
        qualifiers=_qualifiers(data, place, ledger),
        severity=data.get("severity", ""),
        suggest=data.get("suggest", ""),
    )


def _qualifiers(data: dict[str, Any], place: Place, ledger: Ledger) -> Qualifiers:
    """Qualifiers in a fixed order: entities, but an extent, a laboratory (vitro) or a scope (all) is a word."""
    found = []
    for key in QUALIFIERS:
        if key in WORDS and key in data:
            found.append((key, (data[key],) if isinstance(data[key], str) else tuple(data[key])))
        elif key in data:
            found.append((key, ledger.use_all("entity", data[key], place.at(key))))
    return tuple(found)


def _value(data: dict[str, Any] | None, place: Place, ledger: Ledger) -> Value | None:
    if data is None:
        return None
    low, high = data.get("from"), data.get("to")
    if "one-of" in data and (low is not None or high is not None):
        ledger.refuse(place, "one-of stands beside from or to", "write single values or a range")
    if "one-of" not in data and low is None and high is None:
        ledger.refuse(place, "this quantity has no number", "write one-of: [2, 4], or from and to")
    if low is not None and high is not None and low > high:
        ledger.refuse(place.at("from"), f"from {low} is above to {high}", "turn them round")
    numbers = tuple(float(number) for number in data.get("one-of", ()))
    return Value(data.get("unit", ""), numbers, _number(low), _number(high), data.get("per", ""))


def _span(data: dict[str, Any], first: str, last: str, place: Place, ledger: Ledger) -> tuple[date | None, date | None]:
    """Two days of a mapping; a mistake if they stand the wrong way round."""
    start, end = data.get(first), data.get(last)
    if start and end and start > end:
        ledger.refuse(place.at(last), f"{last} {end} is before {first} {start}", "turn them round")
    return start, end


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _closed_set(data: dict[str, Any], place: Place, ledger: Ledger) -> ClosedSet:
    members = data["members"]
    at = place.at("members")
    reviewed, review_by = _span(data, "reviewed", "review-by", place, ledger)
    subject = members.get("subject", "")
    if subject:
        ledger.use("entity", subject, at.at("subject"))
    return ClosedSet(
        id=data["id"],
        pack=ledger.pack,
        relation=ledger.use("relation", members["relation"], at.at("relation")),
        object=ledger.use("entity", members["object"], at.at("object")),
        complete=data["complete"],
        says=data["says"],
        qualifiers=_qualifiers(members, at, ledger),
        severity=data.get("severity", "error"),
        sources=ledger.use_all("citation", data.get("sources"), place.at("sources")),
        examples=_examples(data.get("examples")),
        subject=subject,
        reviewed=reviewed,
        review_by=review_by,
    )


def _term(data: dict[str, Any], place: Place, ledger: Ledger) -> Term:
    reviewed, review_by = _span(data, "reviewed", "review-by", place, ledger)
    return Term(
        id=data["id"],
        pack=ledger.pack,
        avoid=ledger.expand(data["avoid"], place.at("avoid")),
        prefer=data["prefer"],
        says=data["says"],
        severity=data.get("severity", "note"),
        sources=ledger.use_all("citation", data.get("sources"), place.at("sources")),
        examples=_examples(data.get("examples")),
        reviewed=reviewed,
        review_by=review_by,
    )


def _examples(data: dict[str, list[Any]] | None) -> tuple[Example, ...]:
    found = []
    for kind in EXAMPLE_KINDS:
        for each in (data or {}).get(kind) or ():
            text, form = (each, "text") if isinstance(each, str) else (each["text"], each.get("format", "text"))
            found.append(Example(kind, text, form))
    return tuple(found)
