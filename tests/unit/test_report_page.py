"""The pages of `explain`."""

from __future__ import annotations

from datetime import date

from factcheck.model.knowledge import (
    Citation,
    ClosedSet,
    Entity,
    Example,
    Fact,
    Filler,
    Frame,
    Name,
    Relation,
    Statement,
    Term,
    Value,
)
from factcheck.report import Look, page, page_text
from factcheck.report.page_words import Wording

WORDS = Wording(
    {"aga": "androgenetic alopecia", "immunity": "autoimmunity", "pill": "a pill", "fda": "an agency"},
    {"caused-by": "{S} is caused by {O}", "daily-dose": "the dose of {S} is {N}"},
)
CITATIONS = {
    "k": Citation("k", "A review.", "Clin J", "2023", doi="10.1/x"),
    "u": Citation("u", "A page", url="https://u.org"),
    "p": Citation("p", "An abstract", pmid="123"),
    "n": Citation("n", "A memory"),
}
FACT = Fact(
    id="aga-cause",
    pack="hair-loss",
    statements=(
        Statement("aga", "caused-by", ("immunity",), polarity=False),
        Statement(
            "pill", "daily-dose", value=Value("mg", any_of=(2, 4), per="day"), qualifiers=(("by", ("fda", "ema")),)
        ),
        Statement("pill", "share", value=Value("%", low=0.1)),
        Statement("pill", "stands-for", text=("round thing",), when=(date(2020, 1, 2),)),
    ),
    says="Androgens drive it.",
    since=date(2020, 1, 1),
    until=date(2021, 1, 1),
    sources=("k", "u", "gone"),
    except_for=("pill",),
    examples=(Example("wrong", "It is autoimmune."), Example("right", "It is not.")),
)


def shown(told: page.Page) -> str:
    """The page as a terminal shows it."""
    return page_text.render(told, Look())


def test_page_of_a_fact() -> None:
    assert shown(page.fact_page(FACT, WORDS, CITATIONS)) == (
        "aga-cause (fact, pack hair-loss)\n"
        "\n"
        "Androgens drive it.\n"
        "\n"
        "false       androgenetic alopecia is caused by autoimmunity\n"
        "true        the dose of a pill is 2 or 4 mg per day (by an agency or ema)\n"
        "true        a pill share from 0.1 %\n"
        "true        a pill stands for round thing 2020-01-02\n"
        "severity    error\n"
        "valid       from 2020-01-01 until 2021-01-01\n"
        "except      a pill\n"
        "\n"
        "source      A review. Clin J, 2023. https://doi.org/10.1/x\n"
        "source      A page. https://u.org\n"
        "source      gone\n"
        "\n"
        "wrong       It is autoimmune.\n"
        "right       It is not.\n"
    )


def test_page_of_a_fact_tells_place_review_and_the_severity_of_the_settings() -> None:
    fact = Fact(
        "f",
        "small",
        (Statement("pill", "caused-by", ("immunity",), among="aga", also=("pill",), severity="note", suggest="x"),),
        "So it is.",
        sources=("p", "n"),
        reviewed=date(2026, 1, 2),
        review_by=date(2027, 1, 2),
    )
    setting = page.Setting("rules/small/facts.yaml:3", "warning")
    assert shown(page.fact_page(fact, WORDS, CITATIONS, setting)).splitlines()[4:] == [
        "true        a pill is caused by autoimmunity; that is all of androgenetic alopecia; a pill allowed",
        '            too; note; write "x"',
        "severity    warning (by your settings; error in its pack)",
        "reviewed    2026-01-02",
        "review by   2027-01-02",
        "stands in   rules/small/facts.yaml:3",
        "",
        "source      An abstract. https://pubmed.ncbi.nlm.nih.gov/123/",
        "source      A memory.",
    ]
    assert "severity    error\n" in shown(page.fact_page(fact, WORDS, CITATIONS, page.Setting("x", "error")))


def test_page_of_a_set() -> None:
    closed = ClosedSet("s", "hair-loss", "approved-for", "aga", date(2026, 1, 1), "Two drugs.", (("by", ("fda",)),))
    text = shown(page.set_page(closed, WORDS, CITATIONS))
    assert "members     approved for androgenetic alopecia (by an agency)\n" in text
    assert "complete    up to 2026-01-01\n" in text


def test_page_of_a_term() -> None:
    term = Term("t", "hair-loss", ("black box warning",), "boxed warning", "The term.")
    text = shown(page.term_page(term, CITATIONS))
    assert "avoid       black box warning\n" in text
    assert "prefer      boxed warning\n" in text


def test_page_of_an_entity() -> None:
    entity = Entity("aga", "androgenetic alopecia", ("immunity",), (Name("pattern baldness", "aga"),))
    text = shown(page.entity_page(entity, WORDS, ["one-fact", "another"]))
    assert "also        pattern baldness\n" in text
    assert "is          autoimmunity\nfacts       one-fact, another\n" in text


def test_page_of_a_relation() -> None:
    relation = Relation("treats", ("drug", "device"), ("disease",), says="{S} treats {O}", opposed=("harms",))
    inner = Frame("treats.2/obj", "noun", "relation", "treats", ("form",), ((("of",), Filler("O")),))
    frames = [
        Frame(
            "treats.1",
            "verb",
            "relation",
            "treats",
            ("treat", "heal", "help", "mend", "ease", "calm", "soothe"),
            (
                (("subj",), Filler("S")),
                (("obj",), Filler("O", optional=True)),
                (("in", "for"), Filler(entities=("x",))),
            ),
            denies=True,
        ),
        Frame(
            "treats.2",
            "verb",
            "relation",
            "treats",
            ("fit",),
            ((("subj",), Filler("S")), (("obj",), Filler(frame=inner))),
        ),
        Frame(
            "treats.3",
            "adj",
            "relation",
            "treats",
            ("good",),
            ((("to",), Filler(lemmas=("a", "b"))), (("by",), Filler())),
        ),
    ]
    assert shown(page.relation_page(relation, frames, ["one-fact"])).splitlines() == [
        "treats (relation)",
        "",
        "says        {S} treats {O}",
        "subject     drug or device",
        "object      disease",
        "judged      stated (FC202)",
        "opposed     harms",
        "",
        "verb        treat, heal, help, mend, ease, calm, … (subj: S, obj: O?, in|for: @x), denied",
        "verb        fit (subj: S, obj: form {of: O})",
        "adj         good (to: a|b, by: *)",
        "",
        "facts       one-fact",
    ]


def test_page_of_a_source() -> None:
    assert shown(page.citation_page(CITATIONS["p"], ["one-fact"])) == (
        "p (citation)\n"
        "\n"
        "An abstract. https://pubmed.ncbi.nlm.nih.gov/123/\n"
        "\n"
        "seen        no: nobody says to have had it before them\n"
        "facts       one-fact\n"
    )


def test_page_of_a_check() -> None:
    doc = """A name is misspelled.

    The second paragraph
    goes on.
    """
    assert shown(page.check_page("FC101", "misspelled-name", "error", doc)) == (
        "FC101 misspelled-name (error)\n\nA name is misspelled.\n\nThe second paragraph goes on.\n"
    )
    setting = page.Setting(severity="note")
    assert shown(page.check_page("FC101", "x", "error", doc, setting)).startswith("FC101 x (note by your settings)\n")
