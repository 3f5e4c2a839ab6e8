"""``make evaluate``: judge suggestions by the pairs of bench/evaluation, fit them, and write docs/suggestions.md.

Writes resolvers/questions/courses/calibration.json too: how often words stand in names of courses, the curve from
score to probability, and the threshold. A test makes the file anew and compares. The comparison with jieba needs jieba,
which nothing else does: ``pip install --group evaluation``.
"""

import csv
import logging
import math
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from analysis.suggestions.grounds import Ground, ground
from analysis.suggestions.level_gate import gate
from analysis.suggestions.ranking import LENGTH_WEIGHT, SATURATION, Calibration, Ranking, RequirementTexts
from analysis.suggestions.words import words
from graph.model.alignments import is_covering
from resolvers.questions.courses.calibration import CALIBRATION_FILE, as_json

ROOT = Path(__file__).resolve().parents[1]
PAIRS = Path(__file__).parent / "evaluation" / "pairs.csv"
PAGE = ROOT / "docs" / "suggestions.md"
SEEDS = ROOT / "seeds" / "data"

# A word that stands in fewer names than this is as rare as any: it counts as standing in half as many.
COMMON = 20
FOLDS = 10
RESAMPLES = 1_000
STEP = 0.05
# A reader of a suggestion should find it right more often than not.
WANTED_PRECISION = 0.5
Tokens = Callable[[str], list[str]]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# ---- the judged pairs


@dataclass(frozen=True)
class Pair:
    """A judged pair: is at least a part of the requirement carried by a course of this name?"""

    name: str
    wanted: RequirementTexts
    is_match: bool
    is_trap: bool
    # Of the certificate with a whole standard; else a topic of a partial outline.
    is_of_standard: bool
    module: str | None
    level: str


def requirements() -> dict[str, tuple[RequirementTexts, str]]:
    """Give every requirement and outline topic of the seeds as it is compared, with its level, by id."""
    nodes = SEEDS / "certificates" / "nodes"
    tasks = {(each["level"], each["code"]): each["name"] for each in rows(nodes / "WorkTask.csv")}
    areas = {(each["level"], each["code"]): each["name"] for each in rows(nodes / "WorkArea.csv")}
    found = {}
    for each in rows(nodes / "SkillRequirement.csv"):
        level, (area, task, _) = each["level"], each["code"].split(".")
        wanted = RequirementTexts(each["text"], tasks[level, f"{area}.{task}"], areas[level, area])
        found[each["id"]] = (wanted, level)
    for each in rows(nodes / "OutlineTopic.csv"):
        text, module = (each["topic"], each["module"]) if each["topic"] else (each["module"], "")
        found[each["id"]] = (RequirementTexts(text, module), each["level"])
    return found


def courses() -> dict[str, dict[str, str]]:
    return {each["id"]: each for each in rows(SEEDS / "teaching" / "nodes" / "Course.csv")}


def pairs() -> list[Pair]:
    """Read the pairs that were decided; a pair judged UNSURE tells nothing."""
    known, by_id = requirements(), courses()
    found = []
    for each in rows(PAIRS):
        if each["label"] == "UNSURE":
            continue
        wanted, level = known[each["requirement"]]
        module = by_id[each["course"]]["module"] or None
        kind, is_standard = each["drawn"] == "TRAP", each["requirement"].startswith("SkillRequirement")
        found.append(Pair(each["courseName"], wanted, each["label"] == "MATCH", kind, is_standard, module, level))
    return found


def seeded_covers() -> set[tuple[str, str]]:
    """Give course and requirement of every accepted covering alignment of the seeds."""
    alignments = SEEDS / "alignments"
    course, target = (
        {each["start"]: each["end"] for each in rows(alignments / "links" / f"{name}.csv")}
        for name in ("ALIGNS", "ALIGNED_TO")
    )
    return {
        (course[each["id"]], target[each["id"]])
        for each in rows(alignments / "nodes" / "Alignment.csv")
        if is_covering(each["kind"], each["role"] or None, each["status"])
    }


# ---- fitting


def counted(tokens: Tokens = words) -> tuple[int, Counter[str]]:
    """Count in how many names of national courses each word stands."""
    names = [each["name"] for each in courses().values()]
    return len(names), Counter(word for name in names for word in set(tokens(name)))


def uncalibrated() -> Calibration:
    """Give what is counted; the curve is still the line that changes nothing."""
    names, found = counted()
    common = {word: many for word, many in sorted(found.items()) if many >= COMMON}
    length = statistics.mean(_length(wanted, words) for wanted, _ in requirements().values())
    return Calibration(names, common, COMMON // 2, round(length, 3), 1.0, 0.0, 0.0)


def _length(wanted: RequirementTexts, tokens: Tokens) -> int:
    return sum(len(tokens(part)) for part in wanted.parts)


def curve(scores: list[float], labels: list[bool]) -> tuple[float, float]:
    """Fit a logistic curve by Newton's method; the tiny ridge keeps it from running away where all labels agree."""
    slope, intercept, ridge = 0.0, 0.0, 1e-3
    for _ in range(30):
        chances = [1 / (1 + math.exp(-(slope * x + intercept))) for x in scores]
        errors = [chance - label for chance, label in zip(chances, labels, strict=True)]
        weights = [chance * (1 - chance) for chance in chances]
        g0 = sum(errors)
        g1 = sum(e * x for e, x in zip(errors, scores, strict=True)) + ridge * slope
        h00 = sum(weights) + ridge
        h01 = sum(w * x for w, x in zip(weights, scores, strict=True))
        h11 = sum(w * x * x for w, x in zip(weights, scores, strict=True)) + ridge
        determinant = h00 * h11 - h01 * h01
        slope -= (h00 * g1 - h01 * g0) / determinant
        intercept -= (h11 * g0 - h01 * g1) / determinant
    return slope, intercept


def cross_validated(scores: list[float], given: list[Pair]) -> list[float]:
    """Give each pair the probability of a curve fitted without the pairs of courses of its name."""
    fold_of = {name: place % FOLDS for place, name in enumerate(sorted({each.name for each in given}))}
    found = [0.0] * len(given)
    for fold in range(FOLDS):
        rest = [place for place, each in enumerate(given) if fold_of[each.name] != fold]
        slope, intercept = curve([scores[each] for each in rest], [given[each].is_match for each in rest])
        for place, each in enumerate(given):
            if fold_of[each.name] == fold:
                found[place] = 1 / (1 + math.exp(-(slope * scores[place] + intercept)))
    return found


def fit(given: list[Pair]) -> Calibration:
    """Fit the curve to all pairs, and choose the threshold by the cross-validated probabilities."""
    base = uncalibrated()
    scores = [score(each, base) for each in given]
    slope, intercept = curve(scores, [each.is_match for each in given])
    threshold = chosen(cross_validated(scores, given), given)
    return Calibration(
        base.names, base.frequencies, base.rare, base.length, round(slope, 4), round(intercept, 4), threshold
    )


def score(pair: Pair, calibration: Calibration) -> float:
    return Ranking([pair.wanted], calibration).scores(pair.name).get(0, 0.0)


def chosen(chances: list[float], given: list[Pair]) -> float:
    """Give the least threshold at which precision is above the wanted one, with 95 % certainty."""
    for step in range(1, round(1 / STEP)):
        shown = [each.is_match for each, chance in zip(given, chances, strict=True) if chance >= step * STEP]
        if shown and wilson(sum(shown), len(shown))[0] > WANTED_PRECISION:
            return round(step * STEP, 2)
    raise ValueError("no threshold reaches the wanted precision")


# ---- measures


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % confidence interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle, width = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - width) / (1 + z * z / of), (middle + width) / (1 + z * z / of)


def average_precision(scores: list[float], labels: list[bool]) -> float:
    """Average the precision over the ranks of the matches; equal scores share their rank's precision."""
    matches, seen, hits, total = sum(labels), 0, 0, 0.0
    groups: dict[float, list[bool]] = {}
    for value, label in zip(scores, labels, strict=True):
        groups.setdefault(value, []).append(label)
    for value in sorted(groups, reverse=True):
        seen, hits = seen + len(groups[value]), hits + sum(groups[value])
        total += sum(groups[value]) * hits / seen
    return total / matches


def with_interval(scores: list[float], given: list[Pair]) -> str:
    """Show the average precision with its 95 % interval, by drawing names of courses again and again."""
    chance = random.Random(1)
    by_name: dict[str, list[int]] = {}
    for place, each in enumerate(given):
        by_name.setdefault(each.name, []).append(place)
    names, drawn = sorted(by_name), []
    for _ in range(RESAMPLES):
        places = [place for name in chance.choices(names, k=len(names)) for place in by_name[name]]
        drawn.append(average_precision([scores[each] for each in places], [given[each].is_match for each in places]))
    drawn.sort()
    whole = average_precision(scores, [each.is_match for each in given])
    return f"{whole:.3f} ({drawn[int(RESAMPLES * 0.025)]:.3f}-{drawn[int(RESAMPLES * 0.975)]:.3f})"


def brier(chances: list[float], given: list[Pair]) -> float:
    return statistics.mean((chance - each.is_match) ** 2 for chance, each in zip(chances, given, strict=True))


# ---- the methods compared


def scores_by(tokens: Tokens, given: list[Pair]) -> list[float]:
    """Score all pairs by BM25 over the words that ``tokens`` gives."""
    names, found = counted(tokens)
    length = statistics.mean(_length(wanted, tokens) for wanted, _ in requirements().values())

    def weight(word: str) -> float:
        many = found[word]
        return math.log(1 + (names - many + 0.5) / (many + 0.5))

    def one(pair: Pair) -> float:
        counts = Counter(word for part in pair.wanted.parts for word in tokens(part))
        held_back = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * counts.total() / length)
        return sum(
            weight(word) * counts[word] * (SATURATION + 1) / (counts[word] + held_back)
            for word in dict.fromkeys(tokens(pair.name))
            if word in counts
        )

    return [one(each) for each in given]


def threes(text: str) -> list[str]:
    twos = words(text)
    joined = [a + b[-1] for a, b in pairwise(twos) if not a.isascii() and not b.isascii() and a[-1] == b[0]]
    return [each for each in twos if each.isascii()] + joined


def of_jieba() -> Tokens:
    import jieba  # noqa: PLC0415  # not installed but for `make evaluate`

    jieba.setLogLevel(logging.ERROR)
    return lambda text: [
        each for each in jieba.lcut(text.casefold()) if each.isalnum() and (len(each) > 1 or each.isascii())
    ]


def methods(given: list[Pair], calibration: Calibration) -> dict[str, list[float]]:
    """Score all pairs by each way that was weighed."""
    jieba = of_jieba()
    grounds = [list(Ground).index(ground(each.name, each.wanted)) for each in given]
    found = {
        "pairs of characters (chosen)": [score(each, calibration) for each in given],
        "threes of characters": scores_by(threes, given),
        "pairs and threes": scores_by(lambda text: words(text) + threes(text), given),
        "jieba": scores_by(jieba, given),
    }
    chosen_one = found["pairs of characters (chosen)"]
    found["pairs plus jieba"] = [a + b for a, b in zip(chosen_one, found["jieba"], strict=True)]
    found["same text, then components, then pairs"] = [
        (2 - place) * 1_000 + value if value else 0.0 for place, value in zip(grounds, chosen_one, strict=True)
    ]
    return found


# ---- the page


def page(given: list[Pair], calibration: Calibration) -> Iterator[str]:
    judged = Counter(each["label"] for each in rows(PAIRS))
    yield "<!-- Written by `make evaluate`; change bench/suggestions.py, not this page. -->\n"
    yield "# Suggestions, and how far they can be trusted\n"
    yield (
        "`suggestAlignments` ranks pairs of a course and a requirement that no one has decided. A suggestion is no fact: it "
        "counts nowhere until one editor proposes it and another accepts it. The national seeds hold names and modules of "
        "courses, no contents, so only names are compared; the figures show how far names alone reach.\n"
    )
    yield "## The judged pairs\n"
    yield (
        f"bench/evaluation/pairs.csv: {sum(judged.values())} pairs, {judged['MATCH']} MATCH, {judged['NO_MATCH']} NO_MATCH, "
        f"{judged['UNSURE']} UNSURE (left out of all figures); {sum(each.is_trap for each in given)} of the rest are traps and "
        "their counterparts, chosen by hand. Who judged and how: bench/evaluation/README.md. Basis EDITORIAL, kept apart from "
        "the seeds. Most pairs come from the top of rankings, so precision below is that of hard cases.\n"
    )
    yield from _ways(given, calibration)
    yield from figures(given, calibration)
    yield from _speed(calibration)


def figures(given: list[Pair], calibration: Calibration) -> Iterator[str]:
    """Write what follows from the judged pairs and the seeds, the same on every machine."""
    base = [score(each, calibration) for each in given]
    chances = cross_validated(base, given)
    yield from _thresholds(given, chances, calibration)
    yield from _reliability(given, chances)
    yield from _kinds(given, chances, calibration)
    yield from _grounds(given, base)
    yield from _gates(given)
    yield from _seeds(calibration)


def _ways(given: list[Pair], calibration: Calibration) -> Iterator[str]:
    yield "## Ways to compare\n"
    yield "All by BM25 of the name compared with requirement, task and work area; average precision with its 95 % interval over courses."
    yield "Brier: mean square error of the cross-validated probability; lower is better.\n"
    yield "| words | average precision | Brier |"
    yield "| --- | --- | --- |"
    for name, scores in methods(given, calibration).items():
        yield f"| {name} | {with_interval(scores, given)} | {brier(cross_validated(scores, given), given):.3f} |"
    rate = statistics.mean(each.is_match for each in given)
    yield f"| nothing: the share of matches for every pair | {rate:.3f} | {rate * (1 - rate):.3f} |\n"
    yield (
        "Pairs of characters do as well as any other way, without a dictionary: jieba is no dependency. Putting the same "
        "text and shared components first does not rank better, so they are shown as the ground of a suggestion and do not "
        "change it.\n"
    )


def _thresholds(given: list[Pair], chances: list[float], calibration: Calibration) -> Iterator[str]:
    matches = sum(each.is_match for each in given)
    yield "## Threshold\n"
    yield (
        f"Cross-validated by {FOLDS} folds of course names. Rule: the least multiple of {STEP} at which the 95 % interval of "
        f"precision lies above {WANTED_PRECISION}. Chosen: **{calibration.threshold}**, the default of `minProbability`.\n"
    )
    yield "| threshold | shown | precision | recall of the judged matches |"
    yield "| --- | --- | --- | --- |"
    for step in range(2, 17):
        least = round(step * STEP, 2)
        shown = [each.is_match for each, chance in zip(given, chances, strict=True) if chance >= least]
        mark = "**" if least == calibration.threshold else ""
        yield f"| {mark}{least}{mark} | {len(shown)} | {_share(sum(shown), len(shown))} | {_share(sum(shown), matches)} |"
    yield ""


def _share(hits: int, of: int) -> str:
    low, high = wilson(hits, of)
    return f"{hits / of:.2f} ({low:.2f}-{high:.2f})" if of else "-"


def _reliability(given: list[Pair], chances: list[float]) -> Iterator[str]:
    yield "## Does a probability mean what it says?\n"
    yield "| probability | pairs | mean | matches |"
    yield "| --- | --- | --- | --- |"
    for low, high in ((0, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 0.8), (0.8, 1.01)):
        inside = [(chance, each.is_match) for each, chance in zip(given, chances, strict=True) if low <= chance < high]
        hits = sum(label for _, label in inside)
        mean = statistics.mean(chance for chance, _ in inside) if inside else 0.0
        yield f"| {low}-{min(high, 1)} | {len(inside)} | {mean:.2f} | {_share(hits, len(inside))} |"
    yield ""


def _kinds(given: list[Pair], chances: list[float], calibration: Calibration) -> Iterator[str]:
    yield f"## Where it fails, at {calibration.threshold}\n"
    yield "| pairs | precision | recall |"
    yield "| --- | --- | --- |"
    parts = {
        "of the standard 510084": [each.is_of_standard and not each.is_trap for each in given],
        "of partial outlines of other certificates": [not each.is_of_standard for each in given],
        "traps: same words, other meaning, and their counterparts": [each.is_trap for each in given],
    }
    for name, chosen_ones in parts.items():
        part = [(each, chance) for each, chance, is_in in zip(given, chances, chosen_ones, strict=True) if is_in]
        shown = [each.is_match for each, chance in part if chance >= calibration.threshold]
        matches = sum(each.is_match for each, _ in part)
        yield f"| {name} | {_share(sum(shown), len(shown))} | {_share(sum(shown), matches)} |"
    yield ""
    transfer = [each for each in given if not each.is_of_standard]
    learnt = [each for each in given if each.is_of_standard]
    slope, intercept = curve([score(each, calibration) for each in learnt], [each.is_match for each in learnt])
    predicted = [1 / (1 + math.exp(-(slope * score(each, calibration) + intercept))) for each in transfer]
    rate = statistics.mean(each.is_match for each in transfer)
    yield (
        f"A curve fitted on 510084 alone gives the other certificates a Brier score of {brier(predicted, transfer):.3f} "
        f"(the share of matches alone: {rate * (1 - rate):.3f}), so it carries over.\n"
    )


def _grounds(given: list[Pair], base: list[float]) -> Iterator[str]:
    yield "## Grounds\n"
    yield "| ground | pairs | of them matches |"
    yield "| --- | --- | --- |"
    for one in Ground:
        found = [
            each.is_match
            for each, value in zip(given, base, strict=True)
            if value and ground(each.name, each.wanted) is one
        ]
        yield f"| {one} | {len(found)} | {_share(sum(found), len(found))} |"
    none = [each.is_match for each, value in zip(given, base, strict=True) if not value]
    yield f"| no word in common | {len(none)} | {_share(sum(none), len(none))} |\n"


def _gates(given: list[Pair]) -> Iterator[str]:
    yield "## The level gate\n"
    yield (
        "One college's credit rules (`CreditRule:C05` to `C07`) let 初级 count for foundation courses, 中级 for core courses, "
        "高级 for both. It is a rule on credits, not on contents, and most courses have no module in the seeds:\n"
    )
    yield "| gate | pairs | of them matches |"
    yield "| --- | --- | --- |"
    for code in ("FITS", "DIFFERS", "UNKNOWN"):
        found = [each.is_match for each in given if gate(each.module, each.level) == code]
        yield f"| {code} | {len(found)} | {_share(sum(found), len(found))} |"
    yield "\nSo the gate is shown with a suggestion and changes nothing. No source says which level of diploma takes which level of certificate.\n"


def _seeds(calibration: Calibration) -> Iterator[str]:
    known = requirements()
    names = [(each["id"], each["name"]) for each in courses().values() if each["majorCode"] == "510203"]
    ids = [each for each in known if each.startswith("SkillRequirement")]
    found = Ranking([known[each][0] for each in ids], calibration).best(
        [(name,) for _, name in names], least=calibration.threshold, first=10_000
    )
    shown = {(names[each.course][0], ids[each.wanted]) for each in found}
    covers = seeded_covers()
    both, covered = len(shown & covers), {end for _, end in covers}
    reached = {end for start, end in shown if (start, end) in covers}
    yield "## Against the seeded alignments\n"
    yield (
        f"Our EDITORIAL alignments of 510203 with 510084, all {len(names)} x {len(ids)} pairs, were judged by the same names, so "
        f"this is no independent test. Of {len(covers)} accepted covering pairs {both} are suggested, recall "
        f"{_share(both, len(covers))}. {len(reached)} of {len(covered)} covered requirements have at least one right suggestion. "
        f"Of {len(shown)} suggested pairs {both} are accepted, {_share(both, len(shown))}. Names cannot find what a course "
        "carries without naming it, such as 会用数组 by 程序设计基础: that needs the course's outcomes, or a person.\n"
    )


def _speed(calibration: Calibration) -> Iterator[str]:
    known = [wanted for wanted, _ in requirements().values()]
    names = [each["name"] for each in courses().values()]
    yield "## Time\n"
    for many, of in ((24, 139), (200, 500)):
        wanted = (known * 3)[:of]
        taken = []
        for turn in range(9):
            began = time.process_time()
            Ranking(wanted, calibration).best(
                [(each,) for each in names[turn : turn + many]], least=calibration.threshold, first=100
            )
            taken.append((time.process_time() - began) * 1e3)
        yield f"{many} courses x {of} requirements: {statistics.median(taken):.1f} ms of processor time.\n"


def main() -> None:
    """Fit, and write the file and the page."""
    given = pairs()
    calibration = fit(given)
    CALIBRATION_FILE.write_text(as_json(calibration), encoding="utf-8")
    PAGE.write_text("\n".join(page(given, calibration)), encoding="utf-8")


if __name__ == "__main__":
    main()
