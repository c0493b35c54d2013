"""The decision on classes, stated facts, closed lists, pairings and opposites; what nobody can decide comes first."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.knowledge import KnowledgeBase
from tests.reading import rows
from tests.small_pack import claim, short, small_knowledge, verdict_on


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return small_knowledge(tmp_path_factory.mktemp("packs"))


UNKNOWN = [
    # core, how it is said
    ("hormone is-a protein", {}),
    ("protein is-a enzyme", {}),                                     # the wider under the narrower: some are
    ("cytokine is-a hormone", {"mood": "question"}),
    ("cytokine is-a hormone", {"mood": "condition"}),
    ("cytokine is-a hormone", {"mood": "others"}),
    ("cytokine is-a hormone", {"mood": "rejected"}),
    ("cytokine is-a hormone", {"mood": "unreal"}),
    ("cytokine is-a hormone", {"mood": "open"}),
    ("cytokine is-a hormone", {"mood": "unread"}),
    ("hormone is-a protein", {"denied": True}),
    ("cytokine is-a protein", {"denied": True, "exclusive": "only"}),
    ("plain caused-by stress", {}),
    ("patchy caused-by luck", {}),                                   # the list of causes is not closed
    ("disease caused-by attack", {"denied": True}),                  # a denial for a wider class is none for a member
    ("disease caused-by stress", {}),                                # the class is wider than the fact
    ("total-patchy caused-by stress", {}),                           # the exception of the fact
    ("middle inhibits jak3", {}),                                    # nothing is known of its targets
    ("early inhibits hormone", {}),                                  # outside the class that the list closes
    ("early inhibits kinase", {"denied": True, "generic": True}),    # some do not
    ("nextor brand-of early", {}),                                   # nothing is known of the brand
    ("cream lowers cytokine", {}),
    ("cream treats patchy", {}),                                     # the fact is of children
    ("cream treats patchy", {"qualifiers": (("for", "adult"),)}),
    ("cream cures patchy", {}),
]  # fmt: skip
DECIDED = [
    # is-a
    ("cytokine is-a protein", {}, "agrees"),
    ("interferon is-a protein", {}, "agrees"),
    ("interferon is-a cytokine", {}, "agrees"),
    ("cytokine is-a hormone", {"denied": True}, "agrees"),
    ("cytokine is-a hormone", {}, "contradicts FC201 cytokine-kind"),
    ("interferon is-a enzyme", {}, "contradicts FC201 cytokine-kind"),
    ("interferon is-a kinase", {}, "contradicts FC201 cytokine-kind"),
    ("cytokine is-a protein", {"denied": True}, "contradicts FC201 cytokine-kind"),
    ("interferon is-a protein", {"denied": True}, "contradicts FC201 cytokine-kind"),
    ("early is-a brand", {}, "contradicts FC201 no-hormone-enzyme"),
    ("early is-a brand", {"denied": True}, "agrees"),
    # stated facts hold for members
    ("patchy caused-by attack", {}, "agrees"),
    ("total-patchy caused-by attack", {}, "agrees"),
    ("patchy caused-by attack", {"denied": True}, "contradicts FC202 patchy-cause"),
    ("total-patchy caused-by attack", {"denied": True}, "contradicts FC202 patchy-cause"),
    ("patchy caused-by stress", {}, "contradicts FC202 patchy-no-stress"),
    ("patchy caused-by stress", {"denied": True}, "agrees"),
    # closed lists
    ("early inhibits jak1", {}, "agrees"),
    ("early inhibits kinase", {}, "agrees"),
    ("early inhibits jak3", {}, "contradicts FC202 early-targets"),
    ("early inhibits jak3", {"denied": True}, "unknown"),
    ("early inhibits jak1", {"denied": True}, "contradicts FC202 early-targets"),
    ("early inhibits jak1", {"exclusive": "only"}, "contradicts FC202 early-targets"),
    ("early inhibits jak1", {"exclusive": "only", "others": ("jak2",)}, "agrees"),
    ("early inhibits cytokine", {}, "agrees"),
    # opposites
    ("early activates cytokine", {}, "contradicts FC202 blockers-calm"),
    ("early activates jak1", {}, "contradicts FC202 early-targets"),
    ("early activates cytokine", {"denied": True}, "unknown"),
    ("cream lowers hormone", {}, "contradicts FC202 cream-raises"),
    ("cream raises hormone", {}, "agrees"),
    # pairings
    ("firstex brand-of early", {}, "agrees"),
    ("firstex brand-of late", {}, "contradicts FC203 firstex-brand"),
    ("firstex brand-of late", {"denied": True}, "unknown"),
    ("firstex brand-of early", {"denied": True}, "contradicts FC203 firstex-brand"),
    ("firstex brand-of drug", {}, "unknown"),
    # strength
    ("early cures patchy", {"strength": "full"}, "contradicts FC205 early-no-cure"),
    ("early cures patchy", {"denied": True}, "agrees"),
    ("early treats patchy", {}, "agrees"),
    ("early treats patchy", {"denied": True}, "contradicts FC202 early-treats"),
    # qualifiers
    ("cream treats patchy", {"qualifiers": (("for", "child"),)}, "contradicts FC202 cream-fails"),
    ("cream treats patchy", {"qualifiers": (("context", "child"),)}, "contradicts FC202 cream-fails"),
    ("patchy caused-by stress", {"qualifiers": (("for", "mouse"),)}, "unknown"),
    ("patchy caused-by stress", {"qualifiers": (("lab", "vitro"),)}, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("core", "how"), rows(UNKNOWN))
def test_unknown(kb: KnowledgeBase, core: str, how: dict[str, Any]) -> None:
    assert short(verdict_on(kb, claim(core, **how))) == "unknown"


@pytest.mark.parametrize(("core", "how", "verdict"), rows(DECIDED))
def test_decided(kb: KnowledgeBase, core: str, how: dict[str, Any], verdict: str) -> None:
    assert short(verdict_on(kb, claim(core, **how))) == verdict


@pytest.mark.parametrize(
    ("how", "severity"),
    [
        ({}, "error"),
        ({"certainty": "hedged", "guard": "modal"}, "warning"),
        ({"certainty": "hedged", "guard": "hedge"}, "error"),
    ],
)
def test_may_lowers_the_severity(kb: KnowledgeBase, how: dict[str, Any], severity: str) -> None:
    for core in ("cytokine is-a hormone", "patchy caused-by stress", "early inhibits jak3"):
        found = verdict_on(kb, claim(core, **how))
        assert found is not None
        assert found.severity == severity


def test_a_soft_breach_of_classes_is_a_warning(kb: KnowledgeBase) -> None:
    found = verdict_on(kb, claim("early is-a plain"))
    assert found is not None
    assert (found.kind, found.severity) == ("contradicts", "warning")


@pytest.mark.parametrize(
    ("text", "denied", "verdict"),
    [
        ("patchy disease", False, "agrees"),
        ("Patchy Diseases", False, "agrees"),
        ("the patchy-disease", False, "agrees"),
        ("plain disease", False, "contradicts FC203 short-form"),
        ("patchy disease", True, "contradicts FC203 short-form"),
        ("plain disease", True, "unknown"),
        ("", False, "unknown"),
    ],
)
def test_expansions(kb: KnowledgeBase, text: str, denied: bool, verdict: str) -> None:
    assert short(verdict_on(kb, claim("patchy stands-for", text=text, denied=denied))) == verdict
