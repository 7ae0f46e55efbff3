"""The walker: what is visible, in which blocks, and where it stood in the page; the pages are invented."""

from __future__ import annotations

import html
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consilience.clean.html import text_layer
from consilience.clean.layer import Block, Layer, to_layer, to_page

_SPACE = " \t\n\r\f"


def texts(layer: Layer) -> list[str]:
    return [layer.text[block.span.start : block.span.end] for block in layer.blocks]


def block_of(layer: Layer, text: str) -> Block:
    return layer.blocks[texts(layer).index(text)]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("plain words", ["plain words"]),
        ("<p>One<p>Two", ["One", "Two"]),
        ("<p>One <b>and</b> <i>two</i>.</p>", ["One and two."]),
        ("<p> One\n   two\t</p>\n<p>\n</p>", ["One two"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<h1>Port<br>closed</h1>", ["Port closed"]),
        ("One<br>two<br><br>three", ["One", "two", "three"]),
        ("<table><tr><td>1<td>Ada<td>30<tr><td>2<td>Bo<td>9</table>", ["1\tAda\t30", "2\tBo\t9"]),
        ("<pre>a  b\n c</pre>", ["a  b\n c"]),
        ("fish &amp; chips &lt;3 &#8220;x&#8221; &nosuch; &", ["fish & chips <3 “x” &nosuch; &"]),
        ("a&nbsp;b &#32; c&shy;d", ["a\xa0b cd"]),
        ("<p>a<script>x('<p>no</p>')</script>b<style>p{}</style></p>", ["ab"]),
        ("<title>no</title><textarea>no</textarea><p>yes", ["yes"]),
        ("<!-- no --><p>yes<!-- <p>no -->", ["yes"]),
        ("<p hidden>no</p><p aria-hidden=true>no</p><p style='display: none'>no</p><p>yes", ["yes"]),
        ("<template>no</template><noscript>no</noscript><svg><text>no</text></svg><p>yes", ["yes"]),
        ("<select><option>no</select><dialog>no</dialog><dialog open>yes</dialog>", ["yes"]),
        ("<a href='x'>link <div>in</div></a> after", ["link", "in", "after"]),
        ("5 < 6 and 7 > 2", ["5 < 6 and 7 > 2"]),
        ("<p title='a > b' class=x>yes", ["yes"]),
        ("<p title=\"it's\">yes</p title='no'>", ["yes"]),
        ("yes<p unfinished", ["yes"]),
        ("&nbsp;<p>\xa0 </p>", []),
        ("", []),
    ],
)
def test_visible_text_comes_block_by_block(page: str, blocks: list[str]) -> None:
    assert texts(text_layer(page)) == blocks


def test_blocks_stand_on_lines_of_their_own_and_a_line_break_is_one_newline() -> None:
    assert text_layer("<p>a<p>b<br>c").text == "a\n\nb\nc"


def test_a_block_knows_what_stands_around_it() -> None:
    layer = text_layer(
        '<nav><a href=/>Home</a></nav><main><article class="storyBody"><p>One <a href=x>two</a></p>'
        '<div class="related-links"><ul><li>Other</ul></div></article></main><div role=contentinfo>End</div>'
    )
    home, text, other, end = layer.blocks
    assert (home.path, home.linked, home.in_main) == (("nav",), 4, False)
    assert (text.tag, text.path, text.linked, text.in_main) == ("p", ("main", "article"), 3, True)
    assert text.hints == ("story", "body")
    assert (other.furniture, other.path) == ("related", ("main", "article", "list"))
    assert end.path == ("footer",)


def test_a_misnested_link_ends_where_its_end_tag_stands() -> None:
    layer = text_layer("<a href=x><div>in</a> out</div><p>far")
    assert [block.linked for block in layer.blocks] == [2, 0]


def test_facts_of_the_page_are_kept_as_written() -> None:
    layer = text_layer(
        '<html lang="en-GB"><head><meta charset="utf-8"><title>Port &amp; sea\n closed</title>'
        '<meta property="og:title" content="Port closed"><meta name="Author" content="A &amp; B">'
        '<link rel=canonical href="https://tide.example/a"><script type="application/ld+json">{"a": 1}</script></head>'
        '<h1>Port closed</h1><time datetime="2024-05-14T10:00">14 May</time>'
    )
    facts = layer.facts
    assert (facts.title, facts.language, facts.charset) == ("Port & sea closed", "en-GB", "utf-8")
    assert [(m.name, m.content) for m in facts.metas] == [("og:title", "Port closed"), ("author", "A & B")]
    assert (facts.canonical, facts.json_ld) == ("https://tide.example/a", ('{"a": 1}',))
    assert [layer.text[span.start : span.end] for span in facts.headings] == ["Port closed"]
    stated = facts.times[0]
    assert (stated.datetime, layer.text[stated.span.start : stated.span.end]) == ("2024-05-14T10:00", "14 May")


def test_a_page_hidden_behind_a_dialogue_is_read_all_the_same() -> None:
    layer = text_layer(
        "<div aria-hidden=true>" + "<p>The harbour is closed.</p>" * 100 + "</div><div role=dialog>Sign in</div>"
    )
    assert layer.unhidden
    assert len(layer.blocks) == 101


_LAYERS = st.lists(
    st.sampled_from(
        "<p> </p> <div> </div> <b> </b> <a> </a> <br> <li> <ul> </ul> <td> <table> <pre> <script> </script> <!-- --> < > &"
        " &amp; &nbsp; &#65; &#x20; &notit; &nGt; '  \" \n \t a bc - é \u200b \xa0 \U0001f600 <p\thidden> <span".split(
            " "
        )
    )
    | st.text(max_size=5),
    max_size=40,
).map("".join)


@given(_LAYERS)
def test_every_span_of_the_layer_leads_back_to_the_page(page: str) -> None:
    layer = text_layer(page)
    before = 0, 0
    for run in layer.runs:
        assert (run.layer.start, run.page.start) >= before
        before = run.layer.end, run.page.end
        words, written = layer.text[run.layer.start : run.layer.end], page[run.page.start : run.page.end]
        assert _folded(words) in {_folded(written), _folded(html.unescape(written))} or written.startswith("<br")
        assert to_page(layer.runs, run.layer) == run.page
        assert to_layer(layer.runs, *run.page) == run.layer
    covered = {at for run in layer.runs for at in range(run.layer.start, run.layer.end)}
    assert all(layer.text[at] in "\n\t" for at in range(len(layer.text)) if at not in covered)


def _folded(text: str) -> str:
    return "".join(" " if letter in _SPACE else letter for letter in text) if text.strip(_SPACE) else ""


@given(_LAYERS)
def test_blocks_lie_in_order_and_hold_all_visible_text(page: str) -> None:
    layer = text_layer(page)
    ends = [0, *(block.span.end for block in layer.blocks)]
    for end, block in zip(ends, layer.blocks, strict=False):
        assert end <= block.span.start < block.span.end
        assert not layer.text[end : block.span.start].strip()
        assert 0 <= block.linked <= block.span.end - block.span.start
    assert ends[-1] == len(layer.text)


_N = 20_000


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * _N + "x" + "</div>" * _N,
        "<p class=a" * _N,
        "<" * 5 * _N,
        "</" * 5 * _N,
        "&" * 5 * _N,
        '<a b="' * _N,
        "<a b='\"" * _N,
        "<!--" * _N,
        "<a =" * _N,
        "<p" + " " * 20 * _N,
        "<p " + "a=b " * _N + ">x",
        "<a>" * _N + "<div>" * _N + "</a>" * _N,
        "<script>" * _N,
        "<title></titl" * _N,
        "<table><td>" * _N + "</div>" * _N,
        "<b><i><p>x</b>" * _N,
        "<ul><li>" * _N + "<li>" * _N,
        "".join(f"<section class='k{n} nav'>w " for n in range(_N)),
        " " * 20 * _N + "<b> </b>" * _N,
    ],
    ids=lambda page: page[:12],
)
def test_hostile_markup_costs_no_square(page: str) -> None:
    """A quadratic step would take minutes here; the bound is loose for slow machines."""
    began = time.process_time()
    text_layer(page)
    assert time.process_time() - began < 5


def test_attributes_are_counted_also_on_a_tag_that_never_ends() -> None:
    many = " ".join(f"a{number}='x'" for number in range(40))
    assert text_layer(f"<p {many}>One.</p>").widest == 40
    assert text_layer(f"<p>One.</p {many}>").widest == 40
    assert text_layer(f"<p>One.</p><p {many}").widest == 40


def test_tags_that_never_end_cost_no_square() -> None:
    started = time.process_time()
    layer = text_layer("<p>One.</p>" + '<p a="x>" ' * 50_000)
    assert texts(layer)[0] == "One."
    assert time.process_time() - started < 5
