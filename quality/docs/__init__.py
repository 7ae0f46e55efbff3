"""What the documentation says of the program, made from the program: `python -m quality.docs` writes it anew."""
