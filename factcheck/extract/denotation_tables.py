"""Tables of English for what a noun phrase stands for: empty heads, carriers, numbers, affixes."""

from __future__ import annotations

from factcheck.extract.tables import word_set

TRANSPARENT = word_set(
    "type kind sort form class group family category member example case variety variant subtype version species "
    "branch series set range range number one some part subset handful array host collection pair trio couple "
    "umbrella heading rubric banner ranks subgroup subclass subfamily subset category camp realm "
    "duo twosome threesome quartet foursome population army band crew league cluster squad "
    "majority piece fragment generation line result consequence instance brand excess surplus breed strain make"
)
OF_A_KIND = word_set(
    "loss patch patches spot spots symptom symptoms sign signs onset episode episodes flare flares course "
    "development inflammation appearance level levels amount amounts concentration concentrations surge treatment "
    "use usage intake administration ingestion dose doses relief label labels labelling labeling packaging leaflet "
    "box pack packet bottle bottles tube tubes "
    "management tablet tablets capsule capsules pill pills year years month months week weeks"
)
CARRIERS = word_set(
    "tablet tablets pill pills cream creams foam solution lotion gel capsule capsules drug drugs medicine "
    "medicines medication medications treatment treatments therapy therapies product products shampoo spray "
    "supplement supplements "
    "injection injections agent agents drops ointment dose doses molecule molecules compound compounds "
    "family group class brand use disease diseases disorder condition protein proteins pathway gene genes scale "
    "score tool pattern subtype subtypes phase stage isoform isoforms reaction illness process complaint ailment "
    "problem affliction form variety type kind rash eruption sickness malady "
    "purpose purposes indication"
)
POINTERS = CARRIERS - word_set("family group class")  # `the family` is no member of it
ORDINALS = {"first": "first", "second": "second", "third": "third", "1st": "first", "2nd": "second", "3rd": "third"}
BEARERS = word_set(
    "people patients patient person those anyone someone individuals sufferers participants volunteers adults "
    "children teenagers teens adolescents women men cases case everyone"
)
ANAPHORIC = word_set("this these the such that those both its their")
SUBSTANCES = word_set(
    "drug medicine medication molecule compound agent substance ingredient active chemical component science"
)
NEGATIVE_PREFIXES = word_set("non un")
FOREIGN_PREFIXES = word_set("anti pro pre pseudo post")
EMPTY_SUFFIXES = word_set("like free negative independent sparing resistant naive style unrelated")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
GROUPS = {"pair": 2, "duo": 2, "twosome": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4}
ONLY_BEFORE = frozenset(
    (
        *("only", "solely", "exclusively", "merely", "just", "purely", "nothing but", "none other than"),
        *("nothing more than", "nothing other than", "nothing except", "nothing else but"),
        *("no other than", "nothing else than"),
    )
)
QUANTIFIERS = ("some", "many", "most", "several", "few", "all", "every", "each", "any", "certain", "both", "various")
DURATIONS = ("year", "month", "week", "course", "half")
LABELS = ("label", "labelling", "labeling", "leaflet")
