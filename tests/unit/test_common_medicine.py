"""Sentences of general health pages, judged by both packs that are on by default."""

from __future__ import annotations

from functools import lru_cache

import pytest

from factcheck.config import Config
from factcheck.extract.claims import Extractor
from factcheck.knowledge import load_knowledge
from factcheck.readers import read
from factcheck.run import report_of

TRUE = [
    # one thing beside another is no member of it
    "Hepatitis B, like hepatitis C, is due to a viral infection of the liver.",
    "Type 1 diabetes, like type 2 diabetes, raises the blood sugar.",
    # a list of two sorts, or broken by a class of its own
    "Bacterial or viral infections such as strep throat, colds and influenza can set it off.",
    "It may be linked to viral or bacterial infections, such as HIV, hepatitis C or H. pylori.",
    "Certain medicines raise the risk, such as NSAIDs, such as aspirin, and steroids.",
    "It is triggered by an infection (e.g., strep throat, a bacterial infection or other viral infections).",
    # a word before the head
    "Sickle cell disease is a group of inherited red blood cell disorders.",
    "The term sickle cell disease describes a group of inherited red blood cell disorders.",
    # what is told apart, and what holds in one case
    "Tumours not linked to HPV have a worse outlook.",
    "Huntington's disease may come from a new mutation, in which case the disease is not inherited from a parent.",
    # a sentence behind "means", a pronoun for what follows, a verb behind an inversion
    "Most cases of Down syndrome result from trisomy 21, which means each cell in the body has three copies.",
    "Urine leaves through a shorter urethra in women. They have it near the anus, making it easier for bacteria to "
    "reach the bladder.",
    "Fluoxetine (Prozac) is an SSRI. Similar to SSRIs are SNRIs and include venlafaxine (Effexor).",
    "Stopping a beta blocker suddenly can raise the heart rate.",
    "Lisinopril (Zestril) is an ACE inhibitor and losartan (Cozaar) an angiotensin receptor blocker.",
    "Plaque builds up in the arteries that carry blood to the heart.",
    # what fails in a disease
    "In type 1 diabetes the pancreas no longer makes insulin.",
    "Hypothyroidism occurs when the thyroid gland does not make enough thyroid hormone.",
    # an infection that goes by the name of its germ
    "Hepatitis B is a virus that infects the liver.",
    "Scabies is an infestation of the skin by the human itch mite.",
    # several medicines are not the one brand that was named before
    "Diazepam (Valium) relaxes muscles. Alpha blockers relax the sphincter. Examples of these drugs are alfuzosin "
    "(Uroxatral) and tamsulosin (Flomax).",
]
WRONG = [
    ("Steroids like ibuprofen reduce swelling.", "FC201"),
    ("NSAIDs, such as ibuprofen and acetaminophen, relieve pain.", "FC201"),
    ("Aspirin and other statins thin the blood.", "FC201"),
    ("Antibiotics kill the flu virus.", "FC202"),
    ("Her doctor prescribed Lipitor (simvastatin).", "FC203"),
    ("The maximum daily dose of paracetamol is 40 g.", "FC204"),
    ("The normal body temperature is 39 °C.", "FC204"),
    ("Her doctor prescribed atorvastatine and metfromin.", "FC101"),
]


@lru_cache(maxsize=1)
def _extractor() -> Extractor:
    return Extractor(load_knowledge(Config().rules, True))


def _codes(text: str) -> list[str]:
    document = read("x.txt", text.encode())
    extractor = _extractor()
    report = report_of(document, extractor.read(document), extractor.kb, Config(isolated=True))
    return [each.code for each in report.findings if each.severity != "note"]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sentence_sets_off_nothing(text: str) -> None:
    assert _codes(text) == []


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_a_wrong_sentence_is_found(text: str, code: str) -> None:
    assert code in _codes(text)
