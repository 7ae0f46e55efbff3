"""consilience reads many news reports of the same happenings and gives one account that leads back to its sources.

import consilience

reading = consilience.read(["reports/"])
reading.accounts[0].claims
reading.to_html("account.html")
reading.rejected
"""

from consilience._version import __version__
from consilience.claims.answers import same_answers
from consilience.claims.questions import Asked, aligned_questions
from consilience.claims.stances import body_of, headline_of, stance
from consilience.engines import Engine, load_engine
from consilience.errors import ConsilienceError, EngineError, InputError, UnsupportedSentence, UsageError
from consilience.pipeline import Grouping, Reading, separate, stories_of
from consilience.read.sources import ReadOptions
from consilience.run.local import Job, read, results
from consilience.settings import Settings, load_settings

__all__ = [
    "Asked",
    "ConsilienceError",
    "Engine",
    "EngineError",
    "Grouping",
    "InputError",
    "Job",
    "ReadOptions",
    "Reading",
    "Settings",
    "UnsupportedSentence",
    "UsageError",
    "__version__",
    "aligned_questions",
    "body_of",
    "headline_of",
    "load_engine",
    "load_settings",
    "read",
    "results",
    "same_answers",
    "separate",
    "stance",
    "stories_of",
]
