"""Links, footnotes, images, anchors, index terms and references to attributes within the sentences of AsciiDoc."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.readers.asciidoc_joined import SPACE
from factcheck.readers.strand import PLACEHOLDER

if TYPE_CHECKING:
    from re import Match

    from factcheck.readers.asciidoc_attributes import Attributes
    from factcheck.readers.asciidoc_joined import Joined

LONGEST = 2_000
"""How far behind an opening bracket that nothing balances its closing one is looked for."""

_BRACKET = re.compile(r"\\?[\[\]]")
_NAMED = re.compile(
    r"(?:((?:footnote(?:ref)?|indexterm2?|(?<!\w)(?:link|xref|mailto|anchor|kbd|btn|menu))):[^\s\[\]]{0,500}"
    r"|(?<!\w)(?:image|icon|audio|video)::?[^\s:\[][^\n\[\]]{0,300})\["
)
_ADDRESS = re.compile(
    r"(?<!\w)(?:(?:https?|ftps?|irc|file)://|www\.)[^\s\[\]<>\"`|]*"
    r"|\{(\w[\w-]{0,100})\}[^\s\[\]]{0,300}(?=\[)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_CROSS = re.compile(r"<<([\w#/.:{\ufffc][^<>,]{0,300})(,[^<>]{0,1000})?>>")
_ANCHOR = re.compile(r"\[\[\[?[A-Za-z_:][\w:.-]{0,200}(?:,[^\[\]\n]{0,300})?\]\]\]?")
_HIDDEN_TERM = re.compile(r"\(\(\([^()]{1,300}(?:\([^()]{0,100}\)[^()]{0,200}){0,3}\)\)\)")
_TERM = re.compile(r"(?<!\()\(\(([^()]{1,300})\)\)(?!\))")
_TEMPLATE = re.compile(r"\{\{[^{}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}|\{(?:set|counter2?):[^{}\n]{0,200}\}")
_REFERENCE = re.compile(r"\{(\w[\w-]{0,100})\}")
_PATH = re.compile(r"[/#?][^\s\[\]<>\"`|,;)]{0,300}")
_ATTRIBUTE = re.compile(r",\s*[\w-]{1,50}\s*=|\A\s*[\w-]{1,50}=")
_TRAILING = ".,;:!?)}'*_’”»…#^~+\ufffc"


def read_macros(joined: Joined, attributes: Attributes) -> None:
    """Leave out what is no prose of the links and macros in a text; what a link says stays."""
    text = joined.text
    if "[" in text and ":" in text:
        closings = _matched(joined.seen)
        for match in _NAMED.finditer(joined.seen):
            _read_named(joined, match, closings)
        joined.settle()
    if "://" in text or "www." in text or "{" in text:
        closings = _matched(joined.seen)
        for match in _ADDRESS.finditer(joined.seen):
            if match[1] is None or not attributes.is_plain(match[1]):
                _read_address(joined, match, closings)
        joined.settle()
    if "@" in text:
        for match in _MAIL.finditer(joined.seen):
            joined.edit(_before(joined, match.start()), match.end(), PLACEHOLDER)
    for match in _CROSS.finditer(joined.seen) if "<<" in text else ():
        if match.start() and text[match.start() - 1] == "\\":
            joined.edit(match.start() - 1, match.start(), "")
        elif match[2] is None:
            joined.edit(match.start(), match.end(), PLACEHOLDER)
        else:
            _keep(joined, match.span(), match.start(2) + 1, match.end() - 2)
    for match in _ANCHOR.finditer(joined.seen) if "[[" in text else ():
        joined.edit(_before(joined, match.start()), match.end(), "")
    joined.settle()
    if "((" in text:
        for match in _HIDDEN_TERM.finditer(joined.seen):
            joined.edit(_before(joined, match.start()), match.end(), "")
        for match in _TERM.finditer(joined.seen):
            _keep(joined, (_before(joined, match.start()), match.end()), *match.span(1))
        joined.settle()


def read_references(joined: Joined, attributes: Attributes) -> None:
    """Let every reference to an attribute become what it stands for, and template marks a placeholder."""
    for match in _TEMPLATE.finditer(joined.seen):
        joined.edit(match.start(), match.end(), "" if match[0].startswith("{set") else PLACEHOLDER)
    joined.settle()
    for match in _REFERENCE.finditer(joined.seen):
        start, end = match.span()
        if start and joined.text[start - 1] == "\\":
            joined.edit(start - 1, start, "")
            joined.edit(start, end, PLACEHOLDER)
            continue
        path = _PATH.match(joined.seen, end) if attributes.is_address(match[1]) else None
        if path:
            end += len(path[0].rstrip(_TRAILING))
        joined.edit(start, end, PLACEHOLDER if path else attributes.said(match[1]))
    joined.settle()


def _before(joined: Joined, start: int) -> int:
    """Where a construct begins, with the backslash before it."""
    return start - 1 if start and joined.text[start - 1] == "\\" else start


def _matched(seen: str) -> dict[int, int]:
    """For every opening bracket that is balanced the closing one."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKET.finditer(seen):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            closings[opened.pop()] = match.start()
    return closings


def _closing(joined: Joined, opening: int, closings: dict[int, int]) -> int:
    """Where the bracket that opens at `opening` closes; -1 if it does not."""
    closing = closings.get(opening, -1)
    return closing if closing >= 0 else joined.seen.find("]", opening, opening + LONGEST)


def _keep(joined: Joined, whole: tuple[int, int], start: int, end: int) -> None:
    """Leave out what stands around text[start:end]; a placeholder stands for the whole if that says nothing."""
    if joined.text[start:end].strip():
        joined.edit(whole[0], start, "")
        joined.edit(end, whole[1], "")
    else:
        joined.edit(*whole, PLACEHOLDER)


def _said(joined: Joined, start: int, end: int, mail: bool) -> tuple[int, int]:
    """Where the visible text stands in the brackets of a link, without its attributes."""
    content = joined.text[start:end]
    quoted = content[1:].find('"') if content[:1] == '"' else -1
    if quoted > 0:
        return start + 1, start + 1 + quoted
    attribute = _ATTRIBUTE.search(content) if "=" in content else None
    if attribute:
        end = start + attribute.start()
    elif mail and "," in content:
        end = start + content.index(",")
    if end > start and joined.text[end - 1] == "^":
        end -= 1
    return start, end


def _read_named(joined: Joined, match: Match[str], closings: dict[int, int]) -> None:
    closing = _closing(joined, match.end() - 1, closings)
    if closing < 0:
        return
    name, start, end = match[1], _before(joined, match.start()), closing + 1
    if name in ("footnote", "footnoteref", "indexterm", "anchor"):
        joined.edit(start, end, "")
    elif name in ("kbd", "btn", "menu"):
        joined.edit(start, end, PLACEHOLDER)
    elif name in ("link", "xref", "mailto", "indexterm2"):
        _keep(joined, (start, end), *_said(joined, match.end(), closing, name == "mailto"))
    else:
        joined.edit(start, end, SPACE)


def _read_address(joined: Joined, match: Match[str], closings: dict[int, int]) -> None:
    """An address: the text in the brackets behind it is what it says; alone it is not prose."""
    start, end = match.span()
    closing = _closing(joined, end, closings) if joined.seen[end : end + 1] == "[" else -1
    if closing >= 0:
        _keep(joined, (_before(joined, start), closing + 1), *_said(joined, end + 1, closing, False))
        return
    if match[1] is not None:
        return
    end = start + max(4, len(match[0].rstrip(_TRAILING)))
    if start and joined.text[start - 1] == "<" and joined.text[end : end + 1] == ">":
        start, end = start - 1, end + 1
    joined.edit(_before(joined, start), end, PLACEHOLDER)
