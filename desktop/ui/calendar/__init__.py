"""The planning calendar: what is due, embargoed, planned and released, by month, week and as a list."""
