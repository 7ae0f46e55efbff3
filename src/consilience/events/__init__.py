"""report, annotations and statements → events and propositions."""
