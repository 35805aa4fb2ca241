import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.figures.in_text import Figure, differ, figures, same_thing, stated_apart
from knowledge.language.figures.ordinals import ordinals, same_row


def only(text: str) -> Figure:
    [figure] = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "shown"),
    [
        (
            "supply 36 Mi-28NE attack helicopters and",
            36,
            {"mi28ne", "attack", "helicopt"},
            "36 Mi-28NE attack helicopters",
        ),
        (
            "deploying 25 F-16 fighter jets at its base",
            25,
            {"f16", "fighter", "jet", "aircraft"},
            "25 F-16 fighter jets",
        ),
        ("claimed 140,000 lives since", 140_000, {"life", "death"}, "140,000 lives"),
        ("a 150-member task force", 150, {"member", "person"}, "150-member"),
        ("deals worth $4.2 billion dollars", 4.2e9, {"dollar"}, "$4.2 billion"),
        ("it cost 3.5bn euros", 3.5e9, {"euro"}, "3.5bn euros"),
        ("the 18 percent Sunni minority", 18, {"percent"}, "18 percent"),
        ("18 per cent of them", 18, {"percent"}, "18 per cent"),
        ("“The 18 percent minority", 18, {"percent"}, "18 percent"),
        ("18 Leopard 2 tanks", 18, {"leopard", "2", "tank"}, "18 Leopard 2 tanks"),
        ("over there 140k dead", 140_000, {"dead", "death"}, "140k dead"),
        ("for $4.2bn", 4.2e9, {"dollar"}, "$4.2bn"),
        ("has 4.2m refugees", 4.2e6, {"refuge"}, "4.2m refugees"),
        ("its population was 23 million", 23e6, {"popul"}, "23 million"),
        ("it rose 0.5%", 0.5, {"percent"}, "0.5%"),
        ("two dozen ships", 24, {"ship"}, "two dozen ships"),
        ("twenty-five jets", 25, {"jet", "aircraft"}, "twenty-five jets"),
        ("1.6 million refugees", 1.6e6, {"refuge"}, "1.6 million refugees"),
        ("40k troops", 40_000, {"troop"}, "40k troops"),
        ("two hundred thousand homes", 200_000, {"home"}, "two hundred thousand homes"),
        ("half a million votes", 500_000, {"vote"}, "half a million votes"),
        ("a population of 23 million, is", 23e6, {"popul"}, "23 million"),
        ("only 100 km from", 100, {"km"}, "100 km"),
        ("only 100km from", 100, {"km"}, "100km"),
        ("for two decades", 20, {"year"}, "two decades"),
        ("5 years away", 5, {"year"}, "5 years"),
        ("killed 2000 people in 2012", 2000, {"peopl", "person", "death"}, "2000 people"),
        ("40 people were killed", 40, {"peopl", "person", "death"}, "40 people"),
    ],
)
def test_a_figure_has_a_value_and_what_it_counts(text: str, value: float, unit: set[str], shown: str) -> None:
    figure = only(text)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit
    assert text[slice(*figure.span)] == shown
    assert figure.low == figure.high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nearly half a million people", 450_000, 500_000),
        ("at least 300 people", 300, 450),
        ("300+ people", 300, 450),
        ("like 40 jets", 36, 44),
        ("up to 50 ships", 25, 50),
        ("hundreds of citizens", 200, 999),
        ("hundreds of thousands of people", 200_000, 999_000),
        ("dozens of ships", 24, 199),
        ("30-40 jets", 30, 40),
        ("30 to 40 thousand troops", 30_000, 40_000),
        ("after a decade-long absence", 9, 11),
    ],
)
def test_an_approximate_figure_has_bounds(text: str, low: float, high: float) -> None:
    figure = only(text)
    assert figure.low < figure.high
    assert figure.low == pytest.approx(low)
    assert figure.high == pytest.approx(high)


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "the 2012 arms deals",
        "2014-2015",
        "October 21, 2019",
        "21 May",
        "2012-10-10",
        "08:25 pm",
        "at 8 pm",
        "MiG-29M/M2 interceptors",
        "T-90 tanks",
        "F-16s",
        "Pantsir-S1",
        "the Boeing 747 crashed",
        "under Article 5 of it",
        "resolution 2254",
        "the 20th century",
        "the third round",
        "two-thirds of them",
        "one of the main backers",
        "call 555-1234 or +44 20 7946 0958",
        "won 3-1",
        "10.0.0.1",
        "#7",
        "",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 jets", "25 F-16 fighter jets"),
        ("40 planes", "25 F-16 fighter jets"),
        ("30 F-16s", "25 F-16 fighter jets"),
        ("24 choppers", "36 attack helicopters"),
        ("killed 100,000 people", "claimed 140,000 lives"),
        ("12 dead", "15 people were killed"),
        ("thousands of Russians", "hundreds of Russian citizens"),
        ("300 people", "150-member force"),
        ("5 years", "a decade"),
        ("62 miles", "50 km"),
        ("35%", "18 percent"),
        ("$3 billion", "4 billion dollars"),
        ("4.2 million worth of arms", "deals for $4.2 billion"),
        ("36 Pantsirs", "48 Pantsir-S1 mobile air defence systems"),
        ("18 Leopard 2 tanks", "20 tanks"),
        ("40 million people lived there", "a population of 23 million"),
        ("the population was nearly 30 million", "a population of 23 million"),
    ],
)
def test_figures_on_the_same_thing(one: str, other: str) -> None:
    assert same_thing(only(one), only(other))
    assert same_thing(only(other), only(one))
    assert differ(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 jets", "36 attack helicopters"),
        ("40 people were killed", "50 people were injured"),
        ("40 people were killed", "50 people came"),
        ("25%", "25 km"),
        ("$5", "5 euros"),
        ("25 million", "25 million"),
        ("40 Russians", "25 Russian jets"),
        ("40 million people came", "a population of 23 million"),
    ],
)
def test_figures_on_different_things(one: str, other: str) -> None:
    assert not same_thing(only(one), only(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nearly half a million people", "500,000 people"),
        ("at least 300 people", "350 people"),
        ("62 miles", "100 km"),
        ("two dozen ships", "24 ships"),
        ("hundreds of men", "400 men"),
        ("about 40 jets", "42 jets"),
    ],
)
def test_approximations_do_not_differ(one: str, other: str) -> None:
    assert not differ(only(one), only(other))
    assert not differ(only(other), only(one))


def test_each_fate_has_its_own_figure() -> None:
    killed, injured = figures("20 killed 40 injured")
    assert (killed.value, killed.head, injured.value, injured.head) == (20, "death", 40, "injury")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("at least 34 people", "41 people", True),
        ("up to 80 people", "41 people", True),
        ("more than 200 people", "214 people", False),
        ("at least 34 people", "35 people", False),
        ("hundreds of people", "400 people", False),
        ("30-40 jets", "38 jets", False),
    ],
)
def test_a_bound_is_stated_as_about_its_number(one: str, other: str, *, apart: bool) -> None:
    assert stated_apart(only(one), only(other)) is apart
    assert stated_apart(only(other), only(one)) is apart


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the third time", "his second visit", True),
        ("third largest", "2nd biggest", True),
        ("third largest", "second smallest", False),
        ("the fourth round", "the second visit", False),
    ],
)
def test_ordinals_in_one_row(one: str, other: str, *, same: bool) -> None:
    [ours], [theirs] = ordinals(one), ordinals(other)
    assert same_row(ours, theirs) is same
    assert same_row(theirs, ours) is same


@pytest.mark.parametrize("text", ["a third of them", "the second half", "seconds later", "third, visits", ""])
def test_what_counts_nothing_is_no_ordinal(text: str) -> None:
    assert list(ordinals(text)) == []


NUMBERS = ["1", "40", "2012", "4.2", "one", "a", "half a", "million", "hundreds of", "٣", "²", "½", "9" * 400]
OTHERS = ["F-", "-", "%", "$", ",", ".", " ", "jets", "killed", "people", "km", "at least", "\n", "é"]
PIECES = st.sampled_from(NUMBERS + OTHERS)


@given(st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join) | st.text())
def test_any_text_has_figures_within_it_and_in_order(text: str) -> None:
    previous = 0
    for figure in figures(text):
        assert previous <= figure.span[0] < figure.span[1] <= len(text)
        assert figure.low <= figure.high
        assert same_thing(figure, figure) == bool(figure.head)
        assert not differ(figure, figure)
        previous = figure.span[0]


@pytest.mark.parametrize("piece", ["1 ", "1-", "one hundred ", "$", "hundreds of thousands of ", "x-1", "a million "])
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    figures(text)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "Turkey deployed 40 F-16 fighter jets. Syria lost lives.",
        "Syria lost lives! 40 F-16 fighter jets came",
        "Many were dead.” 40 fighter jets came",
        "It has 40 fighter jets\nKilled: nobody",
    ],
)
def test_what_befell_others_in_another_sentence_does_not_count(text: str) -> None:
    assert "death" not in only(text).unit


def test_a_title_ends_no_sentence() -> None:
    assert "death" in only("killing Mr. Hariri, 21 others").unit
