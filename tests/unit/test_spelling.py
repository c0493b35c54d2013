"""Misspelled names: what stays silent, what is found, what is ambiguous."""

from __future__ import annotations

import pytest

from factcheck.extract.misspellings import find_misspellings
from factcheck.extract.spelling import PLAIN, Speller, american, edits_allowed, sound
from factcheck.extract.words import Words
from factcheck.knowledge import load_knowledge


def words_of(text: str) -> list[str]:
    return text.split()


@pytest.fixture(scope="module")
def speller() -> Speller:
    kb = load_knowledge(("hair-loss",), use_cache=False)
    return Speller(kb, Words(kb))


def found(text: str, speller: Speller) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[start:end], names) for start, end, names in find_misspellings(text, speller)]


REAL_WORDS = words_of("""
retinoid retinoic dexamethasone glutamine budesonide nilotinib aquatic squared routine cocaine progeria interferes
interfered interference inhibition concerns concert healthy though thought through folliculitis follicular follicles
universal universally universe atypical atomic tropic erythema erythematous melatonin keratin keratitis thymine theanine
bacteria botany biotic biopsy prolamin pityriasis rosea tenia capita capital planet plants planus totals totality
regain regained fluconazole clotrimazole miconazole voriconazole prednisolone cortisol corticosterone methylphenidate
hypotension hyperthyroid thyroid thrombin thrombotic platelets neutrophil lymphoma lymphocytes leukemia leukaemia
androstenedione androsterone epitestosterone antibiotics antibodies arthrosis dermatosis dystrophy dystrophies
cyclospora interneurons neutropenic allostatic dysmorphic luminant isoluminant cytokeratin cytokinesis cytokinin
abrocitinib itacitinib axitinib nivolumab tildrakizumab fasting finale oscar pfitzer organon organs kinases kinesis
""")
VARIANTS = words_of("""
anaemia anemia anaemias polycythaemia thrombocytopaenia neutropaenia leucocytosis leukocytosis tumor tumour
immunization immunisation cyclosporin cyclosporine ciclosporin seborrhoeic finasterides interleukins cytokines
alopecias antiandrogens immunosuppressants androgenic androgenetic androgenised proinflammatory antiinterferon thiamin
alopesia dihydrotestosteron finasterid dutasterid minoxidilo tofacitinibe baricitinibe upadacitinibe interleukine
finasterida regaine rogaine jakafi jakavi ojjaara omjjara deuruxolitinib ruxolitinib
""")


@pytest.mark.parametrize("word", [*REAL_WORDS, *VARIANTS])
def test_right_words_are_silent(word: str, speller: Speller) -> None:
    assert speller.candidates(word) == ()
    assert found(f"Patients know {word}, he wrote.", speller) == []
    assert found(f"{word.capitalize()} and others", speller) == []


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/finastride/x and www.minoxidl.com.",
        "Write to info@minoxidl.org or see minoxidl.com.",
        "The tag #finastride is popular, as is @finastride.",
        "Run finastride_dose or fineStrid in code \ufffcfinastride\ufffc.",
        "The gene MINOXL and the code finastride2 are other things.",
        "It is often misspelled as finastride.",
        "Finasteride (commonly spelt finastride) is a tablet.",
        "Kerion is not to be confused with kerrion.",
        'The typo "ruxotilinib" is frequent.',
        "Correct: ruxotilinib \u2192 ruxolitinib.",
        "finastride -> finasteride",
        "Die Behandlung mit Spironolacton ist bei Frauen mit Haarausfall eine Option.",
        "El tratamiento de la alopezia con minoxidill es para los hombres.",
        "Readers who type finastride into our search box find this page.",
        "The Dutch form is minoxidill.",
        "The word goes back to the Greek alopekia, that of foxes.",
        "Please write minoxidil, not minoxidill, on the form.",
        "It was broken as minox-\nidilum, or ruxolit-\ninib.",
        "På svenska heter det minoxidill och finasteridd, while the English names end otherwise.",
        "See minoxidill-diary.xlsx and the others.",
        "On the German box it said: „Minoxidill bei Haarausfall, Finasteridd bei Männern“.",
        'A sign in Lima reads "alopecia aerata". It was made by a Spanish painter.',
        "« La pelade n'est pas la minoxidill. » So the nurse said, and she was right on it.",
        "„Bei Männern werden minoxidill und Kaffee nicht mit Erfolg“ is what it said in that leaflet.",
        "The paper of Dr. Kerrion was read.",
        "The paper of Anna Kerrion was read.",
        "Mrs Areta came to the clinic.",
        "a word that is mino\u00adxidl split softly",
    ],
)
def test_mentions_addresses_and_names_are_silent(text: str, speller: Speller) -> None:
    assert found(text, speller) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is sold in German hospitals as minoxidill.",
        "It is not minoxidill.",
        "This type of minoxidill is new.",
        'They say "minoxidill" here.',
    ],
)
def test_other_languages_and_types_are_no_mentions(text: str, speller: Speller) -> None:
    assert found(text, speller) == [("minoxidill", ("minoxidil",))]


MISSPELLED = {
    "barcitinib baracitinib baricitnib barictinib varicitinib baracitnib baricitinab": "baricitinib",
    "ritlecitnib ritlecitinab ritlicitinib": "ritlecitinib",
    "deuruxolitnib deuroxolitinib deuruxolitanib": "deuruxolitinib",
    "tofacitnib tofactinib toficitinib tfacitinib tofacitinab tofacitinb": "tofacitinib",
    "ruxolitnib ruxotilinib ruxolitinab ruxolitinb": "ruxolitinib",
    "updacitinib upadicitinib upadacitnib": "upadacitinib",
    "abrocitnib abrocitinab": "abrocitinib",
    "fedratnib": "fedratinib",
    "momelotinab": "momelotinib",
    "pactirinib pacrotinib": "pacritinib",
    "deucravacitanib": "deucravacitinib",
    "oclacitnib": "oclacitinib",
    "minoxodil monoxidil minoxidal minoxidyl minoxidol minoxidile minoxidl minoxydil minoxidle minoxydyl": "minoxidil",
    "finastride finesteride fineasteride fenasteride pinasteride": "finasteride",
    "dutaseride dutastride dutesteride": "dutasteride",
    "spironalactone spiranolactone sprionolactone spirolactone spironolacton spirinolactone": "spironolactone",
    "antralin": "anthralin",
    "triamcinalone": "triamcinolone",
    "diphencyprome": "diphencyprone",
    "ketaconazole ketokonazole": "ketoconazole",
    "clascoteron": "clascoterone",
    "bioten": "biotin",
    "thyamine thiamene": "thiamine",
    "kenelog": "kenalog",
    "oluminant oliumant oluimant olumant olimiant": "olumiant",
    "xaljanz zeljanz xljanz xeljans": "xeljanz",
    "rinnvoq rinoq rinvq rinvpq rivoq invoq rimvoq ronvoq": "rinvoq",
    "propechia": "propecia",
    "allopecia alopeica alopecea alopechia": "alopecia",
    "aerata aereata arreata ariata": "areata",
    "totallis totalus": "totalis",
    "universalus universilis": "universalis",
    "ophiosis ophasis": "ophiasis",
    "sisiapho": "sisaipho",
    "androgentic": "androgenetic",
    "efluvium effluviam effluvum": "effluvium",
    "capitus": "capitis",
    "kerrion": "kerion",
    "trichotilomania trichtillomania": "trichotillomania",
    "planopillaris": "planopilaris",
    "cicatrical": "cicatricial",
    "vitilgo vitaligo vitelligo": "vitiligo",
    "dermititis": "dermatitis",
    "rheumatiod": "rheumatoid",
    "myleofibrosis myelofibrosi mylofibrosis": "myelofibrosis",
    "polycythmia": "polycythemia",
    "thrombocytopinia": "thrombocytopenia",
    "trombosis": "thrombosis",
    "anemea": "anemia",
    "nuetropenia": "neutropenia",
    "corticosteriod": "corticosteroid",
    "immunosupressant": "immunosuppressant",
    "reductace": "reductase",
    "cytokyne cytokin cytocine cytokene": "cytokine",
    "interlukin": "interleukin",
    "interferron": "interferon",
    "kinaze kinease": "kinase",
    "dihydrotestosterome dehydrotestosterone": "dihydrotestosterone",
    "testosterome testostrone": "testosterone",
    "folicle": "follicle",
    "anegen": "anagen",
    "catogen": "catagen",
    "telegen": "telogen",
    "platlet": "platelet",
}
PAIRS = [(wrong, right) for words, right in MISSPELLED.items() for wrong in words.split()]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_misspelled_names_are_found(wrong: str, right: str, speller: Speller) -> None:
    assert speller.candidates(wrong) == (right,)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("cytokanes", "cytokine"),
        ("corticosteriods", "corticosteroid"),
        ("interlukins", "interleukin"),
        ("immunosupressants", "immunosuppressant"),
    ],
)
def test_plurals_name_the_singular(wrong: str, right: str, speller: Speller) -> None:
    assert found(f"These {wrong} are many.", speller) == [(wrong, (right,))]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Finastride works.", "Finastride", "finasteride"),
        ("They took Baricitnib daily.", "Baricitnib", "baricitinib"),
        ("FINASTRIDE FOR MEN", "FINASTRIDE", "finasteride"),
        ("the finastride's effect", "finastride", "finasteride"),
        ("the finastride\u2019s effect", "finastride", "finasteride"),
        ("5-alpha-reductace inhibitors", "reductace", "reductase"),
        ("Living with Alopecia Areta", "Areta", "areata"),
        ("Alopecia Aerata News", "Aerata", "areata"),
        ("**finastride**/minoxidil", "finastride", "finasteride"),
        ("(rinvq) is a brand", "rinvq", "rinvoq"),
        ("Dr. Smith gives Ruxotilinib to many.", "Ruxotilinib", "ruxolitinib"),
        ("It was la la land, the allopecia of which we speak is known to be harmless.", "allopecia", "alopecia"),
    ],
)
def test_found_in_text(text: str, wrong: str, right: str, speller: Speller) -> None:
    assert found(text, speller) == [(wrong, (right,))]


def test_two_names_alike_near_are_ambiguous(speller: Speller) -> None:
    assert set(speller.candidates("abricitinib")) == {"abrocitinib", "baricitinib"}


def test_spellings_of_one_drug_are_one_candidate(speller: Speller) -> None:
    assert len(speller.candidates("cyclosporrine")) == 1
    assert len(speller.candidates("polycythmia")) == 1


def test_a_word_belongs_to_the_entity_of_which_it_is_the_whole_name(speller: Speller) -> None:
    assert speller.protected["ruxolitinib"] == "ruxolitinib"
    assert speller.protected["minoxidil"] == "minoxidil"
    assert speller.protected["alopecia"] == "alopecia"
    assert speller.protected["cytokine"] == "cytokine"
    assert speller.protected["kinase"] == "kinase"


@pytest.mark.parametrize("word", ["concert", "health", "thought", "inhibiting", "contact", "hamilton", "johnson"])
def test_plain_words_of_names_are_not_protected(word: str, speller: Speller) -> None:
    assert word not in speller.protected


def test_no_misspelling_is_guarded(speller: Speller) -> None:
    guards = load_knowledge(("hair-loss",), use_cache=False).guards
    assert not guards & {wrong for wrong, _ in PAIRS}
    assert not {guard for guard in guards if guard.startswith(PLAIN)} & {PLAIN + word for word in speller.protected}


@pytest.mark.parametrize(
    ("size", "edits", "alike", "odd"),
    [(5, 0, 0, 0), (6, 1, 1, 2), (7, 1, 2, 2), (8, 1, 2, 2), (9, 1, 2, 2), (10, 2, 3, 2), (20, 2, 3, 2)],
)
def test_thresholds(size: int, edits: int, alike: int, odd: int) -> None:
    assert edits_allowed(size, False) == edits
    assert edits_allowed(size, True) == alike
    assert edits_allowed(size, False, True) == odd


def test_sounds_and_spellings() -> None:
    assert sound("minoxydyl") == sound("minoxidil")
    assert sound("alopecia") != sound("areata")
    assert american("thrombocytopaenia") == "thrombocytopenia"
    assert american("leucocytosis") == "leukocytosis"


def test_one_misspelling_again_and_again_is_no_list(speller: Speller) -> None:
    assert len(find_misspellings("finastride " * 20_000, speller)) == 20_000
