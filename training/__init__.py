"""How the weights and tables in the package are made; nothing here is needed to run the program."""
