"""Colleges, their groups of majors and their training plans."""
