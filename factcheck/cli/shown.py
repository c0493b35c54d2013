"""`--show-files` and `--show-settings`: what a run would read, and what it would be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.config import KEYS, Glob
from factcheck.readers import DATE_KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.config import Config
    from factcheck.discover import Source

READ_AS_TEXT = "text"


def files_text(sources: Sequence[Source]) -> str:
    """A line for each file that would be read: its path and the name of its reader."""
    broad = max((len(source.path) for source in sources), default=0)
    return "".join(f"{source.path:{broad}}  {source.format or READ_AS_TEXT}\n" for source in sources)


def settings_text(sources: Sequence[Source], here: Config) -> str:
    """The settings of the documents, file of settings by file, each value with the place that it comes from."""
    groups: dict[str, list[Source]] = {}
    configs = {here.file: here}
    for source in sources:
        config = source.config or here
        configs.setdefault(config.file, config)
        groups.setdefault(config.file, []).append(source)
    shown = [file for file in configs if file in groups] or [here.file]
    return "\n".join(_settings(configs[file], groups.get(file, [])) for file in shown)


def _settings(config: Config, sources: Sequence[Source]) -> str:
    rows = [(key, _value(key, config), config.origin(key.replace("-", "_"))) for key in KEYS if key != "extends"]
    broad = max(len(key) for key, _, _ in rows)
    lines = [f"{config.file or 'no settings file'}: {_documents(sources)}"]
    lines += [f"  {key:{broad}}  {value}  ({origin})" for key, value, origin in rows]
    return "".join(f"{line}\n" for line in lines)


def _documents(sources: Sequence[Source]) -> str:
    if not sources:
        return "no documents"
    count = f"{len(sources)} {'document' if len(sources) == 1 else 'documents'}"
    return f"{count}, {'such as ' if len(sources) > 1 else ''}{sources[0].path}"


def _value(key: str, config: Config) -> str:
    value = getattr(config, key.replace("-", "_"))
    if key == "dates":
        value = value or DATE_KEYS
    if not value:
        return "-"
    return ", ".join(map(_word, value)) if isinstance(value, tuple) else str(value)


def _word(value: Any) -> str:
    """One value of a list: a word, a pattern, or a pair of what is told of what."""
    if isinstance(value, Glob):
        return value.pattern
    if isinstance(value, tuple):
        told = value[1]
        return f"{_word(value[0])}: {' '.join(told) if isinstance(told, tuple) else told}"
    return str(value)
