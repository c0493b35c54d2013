"""Under what the result of a document is kept: a digest of all that it depends on, but for the packs."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.model.digest import blake2b

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.discover import Source

KEY_BYTES = 16


def key_of(source: Source, raw: bytes, aside: bytes, config: Config) -> bytes:
    """The key of a document of these bytes, with a sidecar of those.

    Of its path only the suffix counts, which tells how it is read; with a sidecar the whole path does, as it stands
    in what is told of the suppressions there. The day is no part of it: a result tells for which days it holds.
    """
    suffix = PurePath(source.path).suffix.lower()
    how = (source.format, suffix, config.text_field, config.text_format, config.dates)
    beside = (source.path, aside) if aside else ()
    head = repr((how, beside, len(raw))).encode("utf-8", "surrogatepass")
    return blake2b(head + b"\n" + raw, digest_size=KEY_BYTES).digest()
