"""Pages without an article are refused with the reason, and those with one are not."""

from __future__ import annotations

import pytest

from knowledge.errors import SourceError
from knowledge.reading.web.pages import read_page
from tests.knowledge.reading.web.pages_made import PROSE, json_ld, page

CARDS = "".join(
    f'<div class="card"><h3><a href="/{n}">A headline of some length, number {n}</a></h3><p>{n} ships wait outside the'
    " harbour since the storm began, and nobody knows for how long they will.</p></div>"
    for n in range(20)
)
COOKIES = (
    "<div><h2>We value your privacy</h2><p>We and our 842 partners store and access personal data on your device, such"
    " as cookies, to show personalised advertising and to measure how our content performs. With your consent we may"
    " use precise location data.</p><p>You may change your preferences at any time by returning to our site and"
    " clicking the privacy button at the bottom of the page. Some partners do not ask for your consent but rely on"
    " their legitimate interest.</p><button>Accept all</button></div>"
)
REFUSED = {
    "a wall": (
        "page-wall",
        page("<h1>Heater maker must pay</h1><p>A court in Leeds has ordered the maker of a heater to pay millions.</p>"
             "<div><p>To continue reading, subscribe or log in.</p></div>"),
    ),
    "a wall that JSON-LD tells of": (
        "page-wall",
        page("<h1>Heater maker must pay</h1><p>A court in Leeds has ordered the maker of a heater to pay millions.</p>",
             json_ld('{"@type": "NewsArticle", "isAccessibleForFree": false, "articleBody": "' + "All of it. " * 90
                     + '"}')),
    ),
    "a login": (
        "page-wall",
        page("<h1>Welcome back</h1><form><label>E-mail <input></label><label>Password <input type='password'></label>"
             "<button>Log in</button></form><p>Forgot your password?</p>", "<title>Log in</title>"),
    ),
    "a wall in German": ("page-wall", page("<h1>Kaufhaus</h1><p>Jetzt anmelden und weiterlesen.</p>", lang="de")),
    "a wall in Russian": ("page-wall", page("<h1>Мост</h1><p>Войдите, чтобы продолжить чтение.</p>", lang="ru")),
    "a video": (
        "page-video",
        page("<h1>Watch: harbour reopens</h1><iframe src='https://www.youtube.com/embed/x'></iframe>"
             "<p>The harbour of Lome has reopened after nine days.</p>"),
    ),
    "a video with a caption": (
        "page-video",
        page("<h1>Harbour reopens</h1><div id=player></div><p>The harbour of Lome reopened on Tuesday after a storm had"
             " kept it shut for nine days. Our reporter watched the first ship come in at the break of day.</p>",
             '<meta property="og:type" content="video.other">'),
    ),
    "a gallery": (
        "page-video",
        page("<h1>In pictures</h1>" + "<figure><img src=a><figcaption>A ship at sea.</figcaption></figure>" * 9),
    ),
    "an error": (
        "page-error",
        page("<h1>404</h1><p>Sorry, the page you are looking for has been moved or never existed. Use the search, or go"
             " back to the front page, where you will find all of our latest news and the best of our features.</p>"),
    ),
    **{
        f"an error: {title}": ("page-error", page(f"<h1>{title}</h1>{PROSE}", f"<title>{title} | The Post</title>"))
        for title in ("Page not found", "Error 404: Page not found", "Seite nicht gefunden", "Page introuvable",
                      "Página no encontrada", "Страница не найдена", "Сторінку не знайдено", "Access Denied")
    },
    "cookies": ("page-consent", page(COOKIES, "<title>The Post</title>")),
    "cookies before nothing": ("page-consent", page(f"<div id=app></div>{COOKIES}")),
    "a question about cookies in French": (
        "page-consent",
        page("<div><p>Nous utilisons des cookies et des données personnelles avec nos partenaires à des fins de"
             " publicité.</p><button>Tout accepter</button></div>", lang="fr"),
    ),
    "a front page": ("page-list", page(f"<h1>The Post</h1>{CARDS}", "<title>The Post</title>")),
    "links": (
        "page-list",
        page("<h1>Archive</h1>" + "".join(f"<li><a href='/{n}'>An older story, no. {n}</a></li>" for n in range(40))),
    ),
    "nothing but a title": ("page-short", page("<h1>Harbour reopens</h1><div id=root></div>")),
    "one short sentence": ("page-short", page("<h1>Harbour</h1><p>The harbour of Lome has reopened.</p>")),
    "JSON": ("not-a-page", b'{"title": "x", "text": "y < z"}'),
    "plain text": ("not-a-page", b"The harbour reopened on Tuesday. It was shut."),
    "a feed": ("not-a-page", b'<?xml version="1.0"?><rss version="2.0"><channel><title>p</title></channel></rss>'),
    "a PDF": ("binary", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "a picture": ("binary", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    "nothing": ("empty", b""),
    "white space": ("empty", b" \r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("problem", "data"), REFUSED.values(), ids=REFUSED.keys())
def test_a_page_without_an_article_is_refused_with_the_reason(problem: str, data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_page(data, "https://post.example/a")
    assert (caught.value.problem, caught.value.source) == (problem, "https://post.example/a")


ARTICLE = f"<article><h1>Harbour reopens</h1>{PROSE}</article>"
TAKEN = {
    "one with a form to log in": page(f"<form><input type=password></form>{ARTICLE}"),
    "one with a video": page(f"<iframe src='https://www.youtube.com/embed/x'></iframe>{ARTICLE}"),
    "one with a banner": page(f"{COOKIES}{ARTICLE}"),
    "one with a banner after it": page(f"{ARTICLE}{COOKIES}"),
    "one with a wall at its end": page(
        f"<article><h1>Harbour reopens</h1>{PROSE}<p>To continue reading, subscribe or log in.</p></article>"
    ),
    "one among many headlines": page(f"<main>{ARTICLE}</main><div>{CARDS}</div>"),
    "one under many links": page("<nav>" + "<a href='/x'>A part of the site</a> " * 60 + f"</nav>{ARTICLE}"),
    "one of a few pictures": page(f"{'<figure><img src=a></figure>' * 9}{ARTICLE}"),
    "one with a heading in a link": page(ARTICLE.replace("<h1>", "<h1><a href='/a'>").replace("</h1>", "</a></h1>")),
    "one with breaks alone": page(
        "<div><h1>Harbour reopens</h1>" + PROSE.replace("<p>", "").replace("</p>", "<br><br>") + "</div>"
    ),
}


@pytest.mark.parametrize("data", TAKEN.values(), ids=TAKEN.keys())
def test_a_page_with_an_article_is_taken_whatever_else_is_on_it(data: bytes) -> None:
    article = read_page(data, "https://post.example/a")
    texts = {paragraph.strip() for paragraph in PROSE.replace("</p>", "").split("<p>")} - {""}
    assert set(article.text.split("\n\n")) == texts


def test_an_article_whose_title_is_that_of_an_error_page_is_taken() -> None:
    prose = "".join(
        PROSE.replace("Lome", place).replace("the ", f"the {place} ") for place in ("Tema", "Lagos", "Accra")
    )
    data = page(
        f"<article><h1>404: why error pages are art</h1>{prose}</article>",
        "<title>404: why error pages are art</title>",
    )
    assert len(read_page(data).text.split("\n\n")) == 12


def test_a_report_in_brief_beside_a_banner_is_taken() -> None:
    brief = (
        "<p>" + PROSE.replace("</p>", "").split("<p>")[1] + " Some forty ships had waited outside it since then.</p>"
    )
    assert read_page(page(f"{COOKIES}<article><h1>Harbour reopens</h1>{brief}</article>")).text.startswith(
        "The harbour"
    )


def test_the_reason_is_told_of_a_page_without_an_address() -> None:
    with pytest.raises(SourceError) as caught:
        read_page(page("<h1>404</h1>"))
    assert caught.value.problem == "page-error"
