"""Which language a text is written in; what is not English is not read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from consilience.lexicons import word_set

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_TOO_SHORT = 20


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; "en" also where a text is too short or too mixed to tell."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return "en"
    share = 1000 * sum(word in word_set("function_words", "telling") for word in words) // len(words)
    # The identifier costs half a second to load: it is asked only where the small words do not already say English.
    if share >= 150 or (len(words) < _TOO_SHORT and not _is_another_script(text)):
        return "en"
    return _identified(text[:_SAMPLE], share)


def _identified(text: str, share: int) -> str:
    code, probability = _identifier().classify(text)
    # A text of names and numbers looks like any language; only a sure answer against few English words counts.
    sure = probability >= 0.95 and share < 80
    return str(code) if sure else "en"


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_another_script(text: str) -> bool:
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    return bool(letters) and sum(ord(c) > 0x24F for c in letters) * 2 > len(letters)
