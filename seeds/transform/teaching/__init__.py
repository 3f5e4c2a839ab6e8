"""Teaching standards, courses and occupations."""
