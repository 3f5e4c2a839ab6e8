"""Plans as eight kinds of colleges print them, each with courses of its own."""
