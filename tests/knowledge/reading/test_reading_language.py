"""The language of a text, guessed where it is plain."""

import pytest

from knowledge.reading.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said that he was in Baghdad for talks with the president of Iraq."),
        ("de", "Der Minister ist nicht in Bagdad, und das ist für die Regierung ein Problem."),
        ("fr", "Le ministre est en visite dans la capitale pour une réunion avec les responsables."),
        ("es", "El ministro visitó la capital de Irak para una reunión con los responsables del país."),
        ("ru", "Министр посетил Багдад в четверг."),
        ("uk", "Міністр відвідав Багдад у четвер, його зустріли."),
        ("ar", "زار وزير الخارجية بغداد يوم الخميس."),
        ("he", "שר החוץ ביקר בבגדד ביום חמישי."),
        ("zh", "俄罗斯外交部长周四访问巴格达。"),
        ("ja", "ロシアの外相は木曜日、バグダッドを訪問した。"),
        ("ko", "러시아 외무장관이 목요일 바그다드를 방문했다."),
        ("", ""),
        ("", "1234 5678 --"),
        ("", "Xyzzy plugh frobnitz."),
    ],
)
def test_language(language: str, text: str) -> None:
    assert guess_language(text) == language
