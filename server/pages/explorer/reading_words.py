"""The words of the explorer for what went wrong when a plan was read: those of the report, written for the bundle."""

import json
from pathlib import Path

from interchange.training_plans.plan_rules import RULES

PATH = Path(__file__).parent / "source" / "words" / "reading.json"


def reading_words() -> str:
    """Give the text of each rule in both languages, by its code."""
    words = {code: {"en": english, "zh": chinese} for code, (english, chinese) in RULES.items()}
    return json.dumps(words, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PATH.write_text(reading_words(), encoding="utf-8")
