"""Speakers that only what was said before tells: "she added", "the statement said", "the official said"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from consilience.attribute.cast import Cast, gender_of
from consilience.attribute.drafts import Draft
from consilience.attribute.nouns import by_adjective, taken_up
from consilience.model.spans import TokenRange
from consilience.model.statement import Speaker
from consilience.parses import Parse, words_of

_PRONOUNS = {"he": "male", "she": "female"}
_DEFINITE = ("the", "that", "this")
_FAR = 3


@dataclass(frozen=True, slots=True)
class Voiced:
    """A draft's speaker, and the word for the document through which it is heard, where an earlier one was named."""

    speaker: Speaker | None
    document: str | None = None


def voiced(cast: Cast, drafts: Sequence[Draft], own: Callable[[Draft], Speaker | None]) -> tuple[Voiced, ...]:
    """Each draft's speaker: by its own words, else by who spoke before; a quotation that goes on keeps its speaker."""
    found = [Voiced(None)] * len(drafts)
    told: list[int] = []
    for number in sorted(range(len(drafts)), key=lambda n: (_place(drafts[n]), n)):
        draft = drafts[number]
        if draft.follows is None:
            found[number] = _voice(cast, drafts, found, told, draft, own(draft))
            told.append(number)
    led = [found[_leader(drafts, number)] for number in range(len(drafts))]
    told_of = _descriptions(cast, drafts, led)
    return tuple(_with_descriptions(voice, told_of) for voice in led)


def _descriptions(cast: Cast, drafts: Sequence[Draft], voices: Sequence[Voiced]) -> dict[str, tuple[str, ...]]:
    """For each speaker what stands after the name within a source: "N. N., an envoy to the lakes"."""
    found: dict[str, tuple[str, ...]] = {}
    for draft, voice in zip(drafts, voices, strict=True):
        speaker, source = voice.speaker, draft.source
        if speaker is None or speaker.id is None or speaker.type != "person" or source is None:
            continue
        last = next((n.tokens.last for n in cast.names if 0 <= n.tokens.first - source.first <= 2), source.last)
        if last + 1 < source.last and cast.parse.tokens[last].word == ",":
            words = words_of(cast.parse, TokenRange(last + 1, source.last))
            found[speaker.id] = tuple(dict.fromkeys((*found.get(speaker.id, ()), words)))
    return found


def _with_descriptions(voice: Voiced, told_of: dict[str, tuple[str, ...]]) -> Voiced:
    """The voice, its speaker described by all that stands beside the name in a source; what repeats a part is left out."""
    speaker = voice.speaker
    if speaker is None or speaker.id is None:
        return voice
    told = (*told_of.get(speaker.id, ()), *speaker.described)
    whole = tuple(d for d in dict.fromkeys(told) if not any(d != other and d in other for other in told))
    return replace(voice, speaker=replace(speaker, described=whole))


def _leader(drafts: Sequence[Draft], number: int) -> int:
    """The draft that a run of quotations goes on from."""
    for _ in drafts:
        follows = drafts[number].follows
        if follows is None:
            return number
        number = follows
    return number


def _place(draft: Draft) -> int:
    """Where a draft's speaker stands: at its source, else its cue, else its content."""
    stretch = draft.source or draft.cue or draft.content[0]
    return stretch.first


def _voice(
    cast: Cast, drafts: Sequence[Draft], found: Sequence[Voiced], told: Sequence[int], draft: Draft, own: Speaker | None
) -> Voiced:
    if own is not None and draft.source is None and own.id is None:
        shared = (n for n in reversed(told) if _speaks_at(drafts[n], draft.speaker_at))
        return next((found[n] for n in shared if found[n].speaker is not None), Voiced(own))
    if own is None or draft.source is None:
        return Voiced(own)
    parse, source = cast.parse, draft.source
    gender = _PRONOUNS.get(own.words.lower())
    before = [n for n in told if _paragraphs_between(parse, drafts[n], draft) <= (1 if gender else _FAR)]
    if gender is not None:
        own = _own_sure(cast, draft, own, gender)
        last = next((n for n in reversed(before) if _is_person(found[n].speaker)), None)
        if last is None or _paragraphs_between(parse, drafts[last], draft) > 0:
            own, settled = _of_paragraph(cast, draft, own)
            if settled:
                return Voiced(own)
        if last is None:
            own = taken_up(cast, draft, own, ()) if own.id is None else own
            first = _paragraph_before(parse, draft)
            own = (
                _only_one_since(cast, first, draft, own) if own.id is None else _unless_subject(cast, first, draft, own)
            )
            return Voiced(_not_named_by_himself(cast, draft, own))
        return Voiced(
            _not_named_by_himself(cast, draft, _last_or_own(cast, drafts[last], found[last].speaker, draft, own))
        )
    own = by_adjective(cast, draft, own)
    opening = parse.tokens[source.first].word.lower()
    if own.name is not None and own.type == "document" and own.id is None and opening in _DEFINITE:
        return _issuer(cast, drafts, found, before, own)
    if own.id is None and own.type in ("person", "anonymous") and opening in _DEFINITE:
        own = _unnamed_before(found, before, own)
    return Voiced(taken_up(cast, draft, own, [s for n in before for s in [found[n].speaker] if s is not None]))


def _speaks_at(earlier: Draft, index: int | None) -> bool:
    """Whether the words for the earlier draft's speaker hold the token, so that both have one speaker."""
    return index is not None and earlier.source is not None and earlier.source.first <= index < earlier.source.last


def _own_sure(cast: Cast, draft: Draft, own: Speaker, gender: str) -> Speaker:
    """For "he" and "she" the person that the pronoun is led to, unless the words show that it may be another.

    Nobody names himself in quoted words ("He said, “N. N. was a legend”"), and of two persons joined by "and" the pronoun
    may mean either.
    """
    if own.id is None:
        return own
    if _named_in_marks(cast, draft, own.id):
        others = {e for e in _of_sentence_before(cast, draft) if gender_of(cast.entities[e]) in (None, gender)} - {
            own.id
        }
        found = cast.entities[others.pop()] if len(others) == 1 else None
        if found is None:
            return Speaker(None, "unknown", None, (), own.words)
        return Speaker(found.name, "person", found.id, (), own.words)
    return Speaker(None, "unknown", None, (), own.words) if _joined_with_another(cast, draft, own.id, gender) else own


def _not_named_by_himself(cast: Cast, draft: Draft, own: Speaker) -> Speaker:
    """The speaker; nobody for "he" who says something of the person in the words behind: "he said N. N. thinks …"."""
    source = draft.source
    if own.id is None or source is None:
        return own
    here = cast.parse.sentence_of[source.first]
    behind = [n.tokens.first for n in cast.names if n.entity == own.id and n.tokens.first >= source.last]
    told = any(cast.parse.sentence_of[i] == here and _in(draft.content, i) for i in behind)
    return Speaker(None, "unknown", None, (), own.words) if told else own


def _of_sentence_before(cast: Cast, draft: Draft) -> set[str]:
    """The persons whom the sentence before names."""
    number = cast.parse.sentence_of[_place(draft)] - 1
    here = [n for n in cast.names if n.type == "PERSON" and cast.parse.sentence_of[n.tokens.first] == number]
    return {n.entity for n in here if n.entity is not None}


def _named_in_marks(cast: Cast, draft: Draft, entity: str) -> bool:
    """Whether quoted words name the person."""
    first = cast.parse.tokens[draft.content[0].first].word
    return first in ("“", '"', "''", "‘") and any(
        n.entity == entity and _in(draft.content, n.tokens.first) for n in cast.names
    )


def _joined_with_another(cast: Cast, draft: Draft, entity: str, gender: str) -> bool:
    """Whether the person was last named together with one whom the pronoun fits as well: "A. and B. N."."""
    persons = [n for n in cast.names if n.type == "PERSON" and n.tokens.first < _place(draft)]
    last = max((k for k, n in enumerate(persons) if n.entity == entity), default=None)
    if last is None:
        return False
    pairs = [persons[k : k + 2] for k in (last - 1, last) if k >= 0 and k + 1 < len(persons)]
    for left, right in pairs:
        joint = [cast.parse.tokens[i].word.lower() for i in range(left.tokens.last, right.tokens.first)]
        other = left if right.entity == entity else right
        if joint == ["and"] and other.entity not in (None, entity) and last >= len(persons) - 2:
            return gender_of(cast.entities[str(other.entity)]) in (None, gender)
    return False


def _paragraphs_between(parse: Parse, earlier: Draft, later: Draft) -> int:
    a, b = (parse.sentences[parse.sentence_of[_place(d)]].paragraph for d in (earlier, later))
    return b - a


def _is_person(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.type == "person" and speaker.id is not None


def _of_paragraph(cast: Cast, draft: Draft, own: Speaker) -> tuple[Speaker, bool]:
    """For "he" and "she" the one person told of in the paragraph so far, and whether that settles it.

    Where the pronoun was led out of a paragraph that tells of somebody it fits, nothing decides.
    """
    gender = _PRONOUNS[own.words.lower()]
    sentences, here = cast.parse.sentences, cast.parse.sentence_of[_place(draft)]
    first = min(s.tokens.first for s in sentences if s.paragraph == sentences[here].paragraph)
    named = {n.entity: n for n in cast.names if n.type == "PERSON" and first <= n.tokens.first < _place(draft)}
    fitting = [e for e in named if e is not None and gender_of(cast.entities[e]) in (None, gender)]
    if own.id in named or not fitting:
        return own, False
    name = [cast.parse.tokens[i] for i in range(*named[fitting[0]].tokens)]
    tops = {token.relation for token in name if token.tag != "NNPS"}
    if (
        len(fitting) == 1
        and tops & {"nsubj", "nsubj:pass", "appos"}
        and named[fitting[0]].tokens.first < sentences[here].tokens.first
    ):
        found = cast.entities[fitting[0]]
        return Speaker(found.name, "person", found.id, (), own.words), True
    return (own, False) if own.id is None else (Speaker(None, "unknown", None, (), own.words), True)


def _last_or_own(cast: Cast, earlier: Draft, last: Speaker | None, draft: Draft, own: Speaker) -> Speaker:
    """For "he" and "she" the last speaker, unless the pronoun is led to somebody who was told of since, or does not fit."""
    gender = _PRONOUNS[own.words.lower()]
    if last is None or last.id is None or last.id == own.id:
        return own
    known = gender_of(cast.entities[last.id])
    if known not in (None, gender):
        return own if own.id is not None else _only_one_since(cast, _place(earlier), draft, own)
    if own.id is None:
        others = _told_since(cast, earlier, draft, last.id, gender)
        return own if others else replace(last, words=own.words)
    if _named_in_words(cast, draft, own.id) or _only_in_words(cast, earlier, draft, own.id):
        return replace(last, words=own.words)
    weaker = gender_of(cast.entities[own.id]) != gender
    if weaker and known == gender:
        return replace(last, words=own.words)
    return replace(last, words=own.words) if weaker and _not_told_of_since(cast, earlier, draft, own.id) else own


def _paragraph_before(parse: Parse, draft: Draft) -> int:
    """The place right before the paragraph ahead of the draft's."""
    paragraph = parse.sentences[parse.sentence_of[_place(draft)]].paragraph
    return min((s.tokens.first for s in parse.sentences if s.paragraph >= paragraph - 1), default=0) - 1


def _only_one_since(cast: Cast, first: int, draft: Draft, own: Speaker) -> Speaker:
    """For a pronoun that no speaker fits: the one person named since the place whom it fits, if no other may be meant."""
    gender = _PRONOUNS[own.words.lower()]
    named = [n for n in cast.names if n.type == "PERSON" and first < n.tokens.first < _place(draft)]
    since = {n.entity: n for n in named if n.entity is not None and not _in(draft.content, n.tokens.first)}
    fitting = [e for e in since if gender_of(cast.entities[e]) in (None, gender)]
    if len(fitting) != 1 or gender_of(cast.entities[fitting[0]]) != gender:
        return own
    top = [cast.parse.tokens[i].relation for i in range(*since[fitting[0]].tokens)]
    found = cast.entities[fitting[0]]
    return Speaker(found.name, "person", found.id, (), own.words) if {"nsubj", "nsubj:pass"} & set(top) else own


def _unless_subject(cast: Cast, first: int, draft: Draft, own: Speaker) -> Speaker:
    """The person a pronoun was led to; nobody where only another whom it fits is a subject since the place."""
    gender, tokens = _PRONOUNS[own.words.lower()], cast.parse.tokens
    named = [n for n in cast.names if n.type == "PERSON" and first < n.tokens.first < _place(draft)]
    subjects = {n.entity for n in named if any(tokens[i].relation.startswith("nsubj") for i in range(*n.tokens))}
    rivals = [e for e in subjects if e is not None and e != own.id and gender_of(cast.entities[e]) == gender]
    doubtful = own.id in {n.entity for n in named} and own.id not in subjects and rivals
    return Speaker(None, "unknown", None, (), own.words) if doubtful else own


def _told_since(cast: Cast, earlier: Draft, draft: Draft, last: str, gender: str) -> bool:
    """Whether another person whom the pronoun may mean is named, not in the last speaker's words, before the pronoun."""
    first, end = _place(earlier), _place(draft)
    named = [n for n in cast.names if n.type == "PERSON" and first < n.tokens.first < end]
    since = {n.entity for n in named if n.entity is not None and not _in(earlier.content, n.tokens.first)}
    return any(gender_of(cast.entities[e]) in (None, gender) for e in since - {last})


def _named_in_words(cast: Cast, draft: Draft, entity: str) -> bool:
    """Whether the reported words name the person: nobody says of himself "he said N. N. hopes"."""
    marks = {cast.parse.tokens[i].word for part in draft.content for i in range(*part)} & {"“", '"', "''", "‘"}
    return not marks and any(n.entity == entity and _in(draft.content, n.tokens.first) for n in cast.names)


def _only_in_words(cast: Cast, earlier: Draft, draft: Draft, entity: str) -> bool:
    """Whether since the last speaker the person is told of, and only in that speaker's words."""
    spots = [i for i in range(_place(earlier), _place(draft)) if entity in cast.at.get(i, ())]
    return bool(spots) and all(_in(earlier.content, i) for i in spots)


def _not_told_of_since(cast: Cast, earlier: Draft, draft: Draft, entity: str) -> bool:
    """Whether since the last speaker somebody is named at most in that speaker's words or the pronoun's own sentence."""
    own = cast.parse.sentences[cast.parse.sentence_of[_place(draft)]].tokens
    first, end = _place(earlier), _place(draft)
    spots = [i for i in range(first, end) if entity in cast.at.get(i, ())]
    return all(_in(earlier.content, i) or own.first <= i < own.last for i in spots)


def _in(content: Sequence[TokenRange], index: int) -> bool:
    return any(part.first <= index < part.last for part in content)


def _issuer(
    cast: Cast, drafts: Sequence[Draft], found: Sequence[Voiced], before: Sequence[int], own: Speaker
) -> Voiced:
    """ "The statement said": who spoke in a statement before, if one did."""
    noun = own.words.split()[-1].lower()
    for number in reversed(before):
        speaker, draft = found[number].speaker, drafts[number]
        if speaker is None or speaker.id is None or draft.word is None:
            continue
        sentence = cast.parse.sentences[cast.parse.sentence_of[draft.word]].tokens
        after = range(draft.word, min(sentence.last, draft.word + 8))
        if found[number].document == noun or any(cast.parse.tokens[i].lemma.lower() == noun for i in after):
            return Voiced(replace(speaker, words=own.words), noun)
    return Voiced(own)


def _unnamed_before(found: Sequence[Voiced], before: Sequence[int], own: Speaker) -> Speaker:
    """ "The official said": the unnamed official of before, if the last unnamed speaker is called so."""
    noun = own.words.split(",")[0].split()[-1].lower()
    for number in reversed(before):
        speaker = found[number].speaker
        if speaker is not None and speaker.type == "anonymous" and speaker.id is None:
            return replace(own, type="anonymous") if noun in speaker.words.lower().split() else own
    return own
