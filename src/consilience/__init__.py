"""consilience reads many news reports of the same happenings and gives one account that leads back to its sources."""
