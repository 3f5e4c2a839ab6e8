"""Training plans as values: the plan that was read, and what a student takes of it."""
