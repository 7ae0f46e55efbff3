"""`python -m consilience` runs the program."""

from consilience.cli import main

main()
