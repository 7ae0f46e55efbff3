"""The kinds of error a caller can meet.

ConsilienceError
├── InputError          an input cannot be read; the run goes on without it
├── UsageError          the command or call makes no sense; nothing was done
├── EngineError         the language engine's files are missing, damaged or of another version
└── UnsupportedSentence a sentence would be shown without a passage
"""

from __future__ import annotations


class ConsilienceError(Exception):
    """Anything this package raises on purpose."""


class InputError(ConsilienceError):
    """An input cannot be read; the message names it and the reason."""


class UsageError(ConsilienceError):
    """The command or call makes no sense; nothing was done."""


class EngineError(ConsilienceError):
    """The language engine's files are missing, damaged, or of another version."""


class UnsupportedSentence(ConsilienceError):
    """A sentence would be shown without a passage that supports it."""
