"""runners: a loop, processes."""
