"""Plain frozen records that travel between the stages; standard library only."""
