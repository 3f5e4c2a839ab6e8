"""Suggest which requirement a course may carry, from their words alone. Suggestions are never facts."""
