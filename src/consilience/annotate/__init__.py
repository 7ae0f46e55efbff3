"""report → annotations: sentences, names, references, times, places, quantities."""
