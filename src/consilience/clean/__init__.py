"""page → report: the text layer, and rules that return edits, never new text."""
