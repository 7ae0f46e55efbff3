"""Disputes: who stands against a claim, by a denial or by telling what cannot hold beside it, and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consilience.model.account import SET_AGAINST, Claim, Comparison, Words
from consilience.model.event import Proposition
from consilience.model.spans import hull
from consilience.model.statement import Statement
from consilience.reconcile.differences import Ledger
from consilience.reconcile.independence import Bonds
from consilience.reconcile.least import is_medium
from consilience.reconcile.library import Library, passages_at, statement_of, words_at
from consilience.reconcile.phrases import best_phrase
from consilience.reconcile.same_matter import of_one_matter
from consilience.reconcile.standings import Opposition, stands_apart
from consilience.reconcile.support import Backing
from consilience.reconcile.tellers import tells_of_saying
from consilience.reconcile.voices import OPEN
from consilience.reconcile.witnesses import Witness
from consilience.wording import fold

_LONGEST = 260
_CHARGED = frozenset(("accuse", "arrest", "book", "charge", "indict", "plead", "sue"))


@dataclass(frozen=True, slots=True)
class Case:
    """What every claim of a story is judged with."""

    library: Library
    ledger: Ledger
    bonds: Bonds
    opposed: Mapping[str, tuple[tuple[str, Comparison], ...]]


@dataclass(frozen=True, slots=True)
class Dispute:
    """The other side of a disputed claim: who, in which words, whether they are told rather than said, and quoted; `camps`
    are those who say it and those who stand against it, by what each camp has in common."""

    name: str
    words: Words
    told: bool
    claims: frozenset[str]
    camps: tuple[frozenset[str], frozenset[str]]
    quoted: bool = False


def oppositions(case: Case, claim: str) -> tuple[Opposition, ...]:
    """Everybody who stands against a claim."""
    backing = case.ledger.backings[claim]
    refuting = tuple(w for w in backing.denying if not _is_denial(case, w))
    found = [Opposition(tuple(w for w in backing.denying if w not in refuting), "a denial")]
    found.append(Opposition(refuting, "the word that it is not so"))
    for other, comparison in case.opposed.get(claim, ()):
        opposing = case.ledger.backings[other]
        if not of_one_matter(case.library, comparison):
            continue
        if comparison.kind != "denial":
            sides = [tuple(w for w in b.asserting if _speaks(w)) for b in (backing, opposing)]
            if all(sides):  # numbers and days that outlets give differ, but nobody disputes them
                found.append(Opposition(sides[1], f"another {comparison.kind}"))
        elif _tells_of_charge(case, backing):
            continue
        elif _by_act(case, comparison):
            told = (w for w in opposing.asserting if _is_denial(case, w))
            found.append(Opposition((*opposing.denying, *told), "a denial"))
        else:
            found.append(Opposition(opposing.asserting, "the word that it is not so"))
    return tuple(found)


def _speaks(witness: Witness) -> bool:
    """Whether somebody says it, and no outlet or other medium tells it."""
    return witness.voice.kind in ("named", "anonymous") and not is_medium(witness)


def _tells_of_charge(case: Case, backing: Backing) -> bool:
    """Whether outlets only tell that somebody was charged or sued, which is so whatever the accused says."""
    told = [case.library.propositions[w.proposition] for w in backing.asserting]
    return bool(told) and all(p.statement is None and fold(p.act) in _CHARGED for p in told)


def _is_denial(case: Case, witness: Witness) -> bool:
    """Whether a witness's words tell of a denial ("she denied firing")."""
    proposition = case.library.propositions[witness.proposition]
    statement = case.library.statements.get((proposition.report, witness.statement or ""))
    return statement is not None and statement.act == "denied"


def _by_act(case: Case, comparison: Comparison) -> bool:
    """Whether the denial lies in the speaker's act ("denied firing") and not in the words ("no shots were fired"), nor in a
    report that sets the two against each other."""
    if comparison.because == SET_AGAINST:
        return False
    left, right = (case.library.propositions[p] for p in (comparison.left, comparison.right))
    return (left.negated or left.status == "negated") == (right.negated or right.status == "negated")


def disputes_of(case: Case, claims: Sequence[Claim]) -> dict[str, Dispute]:
    """For each disputed claim the other side's words that stand alone best."""
    found = ((claim.id, _dispute(case, claim)) for claim in claims if claim.standing == "disputed")
    return {claim: dispute for claim, dispute in found if dispute is not None}


def _dispute(case: Case, claim: Claim) -> Dispute | None:
    against = [w for o in oppositions(case, claim.id) for w in o.witnesses if w.voice.name != OPEN]
    asserting = case.ledger.backings[claim.id].asserting
    mine = {key for w in asserting for key in _keys(w, case)}
    others = [w for w in against if w.withdrawn or stands_apart(w, asserting, case.bonds)]
    claims = frozenset(other for other, _ in case.opposed.get(claim.id, ()))
    camps = frozenset(mine), frozenset(key for w in others for key in _keys(w, case))
    said = [w for w in others if not w.denies]
    said = [w for w in said if w.voice.kind == "named"] or said
    if said:
        phrase = best_phrase(case.library, [case.library.propositions[w.proposition] for w in said])
        name = next(w.origin.name for w in said if w.proposition == phrase.proposition)
        proposition = case.library.propositions[phrase.proposition]
        statement = statement_of(case.library, proposition)
        told = statement is None or tells_of_saying(proposition, statement)
        told = told or phrase.unit == "sentence"
        quoted = not told and statement is not None and statement.manner in ("direct", "block")
        words = Words(phrase.text, phrase.passages)
        return Dispute(name, words, told, claims, camps, quoted) if phrase.passages else None
    for witness in others:
        denial = _denial_words(case, witness)
        if denial is not None:
            return Dispute(witness.origin.name, denial, True, claims, camps)
    return None


def _keys(witness: Witness, case: Case) -> set[str]:
    return {case.bonds.common.get(key, key) for key in witness.voice.keys}


def _denial_words(case: Case, witness: Witness) -> Words | None:
    """The words of a denial with its speaker and verb, as the report tells it."""
    proposition = case.library.propositions[witness.proposition]
    statement = case.library.statements.get((proposition.report, witness.statement or ""))
    if statement is None or statement.cue is None or statement.source is None:
        return None
    return _told(case, proposition, statement)


def _told(case: Case, proposition: Proposition, statement: Statement) -> Words | None:
    spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
    passages = passages_at(case.library, proposition.report, statement.part, (hull(spans),))
    text = words_at(case.library, passages)
    return Words(text, passages) if len(passages) == 1 and len(text) <= _LONGEST else None
