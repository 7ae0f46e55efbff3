"""records → text: terminal, page, Markdown, JSON; pure."""
