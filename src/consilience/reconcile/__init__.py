"""story, reports and alignment → account."""
