"""Solvers of problems that `analysis` states as values: a process of their own, and what goes in and out of it."""
