"""the language engine of the package: small, torch-free, the same result beside any neighbours."""
