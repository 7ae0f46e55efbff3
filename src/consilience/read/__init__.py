"""source → page: files, folders, archives, standard input and JSON Lines."""
