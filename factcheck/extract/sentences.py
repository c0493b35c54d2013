"""Block text -> sentences: ranges of code points, safe for abbreviations, numbers and quotations."""

from __future__ import annotations

import re

from factcheck.extract.tables import word_set

# A possible end: a mark, closing quotes or brackets, then white space; judged by what stands around it. A tab or
# a run of blanks within a line sets columns apart.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n+|(?<=\S)(?: {4,}|[ ]*\t\s*)(?=\S)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'])(?:e\.g|i\.e|cf|vs|approx|incl|esp|resp|vit|dr|mr|mrs|ms|prof|st|no|nos|fig|figs|vol|pp|ed|eds|"
    r"al|etc|inc|ltd|co|corp|dept|est|ca|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|med|engl|clin|dermatol|"
    r"invest|j|n|am|acad|b\.sc|ph\.d|m\.d|u\.s|u\.k|e\.u|u\.s\.a|a\.m|p\.m|mg|mcg|ml|kg|tab|tabs|cap|caps|[a-z])\.$",
    re.IGNORECASE,
)
_ENDS_ANYWAY = re.compile(
    r"(?:\b(?:etc|inc|ltd|co|corp|mg|mcg|ml|kg|a\.m|p\.m|u\.s|u\.k|e\.u|u\.s\.a|al|[a-z]))\.$", re.IGNORECASE
)
_OPENER = re.compile(r"\s+[\"'“‘«(\[]*([^\W_])")
_SINGLE = re.compile(r"(?:^|\s)[A-Z]\.$")
_STARTERS = word_set(
    "the this that these those it its they he she we you i in on at for but and so a an as if when while although "
    "though because however most many some no not there here his her their our your my by with from after before since "
    "what who how why is are was were do does did"
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Ranges of the sentences of `text[start:end]`, trimmed of white space, in order; none is empty."""
    end = len(text) if end is None else end
    cuts = [at for at in (_cut(text, match, start, end) for match in _END.finditer(text, start, end)) if at]
    ranges = []
    begin = start
    for at in [*cuts, end]:
        first, last = begin, at
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            ranges.append((first, last))
        begin = at
    return ranges


def _cut(text: str, match: re.Match[str], start: int, end: int) -> int:
    """The offset at which a sentence ends, or 0 where the mark ends none."""
    mark = match.group()
    if mark.isspace():
        return match.end()
    follows = _OPENER.match(text, match.end(), end)
    if follows is None:
        return match.end()
    nxt = follows.group(1)
    if mark[0] != ".":
        return match.end() if nxt.isupper() or nxt.isdigit() or mark[0] == "?" else 0
    if nxt.islower():
        return 0
    head = text[max(start, match.start() - 14) : match.start() + 1]
    if _ABBREVIATION.search(head):
        word = re.match(r"\w+", text[follows.start(1) : end])
        starter = word is not None and word.group().lower() in _STARTERS and word.group()[0].isupper()
        if not (starter and _ENDS_ANYWAY.search(head) and not _SINGLE.search(head)):
            return 0
    return match.end()
