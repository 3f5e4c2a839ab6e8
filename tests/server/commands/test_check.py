"""What ``oneplusx check`` refuses, as its caller meets it: each fault at its place, all in one run."""

import os

from tests.command_line import oneplusx
from tests.resolvers.editing.small_seeds import write_small_seeds

ALIGNMENT = "s/nodes/Alignment.csv"
SPECIAL = "a link that leads nowhere, a pipe, a socket or a device: put a regular file here, or remove it"
KIND = "does not go with the kind: NO_MATCH has no role and strength 0, all others have a role and more strength"
# What is wrong with a second alignment, and what is said of it.
FAULTS = [
    (",0.5,", ",2,", "column strength: '2' out of range: it takes 0 … 1"),
    (",0.5,", ",-0.1,", "column strength: '-0.1' out of range: it takes 0 … 1"),
    (",TEACHES,", ",,", f"column role: {KIND}"),
    ("乙,,2026-11-01,1,", "乙,,2026-11-01,0,", "column version: '0' out of range: it takes ≥ 1"),
    ("乙,,2026-11-01,1,", "乙,,2026-11-01,-1,", "column version: '-1' out of range: it takes ≥ 1"),
    (
        ",x,",
        ",x\u202ey,",
        "column rationale: 'x\\u202ey' contains the character U+202E that text must not hold: remove it",
    ),
    ("甲,", "甲\u200b,", "column author: '甲\\u200b' contains the character U+200B that text must not hold: remove it"),
]


def test_all_that_no_mutation_would_take_and_all_that_is_no_file_is_named_in_one_run(tmp_path):
    seeds = tmp_path / "seeds"
    write_small_seeds(seeds)
    add_alignments(seeds)
    (seeds / "s" / "links" / "LISTED_IN.csv").symlink_to("nowhere.csv")
    (seeds / "s" / "nodes" / "City.csv").symlink_to("/dev/zero")
    os.mkfifo(seeds / "s" / "nodes" / "Major.csv")
    (seeds / "t").symlink_to("nowhere")

    done = oneplusx("check", seeds, folder=tmp_path)

    assert done.returncode == 1
    assert (done.stdout + done.stderr).splitlines() == [
        f"s/links/LISTED_IN.csv: {SPECIAL}",
        *(f"{ALIGNMENT}, row {3 + n}, {told}" for n, (_, _, told) in enumerate(FAULTS)),
        f"s/nodes/City.csv: {SPECIAL}",
        f"s/nodes/Major.csv: {SPECIAL}",
        f"t: {SPECIAL}",
        "5 nodes, 17 links, 11 problems.",
    ]


def add_alignments(seeds) -> None:
    """Add an alignment of the same two with each of the faults."""
    for name in ("nodes/Alignment", "links/ALIGNS", "links/ALIGNED_TO"):
        path = seeds / "s" / f"{name}.csv"
        header, row = path.read_text().splitlines()
        others = [row.replace("Alignment:s1", f"Alignment:n{n}").replace(",s1,", f",n{n},") for n in range(len(FAULTS))]
        if name == "nodes/Alignment":
            others = [each.replace(before, after) for each, (before, after, _) in zip(others, FAULTS, strict=True)]
        path.write_text("\n".join([header, row, *others, ""]))


def test_a_folder_that_is_not_there_is_one_problem(tmp_path):
    done = oneplusx("check", "nowhere", folder=tmp_path, LC_ALL="en_US")

    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "0 nodes, 0 links, 1 problem."
