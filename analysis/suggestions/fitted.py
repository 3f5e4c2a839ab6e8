"""What was fitted beforehand, as a file beside the code: ``make evaluate`` writes it, the server reads it once."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from analysis.suggestions.ranking import Fitted

PLACE = Path(__file__).with_name("fitted.json")


@cache
def fitted() -> Fitted:
    """Read the file; a few milliseconds, once."""
    return Fitted(**json.loads(PLACE.read_text(encoding="utf-8")))


def as_json(values: Fitted) -> str:
    """Write the file's text."""
    return json.dumps(asdict(values), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
