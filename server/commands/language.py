"""The language of a person who types a command: Chinese, unless the environment names another."""

import os

from graph.errors import Language


def language() -> Language:
    """Give the language of messages, also where the machine has not installed it; ``C`` is English, as elsewhere."""
    chosen = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "zh")
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"


def say(en: str, zh: str) -> str:
    """Give the text in that language."""
    return zh if language() == "zh" else en


def counted(number: int, thing: str) -> str:
    """Give a number with an English thing, of which one has no s."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
