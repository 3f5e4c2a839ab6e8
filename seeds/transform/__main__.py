"""The command line: ``python -m seeds.transform PATH_TO_REFERENCE [--into FOLDER]``."""

import argparse
from pathlib import Path

from seeds.transform.transform import transform_reference

SEED_DATA = Path(__file__).parents[1] / "data"


def main() -> None:
    """Rewrite the seed files and say how many nodes and links they hold."""
    parser = argparse.ArgumentParser(prog="python -m seeds.transform", description=__doc__)
    parser.add_argument("reference", type=Path, help="the folder of reference facts")
    parser.add_argument("--into", type=Path, default=SEED_DATA, help="the folder of seed files")
    arguments = parser.parse_args()
    for line in transform_reference(arguments.reference, arguments.into):
        print(line)


main()
