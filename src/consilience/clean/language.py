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
# In so many running words English has its small words; a list of names has few, but is written in capitals.
_RUNNING = 25
_MOSTLY_LOWER = 600  # words that begin with a small letter, per mille
_NO_ENGLISH = 20  # telling words per mille


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; "en" also where a text is too short or too mixed to tell.

    "und" where most letters are in another script than the Latin and nobody can say which language that is.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return "en"
    share = 1000 * sum(word in word_set("function_words", "telling") for word in words) // len(words)
    # The identifier costs half a second to load: it is asked only where the small words do not already say English.
    foreign = _is_another_script(text)
    if share >= 150 or (len(words) < _TOO_SHORT and not foreign):
        return "en"
    code, probability = _identifier().classify(text[:_SAMPLE])
    if foreign:
        return str(code) if code != "en" else "und"
    # A text of names and numbers looks like any language; only a sure answer against few English words counts.
    sure = probability >= 0.95 and share < 80
    return str(code) if sure or (share < _NO_ENGLISH and _is_running(text)) else "en"


def _is_running(text: str) -> bool:
    """Whether there are enough words, and mostly in small letters, for a language's small words to be among them."""
    words = _WORD.findall(text[:_SAMPLE])
    return len(words) >= _RUNNING and 1000 * sum(word[0].islower() for word in words) >= _MOSTLY_LOWER * len(words)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_another_script(text: str) -> bool:
    """Whether most letters are not Latin; the letters of Vietnamese and the wide forms are."""
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    beyond = sum(c > "\u024f" and not "\u1e00" <= c <= "\u1eff" and not "\uff21" <= c <= "\uff5a" for c in letters)
    return beyond * 2 > len(letters)
