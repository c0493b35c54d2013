"""reStructuredText, with the directives and roles of Sphinx.

Literals, code, addresses, comments, targets, options and arguments of directives are not prose, nor
are the marks of footnotes. No library tells where the words of this format stand, so the blocks are
found here, line by line, and the marks within a line by patterns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.readers.inert import find_inert
from factcheck.readers.outline import Outline
from factcheck.readers.rst_blocks import Blocks
from factcheck.readers.rst_explicit import find_replacements
from factcheck.readers.rst_lines import cut_lines

if TYPE_CHECKING:
    from factcheck.model.document import Document


def read(path: str, source: str) -> Document:
    """The document of a reStructuredText source; raises ReadError for absurd nesting."""
    outline = Outline(source, find_inert(source))
    Blocks(source, outline, find_replacements(source)).run(cut_lines(source))
    return outline.document(path)
