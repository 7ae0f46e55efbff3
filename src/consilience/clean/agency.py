"""Which agency a byline, a credit or a copyright line names: whose text this is, never whose picture."""

from __future__ import annotations

import re

from consilience.clean.dates import days_in, is_date_text, left_beside_dates
from consilience.clean.lines import Draft, Line, plain
from consilience.lexicons import table

_NAME = r"[A-ZÀ-Ý][\w'’.-]*(?: [A-ZÀ-Ý][\w'’.-]*){1,3}"
_SIGNED = re.compile(
    rf"^(?P<names>{_NAME}(?:(?:, and | and | & |, ){_NAME})*?)(?:,| \|) (?P<agency>(?:[Tt]he )?[A-Z][\w &-]{{1,40}}?)[ •·|]*$"
)
_BY = re.compile(r"^\W*(?:(?:Words|Story|Written|Report|Reported|Analysis) )?(?:By|BY|by)[:\s]\s*")
_PIECES = re.compile(r"\s*[|•·/()]\s*|\s+[–—-]+\s+|[–—]|\s*,\s*|\s{2,}")
_ROLES = frozenset(
    "bureau chief chiefs columnist columnists correspondent correspondents editor editors journalist journalists reporter"
    " reporters staff writer writers".split()
)
_JOINING = frozenset({"of", "for", "the", "in"})
_SOURCE = re.compile(r"^\W*sources?\s*[:/–—-]\s*(?P<who>.{2,40})$", re.IGNORECASE)
_HOLDER = re.compile(
    r"^(?:(?P<wire>.{2,30}?)\s*[™®]*\s*(?:&|and)\s*)?(?:(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*){1,2}"
    r"(?P<year>(?:19|20)\d\d)?,?\s*(?:[Bb]y )?(?P<who>[^.|,;©]{2,40}?)\s*(?P<after>(?:19|20)\d\d)?\s*(?:[.|,;]|$)"
)
_CONTRIBUTED = re.compile(
    r"^(?P<who>(?:The |the )?[A-Z][\w. -]{2,40}?) contributed(?: reporting)? to this (?:report|story|article)\.?$"
)
_AGENCY_WORDS = frozenset({"press", "agency", "news", "wire", "newswire", "service"})
_LONGEST_NAME = 4


def agency_name(text: str) -> str | None:
    """The shown name of an agency whose name or letters are the whole of `text`, or None."""
    return table("agencies", "names").get(plain(text))


def agency_in_byline(text: str) -> str | None:
    """The one agency that a byline names beside or in place of its writers; None where it names two, or one "and" others."""
    found = {name for piece in _PIECES.split(_BY.sub("", text)) if (name := _agency_of_piece(piece)[0])}
    return found.pop() if len(found) == 1 else None


def without_agency(who: str) -> str:
    """The writers of a byline without the agency they write for; the agency where it is all the byline names."""
    cut = max((found.start() for found in re.finditer(r"\s*(?:,|\s[–—|-])\s", who)), default=0)
    if cut and _agency_of_piece(who[cut:].strip(" ,|–—-"))[0]:
        return who[:cut].strip(" ,")
    words = who.split()
    length = _agency_of_piece(who)[1]
    return " ".join(words[:-length]).strip(" ,") if length and length < len(words) else who


def agency_of_credit(text: str) -> str | None:
    """The agency that is all a line names: alone, beside a date, or after "Source:"."""
    source = _SOURCE.match(text)
    bare = source["who"] if source else text
    return agency_name(left_beside_dates(bare) if days_in(bare) else bare)


def signs_for_agency(draft: Draft, line: Line) -> bool:
    """Whether a line is "NAMES, AGENCY" and a byline: two names, or a date line below it; else it may be a photo credit."""
    signed = _SIGNED.match(line.text)
    if not signed or not agency_name(signed["agency"]):
        return False
    below = draft.lines[line.number + 1] if line.number + 1 < len(draft.lines) else None
    dated = below is not None and (is_date_text(below.text) or below.plain in {"updated", "published"})
    return dated or bool(re.search(r" and | & ", signed["names"]))


def agency_that_contributed(text: str) -> str | None:
    """The agency of "AGENCY contributed to this report"; also a body that only its name shows to be one ("Coast Press")."""
    found = _CONTRIBUTED.match(text)
    if not found:
        return None
    who = found["who"]
    return agency_name(who) or (who if plain(who).split()[-1] in _AGENCY_WORDS else None)


def agency_of_writers(text: str) -> str | None:
    """The agency of "AGENCY writers NAMES contributed …": how agencies close their own texts."""
    words = text.split()
    length = _leading_agency(words)
    told = length and len(words) > length and words[length] in _ROLES and re.search(r"\bcontributed\b", text)
    return agency_name(" ".join(words[:length])) if told else None


def agency_of_copyright(text: str) -> str | None:
    """The agency that holds the copyright in a line with a year; without a year the line may stand under a picture."""
    found = _HOLDER.match(text)
    if not found or not (found["year"] or found["after"]):
        return None
    return agency_name(found["wire"] or "") or agency_name(found["who"])


def spelled_out(letters: str, draft: Draft) -> str:
    """An agency's letters written out as the page's small print does: "TGP" where it names a "Transgulf Press"."""
    if not letters.isupper() or not 2 <= len(letters) <= 5:
        return letters
    small_print = " \n ".join(line.text for line in draft.lines if line.number in draft.gone)
    spelled = re.findall(r"(?:[A-Z][\w-]+ ){1,4}(?:Press|Agency|News|Service|Wire)\b", small_print)
    fitting = {name for name in spelled if _abbreviates(letters, name)}
    return fitting.pop() if len(fitting) == 1 else letters


def _abbreviates(letters: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.split())
    rest = iter(name.upper())
    in_order = all(letter in rest for letter in letters)
    return in_order and letters[0] == initials[0] and all(letter in letters for letter in initials)


def _agency_of_piece(piece: str) -> tuple[str | None, int]:
    """The agency a piece of a byline names and how many words at its end do so; (None, 0) where it names none.

    "Associated Press", "AP Business Writer", "MARA LIND Associated Press"; a single word after a name may be a surname.
    """
    words = (left_beside_dates(piece) if days_in(piece) else piece).split()
    words = words[1:] if words[:1] == ["by"] else words
    length = _leading_agency(words)
    if length and (length == len(words) or words[-1].lower() in _ROLES):
        return agency_name(" ".join(words[:length])), len(words)
    if any(word[0].islower() and word not in _JOINING for word in words):
        return None, 0
    for size in range(min(_LONGEST_NAME, len(words) - 1), 1, -1):
        name = agency_name(" ".join(words[-size:]))
        if name and not (size == 2 and words[-2].lower() == "the"):
            return name, size
    return None, 0


def _leading_agency(words: list[str]) -> int:
    """How many words at the start name an agency."""
    sizes = range(min(_LONGEST_NAME, len(words)), 0, -1)
    return next((size for size in sizes if agency_name(" ".join(words[:size]))), 0)
