"""Answers of questions as files below `/tables/`."""
