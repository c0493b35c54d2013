"""The names of the files of a site, and the addresses by which its pages reach one another."""

from __future__ import annotations

import hashlib
import re

from factcheck.report.plain import plain

FOLDER = "documents"
INDEX, MATRIX, RULES = "index.html", "matrix.html", "rules.html"
_LONGEST = 100
_ODD = re.compile(r"[^a-z0-9._-]+")


def page_of(path: str) -> str:
    """The file of a document's page, from the top of the site: the same for the same path, another for another.

    A path that is not plain (capitals, spaces, `--`, great length) gets a mark of its own, so that no file system takes
    two names for one.
    """
    name = path.replace("/", "--")
    safe = _ODD.sub("-", name.lower()).strip(".-")[:_LONGEST]
    if safe != name or "--" in path:
        mark = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        safe = f"{safe}-{mark}" if safe else mark
    return f"{FOLDER}/{safe}.html"


def anchor(name: str) -> str:
    """The id of a rule on the page of rules."""
    return "rule-" + _ODD.sub("-", name.lower())


def place(start: int) -> str:
    """The id of a place in the prose that another page leads to, by where it starts in the source."""
    return f"at{start}"


def shown(text: str) -> str:
    """Text for a page: in one line, with nothing hidden in it."""
    return plain(" ".join(text.split()))
