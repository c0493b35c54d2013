"""How Sphinx builds the documentation; `make docs` runs it, and fails on any warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from factcheck import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "factcheck"
version = release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["README.md"]

myst_enable_extensions = ["attrs_block", "deflist"]
myst_heading_anchors = 3
smartquotes = False  # a page shows what a pack says, character by character

html_theme = "furo"
html_title = f"factcheck {__version__}"
html_static_path = ["_static"]
html_css_files = ["factcheck.css"]
html_show_copyright = False
html_use_index = False
html_copy_source = False  # the pages of rules have no source that is kept
html_theme_options = {"navigation_with_keys": True}

linkcheck_anchors = False  # sources mark places of a page in ways that a program cannot follow
linkcheck_timeout = 20


class ExactAnchors(SphinxTransform):
    """Headings have the anchors that they have on GitHub.

    Docutils would make them anew: of `5-alpha-reductase-kind` it takes the digit, and of two equal
    headings it numbers the second in its own way. So a fact is found under its id.
    """

    default_priority = 750

    def apply(self, **_: object) -> None:
        """Give every section its slug as its only id; one that was given an id keeps it."""
        slugs = self.env.metadata[self.env.docname].get("myst_slugs", {})
        wanted = {own: slug for slug, (_, own, _) in slugs.items()}
        given = {name for name, explicit in self.document.nametypes.items() if explicit}
        for section in self.document.findall(nodes.section):
            own = section["ids"][0]
            if own in wanted and own not in given:
                section["ids"] = [wanted[own]]
        for slug, (line, own, title) in slugs.items():
            if own not in given:
                slugs[slug] = (line, slug, title)


def setup(app: Sphinx) -> dict[str, bool]:
    """What Sphinx calls to add to itself."""
    app.add_transform(ExactAnchors)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
