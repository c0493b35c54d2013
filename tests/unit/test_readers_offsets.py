"""Words that stand in the source and what they become: every place is exact, silence comes first."""

from __future__ import annotations

import codecs

import pytest

from factcheck.model.span import TextSpan
from factcheck.readers import read
from tests.exact_places import assert_exact

NOT_PROSE = [
    ("x.md", "`WORD`"), ("x.md", "``a ` WORD``"), ("x.md", "```\nWORD\n```"), ("x.md", "    WORD"),
    ("x.md", "[a](WORD)"), ("x.md", '[a](b "WORD")'), ("x.md", "![WORD](b)"), ("x.md", "<http://WORD>"),
    ("x.md", "see https://WORD/a"), ("x.md", "[a]: WORD"), ("x.md", "<!-- WORD -->"), ("x.md", "a <!-- WORD --> b"),
    ("x.md", "<!--\n\nWORD\n\n-->"), ("x.md", "<script>\nWORD\n</script>"), ("x.md", "a <i title='WORD'>b</i>"),
    ("x.md", "---\ntitle: WORD\n---\na"), ("x.md", "+++\ntitle = 'WORD'\n+++\na"), ("x.md", "a ~~WORD~~ b"),
    ("x.md", "a[^WORD]\n\n[^WORD]: b"), ("x.md", "<nav>\n\n- WORD\n\n</nav>"), ("x.md", "a <kbd>WORD</kbd>"),
    ("x.md", "> <!-- a\n> WORD\n> -->"), ("x.md", "WORD@example.org"), ("x.md", "{{ WORD }}"),
    ("x.md", "{% WORD %}"), ("x.md", "::: WORD\na\n:::"), ("x.md", "# a {#WORD}"), ("x.md", "```WORD\na\n```"),
    ("x.md", "a<sup>1</sup>WORD@b.cd"), ("x.mdx", "import WORD from 'b'"),
    ("x.mdx", "export const a = {\n  b: 'WORD',\n}"), ("x.mdx", "a {WORD} b"), ("x.mdx", "{/* WORD */}"),
    ("x.mdx", "<Tabs items={['WORD', {a: 1}]}>\nb\n</Tabs>"), ("x.mdx", "a <B c={WORD}/>"),
    ("x.html", "---\na: WORD\n---\n<p>b</p>"),
    ("x.html", "<!-- WORD -->"), ("x.html", "<!-- a > WORD"), ("x.html", "<script>WORD</script>"),
    ("x.html", "<style>WORD</style>"), ("x.html", "<title>WORD</title>"), ("x.html", "<nav><p>WORD</p></nav>"),
    ("x.html", "<footer>WORD</footer>"), ("x.html", "<template>WORD</template>"),
    ("x.html", "<noscript>WORD</noscript>"), ("x.html", "<p hidden>WORD</p>"),
    ("x.html", "<b aria-hidden='true'>WORD</b>"), ("x.html", "<code>WORD</code>"),
    ("x.html", "<blockquote lang=de>WORD</blockquote>"), ("x.html", "<p lang='pt-BR'>a <i>WORD</i></p>"),
    ("x.html", "<pre>a <b>WORD</b></pre>"), ("x.html", "<svg><text>WORD</text></svg>"),
    ("x.html", "<a href='WORD'>b</a>"), ("x.html", '<img alt="WORD > WORD">'),
    ("x.html", "<select><option>WORD</select>"), ("x.html", "<del>WORD</del>"),
    ("x.html", "<textarea>WORD</textarea>"), ("x.html", "<button>WORD</button>"),
    ("x.html", "<div role=navigation>WORD</div>"), ("x.html", "<div style='display: none'><div>a</div>WORD</div>"),
    ("x.html", "<!WORD>"), ("x.html", "<?php WORD > 1 ?>"), ("x.html", "<p hidden>WORD<p>a</p>"),
    ("x.html", "<nav><nav></nav>WORD</nav>"), ("x.html", "</WORD>"), ("x.txt", "see www.WORD.org now"),
    ("x.txt", "ask WORD@example.org now"), ("x.txt", "=====\n"),
    ("x.adoc", "`WORD`"), ("x.adoc", "a``WORD``b"), ("x.adoc", "`+WORD+`"), ("x.adoc", "----\nWORD\n----"),
    ("x.adoc", "....\nWORD\n...."), ("x.adoc", "```js\nWORD\n```"), ("x.adoc", "++++\nWORD\n++++"),
    ("x.adoc", "////\nWORD\n////"), ("x.adoc", "// WORD"), ("x.adoc", "a\n// WORD\nb"), ("x.adoc", " WORD"),
    ("x.adoc", "[source]\nWORD"), ("x.adoc", "[source]\n--\nWORD\n--"), ("x.adoc", "[comment]\nWORD"),
    ("x.adoc", "https://a.b/WORD[c]"), ("x.adoc", "see www.WORD.org."), ("x.adoc", "link:WORD[a]"),
    ("x.adoc", "xref:WORD.adoc[]"), ("x.adoc", "<<WORD>>"), ("x.adoc", "<<WORD,a>>"), ("x.adoc", "[[WORD]]a"),
    ("x.adoc", "[#WORD]\na"), ("x.adoc", "image::WORD[WORD]"), ("x.adoc", "a image:b c.png[WORD] d"),
    ("x.adoc", "include::WORD[]"), ("x.adoc", "ifdef::WORD[]\na\nendif::WORD[]"), ("x.adoc", "toc::[WORD]"),
    ("x.adoc", "afootnote:[b [WORD] WORD]"), ("x.adoc", "afootnote:b[WORD]"), ("x.adoc", "(((WORD, b (c))))"),
    ("x.adoc", "kbd:[WORD]"), ("x.adoc", "stem:[WORD]"), ("x.adoc", "a {WORD} b"), ("x.adoc", "[quote, WORD]\na"),
    ("x.adoc", ":description: a \\\nWORD\n\nb"), ("x.adoc", "= a\nB WORD <c@d.ef>\nv1, WORD"),
    ("x.adoc", "WORD@b.cd"), ("x.adoc", "a [.line-through]#WORD# b"), ("x.adoc", "|===\nl|WORD\n|==="),
    ("x.adoc", "---\na: WORD\n---\nb"), ("x.adoc", "* a\n+\n----\nWORD\n----"), ("x.adoc", "mailto:a@b.cd[c,WORD]"),
    ("x.adoc", "[a=WORD]*b*"),
    ("x.rst", "a ``WORD`` b"), ("x.rst", "a::\n\n  WORD"), ("x.rst", "a\n\n::\n\n  b\n\n  WORD"),
    ("x.rst", "a ::\n\n> WORD"), ("x.rst", "a\n\n>>> WORD\nWORD"), ("x.rst", "a\n\n.. WORD"),
    ("x.rst", "..\n  WORD\n\n  WORD"), ("x.rst", ".. _WORD: b"), ("x.rst", "__ https://WORD"),
    ("x.rst", ".. |WORD| image:: WORD.png"), ("x.rst", "`a <WORD>`_ b"), ("x.rst", "|WORD| a"),
    ("x.rst", "a [#WORD]_ b"), ("x.rst", "a [WORD2]_ b"), ("x.rst", ":code:`WORD` a"), ("x.rst", ":ref:`WORD` a"),
    ("x.rst", ":ref:`a <WORD>`"), ("x.rst", ".. code-block:: a\n   :b: WORD\n\n   WORD"), ("x.rst", ".. image:: WORD"),
    ("x.rst", ".. figure:: WORD\n   :alt: WORD\n\n   a"), ("x.rst", ".. note::\n   :class: WORD\n\n   a"),
    ("x.rst", ".. raw:: html\n\n   <p>WORD</p>"), ("x.rst", ".. toctree::\n\n   WORD"), ("x.rst", ".. math:: WORD"),
    ("x.rst", ".. py:function:: WORD(a)\n\n   b"), ("x.rst", ".. autoclass:: WORD\n   :members: WORD"),
    ("x.rst", ".. a:: b\n\n   WORD = f(x)\n   y = {}"), ("x.rst", ":date: 2020-01-02 WORD\n\na"),
    ("x.rst", ":author: WORD"), ("x.rst", ".. meta::\n   :description: WORD"), ("x.rst", "--WORD=A  b"),
    ("x.rst", "see https://WORD/a, b"), ("x.rst", ".. [WORD] a"), ("x.rst", ".. role:: WORD(raw)\n\na :WORD:`WORD`"),
    ("x.rst", "+-+-+\n|WORD\n+-+-+"), ("x.rst", "It helps\\ :sup:`1`, see `f(WORD)`"),
    ("x.rst", ".. versionadded:: WORD\n   a"), ("x.rst", "{{ WORD }}"),
]  # fmt: skip
PROSE = [
    ("x.md", "a *WORD* b"), ("x.md", "a **WORD** b"), ("x.md", "[WORD](b)"), ("x.md", "[WORD][a]\n\n[a]: b"),
    ("x.md", "# WORD #"), ("x.md", "WORD\n==="), ("x.md", "- a\n  1. WORD"), ("x.md", "> - > WORD"),
    ("x.md", "|a|WORD|\n|-|-|\n|c|d|"), ("x.md", "a\n: WORD"), ("x.md", "&copy; &#65; WORD"),
    ("x.md", "\\* WORD \\*"), ("x.md", "<div>\n<p>a &amp; WORD</p>\n</div>"), ("x.md", "> <p>a\n> WORD</p>"),
    ("x.md", "a <b>WORD</b>"), ("x.md", "a[^1]\n\n[^1]: WORD"), ("x.md", "`unclosed WORD"),
    ("x.md", "a\r\nb\r\nWORD"), ("x.md", "é 😀 e\u0301 WORD"), ("x.md", "---\r\na: é\r\n---\r\nWORD"),
    ("x.md", "---\n\nWORD\n\n---\n\nb"), ("x.md", "a\u00a0WORD"), ("x.md", "~5 mg WORD ~10 mg"),
    ("x.md", "costs $5 WORD $6"), ("x.md", ":::tip\nWORD\n:::"), ("x.md", "<nav>\n\nWORD"),
    ("x.md", "<details>\n<summary>a</summary>\n\nWORD\n\n</details>"), ("x.md", "[[1]](http://a) WORD"),
    ("x.md", "- [x] WORD"), ("x.md", "|a\\|WORD|\n|-|\n"), ("x.md", "a {WORD} b"), ("x.md", "a <code>b WORD"),
    ("x.mdx", "a {/* b */} WORD"), ("x.mdx", "<A.B c={{d: 1}}>\nWORD\n</A.B>"), ("x.mdx", "a {WORD"),
    ("x.mdx", "<>WORD</>"), ("x.mdx", "import duties on WORD"), ("x.mdx", "```\n{\n```\nWORD }"),
    ("x.mdx", "# WORD {#id}"), ("x.html", "<b>WORD"), ("x.html", "---\na: b\n---\nWORD"),
    ("x.html", "a < b WORD"), ("x.html", "a &amp WORD"),
    ("x.html", "<a b='>'>WORD"), ("x.html", "<nav>WORD"), ("x.html", "<p>a<p>WORD"), ("x.html", "<li>WORD"),
    ("x.html", "<td>WORD"), ("x.html", "</p></ul></td>WORD"), ("x.html", "<x-y>WORD</x-y>"),
    ("x.html", "<p lang=en-GB>WORD</p>"), ("x.html", "<i lang=la>WORD</i>"), ("x.html", "<html lang=de>WORD</html>"),
    ("x.html", "<p hidden>a</p>WORD"), ("x.html", "<A HREF=b>WORD</A>"), ("x.html", "<a b=\"c'd\">WORD"),
    ("x.html", "<br/>WORD<hr>"), ("x.html", "<!-->WORD"), ("x.html", "<body hidden>WORD</body>"),
    ("x.html", "😀<b>e\u0301</b>\r\nWORD"), ("x.html", "<script>a</SCRIPT>WORD"), ("x.html", "a<b WORD"),
    ("x.html", "x<sup>WORD</sup>"), ("x.html", "<s>WORD"), ("x.txt", "    WORD"), ("x.txt", "• WORD"),
    ("x.txt", "a\n\n\tWORD\r\n"), ("x.txt", "<b>WORD</b>"), ("x.txt", "\ufeffWORD"),
    ("x.adoc", "= WORD"), ("x.adoc", "== WORD =="), ("x.adoc", "## WORD"), ("x.adoc", "WORD\r\n----\r\na"),
    ("x.adoc", "a *WORD*"), ("x.adoc", "a**WORD**b"), ("x.adoc", "__WORD__b"), ("x.adoc", "*_WORD_*"),
    ("x.adoc", "a #WORD#"), ("x.adoc", "[.b]##WORD##"), ("x.adoc", "a^WORD^"), ("x.adoc", "a~WORD~"),
    ("x.adoc", '"`WORD`"'), ("x.adoc", "'`WORD`'"), ("x.adoc", "https://a.b[WORD^]"), ("x.adoc", "link:a[WORD,role=b]"),
    ("x.adoc", "xref:a#b[*WORD*]"), ("x.adoc", "<<a,WORD>>"), ("x.adoc", "mailto:a@b.cd[WORD,c]"),
    ("x.adoc", "((WORD))"), ("x.adoc", "pass:[<b>WORD</b>]"), ("x.adoc", "pass:q[*WORD*]"), ("x.adoc", "+++WORD+++"),
    ("x.adoc", "+WORD+"), ("x.adoc", "&copy; &#65; WORD"), ("x.adoc", "\\*WORD*"), ("x.adoc", "a footnote:[b] WORD"),
    ("x.adoc", "[1] WORD]"), ("x.adoc", "é 😀 e\u0301 *b* WORD"), ("x.adoc", "a\u00a0WORD"), ("x.adoc", "a +\nWORD"),
    ("x.adoc", "a\rb\rWORD"), ("x.adoc", "* a\n** WORD"), ("x.adoc", "- [x] WORD"), ("x.adoc", ". WORD"),
    ("x.adoc", "1. WORD"), ("x.adoc", "<1> WORD"), ("x.adoc", "a:: WORD"), ("x.adoc", "a:::\n\n  WORD"),
    ("x.adoc", "WORD;; a"), ("x.adoc", "* a\n+\nWORD"), ("x.adoc", "NOTE: WORD"), ("x.adoc", "> WORD"),
    ("x.adoc", "[TIP]\n====\nWORD\n===="), ("x.adoc", ".WORD\n****\na\n****"), ("x.adoc", ".WORD\nimage::a[]"),
    ("x.adoc", "[quote]\nWORD"), ("x.adoc", "____\nWORD"), ("x.adoc", "[verse]\na\nWORD"),
    ("x.adoc", "|===\n|a |WORD\n|==="), ("x.adoc", "|===\na|* WORD\n|==="), ("x.adoc", "|===\n2+^.^h|WORD"),
    ("x.adoc", "|===\n|a \\| WORD\n|==="), ("x.adoc", ',===\na,"b, WORD"\n,==='), ("x.adoc", ":===\na:WORD\n:==="),
    ("x.adoc", "ifdef::a[WORD]"), ("x.adoc", "ifndef::a[]\nWORD\nendif::[]"), ("x.adoc", "====\n----\na\n----\nWORD"),
    ("x.adoc", "= a\nIt helps.\nWORD"), ("x.adoc", "`a *WORD"),
    ("x.adoc", "5 * 3 WORD * 2"),
    ("x.rst", "a *WORD* b"), ("x.rst", "a **WORD** b"), ("x.rst", "`WORD`"), ("x.rst", "`WORD`_"), ("x.rst", "WORD_ a"),
    ("x.rst", "`WORD <a>`__"), ("x.rst", ":term:`WORD <a>`"), ("x.rst", "`WORD`:sub:"), ("x.rst", "_`WORD` a"),
    ("x.rst", "x\\ **WORD**\\ y"), ("x.rst", "\\*WORD\\*"), ("x.rst", "*unclosed WORD"), ("x.rst", "a ``b WORD"),
    ("x.rst", "WORD\n===="), ("x.rst", "====\nWORD\n===="), ("x.rst", "- a\n\n  1. WORD"), ("x.rst", "-\n  WORD"),
    ("x.rst", "- a\n WORD"), ("x.rst", "WORD\n  a"), ("x.rst", "a : b\n  WORD"), ("x.rst", "a : WORD\n  b"),
    ("x.rst", ":a b: WORD"), ("x.rst", ":WORD:\n  a"), ("x.rst", "-a  WORD"), ("x.rst", "| a\n| WORD"),
    ("x.rst", "WORD::\n\n  a"), ("x.rst", "a\n\n  WORD\n\n  -- b"), ("x.rst", "a\n\n  b\n\n  -- WORD"),
    ("x.rst", "..\n\n  WORD"), ("x.rst", "....\n\nWORD"), ("x.rst", "+-+----+\n|a|WORD|\n+-+----+"),
    ("x.rst", "+-+----+\n|a|b   |\n| |WORD|\n+-+----+"), ("x.rst", "+--+----+\r\n|😀|WORD|\r\n+--+----+"),
    ("x.rst", "+-+----+\n|😀|WORD|\n+-+----+"), ("x.rst", "== ==\na  b\n== ==\nc  WORD\n== =="),
    ("x.rst", "== ==\nWORD\n== =="), ("x.rst", ".. note:: WORD"), ("x.rst", ".. note::\n   WORD\n   a"),
    ("x.rst", ".. tip::\n\n\tWORD"), ("x.rst", ".. admonition:: WORD\n\n   a"),
    ("x.rst", ".. figure:: a\n\n   b\n\n   WORD"), ("x.rst", ".. list-table:: a\n\n   * - b\n     - WORD"),
    ("x.rst", '.. csv-table::\n   :header: "a", "WORD"\n\n   b, c'),
    ("x.rst", '.. csv-table::\n\n   "a, ""b"" WORD", c'), ("x.rst", ".. glossary::\n\n   a\n   WORD\n      b"),
    ("x.rst", ".. deprecated:: 1.0\n   WORD"), ("x.rst", ".. [1] WORD"),
    ("x.rst", ".. py:class:: A\n\n   It is WORD."), ("x.rst", ".. anything::\n\n   It is WORD."),
    ("x.rst", ".. rubric:: WORD"), ("x.rst", ".. |a| replace:: b\n\n|a| WORD"), ("x.rst", "a\r\rWORD\rb"),
    ("x.rst", "\tWORD"), ("x.rst", "e\u0301 a\u00a0WORD"), ("x.rst", ":summary: WORD\n\na"),
    ("x.rst", ".. class:: a\n\n   WORD"), ("x.rst", ".. epigraph::\n\n   WORD"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source"), NOT_PROSE)
def test_not_prose(path: str, source: str) -> None:
    """The word is not in the text."""
    document = read(path, source.encode())
    assert_exact(document)
    assert "WORD" not in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("path", "source"), PROSE)
def test_prose_in_its_place(path: str, source: str, encoding: str) -> None:
    """The word is in the text, once, and its place in the source is that of the word."""
    document = read(path, source.encode(encoding))
    assert_exact(document)
    assert document.text.count("WORD") == 1
    at = document.text.index("WORD")
    span = document.source_span(TextSpan(at, at + 4))
    decoded = source.lstrip("\ufeff") if encoding == "utf-8" else source
    assert document.source == decoded
    assert document.source[span.start : span.end] == "WORD"


@pytest.mark.parametrize(
    ("path", "source", "text"),
    [
        ("x.md", "a\\*b &amp; c&nbsp;d &bogus; e", "a*b & c\u00a0d &bogus; e"),
        ("x.md", "a *b*c **d**", "a bc d"),
        ("x.md", "use `x()` now, see <https://a.b/c>.", "use \ufffc now, see \ufffc."),
        ("x.md", "a\nb\r\nc", "a b c"),
        ("x.md", "a  \nb\\\nc<br>d", "a\nb\nc\nd"),
        ("x.md", "a ![b](c) d![e](f)g", "a  d g"),
        ("x.md", "It helps.[^1] So<sup>2,3</sup>.\n\n[^1]: x", "It helps. So.\n\nx"),
        ("x.md", "10<sup>9</sup> per m<sup>2</sup>", "10^9 per m2"),
        ("x.md", "“Don’t” -- use... 'it'", "“Don’t” -- use... 'it'"),
        ("x.md", "so\u00adft\u00a0hyphen", "so\u00adft\u00a0hyphen"),
        ("x.html", "<p>a\n   b &lt; c&#x41;&#65; <i> d</i></p>", "a b < cAA d"),
        ("x.html", "Bari<b>citi</b>nib <img src=a>works.", "Baricitinib works."),
        ("x.html", "<p>a<br><br>b<br>c", "a\n\nb\nc"),
        ("x.html", "use <code>a</code>, <kbd>b</kbd>", "use \ufffc, \ufffc"),
        ("x.adoc", "a *b*c* **d**e `f`'s it`'s", "a b*c de \ufffc's it’s"),
        ("x.adoc", "a\n b\n// c\nd +\ne", "a b d\ne"),
        ("x.adoc", ":a: B12\n\n{a}{nbsp}c &amp; {d}/e {url}/f.", "B12\u00a0c & \ufffc/e \ufffc."),
        ("x.adoc", "10^9^ m^2^ H~2~O it.^1,2^ ^a^", "10^9 m2 H2O it. a"),
        ("x.adoc", "https://a.b/c_d_e[f]. http://g.h/_i. <https://j.k> x", "f. \ufffc. \ufffc x"),
        ("x.adoc", "snake_case_name 2*3*4 C++ -- (C) ...", "snake_case_name 2*3*4 C++ -- (C) ..."),
        ("x.rst", "a\nb *c*\r\n  d", "a b c\n\nd"),
        ("x.rst", "Use ``x(y)``, see |z|: it's `f()`.", "Use \ufffc, see \ufffc: it's \ufffc."),
        ("x.rst", "It helps [1]_. So [#a]_ [B2]_, it does.", "It helps. So, it does."),
        ("x.rst", "10\\ :sup:`9` per m\\ :sup:`2`\\ :sup:`3,4`", "10^9 per m2"),
        ("x.rst", '2 * 3 * 4, x*y*z, (*) "*" __init__ a_b', '2 * 3 * 4, x*y*z, (*) "*" __init__ a_b'),
        ("x.rst", "+---+---+\n| a | c |\n| b | d |\n+---+---+", "a b\n\nc d"),
        ("x.rst", "+--+--+\n|a |b |\n+--+--+\n|c | d|\n|     |\n+--+--+", "a\n\nb\n\nc | d"),
        ("x.rst", '.. csv-table::\n\n   "a ""b"", c", "d\n   e"', 'a "b", c\n\nd e'),
        ("x.txt", "see http://a.b/c_(d). And e@f.gh!", "see \ufffc). And \ufffc!"),
    ],
)
def test_text(path: str, source: str, text: str) -> None:
    """The whole text, exactly."""
    document = read(path, source.encode())
    assert_exact(document)
    assert document.text == text


def test_a_substitution_maps_as_a_whole() -> None:
    """An entity, a mark between blocks and a word cut by emphasis map to all that they were."""
    document = read("x.md", codecs.BOM_UTF8 + "é&amp;b ba**ri**c\n\nnext".encode())
    assert document.text == "é&b baric\n\nnext"
    spans = {(1, 2): (1, 6), (2, 3): (6, 7), (4, 9): (8, 17), (4, 7): (8, 13), (0, 9): (0, 17), (9, 11): (17, 19)}
    for text, source in spans.items():
        found = document.source_span(TextSpan(*text))
        assert (found.start, found.end) == source


@pytest.mark.parametrize(
    ("path", "source", "date"),
    [
        ("x.md", "---\ndate: 2020-01-02\n---\na", "2020-01-02"),
        ("x.md", "---\ndate: 2020-01-02\nlastmod: '2021-03-04T10:00:00Z'\n---\na", "2021-03-04"),
        ("x.md", '---\n# c\n"updated" : "2019-12-31 10:00"  # c\n...\na', "2019-12-31"),
        ("x.md", "+++\ndate = 2020-01-02T00:00:00Z\n+++\na", "2020-01-02"),
        ("x.md", "---\r\nlast_modified: 2020-01-02\r\n---\r\na", "2020-01-02"),
        ("x.md", "---\ndate: 2020-13-02\n---\na", "None"),
        ("x.md", "---\ndate: yesterday\n---\na", "None"),
        ("x.md", "---\na:\n  date: 2020-01-02\n---\na", "None"),
        ("x.md", "---\ndate: 2020-01-02\na", "None"),
        ("x.md", "a\n\n---\ndate: 2020-01-02\n---\na", "None"),
        ("x.md", '<time datetime="2020-01-02">then</time>', "2020-01-02"),
        ("x.html", '<meta property="article:published_time" content="2020-01-02T03:04">a', "2020-01-02"),
        ("x.html", '<meta name="Last-Modified" content="2020-01-02"><time datetime=2021-01-01>a</time>', "2021-01-01"),
        ("x.html", '<meta name="description" content="2020-01-02"><time>2020-01-02</time>', "None"),
        ("x.rst", "a\n=\n\n:Date: 2020-01-02\n:updated: 2021-03-04\n\nb", "2021-03-04"),
        ("x.rst", ":date:\n  2020-01-02\n\na\n=", "2020-01-02"),
        ("x.rst", "a\n\n:date: 2020-01-02", "None"),
        ("x.rst", "a\n\n.. meta::\n   :date: 2020-01-02\n   :description: 2021-01-01", "2020-01-02"),
        ("x.rst", ".. meta::\n\n   :property=article:modified_time: 2020-01-02T03:04", "2020-01-02"),
        ("x.txt", "---\ndate: 2020-01-02\n---\na", "None"),
        ("x.adoc", "= a\n:updated: 2020-01-02\n:Date: 2019-01-02\n\nb", "2020-01-02"),
        ("x.adoc", "---\ndate: 2020-01-02\n---\n= a", "2020-01-02"),
        ("x.adoc", "a\n:date: 2020-01-02", "None"),
    ],
)
def test_date(path: str, source: str, date: str) -> None:
    """The newest date that the document gives itself."""
    assert str(read(path, source.encode()).date) == date


@pytest.mark.parametrize(
    "source",
    [
        "- a\n:::b c\n  d\n- e\n\nf\n",
        "> a\n:::b c\nd\n\n:::\ne\n",
        ":::a [b](c)\n:::b d\ne\n\n:::\n:::\n:::\nf\n",
        ":::a b",
    ],
)
def test_fences_among_other_blocks_lose_no_place(source: str) -> None:
    assert_exact(read("x.md", source.encode()))
