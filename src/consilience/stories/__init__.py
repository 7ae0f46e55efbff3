"""reports → stories and copy families, the same in any order."""
