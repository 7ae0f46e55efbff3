"""What looks like an attribution and is no statement; each rule's docstring is the reason that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from consilience.attribute.continued import is_direct
from consilience.attribute.cues import can_speak, is_passive, kind_at, lemma_of, own_subject
from consilience.attribute.drafts import Draft
from consilience.attribute.patterns import number_of_it
from consilience.attribute.relayed import cites_only
from consilience.lexicons import word_set
from consilience.parses import Parse
from consilience.quotation import Quotation, inside

Sieve = Callable[[Parse, Sequence[Quotation], Draft], bool]
_LEAST_UNASSIGNED = 6
_WRITERS = ("i", "we", "you", "us", "me", "anyone", "anybody", "whoever")
_MARKS = ("“", "”", '"', "''", "``")
_NOBODY = ("no one", "no-one", "nobody", "none")
_SEEING = ("hear", "notice", "recognise", "recognize", "see", "spot", "watch", "witness")
_TOPIC_VERBS = ("discuss", "talk", "speak", "toast", "celebrate", "raise", "focus", "touch")
_REASONS = ("cause", "incentive", "motive", "reason")
_SHOWING = ("show", "demonstrate", "illustrate", "mean", "prove", "reflect", "spell", "stoke", "betray", "portend")


def held_back(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> str | None:
    """The name of the first sieve that holds the draft back, or None for a statement."""
    return next((sieve.__name__ for sieve in SIEVES if sieve(parse, quotes, draft)), None)


@cache
def reason_of(name: str) -> str:
    """What the sieve of that name says of what it holds back."""
    return next((" ".join((sieve.__doc__ or "").split()) for sieve in SIEVES if sieve.__name__ == name), name)


def nobody_says(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """No cue and no speaker: a quotation alone may be a title, a name or a distancing mark."""
    return draft.cue is None and draft.source is None and draft.follows is None


def compound_word(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "N.-supporting clubs": the word that would attribute is part of a compound."""
    word = draft.word
    if word is None or word == 0 or parse.tokens[word].tag not in ("VBG", "VBN", "JJ"):
        return False
    before = parse.tokens[word - 1]
    return before.word == "-" and before.end == parse.tokens[word].start and before.start == parse.tokens[word - 2].end


def writer_or_reader(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """I, we, you or anyone outside quotation marks: the outlet itself or the page's furniture."""
    if draft.source is None or draft.source.last - draft.source.first != 1:
        return False
    token = parse.tokens[draft.source.first]
    return token.word.lower() in _WRITERS and inside(quotes, token.start) is None


def believed_by_nobody(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """A passive without an agent ("is believed to", "was seen as"): the outlet's own sentence, hedged."""
    word = draft.word
    if word is None or draft.rule == "undisclosed" or lemma_of(parse, word) in ("ask", "tell", "quote", "cite"):
        return False
    if is_direct(parse, quotes, draft):
        return False
    return is_passive(parse, word) and own_subject(parse, word) is None and draft.source is None


def only_possible(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "May seek", "has reason to want": the outlet weighs what somebody might do or say; nobody has."""
    word = draft.word
    if word is None or is_direct(parse, quotes, draft):
        return False
    token = parse.tokens[word]
    reason = token.tag == "VB" and token.head >= 0 and parse.tokens[token.head].lemma in _REASONS
    return reason or any(_weighs(parse, k) for k in parse.kids[word])


def _weighs(parse: Parse, index: int) -> bool:
    """Whether a word beside the cue is "may" and the like, or a "maybe" that opens the sentence."""
    token = parse.tokens[index]
    if token.relation == "aux":
        return token.word.lower() in ("may", "might", "could", "should", "must")
    opens = parse.sentences[parse.sentence_of[index]].tokens.first == index
    return opens and token.word.lower() in ("maybe", "perhaps")


def nobody_found(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """No words stand for a speaker and none is to be found in the sentence, and nothing is quoted."""
    if (
        draft.source is not None
        or draft.speaker_at is not None
        or draft.follows is not None
        or draft.rule == "undisclosed"
    ):
        return False
    asked = draft.word is not None and lemma_of(parse, draft.word) == "ask"
    words = sum(parse.tokens[i].word[:1].isalnum() for part in draft.content for i in range(*part))
    return not asked and not (is_direct(parse, quotes, draft) and words >= _LEAST_UNASSIGNED)


def outlets_inference(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Suggesting that", "indicating": a participle or a thing as subject draws the outlet's own conclusion."""
    word = draft.word
    if word is None or lemma_of(parse, word) not in word_set("cues", "inference"):
        return False
    if is_direct(parse, quotes, draft):
        return False
    token = parse.tokens[word]
    if token.tag == "VBG" and token.relation in ("advcl", "acl", "conj", "xcomp", "parataxis"):
        return True
    subject = own_subject(parse, word)
    subject = draft.speaker_at if subject is None else subject
    if subject is not None and token.tag.startswith("V") and not can_speak(parse, subject):
        return True
    return lemma_of(parse, word) in _SHOWING and not _document_speaks(parse, draft)


def _document_speaks(parse: Parse, draft: Draft) -> bool:
    """Whether the source is a poll, a report or another document, so that "shows" is its way of saying."""
    if draft.source is None:
        return False
    return any(parse.tokens[i].lemma.lower() in word_set("speakers", "documents") for i in range(*draft.source))


def topic_only(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Discussed X", "called a meeting to discuss X": a topic is named, nothing is said of it."""
    word = draft.word
    verbs = [] if draft.cue is None else [i for i in range(*draft.cue) if parse.tokens[i].tag.startswith("V")]
    closing = lemma_of(parse, verbs[-1]) if verbs else ""
    return (
        word is not None
        and (lemma_of(parse, word) in _TOPIC_VERBS or closing == "discuss")
        and not any(inside(quotes, parse.tokens[part.first].start) for part in draft.content)
    )


def unknown_cue(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """A cue that the lexicon does not know as saying, believing, planning or perceiving, and no quotation."""
    if draft.word is None or kind_at(parse, draft.word) is not None or draft.rule != "attribution heads":
        return False
    cue = [parse.tokens[i].word.lower() for i in range(*(draft.cue or (0, 0)))]
    if "according" in cue or (draft.source is not None and cue in ([":"], ["-"], ["–"], ["—"], ["―"])):
        return False
    numbered = lemma_of(parse, draft.word) == "put" and number_of_it(parse, draft.word) is not None
    return not numbered and not is_direct(parse, quotes, draft)


def object_of_criticism(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Came under criticism for", "faces questions about": the subject is spoken about and does not speak."""
    word = draft.word
    if word is None or draft.cue is None or not parse.tokens[word].tag.startswith("N"):
        return False
    before = {parse.tokens[i].lemma.lower() for i in range(draft.cue.first, word)}
    return bool(before & {"under", "face", "draw", "receive", "meet", "attract", "spark", "amid", "take"})


def question_asked(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Asked questions": that somebody asked is told, not what."""
    word = draft.word
    if word is None or lemma_of(parse, word) != "ask":
        return False
    return parse.tokens[draft.content[0].first].lemma.lower() == "question"


def object_only(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Supported it for decades", "wants them": a stance towards a thing; nothing is said, believed or planned."""
    kind = None if draft.word is None else kind_at(parse, draft.word)
    first = draft.content[0].first
    so = parse.tokens[first].word.lower() == "so" and draft.content[-1].last - first == 1
    if kind is not None and kind[0] != "statement" and so:
        return True
    if kind is None or kind[0] == "statement" or parse.tokens[first].tag != "PRP":
        return False
    verbs = [i for part in draft.content for i in range(*part) if parse.tokens[i].pos in ("VERB", "AUX")]
    alone = draft.content[0].last - first == 1 or parse.tokens[first].relation in ("obj", "iobj")
    return not verbs and alone


def kept_unnamed(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Asked not to be named", "did not want to give her name": a word on the source, not on the matter."""
    word = draft.word
    if word is None or lemma_of(parse, word) not in ("ask", "want", "request", "decline", "refuse", "wish", "prefer"):
        return False
    told = [parse.tokens[i].word.lower() for i in range(*draft.content[0])][:8]
    hidden = {"named", "identified", "quoted"} & set(told) and ("be" in told or "not" in told)
    return bool(hidden) or ("name" in told and bool({"give", "use", "have"} & set(told)))


def called_by_name(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "What it calls a '…'", "calling each other '…'": a name that the outlet passes on; nothing is said of the matter."""
    word = draft.word
    if word is None or lemma_of(parse, word) not in ("call", "term", "describe", "dub", "brand", "label", "nickname"):
        return False
    opening = [t.word.lower() for t in parse.tokens[draft.content[0].first :][:2]]
    if opening in (["each", "other"], ["one", "another"]) or _bare_name(parse, quotes, draft, word):
        return True
    objects = [k for k in parse.kids[word] if parse.tokens[k].relation in ("obj", "obl", "nsubj", "dep")]
    before = [i for i in range(max(0, word - 6), word) if parse.tokens[i].word.lower() == "what"]
    return any(i in objects or parse.tokens[word].relation.startswith("acl") for i in before)


def _bare_name(parse: Parse, quotes: Sequence[Quotation], draft: Draft, word: int) -> bool:
    """Whether only a name in marks follows a participle: "the law, dubbed the “…” by its critics"."""
    first, last = draft.content[0]
    held = [k for k in parse.kids[word] if parse.tokens[k].relation in ("obj", "nsubj", "nsubj:pass", "ccomp")]
    held = [k for k in held if not first <= k < last]
    marked = any(inside(quotes, parse.tokens[i].start) is not None for i in range(first, last))
    verbs = any(parse.tokens[i].pos in ("VERB", "AUX") for i in range(first, last))
    return parse.tokens[word].tag in ("VBN", "VBD") and not held and marked and not verbs


def by_measure(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "According to age", "according to the number of matches": a measure, not a source."""
    if draft.rule != "according to" or draft.source is None:
        return False
    nouns = [parse.tokens[i] for i in range(*draft.source) if parse.tokens[i].pos in ("NOUN", "PROPN")]
    return not nouns or nouns[0].lemma.lower() in word_set("cues", "measures")


def source_cited(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Citing the news agency N.": whom somebody cites is told, not what was said."""
    verbs = {i for i in range(*draft.content[0]) if parse.tokens[i].pos in ("VERB", "AUX")}
    return cites_only(parse, draft) and not verbs


def held_on_suspicion(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "N. N. was arrested on suspicion of theft": the suspicion is not the arrested one's."""
    if draft.cue is None:
        return False
    said = {parse.tokens[i].lemma.lower() for i in range(*draft.cue)}
    sentence = parse.sentences[parse.sentence_of[draft.cue.first]].tokens
    held = {parse.tokens[i].lemma.lower() for i in range(sentence.first, draft.cue.last)}
    return bool({"suspicion", "suspicions"} & said) and bool(
        {"arrest", "arrested", "book", "detain", "hold", "jail"} & held
    )


def not_one_says(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Nobody denies that …", "no one knew": it is told that there is nobody who says it."""
    if draft.source is None:
        return False
    return " ".join(parse.tokens[i].word.lower() for i in range(*draft.source)) in _NOBODY


def only_marks(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """A mark without words."""
    return not any(any(c.isalnum() for c in parse.tokens[i].word) for part in draft.content for i in range(*part))


def thing_seen(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Witnessed the fall", "recognised the coat": something is seen, and nothing is told of it."""
    if draft.word is None or lemma_of(parse, draft.word) not in _SEEING or is_direct(parse, quotes, draft):
        return False
    first, last = draft.content[0].first, draft.content[-1].last
    tokens = [parse.tokens[i] for i in range(first, last)]
    clause = any(t.pos in ("VERB", "AUX") or t.tag in ("WDT", "WP", "WRB") for t in tokens)
    return not clause and any(t.relation == "obj" and t.head == draft.word for t in tokens)


def sentence_before(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Wool is dear. “It will rise,” N. N. said": a sentence without marks before somebody's words is the outlet's own."""
    if draft.cue is None or draft.rule != "attribution heads" or draft.block:
        return False
    last = draft.content[-1].last - 1
    earlier = last < draft.cue.first and parse.sentence_of[last] < parse.sentence_of[draft.cue.first]
    around = range(max(0, draft.content[0].first - 1), draft.cue.first)
    bare = not any(inside(quotes, parse.tokens[i].start) or parse.tokens[i].word in _MARKS for i in around)
    return earlier and bare


def turned_away(parse: Parse, quotes: Sequence[Quotation], draft: Draft) -> bool:
    """ "Dismissed her", "rejected it": somebody or something is turned away, and nothing is told of what was said."""
    if draft.word is None or lemma_of(parse, draft.word) not in ("dismiss", "reject") or len(draft.content) > 1:
        return False
    first, last = draft.content[0]
    return parse.tokens[first].tag == "PRP" and not any(
        parse.tokens[i].pos in ("VERB", "AUX") for i in range(first, last)
    )


SIEVES: tuple[Sieve, ...] = (
    only_marks, not_one_says, thing_seen, sentence_before, nobody_says, compound_word, writer_or_reader, believed_by_nobody,
    nobody_found, only_possible, outlets_inference, topic_only, unknown_cue, question_asked, object_of_criticism,
    object_only, kept_unnamed, called_by_name, by_measure, source_cited, held_on_suspicion, turned_away,
)  # fmt: skip
