"""Which language a text is in."""

from __future__ import annotations

import pytest

from consilience.clean.language import language_of

LONG = 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour was closed on Monday after the storm, the mayor said in a statement to the press.", "en"),
        ("Storm closes harbour", "en"),
        ("", "en"),
        ("12 34 56", "en"),
        (
            "Mara Lind Tom Oake Port Ellery Norhaven Ellery Lantern Coast Party Mara Lind Tom Oake Norhaven Lantern Party",
            "en",
        ),
        (
            "Le port a été fermé lundi après la tempête, a déclaré le maire dans un communiqué remis à la presse hier soir. "
            * LONG,
            "fr",
        ),
        (
            "El puerto fue cerrado el lunes después de la tormenta, dijo el alcalde en una declaración a la prensa local. "
            * LONG,
            "es",
        ),
        ("港口在星期一的风暴之后关闭，市长在声明中对记者表示。渔民说他们已经等了三天。" * LONG, "zh"),
        (
            "Wali kota mengatakan pada hari Senin bahwa pelabuhan itu ditutup karena badai. Polisi membenarkan kabar "
            "tersebut kepada wartawan. "
            "Para nelayan sudah menunggu sejak pagi dan belum boleh berlayar lagi, kata seorang warga. " * LONG,
            "id",
        ),
        (
            "बंदरगाह को सोमवार के तूफान के बाद बंद कर दिया गया, महापौर ने पत्रकारों को एक बयान में बताया। " * LONG,
            "hi",
        ),
        (
            "The harbour was closed on Monday after the storm, said Νίκος Παπαδόπουλος, who keeps the light at Лесогорск. "
            "“Η θάλασσα ήταν άγρια και το φως έσβησε δύο φορές μέσα στη νύχτα,” he told reporters.",
            "en",
        ),
        ("Mara Lind, Tom Oake, Ilse Brandt, Juan Ortega, Ana Gomes. " * 12, "en"),
        ("Порт был закрыт в понедельник после шторма, сообщил мэр в своём заявлении для прессы вчера вечером.", "ru"),
    ],
)
def test_the_language_is_told_and_unsure_is_english(text: str, code: str) -> None:
    assert language_of(text) == code
