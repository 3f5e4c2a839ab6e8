"""The calibration of suggestions, as a file next to the code: ``make evaluate`` writes it, the server reads it once."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from analysis.suggestions.ranking import Calibration

CALIBRATION_FILE = Path(__file__).with_name("calibration.json")


@cache
def calibration() -> Calibration:
    """Read the file; a few milliseconds, once."""
    return Calibration(**json.loads(CALIBRATION_FILE.read_text(encoding="utf-8")))


def as_json(values: Calibration) -> str:
    """Write the file's text."""
    return json.dumps(asdict(values), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
