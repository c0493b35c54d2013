"""What the roles of reStructuredText and Sphinx make of a text: prose, code, the mark of a note, a power."""

from __future__ import annotations

import re

_CODE = frozenset(
    {"code", "math", "literal", "file", "samp", "kbd", "command", "program", "option", "envvar", "mod", "func"}
    | {"class", "meth", "attr", "data", "exc", "obj", "const", "type", "macro", "member", "var", "enum", "struct"}
    | {"token", "keyword", "regexp", "mimetype", "makevar", "manpage", "mailheader", "pep", "rfc", "eq", "confval"}
    | {"setting", "issue", "pull", "pr", "gh", "ghissue", "user", "commit", "cve", "cwe", "source", "src", "octicon"}
    | {"fa", "fab", "fas", "far", "material-regular", "opticon", "numref", "rst", "dir", "role", "js", "css"}
)
_LINKS = frozenset({"ref", "doc", "download", "any", "numref", "hoverxref", "link", "external"})
_POWERS = frozenset({"sup", "superscript"})
_PLAIN_DOMAINS = frozenset({"std", "abbr"})
_LOOKS_LIKE_CODE = re.compile(r"[()_=/<>{}\[\]$#@]|\w\.\w|::|^-")


class Roles:
    """The roles that are known: those of the format, and those that the source defines.

    `default` is the one that text in backquotes has which is given none.
    """

    def __init__(self) -> None:
        """Nothing is defined yet."""
        self._bases: dict[str, str] = {}
        self.default = ""

    def define(self, name: str, base: str) -> None:
        """A source makes a role out of another; one made out of nothing is read as prose."""
        self._bases[name.lower()] = base.lower()

    def kind(self, role: str, text: str, titled: bool) -> str:
        """What a text is under a role (empty for none): `text`, `code`, `mark`, `power` or `nothing`.

        `titled` says that a target in angle brackets follows the text.
        """
        role = (role or self.default).lower()
        role = self._bases.get(role, role)
        if not role:
            code = not titled and not any(map(str.isspace, text)) and bool(_LOOKS_LIKE_CODE.search(text))
            return "code" if code else "text"
        domain, _, name = role.rpartition(":")
        if role.startswith("raw"):
            return "nothing"
        if name in _POWERS:
            return "power"
        if "cite" in role:
            return "code" if role in ("cite:t", "footcite:t", "cite:ct") else "mark"
        if name in _LINKS:
            return "text" if titled else "code"
        if name in _CODE or domain not in ("", "std"):
            return "text" if titled and any(map(str.isspace, text.rpartition("<")[0].strip())) else "code"
        return "text"
