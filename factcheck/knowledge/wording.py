"""What a breach of a schema is called in plain words: a table, one line for each keyword of JSON Schema."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.errors import UserError
    from factcheck.knowledge.yaml_file import Steps, YamlFile

Breach = Any
"""A jsonschema.ValidationError, whose published types leave open what its fields hold."""

_SHOWN_CHARACTERS = 40
_TYPES = {
    "string": "text",
    "array": "a list",
    "object": "a mapping (key: value)",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}


def told(file: YamlFile, error: Breach) -> list[UserError]:
    """One or more UserErrors for one breach."""
    steps = tuple(error.absolute_path)
    keyword = str(error.validator)
    if keyword == "additionalProperties":
        return [
            file.mistake((*steps, key), f'unknown key "{key}"', did_you_mean(str(key), _known(error)), on_key=True)
            for key in error.instance
            if key not in _known(error)
        ]
    if "propertyNames" in error.absolute_schema_path:
        what, hint = _told_value(error)
        return [file.mistake((*steps, error.instance), what, hint, on_key=True)]
    if keyword in {"required", "oneOf"}:
        return [_told_missing(file, steps, error)]
    what, hint = _told_value(error)
    if error.instance is None and steps and steps[-1] in {"S", "O", "N"}:
        hint = f"write {steps[-1]} without braces"
    return [file.mistake(steps, what, hint)]


def quoted(value: Any) -> str:
    """A value as messages show it, shortened."""
    if isinstance(value, date):
        text = value.isoformat()
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = str(value)
    return f'"{text[:_SHOWN_CHARACTERS]}…"' if len(text) > _SHOWN_CHARACTERS else f'"{text}"'


def _told_missing(file: YamlFile, steps: Steps, error: Breach) -> UserError:
    """A missing key, or not exactly one of several; told at the key of the mapping that lacks it."""
    on_key = bool(steps) and isinstance(steps[-1], str)
    given = error.instance
    if error.validator == "required":
        name = error.message
        what = _described(error.schema.get("properties", {}).get(name, {}))
        return file.mistake(steps, f'key "{name}" is missing', f'add "{name}: …"{what}', on_key=on_key)
    names = [branch["required"][0] for branch in error.validator_value]
    both = [f'"{name}"' for name in names if name in given]
    choice = " or ".join([", ".join(f'"{name}"' for name in names[:-1]), f'"{names[-1]}"'])
    if both:
        second = next(name for name in given if name in names and f'"{name}"' != both[0])
        return file.mistake((*steps, second), f"{' and '.join(both)} stand together", f"write {choice}", on_key=True)
    near = [key for key in given if did_you_mean(str(key), names).startswith("did")]
    hint = did_you_mean(str(near[0]), names) if near else f"add {choice}"
    return file.mistake(steps, f"there is no {choice}", hint, on_key=on_key)


def _described(schema: dict[str, Any]) -> str:
    text = str(schema.get("description", "")).partition(". ")[0]
    return f": {text[0].lower()}{text[1:].rstrip('.')}" if text else ""


def _known(error: Breach) -> list[str]:
    return list(error.schema.get("properties", {}))


def _told_value(error: Breach) -> tuple[str, str]:
    word = _WORDS.get(str(error.validator))
    return word(error) if word else (f"{quoted(error.instance)} is not allowed here", "")


def _type(error: Breach) -> tuple[str, str]:
    types = error.validator_value
    allowed = [types] if isinstance(types, str) else types
    must = " or ".join(_TYPES.get(each, each) for each in allowed)
    if error.schema.get("format") == "date":
        return f"must be a date, not {_kind(error.instance)}", "write it as 2026-11-22"
    return f"must be {must}, not {_kind(error.instance)}", _type_hint(error.instance, allowed)


def _type_hint(value: Any, allowed: list[str]) -> str:
    if isinstance(value, str) and "boolean" in allowed and value.lower() in {"yes", "no", "on", "off"}:
        return f"write {'true' if value.lower() in {'yes', 'on'} else 'false'}"
    if "string" in allowed and isinstance(value, (int, float, date)):
        return f"put it in quotes: {quoted(value)}"
    if "array" in allowed and isinstance(value, str):
        return f"write it as a list: [{value[:_SHOWN_CHARACTERS]}]"
    if isinstance(value, dict) and "string" in allowed:
        return 'quote text that holds ": " or starts with {'
    return ""


def _kind(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return quoted(value).strip('"')
    if isinstance(value, date):
        return f"the date {value.isoformat()}"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, list):
        return "a list"
    return "a mapping" if isinstance(value, dict) else "text"


def _enum(error: Breach) -> tuple[str, str]:
    allowed = [str(each) for each in error.validator_value]
    value = error.instance
    if isinstance(value, bool) and "yes" in allowed:
        return f"{quoted(value)} is not one of {', '.join(allowed)}", f"write {'yes' if value else 'no'}"
    shown = ", ".join(allowed)
    hint = did_you_mean(str(value), allowed)
    return f"{quoted(value)} is not one of {shown}", hint if hint.startswith("did") else ""


def _pattern(error: Breach) -> tuple[str, str]:
    name = str(error.schema.get("title", "allowed here")).removesuffix(" or a list of ids")
    return f"{quoted(error.instance)} is not {name}", str(error.schema.get("patternErrorMessage", ""))


def _twice(error: Breach) -> tuple[str, str]:
    seen: list[Any] = []
    for each in error.instance:
        if each in seen:
            return f"{quoted(each)} stands twice in this list", "take one out"
        seen.append(each)
    return "something stands twice in this list", "take one out"


def _few(error: Breach) -> tuple[str, str]:
    need = error.validator_value
    noun = "keys" if error.validator == "minProperties" else "items"
    return (f"must have at least {need} {noun}", "") if need > 1 else ("must not be empty", "")


_WORDS: dict[str, Callable[[Breach], tuple[str, str]]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "format": lambda error: (f"{quoted(error.instance)} is not a date", "write it as 2026-11-22, without quotes"),
    "minItems": _few,
    "minProperties": _few,
    "minLength": lambda _: ("must not be empty", ""),
    "maxLength": lambda error: (f"is longer than {error.validator_value} characters", ""),
    "uniqueItems": _twice,
    "minimum": lambda error: (f"{quoted(error.instance)} is too small", f"the least is {error.validator_value}"),
    "maximum": lambda error: (f"{quoted(error.instance)} is too large", f"the most is {error.validator_value}"),
}
