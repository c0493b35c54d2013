"""What a run works with: the knowledge base and the extractor of its packs, and the documents of a source."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.checks import unreadable_document as unread
from factcheck.knowledge import load_knowledge
from factcheck.model.document import MARK, Remark
from factcheck.model.finding import Finding
from factcheck.model.span import Span
from factcheck.readers import MAX_BYTES, newest, read_all

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.discover import Source
    from factcheck.extract.claims import Extractor
    from factcheck.knowledge.base import KnowledgeBase
    from factcheck.model.document import Document


SIDECAR = ".factcheck"
"""How the name of the file ends that stands beside a document and silences findings in it."""


@lru_cache(maxsize=8)
def _knowledge(rules: tuple[str, ...], use_cache: bool) -> KnowledgeBase:
    return load_knowledge(rules, use_cache)


@lru_cache(maxsize=8)
def _extractor(rules: tuple[str, ...], use_cache: bool) -> Extractor:
    from factcheck.extract.claims import Extractor  # not at start: a run of documents that are known needs none

    return Extractor(_knowledge(rules, use_cache))


def knowledge(config: Config) -> KnowledgeBase:
    """The knowledge base of a run's packs, loaded once. Raises UserError for a broken pack."""
    return _knowledge(config.rules, config.use_cache)


def extractor(config: Config) -> Extractor:
    """What finds the claims of documents by them. Raises UserError for a broken pack."""
    return _extractor(config.rules, config.use_cache)


def with_pack(config: Config, pack: str) -> tuple[str, ...]:
    """The packs of the settings with this one (a name or a folder) in the place of the one of its id, or added."""
    own = knowledge(replace(config, rules=(pack,))).packs[-1].id
    others = [name for name in config.rules if knowledge(replace(config, rules=(name,))).packs[-1].id != own]
    return (*others, pack)


def documents_of(source: Source, config: Config) -> list[Document]:
    """What a source holds: a document, or one for each record. Raises OSError if it cannot be opened and ReadError."""
    return documents_in(source, contents(source), config)


def documents_in(source: Source, raw: bytes, config: Config, aside: bytes | None = None) -> list[Document]:
    """What a source would hold if these were its bytes, and `aside` those of its sidecar. Raises ReadError."""
    found = read_all(source.path, raw, source.format, config.text_field, config.text_format)
    remarks = _remarks(source, sidecar(source) if aside is None else aside)
    if remarks and found:
        found[0] = replace(found[0], remarks=(*found[0].remarks, *remarks))
    if config.dates:
        found = [replace(each, date=newest(each.days, config.dates)) for each in found]
    return found


def sidecar(source: Source) -> bytes:
    """The bytes of the file beside a document that says something to factcheck of it; none if there is no such file."""
    if not source.aside:
        return b""
    try:
        return Path(f"{source.path}{SIDECAR}").read_bytes()
    except (OSError, ValueError):
        return b""


def _remarks(source: Source, aside: bytes) -> tuple[Remark, ...]:
    """What a sidecar says, a line each; for formats that have no comments."""
    lines = aside.decode("utf-8-sig", "replace").splitlines()
    told = ((number, line.strip()) for number, line in enumerate(lines, 1))
    return tuple(
        Remark(Span(0, 0), f"{MARK}disable-file {line}", place=f"{source.path}{SIDECAR}:{number}")
        for number, line in told
        if line and not line.startswith("#")
    )


def contents(source: Source) -> bytes:
    """The bytes of a source, at most one more than are read. Raises OSError if it cannot be opened."""
    with source.file.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def unreadable_finding(error: Exception) -> Finding:
    """The finding that a source cannot be read, with the reason."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    nowhere, message = Span(0, 0), f"This document cannot be read: {reason}."
    return Finding(unread.CODE, unread.NAME, "", unread.SEVERITY, message, "", nowhere, "", nowhere)
