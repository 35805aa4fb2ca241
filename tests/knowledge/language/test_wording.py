from knowledge.language.wording import SKETCH_SIZE, shared_wording, sketch

ONE = "The two countries agreed to continue to oppose foreign interference in the crisis."


def test_a_copy_shares_all_its_wording_and_its_sketch() -> None:
    copy = "“The two countries agreed to continue to oppose foreign interference in the crisis”, Mr. Maliki said."
    assert shared_wording(ONE, copy) == 1
    assert set(sketch(ONE)) & set(sketch(copy))


def test_another_sentence_shares_little() -> None:
    assert shared_wording(ONE, "The two countries agreed on a price for the jets.") < 0.3


def test_a_sketch_has_one_size() -> None:
    assert [len(sketch(text)) for text in ("", "Yes.", ONE)] == [SKETCH_SIZE] * 3
