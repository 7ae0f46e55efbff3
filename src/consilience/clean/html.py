"""HTML to text layer: our own walker, which keeps the place of every character in the decoded page."""

from __future__ import annotations

from consilience.clean.layer import Layer


def text_layer(page_text: str) -> Layer:
    """The visible text of a decoded HTML page with its blocks and facts; never raises, linear in the page's length."""
    raise NotImplementedError
