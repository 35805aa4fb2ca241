"""The comparison of engines: its text, its questions, its checks, and the command on a small size."""

import json
import subprocess
import sys
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from benchmarks.agreement import agreement
from benchmarks.corpus import Corpus, made_up, of_file, terms_in
from benchmarks.engines import PEERS, engine, is_there
from benchmarks.questions import make_questions, read_questions
from benchmarks.text import articles
from knowledge.language.terms import index_terms
from knowledge.reading.plain import sentences_of
from tests.forking import ROOT

SELQA = {1: 0.0605, 10: 0.0423, 50: 0.0220, 100: 0.0153, 200: 0.0105, 500: 0.0055, 1_000: 0.0030}
"""By rank, the share of SelQA's 8,128 sentences that hold a term. In news the first is "say", with some 15 %."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    made = made_up(tmp_path_factory.mktemp("corpora"), 2_000, 1)
    made.make_terms()
    make_questions(made, 120, 1)
    return made


def test_made_up_text_has_the_statistics_of_real_text() -> None:
    sentences = [one.text for article in articles(160) for one in sentences_of(article)]
    terms = list(map(index_terms, sentences))
    holding = Counter(chain.from_iterable(map(set, terms))).most_common()
    for rank, share in list(SELQA.items())[1:]:
        assert holding[rank - 1][1] / len(sentences) == pytest.approx(share, rel=0.25), rank
    assert sum(map(len, terms)) / len(terms) == pytest.approx(15, abs=1)
    assert sum(count == 1 for _, count in holding) / len(holding) == pytest.approx(0.5, abs=0.1)


def test_a_seed_gives_the_same_articles_and_another_gives_others() -> None:
    first, again, other = (list(articles(30, seed)) for seed in (1, 1, 2))
    assert first == again
    assert {article.text for article in first}.isdisjoint(article.text for article in other)


def test_terms_are_those_of_our_analyser_line_by_line(corpus: Corpus) -> None:
    texts = [one.text for article in corpus.articles() for one in sentences_of(article)]
    assert list(corpus.terms()) == [" ".join(index_terms(text)) for text in texts]


@pytest.mark.parametrize("text", ["Re-admitted F-16s, IS and the U.S. paid 1,600.", "IS THE US OUT?", "", "“Iraq’s”"])
def test_terms_found_piece_by_piece_are_the_same(text: str) -> None:
    assert terms_in(text) == index_terms(text)


def test_questions_are_distinct_and_have_two_to_eight_terms(corpus: Corpus) -> None:
    questions = read_questions(corpus)
    assert len(questions) == 120
    assert len({frozenset(question.terms) for question in questions}) == 120
    assert all(2 <= len(question.terms) <= 8 for question in questions)
    assert all(set(question.terms) <= set(question.forms) for question in questions)
    assert any(set(index_terms(question.text)) != set(question.terms) for question in questions), "none is misspelt"


def test_a_file_of_sentences_becomes_articles_of_fifty(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("".join(f"Mayor Number{number} opened the new bridge.\n\n" for number in range(130)))
    made = of_file(tmp_path, file, 120)
    assert [len(sentences_of(article)) for article in made.articles()] == [50, 50, 20]


_COMPILES = [pytest.mark.slow]


@pytest.mark.parametrize("name", [pytest.param(one, marks=_COMPILES if one == "bm25s" else []) for one in PEERS])
def test_wrong_answers_are_seen(name: str, corpus: Corpus, tmp_path: Path) -> None:
    if not is_there(name):
        pytest.skip("not installed")
    chosen = engine(name)
    chosen.build(corpus, tmp_path)
    searcher, questions = chosen.open(tmp_path), read_questions(corpus)[:20]
    right = [searcher.best(searcher.search(searcher.prepared(question))) for question in questions]
    assert agreement(name, searcher, corpus, questions, right) == 20
    without_the_best = [answer[1:] for answer in right]
    assert agreement(name, searcher, corpus, questions, without_the_best) == 0
    of_another_sentence = [[(number + 1, score) for number, score in answer] for answer in right]
    assert agreement(name, searcher, corpus, questions, of_another_sentence) == 0


@pytest.mark.slow
def test_the_command_tells_of_each_engine(tmp_path: Path) -> None:
    names = ["factbox search", "factbox ask", "SQLite FTS5"]
    command = [sys.executable, "-m", "benchmarks", "--sizes", "600", "--runs", "1", "--questions", "20"]
    folders = ["--output", str(tmp_path / "out"), "--place", str(tmp_path / "place")]
    done = subprocess.run(
        [*command, *folders, "--engines", *names], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (tmp_path / "out" / "speed.md").read_text(encoding="utf-8") == done.stdout[:-1]
    for name in names:
        assert done.stdout.count(f"\n| {name} |") == 1
    assert "| search alone, median |" in done.stdout
    assert done.stdout.count("40 of 40 answers are those of an exhaustive search") == 2
    measured = json.loads((tmp_path / "out" / "speed.json").read_text(encoding="utf-8"))["sizes"]["600"]["engines"]
    assert [len(engine["runs"][0]["ask"]["wall"]) for engine in measured.values()] == [20, 20, 20]
