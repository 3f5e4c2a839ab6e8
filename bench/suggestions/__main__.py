"""``make evaluate``: judge suggestions by the pairs of bench/evaluation, fit them, and write docs/suggestions.md.

Writes resolvers/questions/courses/calibration.json too: how often words stand in names of courses, the curve from
score to probability, and the threshold. A test makes the file anew and compares. The comparison with jieba needs jieba,
which nothing else does: ``pip install --group evaluation``. ``python -m bench.suggestions print`` writes nothing, and
prints what follows from the judged pairs.
"""

import sys

from bench.suggestions.fitting import fit
from bench.suggestions.judged_pairs import pairs
from bench.suggestions.page import PAGE, figures, page
from resolvers.questions.courses.calibration import CALIBRATION_FILE, as_json


def main() -> None:
    """Fit, and write the file and the page, or print the figures."""
    given = pairs()
    calibration = fit(given)
    if sys.argv[1:] == ["print"]:
        print("\n".join(figures(given, calibration)))
        return
    CALIBRATION_FILE.write_text(as_json(calibration), encoding="utf-8")
    PAGE.write_text("\n".join(page(given, calibration)), encoding="utf-8")


if __name__ == "__main__":
    main()
