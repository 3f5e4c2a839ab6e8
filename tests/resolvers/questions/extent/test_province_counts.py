"""``counts`` by province on a small graph: what is made up does not count, and 0 stands where nothing is left."""

from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import write

REAL, MADE_UP = {"basis": "REPORTED"}, {"basis": "ILLUSTRATIVE"}
NODES = {
    "Province:11": {"code": "11", "name": "北京市"} | REAL,
    "Province:12": {"code": "12", "name": "天津市"} | REAL,
    "College:甲": REAL,
    "College:乙": REAL,
    "TrainingPlan:real": REAL,
    "TrainingPlan:made-up": MADE_UP,
    "TrainingPlan:other-made-up": MADE_UP,
    "ProgrammeGroup:made-up": MADE_UP,
    "PilotRecord:real": REAL,
    "PilotRecord:made-up": MADE_UP,
}
LINKS = {
    "LOCATED_IN": [("College:甲", "Province:11", REAL), ("College:乙", "Province:12", REAL)],
    "HAS_PLAN": [
        ("College:甲", "TrainingPlan:real", REAL),
        ("College:甲", "TrainingPlan:made-up", MADE_UP),
        ("College:乙", "TrainingPlan:other-made-up", MADE_UP),
    ],
    "HAS_PROGRAMME_GROUP": [("College:甲", "ProgrammeGroup:made-up", MADE_UP)],
    "COUNTED_IN": [("PilotRecord:real", "Province:12", REAL), ("PilotRecord:made-up", "Province:12", MADE_UP)],
}
ASK = """{ colleges: counts(of: COLLEGE) { ...rows } plans: counts(of: TRAINING_PLAN) { ...rows }
  groups: counts(of: PROGRAMME_GROUP) { ...rows } figures: counts(of: PILOT_RECORD) { ...rows } }
fragment rows on ProvinceCount { province { code } total }"""


async def test_what_is_made_up_counts_in_no_province(database):
    await write(database, NODES, LINKS)
    (answer, statements), *_ = await run_counted(database, [Request(ASK)])

    assert (answer.errors, statements) == ([], 1)
    counted = {name: {each["province"]["code"]: each["total"] for each in rows} for name, rows in answer.data.items()}
    assert counted == {
        "colleges": {"11": 1, "12": 1},
        "plans": {"11": 1, "12": 0},
        "groups": {"11": 0, "12": 0},
        "figures": {"11": 0, "12": 1},
    }
