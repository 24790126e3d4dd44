"""What a front end of its own needs of a page beside its fields: found by address, or by id."""
