"""report and annotations → statements: quotations, reported speech, chains, speakers."""
