"""Finding cards that are one person's: what is compared, how it is scored and why. Decides nothing; writes nothing."""
