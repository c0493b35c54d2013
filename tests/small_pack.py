"""A hand-made pack for the tests of the checks, and claims about what stands in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from factcheck.checks import Moment, judge_claim
from factcheck.knowledge import KnowledgeBase, load_knowledge
from factcheck.model.claim import Claim, Quantity, Stance, Verdict
from factcheck.model.span import TextSpan

RELATIONS = """
relations:
  is-a: {subject: thing, object: thing, judge: class, code: FC201}
  caused-by: {subject: thing, object: thing}
  treats: {subject: thing, object: thing}
  cures: {subject: thing, object: thing, implies: [treats]}
  inhibits: {subject: thing, object: thing, judge: closed, opposed: [activates]}
  activates: {subject: thing, object: thing, opposed: [inhibits]}
  raises: {subject: thing, object: thing, opposed: [lowers]}
  lowers: {subject: thing, object: thing}
  brand-of: {subject: brand, object: drug, judge: pairing, code: FC203}
  approved-for: {subject: drug, object: thing, judge: dated, code: FC202}
  stands-for: {subject: thing, object: thing, judge: expansion, code: FC203}
  dose: {subject: drug, object: thing, judge: quantity, code: FC204, unit: mg, beside: true}
  share: {subject: thing, object: thing, judge: quantity, code: FC204, unit: "%"}
"""
ENTITIES = """
entities:
  thing: {name: thing}
  protein: {name: protein, is: [thing]}
  enzyme: {name: enzyme, is: [protein]}
  hormone: {name: hormone, is: [thing]}
  cytokine: {name: cytokine, is: [protein]}
  interferon: {name: interferon, is: [cytokine]}
  kinase: {name: kinase, is: [enzyme]}
  jak1: {name: jak one, is: [kinase]}
  jak2: {name: jak two, is: [kinase]}
  jak3: {name: jak three, is: [kinase]}
  jak4: {name: jak four, is: [kinase]}
  drug: {name: drug, is: [thing], generic: true}
  blocker: {name: blocker, is: [drug]}
  early: {name: early drug, is: [blocker]}
  middle: {name: middle drug, is: [blocker]}
  late: {name: late drug, is: [blocker]}
  cream: {name: cream, is: [drug]}
  brand: {name: brand, is: [thing]}
  firstex: {name: Firstex, is: [brand]}
  nextor: {name: Nextor, is: [brand]}
  disease: {name: disease, is: [thing], generic: true}
  patchy: {name: patchy disease, is: [disease]}
  total-patchy: {name: total patchy disease, is: [patchy]}
  plain: {name: plain disease, is: [disease]}
  cause: {name: cause, is: [thing]}
  attack: {name: attack, is: [cause]}
  stress: {name: stress, is: [cause]}
  luck: {name: luck, is: [cause]}
  population: {name: population, is: [thing]}
  adult: {name: adult, is: [population]}
  child: {name: child, is: [population]}
  animal: {name: animal, is: [thing]}
  mouse: {name: mouse, is: [animal]}
  place: {name: place, is: [thing]}
  american: {name: american place, is: [place]}
  european: {name: european place, is: [place]}
  agency: {name: agency, is: [thing]}
  fda: {name: american agency, is: [agency, american]}
  ema: {name: european agency, is: [agency, european]}
  usa: {name: United States, is: [american]}
  europe: {name: Europe, is: [european]}
disjoint:
  - {of: [enzyme, cytokine, hormone], sources: [book]}
  - {of: [drug, disease], severity: warning, sources: [book]}
"""
FACTS = """
facts:
  - {id: cytokine-kind, claim: {subject: cytokine, relation: is-a, object: protein}, says: Cytokines are proteins.,
   sources: [book]}
  - {id: no-hormone-enzyme, claim: {subject: drug, relation: is-a, object: brand, polarity: no},
   says: Drugs are no brands., sources: [book]}
  - {id: patchy-cause, claim: {subject: patchy, relation: caused-by, object: attack}, says: An attack causes it.,
   sources: [book]}
  - {id: patchy-no-stress, claim: {subject: patchy, relation: caused-by, object: stress, polarity: no},
   except: [total-patchy],
     says: Stress does not cause it., sources: [book]}
  - {id: early-targets, claim: {subject: early, relation: inhibits, object: [jak1, jak2], among: kinase},
   says: It inhibits two., sources: [book]}
  - {id: blockers-calm, claim: {subject: blocker, relation: inhibits, object: cytokine}, says: They calm.,
   sources: [book]}
  - {id: cream-raises, claim: {subject: cream, relation: raises, object: hormone}, says: It raises., sources: [book]}
  - {id: early-no-cure, claim: {subject: early, relation: cures, object: patchy, polarity: no}, says: No cure.,
   sources: [book]}
  - {id: early-treats, claim: {subject: early, relation: treats, object: patchy}, says: It treats., sources: [book]}
  - {id: cream-fails, claim: {subject: cream, relation: treats, object: patchy, for: child, polarity: no},
   says: Not in children., sources: [book]}
  - {id: firstex-brand, claim: {subject: firstex, relation: brand-of, object: early}, says: Firstex is early.,
   sources: [book]}
  - {id: short-form, claim: {subject: patchy, relation: stands-for, text: [patchy disease]},
   says: PD is patchy disease., sources: [book]}
  - {id: early-approved, claim: {subject: early, relation: approved-for, object: patchy, by: fda}, since: 2020-03-10,
   says: Early., sources: [book]}
  - {id: middle-approved, claim: {subject: middle, relation: approved-for, object: patchy, by: fda},
   since: 2022-06-13, says: Middle., sources: [book]}
  - {id: late-approved, claim: {subject: late, relation: approved-for, object: patchy, by: fda}, since: 2024-07-25,
   says: Late., sources: [book]}
  - {id: early-dose, claim: {subject: early, relation: dose, value: {one-of: [2, 4], unit: mg, per: day}},
   says: 2 or 4 mg a day., sources: [book]}
  - {id: patchy-share, claim: {subject: patchy, relation: share, value: {from: 1, to: 3, unit: "%"}},
   says: 1 to 3 %., sources: [book]}
sets:
  - {id: approved, members: {relation: approved-for, object: patchy, by: fda}, complete: 2026-11-22,
   says: Three are approved., sources: [book]}
"""
EXAMPLES = "{wrong: [A., B.], right: [C.], silent: [D., E.]}"
TODAY = date(2026, 11, 22)


def small_knowledge(folder: Path) -> KnowledgeBase:
    """The pack, written into a folder and loaded."""
    return load_knowledge([str(small_pack(folder))], use_cache=False)


def small_pack(folder: Path) -> Path:
    """The pack, written into a folder; the folder of the pack."""
    pack = folder / "small"
    pack.mkdir()
    texts = {
        "pack.yaml": "id: small\nversion: 0.1.0\ntitle: Small\n",
        "relations.yaml": RELATIONS,
        "entities.yaml": ENTITIES,
        "facts.yaml": FACTS.replace("sources: [book]", f"sources: [book], examples: {EXAMPLES}"),
        "citations.yaml": "citations: {book: {title: Book, publisher: Press, year: 2024, seen: true}}\n",
    }
    for name, text in texts.items():
        (pack / name).write_text(text, encoding="utf-8")
    return pack


def claim(core: str, *, denied: bool = False, **more: Any) -> Claim:
    """`SUBJECT RELATION OBJECT` as a claim; `certainty`, `mood`, `tense` and `guard` go into its stance."""
    subject, relation, *rest = core.split()
    own = {key: more.pop(key) for key in ("certainty", "mood", "tense", "guard") if key in more}
    span = TextSpan(0, 1)
    return Claim(subject, relation, rest[0] if rest else "", Stance(polarity=not denied, **own), span, span, 0, **more)


def milligrams(low: float, high: float | None = None, per: str = "", times: float = 0.0, unit: str = "mg") -> Quantity:
    """A quantity as a text gives it."""
    return Quantity(low, high if high is not None else low, unit, TextSpan(0, 1), per, times)


def verdict_on(kb: KnowledgeBase, each: Claim, today: date = TODAY) -> Verdict | None:
    """What the checks say of a claim."""
    return judge_claim(each, kb, Moment(today))


def short(found: Verdict | None) -> str:
    """A verdict as `contradicts FC201 FACT`, `agrees`, or `unknown`."""
    if found is None:
        return "unknown"
    return found.kind if found.kind == "agrees" else f"{found.kind} {found.code} {found.fact}"
