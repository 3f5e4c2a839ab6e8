"""docs/suggestions.md: what follows from the judged pairs."""

import math
import statistics
import time
from collections import Counter
from collections.abc import Iterator

from analysis.suggestions.grounds import Ground, ground
from analysis.suggestions.level_gate import gate
from analysis.suggestions.ranking import Calibration, Ranking
from bench.suggestions.clauses import clause_section
from bench.suggestions.fitting import (
    BINS,
    FOLDS,
    STEP,
    WANTED_PRECISION,
    brier,
    calibration_error,
    cross_validated,
    curve,
    difference,
    interval,
    score,
    wilson,
    with_interval,
)
from bench.suggestions.judged_pairs import (
    PAIRS,
    ROOT,
    Pair,
    courses,
    programme,
    requirements,
    rows,
    second_reading,
    seeded_covers,
)
from bench.suggestions.methods import cosines, methods

PAGE = ROOT / "docs" / "suggestions.md"


def page(given: list[Pair], calibration: Calibration) -> Iterator[str]:
    judged = Counter(each["label"] for each in rows(PAIRS))
    yield "<!-- Written by `make evaluate`; change bench/suggestions, not this page. -->\n"
    yield "# Suggestions, and how far they can be trusted\n"
    yield (
        "`suggestAlignments` ranks pairs of a course and a requirement that no one has decided. A suggestion is no fact: it "
        "counts nowhere until one editor proposes it and another accepts it. Names, outcomes, and the contents of imported "
        "teaching standards are compared. The seeds hold names alone, so the figures show how far names reach; the last "
        "part but one is on other texts.\n"
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
    yield from _second_reading(calibration)
    yield from clause_section(calibration)


def _ways(given: list[Pair], calibration: Calibration) -> Iterator[str]:
    yield "## Ways to compare\n"
    yield "All by BM25 of the name compared with requirement, task and work area; average precision with its 95 % interval over courses."
    yield "Brier: mean square error of the cross-validated match rate, `probability` in the API; lower is better.\n"
    yield "| words | average precision | less the chosen one | Brier |"
    yield "| --- | --- | --- | --- |"
    found = methods(given, calibration)
    ours, *others = found.values()
    for name, scores in found.items():
        low, high = difference(scores, ours, given)
        gain = "" if scores is ours else f"{low:+.3f} to {high:+.3f}"
        chance = brier(cross_validated(scores, given), given)
        yield f"| {name} | {with_interval(scores, given)} | {gain} | {chance:.3f} |"
    rate = statistics.mean(each.is_match for each in given)
    yield f"| nothing: the share of matches for every pair | {rate:.3f} | | {rate * (1 - rate):.3f} |\n"
    better = sum(difference(each, ours, given)[0] > 0 for each in others)
    yield (
        f"Ways whose 95 % interval lies above the chosen one: {better}. jieba is no dependency. Putting the same text and "
        "shared components first does not rank better, so they are shown as the ground of a suggestion and do not change "
        "it.\n"
    )
    whole = programme("510203")
    base, others_base = [score(each, calibration) for each in whole], cosines(whole)
    low, high = difference(others_base, base, whole)
    yield (
        "Most judged pairs were drawn from the top of rankings by words, which is unfair to those rankings. So the cosine was "
        f"compared on all {len(whole)} pairs of 510203 with 510084, too, where the accepted alignments are the matches: "
        f"{with_interval(others_base, whole)} against {with_interval(base, whole)}, a difference of {low:+.3f} to "
        f"{high:+.3f}. It takes the place of the chosen way when both intervals lie above 0. A model of embeddings would "
        "have to do so as well.\n"
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
    yield "## Does a match rate mean what it says?\n"
    yield "Each pair has the match rate of a curve fitted without the courses of its name (cross-validation).\n"
    yield "| match rate | pairs | mean | matches |"
    yield "| --- | --- | --- | --- |"
    for low, high in BINS:
        inside = [(chance, each.is_match) for each, chance in zip(given, chances, strict=True) if low <= chance < high]
        hits = sum(label for _, label in inside)
        mean = statistics.mean(chance for chance, _ in inside) if inside else 0.0
        yield f"| {low}-{min(high, 1)} | {len(inside)} | {mean:.2f} | {_share(hits, len(inside))} |"
    rate = statistics.mean(each.is_match for each in given)

    def measure(places: list[int]) -> float:
        return brier([chances[each] for each in places], [given[each] for each in places])

    low, high = interval(measure, given)
    yield (
        f"\nBrier score {brier(chances, given):.3f} ({low:.3f}-{high:.3f}); the share of matches alone: "
        f"{rate * (1 - rate):.3f}. Mean distance of a bin from its matches: {calibration_error(chances, given):.3f}.\n"
    )


def _second_reading(calibration: Calibration) -> Iterator[str]:
    read = second_reading()
    both = [(pair.is_match, label == "MATCH") for pair, label in read if label not in (None, "UNSURE")]
    matches = [calibration.probability(score(pair, calibration)) for pair, _ in read if pair.is_match]
    shown = sum(chance >= calibration.threshold for chance in matches)
    yield "## A second reader\n"
    yield (
        f"Another reader reviewed the seeded alignments of 510203 and spoke of {len(read)} pairs "
        f"(bench/evaluation/second_reading.csv). They were chosen because something was wrong, so they fit no curve. Both "
        f"readers decided {len(both)} of them, and agree on {sum(a == b for a, b in both)}. Of the {len(matches)} pairs that "
        f"the second reader accepts, {shown} are suggested at {calibration.threshold}: {_share(shown, len(matches))}.\n"
    )


def _kinds(given: list[Pair], chances: list[float], calibration: Calibration) -> Iterator[str]:
    yield f"## Where it fails, at {calibration.threshold}\n"
    yield "| pairs | precision | recall |"
    yield "| --- | --- | --- |"
    parts = {
        "of the standard 510084": [each.is_of_standard and not each.is_trap for each in given],
        "of partial outlines of other certificates": [not each.is_of_standard for each in given],
        "all core courses of 530701 with one outline, drawn by no ranking": [each.drawn == "GRID" for each in given],
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
