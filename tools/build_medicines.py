"""Build rules/medicines/entities/: generic names and brand names of medicines in common use.

    python tools/build_medicines.py [FOLDER]

`FOLDER` is where the packages named in word_lists.py are installed or unpacked (default: this Python's). Names are
taken from the sections of drug-named-entity-recognition that come from MedlinePlus, the NHS, MeSH and DrugBank; of
its Wikipedia section nothing is taken. In common use is

- what has a page of its own among the medicines of MedlinePlus or the NHS, or is a part of such a compound one;
- what DrugBank and MeSH both list, or DrugBank with three names or more, if its name bears a stem of the WHO's
  International Nonproprietary Names (so that it is a medicine, and no chemical);
- what MORE_MEDICINES names, if DrugBank lists it.

Left out are names of several words, short ones, words of everyday English, what another pack has, and what the lists
below name. Brands have no pair: the data put some brands of compounds under one of their parts. The same input gives
the same bytes; `build_guards.py` comes after.
"""

from __future__ import annotations

import re
import sys
from textwrap import fill

from rapidfuzz.distance import OSA
from word_lists import ROOT, dictionaries, frequencies, medicines, verbs_and_adjectives, words

from factcheck.knowledge import load_knowledge

FOLDER = ROOT / "rules/medicines/entities"
OTHERS = ("hair-loss", "common-medicine")
NAME = re.compile(r"[a-z]{5,}\Z")
SUFFIX = re.compile(r"-[a-z]{4}\Z")  # of biologics in the USA: burosumab-twza
# A generic name among the so many most frequent words is a plain word; a brand, if the dictionary has it at all.
EVERYDAY = 8_000
LISTED = 3
ALIKE = 3
# A brand is looked for misspelled only if it is as long as this: near shorter ones lie names of people, proteins and
# species that no list holds.
SURE = 7

# Stems of International Nonproprietary Names that no plain chemical bears.
STEM = re.compile(
    r"(?:tinib|mab|pril|prilat|sartan|statin|azole|oxacin|cillin|cycline|gliptin|gliflozin|glutide|glitazone|dipine"
    r"|olol|triptan|coxib|profen|fenac|azepam|azolam|barbital|caine|vir|vudine|citabine|platin|rubicin|taxel|limus"
    r"|micin|mycin|kacin|bactam|penem|bendazole|oxetine|triptyline|pramine|peridol|azine|apine|idone|setron|prost"
    r"|dronate|fibrate|grel|grelor|xaban|gatran|parin|teplase|cept|leukin|stim|poetin|relin|relix|actide|curium"
    r"|curonium|tropium|terol|phylline|lukast|solone|sone|onide|cort|gestrel|gest|oxifene|trozole|lutamide|steride"
    r"|afil|osin|thiazide|semide|renone|vaptan|entan|ciguat|tadine|astine|rizine|orphan|orphine|fentanil|ciclib"
    r"|rafenib|metinib|parib|degib|domide|zomib|clax|lisib|trexate|tecan|poside|fungin|quine|antel|mectin|bamate"
    r"|toin|racetam|suximide|zolamide|pidem|clone|orexant|gepant|ditan|giline|capone|stigmine|estrel|flurane|uracil"
    r"|xicam|azoline|plase|onidine|tidine)\Z|^(?:cef|sulfa|gado)"
)
# Classes that a stem tells for sure; fragments of antibodies bear the stem of whole ones.
NO_CLASS = words("""
abciximab blinatumomab brolucizumab caplacizumab certolizumab idarucizumab mevastatin ranibizumab efungumab cibisatamab
cosfroviximab larcaviximab porgaviximab
""")
CLASSES = (
    ("kinase-inhibitor", r"tinib"),
    ("monoclonal-antibody", r"mab"),
    ("ace-inhibitor", r"pril"),
    ("angiotensin-receptor-blocker", r"sartan"),
    ("statin", r"vastatin"),
    ("antifungal", r"conazole"),
    ("antibiotic", r"floxacin|cillin"),
    ("antiviral", r"tegravir|previr|asvir|buvir|navir|ciclovir|cyclovir"),
)

# Names of the same medicine in the USA and elsewhere, where the data have an entry for each.
ALSO = {
    "acyclovir": "aciclovir",
    "beclomethasone": "beclometasone",
    "calcipotriene": "calcipotriol",
    "cephalexin": "cefalexin",
    "chlorpheniramine": "chlorphenamine",
    "glyburide": "glibenclamide",
    "meperidine": "pethidine",
    "mesalamine": "mesalazine",
    "norethindrone": "norethisterone",
    "rifampin": "rifampicin",
    "simethicone": "simeticone",
    "torsemide": "torasemide",
}

# Chemicals, parts of the body, foods, minerals, dyes, pesticides, and medicines of animals alone.
NO_MEDICINES = words("""
acetate aluminum amber arsenic belladonna bismuth caffeine calcium capsaicin charcoal choline ergoloid histamine
iodide lithium magnesium malathion mesylates nicotine opium ozogamicin potassium selenium silver sodium sucrose uridine
heparinoid insulin macrogol psyllium senna docusate docosanol isosorbide melatonin thiamine zinc iodine
cocaine dopamine titanium glutamine amphetamine epinephrine norepinephrine
atrazine boldenone buformin butylidenephthalide canrenone carbetocin cyanamide dimethylformamide echinomycin ergosterol
ethylmaleimide flavone indole lanosterol pregnanolone pregnenolone puromycin pyrazole sparsomycin thymidine
toyocamycin tunicamycin valinomycin zolazepam tiletamine fluprednisolone danofloxacin oxfendazole carprofen
quinoline androstenedione carbarsone cytidine dichlororibofuranosylbenzimidazole dihydrouracil gadolinium histidine
larsucosterol lawsone ligustrazine morpholinylmercaptobenzothiazole nitarsone nocodazole norclozapine norflurane
phenothiazine povidone roxarsone sinefungin somatostatin tanespimycin teprenone thiorphan tioxidazole tricyclazole
tylosin ubidecarenone alvespimycin anisomycin climbazole letaxaban meladrazine peppermint fybogel gaviscon buscopan
""")
# Medicines of hospitals and of other countries, which no page tells of and whose names bear none of the stems.
MORE_MEDICINES = words("""
amisulpride argatroban artesunate bivalirudin clofazimine cycloserine delamanid dexmedetomidine dobutamine doxapram
epoprostenol ergotamine esmolol ethionamide etomidate flumazenil ibutilide isoproterenol ketamine levosimendan
methohexital mianserin mifepristone milrinone nitroprusside phentolamine phenprocoumon propofol sugammadex sulpiride
tacrine teicoplanin terlipressin tirofiban tirzepatide treprostinil triprolidine tropicamide acenocoumarol
biperiden dimethicone
""")
# Brands near which lie words and names that no list holds (superfood, Delacorte), or forms of them are words.
UNSURE = words("""
aristocort besponsa brilinta clarinex combivir concentraid cycloset dilacort fortesta margenza matulane mekinist
metrogel minipress monistat monopril parathar prezista quillivant rescriptor serevent solaraze superfed technivie
theovent triacort zepatier
""")
MORE_BRANDS = words("""
buscopan fybogel gaviscon auvelity carvykti ebglyss kisunla leqembi mounjaro nemluvio symbicort vabysmo veozah wegovy
zepbound zurzuvae
""")

# Brands that are words, names of people or places, firms or goods that are no medicines, and generic names.
NO_BRANDS = words("""
actinomycin acycloguanosine almora alora amethopterin aminobenzylpenicillin aminophyllin aquafresh aralen arava armonair
armour avage axert banan bentyl bromocryptine busulphan calan cambia camila camphor capex carac cartia cbdca cecon
chooz ciloprost clearasil colgate colyte complera concerta contrave creon daunomycin desonate desoxymetasone
desoxyphenobarbital didehydrodeoxynorvincaleukoblastine dihydroergotoxine dihydromorphinone disomer dnase duopa
efient emend equanil errin ethiofos evista exelon factive fampridine farbital flector fluorodeoxyuridine fortical
frova gralise guiatuss hydramine hydrocortone hydroxycarbamide inspra intal invega iodochlorhydroxyquin isonipecaine
isophosphamide juluca keoxifene ladakamycin leukine lipancreatin lodine lygen mandelamine mavik mifeprex minitran
mirena moban mobic monoket natesto nelzarabine nordeoxyguanosine nordexoyguanosine norethisterone noxzema omnaris opana
oracea orgatrax oxilapine panadol pandel paraplatin picato prandin prepcat procomp rapamycin remsed repan requip
restoril revia sarclisa saphris selsun serax silenor simulect sonorx sorine starlix stelara stimate striant subsys
sular sunkist surfak taltz talwin tenuate thalomid tigan triaz tribavirin tricor trimethylglycine vanos vicks visken
vivelle wakix zicam otheraronix otherbrufen otherrizuderm danamep marol lustral innovace istin liberize
""")


def sections() -> tuple[list[str], list[str]]:
    """The names that MedlinePlus gave, and all others, in the order of the data."""
    data = medicines()
    entries, names = data["drug_canonical_to_data"], list(data["drug_variant_to_canonical"])
    last = max(at for at, name in enumerate(names) if "medline_plus_id" in entries.get(name, {}))
    own = data["drug_variant_to_canonical"][names[last]]
    while last + 1 < len(names) and data["drug_variant_to_canonical"][names[last + 1]] == own:
        last += 1
    return names[: last + 1], names[last + 1 :]


def generics() -> set[str]:
    """The generic names in common use, before what is left out."""
    data = medicines()
    entries, bearers = data["drug_canonical_to_data"], data["drug_variant_to_canonical"]
    pages = [name for name in sections()[0] if "medline_plus_id" in entries.get(name, {})]
    pages += [name for name, told in entries.items() if "nhs_url" in told]
    found = {SUFFIX.sub("", name) for name in pages}
    parts = {SUFFIX.sub("", part) for page in pages for part in re.split(r"[^a-z-]+", page) if part != page}
    listed: dict[str, int] = {}
    for name in (one for several in bearers.values() for one in several):
        listed[name] = listed.get(name, 0) + 1
    for name, told in entries.items():
        known = "drugbank_id" in told
        stemmed = STEM.search(name) and ("mesh_id" in told or listed.get(name, 0) >= LISTED)
        if known and (stemmed or name in parts or name in MORE_MEDICINES):
            found.add(name)
    return {name for name in found if NAME.match(name)} - NO_MEDICINES


def brands(generic: set[str]) -> set[str]:
    """The brand names that MedlinePlus or the NHS give, before what is left out."""
    data = medicines()
    told = data["drug_variant_to_variant_data"]
    found = {name for name in sections()[0] if name not in data["drug_canonical_to_data"]}
    found |= {name for name, about in told.items() if about["is_brand"]}
    return {name for name in found | MORE_BRANDS if NAME.match(name)} - generic - NO_BRANDS


def variants(generic: set[str]) -> dict[str, list[str]]:
    """Generic name -> the other spellings of it (acyclovir: aciclovir)."""
    bearers = medicines()["drug_variant_to_canonical"]
    found: dict[str, list[str]] = {name: [] for name in generic}
    for name in sorted(generic):
        entry = bearers.get(name, [name])[0]
        if entry != name and entry in generic and OSA.distance(name, entry) <= ALIKE:
            found[entry].append(name)
            del found[name]
    for name, other in ALSO.items():
        if name in found:
            found.pop(other, None)
            found[name] = sorted({*found[name], other})
    return found


def taken() -> set[str]:
    """The names of the other packs, in lower case."""
    return {name.text.lower() for name in load_knowledge(OTHERS, use_cache=False).names}


def class_of(name: str) -> str:
    """The class that the stem of a name tells; drug, if none does."""
    if name in NO_CLASS:
        return "drug"
    return next((each for each, stems in CLASSES if re.search(rf"(?:{stems})\Z", name)), "drug")


def group(classes: str, names: list[str], protect: bool = True) -> str:
    """A group of names as YAML."""
    unprotected = "" if protect else "    protect: false\n"
    listed = fill(", ".join(names), 118, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)
    return f"  - is: [{classes}]\n{unprotected}    list: [\n{listed},\n    ]\n"


HEAD = """\
# yaml-language-server: $schema=../../../schema/entities.schema.json
# {what}
# Made by tools/build_medicines.py; do not edit by hand. Sources and licences: ../SOURCES.txt
names:
"""


def written(names: dict[str, list[str]]) -> list[str]:
    """The names of one group as the file has them, in order."""
    return [f'"{{{",".join([name, *names[name]])}}}"' if names[name] else name for name in sorted(names)]


def build() -> dict[str, str]:
    """File of the pack -> its text."""
    ranks, known = frequencies(), taken()
    plain = verbs_and_adjectives() | {word for word, rank in ranks.items() if rank < EVERYDAY}
    generic = generics()
    kept = {
        name: also
        for name, also in variants(generic).items()
        if known.isdisjoint({name, *also}) and plain.isdisjoint({name, *also})
    }
    by_class: dict[str, dict[str, list[str]]] = {}
    for name, also in kept.items():
        by_class.setdefault(class_of(name), {})[name] = also
    groups = [group(each, written(by_class[each])) for each in sorted(by_class)]
    left_out = known | plain | set(ranks) | dictionaries() | {other for also in kept.values() for other in also}
    branded = sorted(name.capitalize() for name in brands(generic) - left_out)
    sure = [name for name in branded if len(name) >= SURE and name.lower() not in UNSURE]
    unsure = sorted({*branded} - {*sure})
    print(f"{len(kept)} generic names, {len(branded)} brand names, {len(sure)} of these looked for misspelled")
    return {
        "generics.yaml": HEAD.format(what="Generic names of medicines in common use.") + "".join(groups),
        "brands.yaml": HEAD.format(what="Brand names of medicines in common use; the second group is not corrected.")
        + group("brand", sure)
        + group("brand", unsure, protect=False),
    }


def main() -> None:
    """Write the files of the pack."""
    sys.path[:0] = sys.argv[1:2]
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file, text in build().items():
        (FOLDER / file).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
