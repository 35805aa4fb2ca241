"""robots.txt, where it is obeyed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import FetchError
from knowledge.fetching.rules import Rules
from tests.knowledge.fetching.sites import Answer, fetcher, redirect, response, serving


class Clock:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


def rules(*lines: str) -> bytes:
    return response("\n".join(lines).encode(), kind="text/plain")


def allowed(robots: Answer, path: str = "/news/today.html") -> bool:
    """Whether a page is fetched from a site that has this robots.txt."""
    with serving({"/robots.txt": robots, path: response()}) as site:
        try:
            return fetcher().fetch(site(path), obey_robots=True).status == 200
        except FetchError as error:
            assert error.problem == "robots"
            assert site.paths == ["/robots.txt"]
            return False


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), True),
        (("User-agent: *", "Disallow:"), True),
        (("User-agent: *", "Disallow: /"), False),
        (("User-agent: other", "Disallow: /"), True),
        (("User-agent: other", "Disallow:", "User-agent: factbox", "Disallow: /news"), False),
        (("User-agent: *", "Disallow: /", "User-agent: Factbox", "Allow: /"), True),
        (("User-agent: *", "Allow: /", "Disallow: /news/"), False),  # the longest counts, not the first
        (("User-agent: *", "Disallow: /", "Allow: /news/"), True),
        (("User-agent: *", "Disallow: /*.html$"), False),
        (("User-agent: *", "Disallow: /*.htm$"), True),
        (("User-agent: *", "Disallow: /*/*day.html$"), False),
        (("User-agent: *", "Disallow: /news/today.html$"), False),
        (("User-agent: *", "Disallow: /news/today$"), True),
        (("User-agent: *", "Disallow: /news/today.html*.html$"), True),
        (("User-agent: *", "Disallow: /%6Eews/*", "Allow: /n"), False),
        (("User-agent: *", "Disallow: /news", "Allow: /news"), True),  # in doubt
        (("User-agent: other", "User-agent: *", "Sitemap: /map", "Disallow: /"), False),
        (("User-agent: *", "Disallow: /old", "User-agent: other", "Disallow: /"), True),
        (("User-agent: Factbox/2.0", "Disallow: /old", "", "USER-AGENT: factbox", "disallow : /news # all"), False),
        (("User-agent: Factbox", "User-agent: *", "Allow: /a", "User-agent: *", "Disallow: /"), True),
        (("User-agent: FactboxNews", "Disallow: /"), True),
        (("Disallow: /", "User-agent: *", "Allow: /"), True),
        (("\ufeffUser-agent: *", "Disallow: /"), False),
        (("<html><p>User-agent: *", "Disallow: /"), True),
    ],
    ids=str,
)
def test_what_a_site_asks_of_programs_is_done(lines: tuple[str, ...], expected: bool) -> None:
    assert allowed(rules(*lines)) is expected


def test_it_is_asked_for_only_where_it_is_obeyed() -> None:
    with serving({"/robots.txt": rules("User-agent: *", "Disallow: /"), "/a": response()}) as site:
        assert fetcher().fetch(site("/a")).status == 200
    assert site.paths == ["/a"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"])
def test_a_site_without_one_allows_all(status: str) -> None:
    assert allowed(response(b"", status=status))


def test_one_that_leads_on_without_end_is_none() -> None:
    assert allowed(redirect("/robots.txt"))


def test_one_that_leads_elsewhere_is_read_there() -> None:
    with serving({"/rules": rules("User-agent: *", "Disallow: /")}) as other:
        assert not allowed(redirect(other("/rules")))


@pytest.mark.parametrize("status", ["500 Error", "503 Unavailable", "429 Too Many"])
def test_a_page_is_put_off_where_the_rules_cannot_be_read_just_now(status: str) -> None:
    clock = Clock()
    with serving({"/robots.txt": response(b"", status=status), "/a": response()}) as site:
        fetching = fetcher(clock=clock, sleep=clock.sleep)
        for _ in range(2):
            with pytest.raises(FetchError) as caught:
                fetching.fetch(site("/a"), obey_robots=True)
            assert (caught.value.problem, caught.value.status) == ("busy", int(status[:3]))
        assert site.paths == ["/robots.txt"]
        clock.sleep(301)
        with pytest.raises(FetchError):
            fetching.fetch(site("/a"), obey_robots=True)
    assert site.paths == ["/robots.txt"] * 2


def test_one_that_leads_into_a_private_network_is_not_followed() -> None:
    answers = {"/robots.txt": redirect("http://10.0.0.1/robots.txt"), "/a": response()}
    with serving(answers) as site, pytest.raises(FetchError, match="not-public"):
        fetcher().fetch(site("/a"), obey_robots=True)


def test_only_its_beginning_counts() -> None:
    long = ["User-agent: *", *["# " + "x" * 998] * 500, "Disallow: /"]
    assert allowed(rules(*long))
    assert not allowed(rules(*long[:400], "Disallow: /"))


def test_it_is_asked_for_once_an_hour() -> None:
    clock = Clock()
    with serving({"/robots.txt": rules("User-agent: *", "Disallow: /b"), "/a": response()}) as site:
        fetching = fetcher(clock=clock, sleep=clock.sleep)
        for _ in range(3):
            fetching.fetch(site("/a"), obey_robots=True)
        assert site.paths == ["/robots.txt", "/a", "/a", "/a"]
        clock.sleep(3_601)
        fetching.fetch(site("/a"), obey_robots=True)
    assert site.paths[4:] == ["/robots.txt", "/a"]


def test_a_redirect_is_judged_by_the_rules_of_where_it_leads() -> None:
    answers = {"/robots.txt": rules("User-agent: *", "Disallow: /b"), "/b": response()}
    with (
        serving(answers) as other,
        serving({"/a": redirect(other("/b"))}) as site,
        pytest.raises(FetchError, match="robots"),
    ):
        fetcher().fetch(site("/a"), obey_robots=True)
    assert (site.paths, other.paths) == (["/robots.txt", "/a"], ["/robots.txt"])


@pytest.mark.parametrize(
    ("written", "waited"),
    [("7", 7.0), ("0.5", 1.0), ("86400", 30.0), ("nan", 1.0), ("-5", 1.0), ("9" * 50, 30.0), ("x", 1.0)],
)
def test_the_time_that_a_site_wants_between_requests_is_given_within_reason(written: str, waited: float) -> None:
    clock = Clock()
    robots = rules("User-agent: *", f"Crawl-delay: {written}")
    with serving({"/robots.txt": robots, "/a": response()}) as site:
        fetching = fetcher(pace=1.0, clock=clock, sleep=clock.sleep)
        fetching.fetch(site("/a"), obey_robots=True)
        fetching.fetch(site("/a"), obey_robots=True)
    assert clock.slept == [waited, waited]


@given(
    st.text() | st.lists(st.sampled_from(["User-agent: *", "Allow:", "Disallow: /*$", "\0", "%", ":"])).map("\n".join)
)
def test_whatever_a_site_asks_is_read(text: str) -> None:
    rules = Rules.parse(text)
    assert rules.allow("/") in (True, False)
    assert rules.delay >= 0


@given(st.text("ab*$", max_size=8), st.text("ab$", max_size=8))
def test_a_pattern_matches_as_a_regular_expression_would(pattern: str, path: str) -> None:
    """Which would take for ever with a hostile one."""
    body = pattern.removesuffix("$")
    expression = ".*".join(map(re.escape, body.split("*"))) + ("$" if pattern.endswith("$") else "")
    rules = Rules.parse(f"User-agent: *\nDisallow: /{pattern}")
    assert rules.allow(f"/{path}") is not bool(re.match(f"/{expression}", f"/{path}", re.DOTALL))


def test_a_hostile_file_is_read_as_quickly_as_any() -> None:
    """With a rule for each of very many programs, and wildcards without end: what is quadratic meets the time limit."""
    agents = "".join(f"User-agent: bot{number}\nUser-agent: *\n" for number in range(10_000))
    hostile = agents + "Disallow: /" + "*a" * 50_000 + "b\n" + "Disallow: /*a*a*a*b\n" * 5_000
    assert Rules.parse(hostile).allow("/" + "a" * 3_900)
