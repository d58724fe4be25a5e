"""Pages and plain text: the prose, the day of publication, and hostile input."""

from __future__ import annotations

import time
from datetime import date

import pytest

from timeline_cli.drafting.article import Article
from timeline_cli.drafting.open_article import read_article
from timeline_cli.errors import UsageFault

PROSE = "<p>Acme opened a plant in Spain in 2019, and it has hired many people there since then.</p>"


def page(head: str = "", body: str = PROSE) -> Article:
    return read_article(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-03-24T09:00:00Z"}]}</script>'
        '<meta property="article:published_time" content="2024-01-01">',
        '<meta property="article:published_time" content="2025-03-24T09:00:00+09:00">',
        '<meta name="date" content="March 24, 2025">',
    ],
)
def test_the_head_says_when_it_was_published(head: str) -> None:
    assert page(head).published == date(2025, 3, 24)


def test_a_time_or_a_dateline_says_it_too() -> None:
    assert page(body=f'<time datetime="2025-03-24">yesterday</time>{PROSE}').published == date(2025, 3, 24)
    assert page(body=f"<p>SEOUL, March 24, 2025 (Wire) - Acme opened a plant.</p>{PROSE}").published == date(
        2025, 3, 24
    )
    assert page().published is None


def test_a_title_that_is_as_long_as_an_article_is_none() -> None:
    for title, kept in (("Acme opens plant", True), ("Acme opens plant " * 60_000, False)):
        page = f"<html><head><title>{title}</title></head><body><p>Acme opened a plant in 2024.</p></body></html>"
        assert (read_article(page.encode(), "a.html").title is not None) == kept


def test_the_page_names_its_title_publisher_and_link() -> None:
    head = (
        '<title>t</title><meta property="og:title" content="Acme opens"><meta property="og:site_name" content="Herald">'
        '<link rel="canonical" href="https://example.org/a">'
    )
    found = page(head)
    assert (found.title, found.publisher, found.url) == ("Acme opens", "Herald", "https://example.org/a")
    assert page('<link rel="canonical" href="javascript:alert(1)">').url is None


def test_only_prose_is_read() -> None:
    body = (
        "<nav><p>Acme home</p></nav><aside><p>An aside.</p></aside><figure><figcaption>A caption.</figcaption></figure>"
        f'<article>{PROSE}<div class="related-links"><p>Related story.</p></div><table><tr><td>12</td></tr></table>'
        '</article><div id="comments"><p>First!</p></div><script>document.write("<p>Scripted.</p>")</script>'
        "<!-- <p>Comment.</p> -->"
    )
    assert page(body=body).text == PROSE[3:-4]


def test_entities_and_unclosed_tags_are_text() -> None:
    assert (
        page(body="<p>Acme &amp; Bolt opened a plant <b>in 2019.<p>It closed.").text
        == "Acme & Bolt opened a plant in 2019.\nIt closed."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    assert "Café" in read_article("Café Acme opened a shop in 2019.".encode(encoding), "text").text


def test_a_declared_encoding_is_used() -> None:
    data = '<html><head><meta charset="shift_jis"></head><p>日本 Acme</p>'.encode("shift_jis")
    assert "日本" in read_article(data, "page").text
    assert read_article(b'<html><meta charset="no-such"><p>Acme \xff</p>', "page").text


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "unicode_escape", "utf-16", "cp037", "hex", "--"])
def test_a_declared_encoding_that_is_none_for_pages_is_not_used(charset: str) -> None:
    data = f'<html><meta charset="{charset}"><p>Acme opened in C:\\x1b'.encode() + b" a caf\xe9."
    assert read_article(data, "page").text == "Acme opened in C:\\x1b a café."


def test_plain_text_has_a_headline_and_paragraphs() -> None:
    found = read_article(b"Acme opens plant\nMarch 24, 2025\n\nAcme opened a plant.\nIt is large.\n", "text")
    assert (found.title, found.published) == ("Acme opens plant", date(2025, 3, 24))
    assert "Acme opened a plant.\nIt is large." in found.text


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UsageFault, match="not text"):
        read_article(b"PK\0\0", "file")
    with pytest.raises(UsageFault, match="characters of prose"):
        read_article(b"Acme opened a plant. " * 20_000, "file")
    with pytest.raises(UsageFault, match="larger"):
        read_article(b"a" * 20_000_001, "file")


@pytest.mark.parametrize(
    "text",
    [
        "<",
        "<a ",
        "<!--",
        "<![CDATA[",
        "<div>",
        '<a x="',
        "&",
        "&amp",
        "<script>",
        "<?",
        "</",
        "<p",
        "<table>",
        "<style>",
    ],
)
def test_hostile_pages_end(text: str) -> None:
    start = time.process_time()
    try:
        read_article(("<html>" + text * 100_000).encode(), "page")
    except UsageFault as fault:
        assert "characters of prose" in fault.message
    deep = b'<html><script type="application/ld+json">' + b"[" * 100_000 + b"</script>"
    assert read_article(deep, "page").published is None
    assert time.process_time() - start < 20


def test_a_page_of_endless_tags_ends_quickly() -> None:
    start = time.process_time()
    with pytest.raises(UsageFault, match="tags"):
        read_article(b"<html>" + b"<div>" * 2_000_000, "page")
    assert time.process_time() - start < 2


def test_a_long_link_takes_no_prose_with_it() -> None:
    link = "https://example.com/news/2025/03/24/acme-opens-a-plant-in-spain"
    found = read_article(f"Acme opens plant\n\n{link}\nAcme opened a plant.\n".encode(), "text")
    assert (found.url, found.text) == (link, "Acme opened a plant.")
    assert read_article(f"Seen at <{link}>.".encode(), "text").url == link
    assert read_article(("http://" * 100_000).encode(), "text").url is None


def test_a_dateline_with_city_and_state_is_left_out() -> None:
    text = b"COLUMBUS, Ohio, May 12, 2026 - Acme opened a plant.\n"
    assert read_article(text, "text").text == "Acme opened a plant."


def test_an_ampersand_of_a_page_saved_as_text_is_one() -> None:
    article = read_article(b"Johnson &amp; Smith bought AT&amp;amp;T in May.", "article.txt")
    assert article.text == "Johnson & Smith bought AT&T in May."


@pytest.mark.parametrize("reference", ["9" * 4301, "0" * 4301 + "65"])
def test_a_reference_of_thousands_of_digits_is_read(reference: str) -> None:
    assert "Acme opened" in page(f"<title>A &#{reference}; b</title>", f"<p>&#{reference};</p>{PROSE}").text
