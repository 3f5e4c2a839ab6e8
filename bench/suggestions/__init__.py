"""Suggestions judged by pairs: see ``__main__``."""
