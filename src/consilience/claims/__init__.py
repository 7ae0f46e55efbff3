"""propositions of a story → claims and comparisons."""
