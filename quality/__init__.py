"""Runners that put the program to the benchmarks; each says its input and output in its docstring."""
