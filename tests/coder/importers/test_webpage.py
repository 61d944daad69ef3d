"""Web pages: the article without what surrounds it, or everything; encodings, metadata and structure as given."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from coder.importers import Source, read_source

BODY = [
    "The ministry announced on Monday that foreign specialists may be hired without a separate permit.",
    "Employers have to register each contract within ten days, and pay the duty that the government has set.",
    "Trade unions said that the measure came too late, and asked for a hearing before the end of the month.",
]
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/about'>About us</a></li></ul></nav>"
FOOT = "<footer><p>Copyright. All rights reserved.</p><a href='/subscribe'>Subscribe</a></footer>"


def page(article: str, head: str = "", attributes: str = "") -> str:
    body = f"{MENU}<article>{article}</article>{FOOT}"
    return f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"


ARTICLE = "<h1>New rules</h1>" + "".join(f"<p>{p}</p>" for p in BODY)


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def test_of_a_page_the_article_is_read_without_menus() -> None:
    source = read_source("a.html", page(ARTICLE).encode())
    assert source.text == "\n".join(["New rules", *BODY])
    assert source.format == "html"
    assert marked(source, "heading") == [("New rules", "1")]
    assert source.warnings == ()


def test_on_request_everything_on_the_page_is_read() -> None:
    source = read_source("a.html", page(ARTICLE).encode(), page="whole")
    assert source.text.split("\n") == [
        "Home", "About us", "New rules", *BODY, "Copyright. All rights reserved.", "Subscribe",
    ]  # fmt: skip


def test_a_headline_outside_the_article_is_not_lost() -> None:
    html = page("".join(f"<p>{p}</p>" for p in BODY)).replace("<article>", "<div><h1>Far headline</h1></div><article>")
    source = read_source("a.html", html.encode())
    assert source.text.startswith("Far headline\n")
    assert source.text.count("Far headline") == 1
    assert marked(source, "heading") == [("Far headline", "1")]


def test_a_page_without_an_article_is_read_whole_and_this_is_said() -> None:
    source = read_source("a.html", f"<html><body>{MENU}<aside><p>Short.</p></aside></body></html>".encode())
    assert source.text == "Home\nAbout us\nShort."
    assert source.warnings == ("No article was found in the page; all of it was read.",)


def test_a_page_that_is_nothing_but_its_text_keeps_its_lines() -> None:
    links = "".join(f"<li><a href='{n}'>Link {n}</a></li>" for n in range(30))
    source = read_source("a.html", f"<html><body><ul>{links}</ul></body></html>".encode())
    assert source.text.split("\n") == [f"Link {n}" for n in range(30)]


def test_structure_is_marked_in_article_and_whole_page_alike() -> None:
    article = (
        ARTICLE
        + "<h2>Second</h2><p>With <b>bold</b> and <em>leaning</em> words, which are here to be found again.</p>"
        + "<ul><li>first point</li><li>second point</li></ul>"
        + "<table><tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr></table><blockquote>Said so.</blockquote>"
    )
    for choice in ("article", "whole"):
        source = read_source("a.html", page(article).encode(), page=choice)  # type: ignore[arg-type]
        assert marked(source, "heading") == [("New rules", "1"), ("Second", "2")]
        assert marked(source, "bold") == [("bold", "")]
        assert marked(source, "italic") == [("leaning", "")]
        assert [q for q, _ in marked(source, "list")][-2:] == ["first point", "second point"]
        assert "\na\tb\n\tc\nSaid so." in source.text
        assert [q for q, _ in marked(source, "row")] == ["a\tb", "\tc"]
        assert marked(source, "quote") == [("Said so.", "")]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("", "cp1251"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="windows-1251">', "utf-8"),  # saved anew by a program that left the declaration
        ('<meta charset="nonsense">', "cp1251"),
    ],
)
def test_the_encoding_is_found_whatever_the_page_says_of_it(declared: str, encoding: str) -> None:
    russian = [
        "Правительство объявило в понедельник о новых правилах найма иностранных рабочих без особого разрешения.",
        "Работодатели обязаны зарегистрировать каждый договор в течение десяти дней и уплатить установленный сбор.",
    ]
    html = page("<h1>Новые правила</h1>" + "".join(f"<p>{p}</p>" for p in russian), declared)
    source = read_source("a.html", html.encode(encoding))
    assert source.text == "\n".join(["Новые правила", *russian])


def test_the_choice_of_the_person_goes_before_what_the_page_says() -> None:
    html = page("<p>Привет</p>", '<meta charset="utf-8">').encode("koi8-r")
    assert "Привет" in read_source("a.html", html, page="whole", encoding="koi8-r").text


def test_what_the_page_says_of_itself_is_kept_and_nothing_is_guessed() -> None:
    head = (
        '<title>New rules | The Paper</title><meta name="author" content="Anna Petrova">'
        '<meta property="article:published_time" content="2025-03-01T10:00:00+03:00">'
    )
    for choice in ("article", "whole"):
        found = read_source("a.html", page(ARTICLE, head, 'lang="en"').encode(), page=choice).variables  # type: ignore[arg-type]
        assert found["title"].startswith("New rules")
        assert (found["author"], found["date"], found["language"]) == ("Anna Petrova", "2025-03-01", "en")
    bare = read_source("a.html", page(ARTICLE.replace("Monday", "3 May 2021")).encode()).variables
    assert "date" not in bare
    assert "author" not in bare


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a <b>b</b>c  d\n e", "a bc d e"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<p>one</p>two<p>three</p>", "one\ntwo\nthree"),
        ("<div><div><p>deep</p></div></div>after", "deep\nafter"),
        ("<pre>  keep\n  this</pre>x", "  keep\n  this\nx"),
        ("a&nbsp;b &amp; &lt;c&gt; &#128512;", "a\u00a0b & <c> 😀"),
        ("<script>no()</script>yes<style>no</style><!-- no --><noscript>no</noscript>", "yes"),
        ("<table>\n<tr>\n<td><p>a</p><p>b</p></td>\n<th>c</th>\n</tr>\n</table>\nd", "a\nb\tc\nd"),
        ("<table><tr><td>a<table><tr><td>x</td><td>y</td></tr></table></td><td>b</td></tr></table>", "a\nx\ty\tb"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "a\nb\nc"),
        ("x<span> </span>y <i> z</i>", "x y z"),
        ("<p>a</p>\n\n<p> </p>\n<p>b</p>", "a\nb"),
    ],
)
def test_a_page_reads_as_it_is_seen(html: str, expected: str) -> None:
    source = read_source("a.html", f"<html><body>{html}</body></html>".encode(), page="whole")
    assert source.text == expected


@pytest.mark.parametrize(
    "html", ["<!DOCTYPE html>", "<html></html>", "<html><head></head><body>\n</body></html>", "<html><!-- x -->"]
)
def test_a_page_with_nothing_on_it_is_an_empty_document(html: str) -> None:
    source = read_source("a.html", html.encode())
    assert source.text == ""
    assert source.warnings == ("There is no text in it.",)


def test_a_day_that_is_none_is_not_kept() -> None:
    for said in ("2025-99-99", "yesterday", ""):
        head = f'<meta property="article:published_time" content="{said}">'
        assert "date" not in read_source("a.html", page(ARTICLE, head).encode(), page="whole").variables


def test_reading_pages_writes_nothing_on_the_screen() -> None:
    # in a process of its own: under test, what libraries log never reaches the screen
    code = "from coder.importers import read_source\nfor body in {}: read_source('a.html', b'<html>' + body)"
    bodies = [MENU.encode(), b"<p>x</p>", ARTICLE.encode(), b"<time>2025-13-45</time>" * 3, b""]
    done = subprocess.run([sys.executable, "-c", code.format(bodies)], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_page_of_two_megabytes_is_read_within_seconds() -> None:
    html = page("<h1>Long</h1>" + "".join(f"<p>{n} {p}</p>" for n in range(6_000) for p in BODY)).encode()
    begin = time.process_time()
    source = read_source("a.html", html)
    print(f"{len(html) / 1e6:.1f} MB: {time.process_time() - begin:.2f} s CPU")
    assert time.process_time() - begin < 20
    assert source.text.count("Trade unions") == 6_000


@pytest.mark.parametrize(
    "line",
    [
        '<p class="byline">By Anna Ильина</p>',
        '<a rel="author">By Anna Ильина</a>',
        '<span itemprop="author">By Anna Ильина</span>',
    ],
)
def test_who_wrote_an_article_is_kept_even_where_only_a_line_beside_it_says_so(line: str) -> None:
    html = page(ARTICLE).replace("<article>", f"<div>{line}</div><article>")
    source = read_source("a.html", html.encode())
    assert "Anna Ильина" in source.variables["author"] + source.text
    assert "Anna Ильина" in read_source("a.html", html.encode(), page="whole").variables["author"]


def test_what_an_author_says_of_themselves_is_no_name() -> None:
    about = f'<div class="author">{"She writes about the press. " * 9}</div>'
    html = page(ARTICLE).replace("<article>", about + "<article>")
    assert "author" not in read_source("a.html", html.encode(), page="whole").variables


def test_outlet_and_address_come_from_the_page_and_from_the_browser_that_saved_it() -> None:
    head = '<meta property="og:site_name" content="Новая газета"><link rel="canonical" href="https://example.org/a">'
    source = read_source("a.html", page(ARTICLE, head).encode())
    assert source.variables["outlet"] == "Новая газета"
    assert source.variables["address"] == "https://example.org/a"
    saved = page(ARTICLE).replace("<html ", "<!-- saved from url=(0021)https://example.org/b -->\n<html ")
    assert read_source("a.html", saved.encode()).variables["address"] == "https://example.org/b"


def test_a_page_of_frames_names_the_pages_that_are_not_in_it() -> None:
    data = (
        b'<!DOCTYPE html><html><head><title>T</title></head><frameset cols="20%,80%"><frame src="menu.html">'
        b'<frame src="body.html"><noframes><body><p>No frames here.</p></body></noframes></frameset></html>'
    )
    source = read_source("a.html", data)
    assert source.text == ""
    assert source.warnings[0] == "It shows other pages in frames, which are not in it: menu.html, body.html."
