"""The rules of every stage with the words they explain themselves in."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType
from typing import Any

from consilience import attribute, reconcile
from consilience.annotate import place_rules, time_grammar
from consilience.attribute import reported, sieve
from consilience.claims import compare
from consilience.clean import furniture, voted, votes
from consilience.events.rules import noun_rules, verb_rules

# Where the rule's name stands in the calls that make a removal, a vote or a draft.
_NAME_AT = MappingProxyType(
    {"removal": 1, "Removal": 1, "_of_kind": 2, "BlockVote": 2, "Draft": 4, "make_draft": 5, "from_subject": 4}
)


def names_given(function: Callable[..., object]) -> tuple[str, ...]:
    """The rule names that a function writes into what it makes, in the order of the code."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return tuple(dict.fromkeys(name for node in ast.walk(tree) for name in names_in_call(node)))


def names_in_call(node: ast.AST) -> list[str]:
    """The rule's name that a piece of code gives: the argument `rule`, the one at the rule's place, or a variable `rule`."""
    if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id.lower() == "rule" for t in node.targets):
        return _texts(node.value)
    if not isinstance(node, ast.Call):
        return []
    named = [text for keyword in node.keywords if keyword.arg == "rule" for text in _texts(keyword.value)]
    at = _NAME_AT.get(node.func.id) if isinstance(node.func, ast.Name) else None
    return named or (_texts(node.args[at]) if at is not None and at < len(node.args) else [])


def _texts(node: ast.expr) -> list[str]:
    """The texts a name may be: a constant, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def plain_name(rule: object) -> str:
    """A function's name as words."""
    return str(getattr(rule, "__name__", "")).strip("_").replace("_", " ")


def docstring(rule: object) -> str:
    """A rule's own words on one line."""
    return " ".join((inspect.getdoc(rule) or "").split()).replace("|", "\\|")


def table_of(rules: Iterable[object]) -> str:
    """Rules in their order, by name, with their docstrings."""
    rows = ["| rule | what it says |", "|---|---|"]
    rows += [f"| {plain_name(rule)} | {docstring(rule)} |" for rule in dict.fromkeys(rules)]
    return "\n".join(rows)


def removal_rules() -> str:
    """The rules for text lines with the names that their removals bear."""
    rows = ["| name on the page | what is removed |", "|---|---|"]
    for rule in furniture.RULES:
        names = names_given(rule) or (plain_name(rule),)
        rows.append(f"| {', '.join(names)} | {docstring(rule)} |")
    rows.append(f"| {', '.join(names_given(voted._named))} | {docstring(voted.name_again)} |")
    return "\n".join(rows)


def block_rules() -> str:
    """The vote on the blocks of an HTML page."""
    rows = ["| rule | what it says |", "|---|---|"]
    rows += [f"| {votes.rule_name(rule)} | {docstring(rule)} |" for rule in votes.RULES]
    stray = votes._without_stray_headings
    return "\n".join([*rows, f"| {', '.join(names_given(stray))} | {docstring(stray)} |"])


def statement_rules() -> str:
    """What finds statements, by the names that `why` shows."""
    rows = ["| name in `why` | what it finds |", "|---|---|"]
    rows.append("| attribution heads | What the language engine's attribution heads find: source, cue and content. |")
    known = {"attribution heads"} | {
        name for rule in (*reported.RULES, *reported.NOUN_RULES) for name in names_given(rule)
    }
    for rule in (*reported.RULES, *reported.NOUN_RULES):
        rows.append(f"| {', '.join(names_given(rule))} | {docstring(rule)} |")
    for found in iter_modules(attribute.__path__, "consilience.attribute."):
        rows += _beside_the_tree(import_module(found.name), known)
    return "\n".join(rows)


def _beside_the_tree(module: ModuleType, known: set[str]) -> list[str]:
    """The rules of a module that are no rules on the tree; one alone is explained by its module."""
    own = [f for _, f in inspect.getmembers(module, inspect.isfunction) if f.__module__ == module.__name__]
    named = {f: [name for name in names_given(f) if name not in known] for f in own}
    giving = sorted((f for f in own if named[f]), key=lambda f: f.__code__.co_firstlineno)
    rule = getattr(module, "RULE", None)
    alone = [f"| {rule} | {docstring(module)} |"] if isinstance(rule, str) and rule not in known else []
    return alone + [f"| {', '.join(named[f])} | {docstring(f if len(giving) > 1 else module)} |" for f in giving]


def claim_rules() -> str:
    """How two clauses are compared, in order."""
    return table_of(_tuple(compare, "RULES"))


def account_rules() -> str:
    """Which claims become sentences of the account, in order, and how many at most."""
    modules = (import_module(found.name) for found in iter_modules(reconcile.__path__, "consilience.reconcile."))
    tables = [table for module in modules if (table := _tuple(module, "RULES")) and isinstance(table[0], tuple)]
    rows = ["| rule | sentences at most |", "|---|---|"]
    return "\n".join([*rows, *(f"| {rule[0]} | {rule[-1]} |" for table in tables for rule in table)])


def _tuple(module: ModuleType, name: str) -> Sequence[Any]:
    """The visible tuple of a module's rules, with or without an underscore before its name."""
    found = getattr(module, name, getattr(module, f"_{name}", ()))
    return tuple(found)


def event_rules() -> str:
    """The table of coding rules for verbs and act nouns."""
    rows = ["| rule | PLOVER type and mode | words |", "|---|---|---|"]
    listed = [rule for lemmas in (verb_rules(), noun_rules()) for found in lemmas.values() for rule in found]
    told: dict[tuple[str, str, str | None], list[str]] = {}
    for rule in listed:
        told.setdefault((rule.name, rule.type, rule.mode), []).extend(rule.lemmas)
    for (name, kind, mode), lemmas in sorted(told.items(), key=lambda row: (row[0][1], row[0][0])):
        shown = list(dict.fromkeys(lemmas))
        words = ", ".join(shown[:8]) + (f" and {len(shown) - 8} more" if len(shown) > 8 else "")
        rows.append(f"| {name} | {kind}{f', {mode}' if mode else ''} | {words} |")
    return "\n".join(rows)


BLOCKS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "rules of removal": removal_rules,
        "rules of blocks": block_rules,
        "rules of statements": statement_rules,
        "rules of sieves": lambda: table_of(sieve.SIEVES),
        "rules of times": lambda: table_of(entry.rule for entry in time_grammar.RULES),
        "rules of places": lambda: table_of(place_rules.RULES),
        "rules of events": event_rules,
        "rules of claims": claim_rules,
        "rules of the account": account_rules,
    }
)
