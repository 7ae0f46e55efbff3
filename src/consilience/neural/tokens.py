"""Words with offsets, split as in the English treebanks of Universal Dependencies."""

from __future__ import annotations

import re

from consilience.model.spans import Span

LONGEST_RUN = 1000  # a longer run without a space is no English; it stays one token, which keeps the time bounded

# Combining marks and joiners that \w does not count, so that a word with accents or in another script stays whole.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed\u0900-\u109f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufeff"
)
_W = rf"[\w{_MARKS}]"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Sgt Cpl Adm Supt Pres Sr Jr St Ste Mt Ft "
    "Messrs Mme Mlle Inc Corp Co Cos Ltd Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur "
    "Thurs Fri Nos vs etc al approx Ave Blvd Rd Dept Univ Assn Esq Vol Ph Ariz Calif Conn Fla Ga Ill Ind Kan Ky La "
    "Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ala Ark Colo Del eg ie cf esp ca "
    "vol pp viz est Sec Attn Conf Para Fax ext lb lbs oz"
).split()
_WHOLE_PREFIXES = (
    "anti co counter cross e ex inter intra mid multi neo non over post pre pro psycho quasi re semi socio sub super trans "
    "ultra un"
).split()
_DOMAINS = (
    "com org net gov edu mil info biz int uk us eu de fr ru cn jp kr in au ca ch nl it es ie nz za io tv co "
    "Com COM NET ORG"
)
_FILES = "docx? xlsx? pdf pptx? txt jpe?g gif png exe zip html? url csv DOC XLS PDF PPT TXT JPG HTML?"
_UNITS = "[mkbt]n? [KM]M? am pm AM PM a\\.m p\\.m [kcm]m kg ft hz mph kph lb lbs bps C F x hrs? mins? secs?"
_NUMBER = r"\d+(?:[.,]\d+)*"
_ENDS = r"(?![.,]?\d)"  # so that no shorter number is taken

_PATTERNS = (
    r"(?:https?|ftp)://[^\s<>\"“”]+|mailto:[^\s<>\"“”]+|www\.[^\s<>\"“”]+",
    r"[\w.+%\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64})*|[@#][^\W\d]\w*",
    rf"[\w\-#]{{0,64}}(?:\.[\w\-#]{{1,64}}){{0,4}}\.(?:{_FILES.replace(' ', '|')})(?![\w/])",
    rf"[A-Za-z0-9][\w\-]{{0,63}}(?:\.[A-Za-z0-9][\w\-]{{0,63}}){{0,5}}"
    rf"\.(?:{_DOMAINS.replace(' ', '|')})\b"
    r"(?!\.\w)(?:/[^\s<>\"“”]*)?",
    r"(?:alt|ba|comp|misc|rec|sci|soc|talk)(?:\.[a-z][\w\-]{1,64})+",
    r"[<>]?[:;=]-?[()DP](?![^\W\d_])|\(:(?!\S)|:O(?!\w)|<3(?!\d)|:-?[|/](?!\S)|\^_*\^|-_+-",
    r"\.{2,}|…+\.?|[.,]?[!?]+\.?|[-=]{2,}|[—–]+|''|``|’’|‘‘|‘’|<<+|>>+",
    r"1-\d{3}-\d{3}-\d{4}(?!\d)|(?:\(\d{3}\)|\d{3})[-/.]\d{3}[-.]\d{4}(?!\d)|\d{5}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)",
    r"\d{1,2}-\d{1,2}-\d{4}(?!\d)|x-?\d+(?:-\d+)+(?!\w)|(?<!\w)\+\d+(?!\w)",
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{1,2}/\d{1,2}(?![\d/])",
    r"['’](?:\d0s|\d\d|em|cause|til|tis|twas|bout)(?!\w)|(?:\d\d)?\d0['’]s(?!\w)",
    rf"{_NUMBER}{_ENDS}(?:st|nd|rd|th|s|ST|ND|RD|TH)?(?![^\W\d_])",
    rf"{_NUMBER}{_ENDS}(?=(?:{_UNITS.replace(' ', '|')})(?!\w))",
    rf"\d+(?:[.,]\d+)+{_ENDS}|\d+(?=[a-z]{{3,}}(?!\w))",
    r"[A-Z]{1,3}\$|[.]\d+",
    r"(?<=\S)['’](?:s|ll|re|ve|d|m)(?!\w)|(?<=\w )['’](?:s|ll|re|ve|d|m)(?!\S)",
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W\d_]\.[^\W\d_](?![\w.])",
    r"(?:w/o|w/out|b/t|s/he|l/c|[IL]/[CS])(?![\w/])|Yahoo!",
    r"[^\W\d_]+\*+[^\W\d_]+|[^\W\d_]\*{2,}",
    rf"(?:{'|'.join(_WHOLE_PREFIXES)})-{_LETTER}+|mid-\d{{2,4}}s?",
    rf"{_W}+(?:['’`]{_W}+)*|[^\W\d_](?:&[^\W\d_])+",
    r"[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+",
    r"[()\[\]{}<>]|([^\w\s])\1*",
)
_FLAGS = re.IGNORECASE
_TOKEN = re.compile("|".join(f"(?:{p})" for p in _PATTERNS[:-1]) + "|" + _PATTERNS[-1])
_PREFIXED = re.compile(rf"(?:{'|'.join(_WHOLE_PREFIXES)})-{_LETTER}{{2,}}", _FLAGS)
_AMPERSAND = re.compile(r"(?:[A-Z]{1,4}&[A-Z]{1,4}(?:&[A-Z])*|p&l|r&d)(?!\w)")
_CLITIC = re.compile(r"(?:n['’`]t|['’`](?:s|m|d|ll|re|ve))$", _FLAGS)
_FUSED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "outta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3,
    "wouldnt": 5, "couldnt": 5, "cant": 2, "wont": 2, "arent": 3, "arnt": 2, "aint": 2, "werent": 4, "hasnt": 3, "havent": 4,
    "hadnt": 3, "shouldnt": 6, "mustnt": 4, "neednt": 4, "youre": 3, "theyre": 4, "youve": 3, "theyve": 4, "weve": 2,
    "youll": 3, "theyll": 4, "itll": 2, "thats": 4, "whats": 4, "theres": 5, "heres": 4, "hes": 2, "shes": 3,
}  # fmt: skip
# Words that are two only before some others; nothing named: before any word in lower case.
_FUSED_BEFORE: dict[str, tuple[int, frozenset[str]]] = {
    "im": (1, frozenset()),
    "ive": (1, frozenset()),
    "its": (2, frozenset("a an the not been gonna really simply definitely probably just too".split())),
    "your": (3, frozenset("a an the not gonna welcome".split())),
    "lets": (3, frozenset("be face go hope say see take try talk".split())),
}
_NEXT_WORD = re.compile(r"[^\S\n]+([^\W\d_]+)")
_ENDING = frozenset({"etc", "a.m", "p.m"})
# What follows the hour of a day and ends no sentence.
_AFTER_HOURS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March "
    "April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec EST EDT "
    "CST CDT MST MDT PST PDT GMT UTC BST CET CEST IST AEST AEDT ET CT MT PT Eastern Central Mountain Pacific".split()
)
_DECADE = re.compile(r"(?:\d\d)?\d0['’]s")
_FUSED_ARTICLE = re.compile(r"(?:[^\W\d_]+n['’]t|I['’]m)a")
_STOPPED = frozenset(_ABBREVIATIONS)
_RUN = re.compile(r"\S+")
_IGNORED = re.compile(rf"(?:(?![^\W_])[\x00-\x1f\x7f-\x9f{_MARKS}])+")  # the ranges of marks hold letters too
_TRAILING = ".,;:!?'’\")]}»”"


def tokenise(text: str, paragraph: Span) -> list[Span]:
    """The words and marks of `paragraph`, in order, as spans of `text`; white space and control characters are in none."""
    found: list[Span] = []
    for run in _RUN.finditer(text, paragraph.start, paragraph.end):
        start, end = run.span()
        if end - start > LONGEST_RUN:
            found.append(Span(start, end))
        else:
            _split_run(text, start, end, found)
    _detach_last_stop(text, found)
    return found


def _split_run(text: str, start: int, end: int, found: list[Span]) -> None:
    """Append the tokens of one run without spaces."""
    at = start
    while at < end:
        ignored = _IGNORED.match(text, at, end)
        if ignored:
            at = ignored.end()
            continue
        stop = _token_end(text, at, end)
        _append_split(text, at, stop, found)
        at = stop


def _token_end(text: str, at: int, end: int) -> int:
    """Where the token that starts at `at` ends."""
    for special in (_PREFIXED, _AMPERSAND):
        if match := special.match(text, at, end):
            return match.end()
    match = _TOKEN.match(text, at, end)
    if match is None:
        return at + 1
    stop = match.end()
    if text.startswith(("http", "www.", "ftp", "mailto:"), at):
        while stop > at + 1 and text[stop - 1] in _TRAILING:
            stop -= 1
        return stop
    if stop < end and text[stop] == "." and _keeps_stop(text, at, stop, end):
        return stop + 1
    if text[stop - 1] == "." and text[at : stop - 1] in _ENDING and _sentence_begins(text, stop):
        return stop - 1
    return stop


def _sentence_begins(text: str, stop: int) -> bool:
    """Whether what follows looks like a new sentence, and not like the day or zone of an hour."""
    word = _NEXT_WORD.match(text, stop)
    return word is not None and word[1][0].isupper() and word[1] not in _AFTER_HOURS


def _keeps_stop(text: str, at: int, stop: int, end: int) -> bool:
    """Whether the full stop after the word belongs to it: an abbreviation, or an initial before another word."""
    word = text[at:stop]
    if text.startswith("..", stop):
        return False
    if word in _ENDING:
        return not _sentence_begins(text, stop + 1)
    if word in _STOPPED:
        return True
    if len(word) == 1 and word.isupper() and word != "I":
        return True
    return word in ("No", "p", "c", "b", "d") and text[stop + 1 : stop + 3].strip()[:1].isdigit()


def _append_split(text: str, at: int, stop: int, found: list[Span]) -> None:
    """Append the token, its clitics as words of their own."""
    cuts = [stop]
    if fused := _fused(text, at, stop):
        cuts.append(at + fused)
    elif not _DECADE.fullmatch(text, at, stop):
        if _FUSED_ARTICLE.fullmatch(text, at, stop):
            cuts.append(stop - 1)
        while (match := _CLITIC.search(text, at, cuts[-1])) and match.start() > at:
            cuts.append(match.start())
    for cut in reversed(cuts):
        found.append(Span(at, cut))
        at = cut


def _fused(text: str, at: int, stop: int) -> int:
    """After how many letters a word is two words written as one; 0 where it is one."""
    word = text[at:stop].lower()
    if cut := _FUSED.get(word):
        return cut
    cut, before = _FUSED_BEFORE.get(word, (0, frozenset()))
    after = _NEXT_WORD.match(text, stop) if cut and not text[at:stop].isupper() else None
    if after is None:
        return 0
    return cut if after[1] in before or (not before and after[1].islower()) else 0


def _detach_last_stop(text: str, found: list[Span]) -> None:
    """At the end of a paragraph the full stop of an abbreviation ends the sentence and is a token, as in the treebanks."""
    last = len(found) - 1
    while last > 0 and found[last].end - found[last].start == 1 and text[found[last].start] in "\"'”’)»]":
        last -= 1
    if last < 0:
        return
    start, end = found[last]
    if end - start > 1 and text[end - 1] == "." and any(c.isalpha() for c in text[start:end]):
        found[last : last + 1] = [Span(start, end - 1), Span(end - 1, end)]
