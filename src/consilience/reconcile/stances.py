"""Stances: what words do with a claim, and which denials without words of their own deny which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from consilience.lexicons import word_set
from consilience.model.account import Stance
from consilience.model.annotations import PartAnnotations
from consilience.model.event import Proposition
from consilience.model.spans import covers, overlap
from consilience.model.statement import Statement
from consilience.reconcile.bearings import Bearing
from consilience.reconcile.involved import act_token
from consilience.reconcile.library import Library, sentence_span, statement_of, text_of
from consilience.reconcile.same_words import clause_words
from consilience.reconcile.tellers import tells_of_saying
from consilience.reconcile.voices import Voice, speakers_of, voices_of
from consilience.wording import words

_NOT_FAR = 8  # characters before a verb of denial in which a "not" undoes it
_LOOK_BACK = 2  # sentences in which a bare denial finds what it denies
_OCCASION = frozenset(("when", "where", "which"))
_SAYINGS = frozenset(
    ("accusation", "allegation", "assertion", "claim", "comment", "confession", "remark", "statement", "testimony")
)
_NEVER = frozenset(("never", "not", "nor"))
_OPENS = 12  # characters into somebody's words in which what is refuted begins
_AS = 8  # characters before somebody's claim in which "as" stands
_NEAR_REFUTED = 6  # words before somebody's words in which it stands that something refutes them
_NEAR = 3  # words before a withdrawal in which a "not" undoes it
_TURNED_DOWN = ("reject", "dismiss", "repudiat", "disown")
_HANGING = ("acl", "advcl", "nmod", "obl")
_PLEA = 8  # characters behind "plead" in which "guilty" stands
_OPENING = frozenset(("how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why"))
_QUESTIONS = frozenset(("ask", "enquire", "grill", "inquire", "interrogate", "query", "question", "quiz", "wonder"))


def stance_of(library: Library, proposition: Proposition, statement: Statement | None) -> Stance:
    """What a statement does with its proposition. Who denies and says "not" asserts that it is not so.

    A quotation that is no question asserts what it says, whatever verb stands beside it; who pleads guilty admits it.
    """
    if withdrawn(library, proposition, statement):
        return "denies"
    negative = proposition.negated or proposition.status == "negated"
    told = statement is None or (
        tells_of_saying(proposition, statement) and not _of_what_is_denied(proposition, statement)
    )
    act = "asserted" if statement is None or told else statement.act
    if act == "denied":
        return "asserts" if negative else "denies"
    if statement is not None and _plainly_said(library, proposition.report, statement, act):
        return "asserts"
    if act in ("declined", "not disclosed"):
        return "declines"
    if act == "asked":
        return "asks"
    return "plans" if act in ("promised", "threatened") or proposition.status == "planned" else "asserts"


def _of_what_is_denied(proposition: Proposition, statement: Statement) -> bool:
    """Whether the words of a denial tell what is denied, and not only that it was ("denied reports that the mill closed")."""
    return statement.act == "denied" and statement.cue is not None and not overlap(proposition.act_span, statement.cue)


def withdrawn(library: Library, proposition: Proposition, statement: Statement | None) -> bool:
    """Whether the sentence tells that the speaker took the words back ("said she had misspoken when she said …")."""
    if statement is None:
        return False
    text = text_of(library.reports[proposition.report].report, proposition.part)
    first = proposition.spans[0]
    before = words(text[sentence_span(library, proposition.report, proposition.part, first).start : first.start])
    places = [n for n, word in enumerate(before) if word in word_set("stakes", "withdrawn")]
    spoken = places and not _NEVER & set(before[max(0, places[-1] - _NEAR) : places[-1]])
    between = set(before[places[-1] + 1 :]) if spoken else set()
    if not between:
        return False
    misspoke = before[places[-1]].startswith("mis")
    return bool(_OCCASION & between) if misspoke else "that" in between and bool(_SAYINGS & between)


def _plainly_said(library: Library, report: str, statement: Statement, act: str) -> bool:
    """Whether words that are said to ask or decline are a quotation without a question, or a plea of guilty."""
    if act not in ("asked", "declined"):
        return False
    end = max(span.end for span in statement.content)
    text = text_of(library.reports[report].report, statement.part)
    if statement.manner in ("direct", "block"):
        return "?" not in text[statement.content[0].start : end + 2]
    return statement.cue is not None and words(text[statement.cue.start : statement.cue.end + _PLEA])[-1:] == (
        "guilty",
    )


def bare_denials(library: Library) -> Mapping[str, tuple[Statement, ...]]:
    """Denials by the proposition they deny: those without content of their own ("denied it", "denied those claims"), and
    what somebody says of another's words ("the letters belied the mill's insistence that …", "denied …, as N. claims")."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    denials: defaultdict[str, list[Statement]] = defaultdict(list)
    for (report, _), statement in library.statements.items():
        if statement.act == "denied":
            denials[report].append(statement)
        if statement.act == "denied" and _bare(library, report, statement):
            for target in _denied(library, report, statement):
                found[target.id].append(statement)
    for proposition in library.propositions.values():
        refuting = _refuted(library, proposition, denials[proposition.report])
        if refuting is not None:
            found[proposition.id].append(refuting)
    return {target: tuple(sorted(denials, key=lambda s: s.id)) for target, denials in found.items()}


def _refuted(library: Library, proposition: Proposition, denials: Sequence[Statement]) -> Statement | None:
    """The statement around another's words that denies them, or says that something refutes them."""
    inner = library.statements.get((proposition.report, proposition.statement or ""))
    if inner is None or inner.cue is None or inner.act == "denied" or proposition.negated:
        return None
    if proposition.spans[0].start > inner.content[0].start + _OPENS:
        return None  # what hangs on the words need not be refuted
    text = text_of(library.reports[proposition.report].report, inner.part)
    opens = min(span.start for span in (inner.source or inner.cue, inner.cue))
    if inner.content[0].start < opens and "as" in words(text[max(0, opens - _AS) : opens])[-2:]:
        around = (d for d in denials if d.part == inner.part and any(covers(c, inner.content[0]) for c in d.content))
        return next(around, None)
    outer = library.statements.get((proposition.report, inner.within or ""))
    if outer is None or outer.part != inner.part:
        return None
    if outer.act == "denied":
        return outer if _claims_denied(text, outer, inner) else None
    if outer.act != "asserted":
        return None
    before = words(text[outer.content[0].start : opens])[-_NEAR_REFUTED:]
    refutes = [n for n, word in enumerate(before) if word in word_set("stakes", "refuting")]
    weak = _NEVER | word_set("stakes", "seeming")  # what only seems to contradict it denies nothing
    return outer if refutes and not weak & set(before[: refutes[-1]]) else None


def _claims_denied(text: str, outer: Statement, inner: Statement) -> bool:
    """Whether what is denied is that somebody's claims are so: "denied the guild's claims that …"."""
    said = words(text[slice(*inner.cue)]) if inner.cue is not None else ()
    opens = min(span.start for span in (inner.source or inner.cue, inner.cue) if span is not None)
    near = words(text[outer.content[0].start : opens])
    return said[-1:] != () and said[-1] in word_set("stakes", "claims") and len(near) <= _NEAR_REFUTED


def _bare(library: Library, report: str, statement: Statement) -> bool:
    """Whether a denial only points back; who rejects "it" may reject a thing, who rejects "the claim" does not."""
    text = text_of(library.reports[report].report, statement.part)
    said = {w for span in statement.content for w in words(text[span.start : span.end])}
    cue = words(text[slice(*statement.cue)]) if statement.cue is not None else ()
    turns_down = any(w.startswith(_TURNED_DOWN) for w in cue)
    return said <= word_set("stakes", "denials") and not (turns_down and not _named_words(library, report, statement))


def _denied(library: Library, report: str, statement: Statement) -> list[Proposition]:
    """The nearest words of somebody else before a bare denial, one sentence back; two where it names them ("the claims")."""
    place = min((s.start for s in (statement.source, statement.cue, *statement.content) if s), default=None)
    part = library.parts.get((report, statement.part))
    if place is None or part is None:
        return []
    here = next((n for n, s in enumerate(part.sentences) if s.span.start <= place < s.span.end), None)
    if here is None:
        return []
    speakers = {key for voice in speakers_of(library, report, statement) for key in _own_keys(voice)}
    look_back = _LOOK_BACK if _named_words(library, report, statement) else 1
    for number in range(here, max(-1, here - look_back - 1), -1):
        said = _said_in(library, report, number, statement)
        targets = [p for p in said if p.spans[0].start < place and not _about_a_charge(library, p)]
        others = [p for p in targets if not speakers & {k for v in voices_of(library, p) for k in _own_keys(v)}]
        if others:
            last = max(others, key=lambda p: p.spans).statement
            return _main(part, [p for p in others if p.statement == last])
    return []


def _own_keys(voice: Voice) -> tuple[str, ...]:
    """The keys of a voice; of one that stays open the words it is called by, which it shares with nobody else."""
    return (voice.name,) if voice.kind == "unresolved" else voice.keys


def _main(part: PartAnnotations, said: Sequence[Proposition]) -> list[Proposition]:
    """The one of a statement's propositions that it is made to say: the first that hangs in no other clause."""
    ranked = sorted(said, key=lambda p: p.spans)
    acts = ((p, act_token(part, p.act_span)) for p in ranked)
    plain = [p for p, at in acts if at is None or part.tokens[at].relation.split(":")[0] not in _HANGING]
    return (plain or ranked)[:1]


def _named_words(library: Library, report: str, statement: Statement) -> bool:
    """Whether a denial names the words that it denies ("the claims", "those allegations")."""
    text = text_of(library.reports[report].report, statement.part)
    said = {w for span in statement.content for w in words(text[span.start : span.end])}
    return bool(said & word_set("stakes", "claims"))


def _about_a_charge(library: Library, proposition: Proposition) -> bool:
    """Whether words only speak of an accusation, which is another sentence's."""
    charges = {w for w in word_set("stakes", "denials") if w.startswith(("accusation", "allegation"))}
    return bool(charges & set(clause_words(library, proposition)))


def _said_in(library: Library, report: str, number: int, denial: Statement) -> list[Proposition]:
    return [
        p
        for p in library.reports[report].propositions
        if p.part == denial.part
        and p.sentence == number
        and p.statement != denial.id
        and (told := statement_of(library, p)) is not None
        and told.act in ("asserted", "accused")
    ]


def demands(library: Library, bearing: Bearing) -> bool:
    """Whether somebody asks for something to be done, and does not ask a question: a demand is the asker's word."""
    statement = bearing.statement
    if bearing.stance != "asks" or statement is None or statement.cue is None:
        return False
    text = text_of(library.reports[bearing.proposition.report].report, statement.part)
    cue = {w.removesuffix("ed").removesuffix("s") for w in words(text[slice(*statement.cue)])}
    first = words(text[statement.content[0].start : statement.content[0].end])[:1]
    return not cue & _QUESTIONS and not _OPENING & set(first)


def undenied(library: Library, bearing: Bearing) -> bool:
    """Whether the report says that somebody did not deny it."""
    statement = bearing.statement
    if statement is None or statement.cue is None:
        return False
    text = text_of(library.reports[bearing.proposition.report].report, statement.part)
    said = words(text[max(0, statement.cue.start - _NOT_FAR) : statement.cue.end])
    return bool({"not", "never"} & set(said) or [w for w in said if w.endswith("n't")])
