"""What callers send to improve a plan, and the processes that solve for an application of this process."""

from collections.abc import Iterator
from pathlib import Path

from interchange.training_plan_imports.confirmed_plans import confirm_plans
from tests.interchange.training_plan_imports.made_imports import COURSES, add_seeds, form, made_document
from tests.server.imports.importing import load_small

STAGES = "stages { objective value bound isProven }"
CONFLICTS = "conflicts { rules { code subjects text gives } }"
REQUIREMENT = "{ id level code text }"
EMBEDDING = f"""embedding {{ requirements addedHours standard taught {{ requirement {REQUIREMENT} courses }}
  outcomes {{ requirement {REQUIREMENT} course line affinity ground through {{ code }} }} extended {{ course line hours addedHours }}
  electives {{ course hours practiceHours semester requirements {REQUIREMENT} }}
  unserved {{ requirement {REQUIREMENT} reason }} unservedWithoutRules rules {{ code text most now then }}
  {CONFLICTS} held }}"""
SCHEDULE = f"""schedule {{ isPossible moves prerequisites courses {{ course line semesterNow semester held }}
  semesters {{ semester weeks weeksFrom weeklyHoursNow weeklyHours }}
  examinations {{ certificate semester courses }} shortages {{ first last hours capacity }} {CONFLICTS} leftOut unknown }}"""
PAIR = "certificate course line"
RECOGNITION = f"""recognition {{ credits body isOpen converted {{ {PAIR} credits }} alternatives {{ converted {{ {PAIR} credits }} }}
  refused {{ {PAIR} rules {{ code text isUnknown }} }} rules rulesNotComputed withoutCourses withoutBankCredits unknown }}"""
PORTFOLIO = f"""portfolio {{ requirements taught standard isComplete rest {{ hoursMost coveredMost coveredFound isCut }}
  points {{ extraHours covered isUnique levels {{ level requirements covered isWhole }}
    outcomes {{ requirement {REQUIREMENT} course line affinity ground through {{ code }} }} extended {{ course line hours addedHours }}
    electives {{ course hours }} unserved {{ requirement {REQUIREMENT} reason }} }} }}"""
JOB = f"""id kind plan state jobsBefore createdAt expiresAt {STAGES} isProven isUnique answerSha256 error {{ code message }}
  {EMBEDDING} {SCHEDULE} {RECOGNITION} {PORTFOLIO}"""
PAYLOAD = f"job {{ {JOB} }} userErrors {{ code argument message }}"
EMBED = f"mutation ($input: EmbedCertificateInput!) {{ embedCertificate(input: $input) {{ {PAYLOAD} }} }}"
WEIGH = f"mutation ($input: CertificatePortfolioInput!) {{ certificatePortfolio(input: $input) {{ {PAYLOAD} }} }}"
PLACE = f"mutation ($input: ScheduleSemestersInput!) {{ scheduleSemesters(input: $input) {{ {PAYLOAD} }} }}"
CONVERT = f"mutation ($input: PlanCreditConversionInput!) {{ planCreditConversion(input: $input) {{ {PAYLOAD} }} }}"
CANCEL = f"mutation ($input: CancelImprovementJobInput!) {{ cancelImprovementJob(input: $input) {{ {PAYLOAD} }} }}"
FIND = f"query ($id: ID!, $wait: Int! = 0) {{ improvementJob(id: $id, waitSeconds: $wait) {{ {JOB} }} }}"


# Courses that can move, in the first semester like the others.
MOVABLE = [
    [5, "D1", "程序设计", "专业基础课程", "必修", 4, 64, 32, 32, None, "1", "考试"],
    [6, "D2", "数据库", "专业核心课程", "必修", 4, 64, 32, 32, None, "1", "考试"],
]
TOTAL = ["合计", None, None, None, None, 13.5, 216]


async def load_plan(database, folder) -> dict[str, str]:
    """Load a graph with one imported plan; give the tokens of its editors by name."""
    tokens = await load_small(database, folder, add_seeds)
    await confirm_plans(database, made_document(form([*COURSES, *MOVABLE, TOTAL])), {}, tokens["rui"])
    return tokens


async def begin(office, who: str, mutation: str, **given) -> dict:
    """Begin a job; give it."""
    payload = await office.change(who, mutation, **given)
    assert payload["userErrors"] == []
    return payload["job"]


async def find(office, who: str, job_id: str, wait: int = 0) -> dict:
    """Give a job as it is, or when it has ended."""
    return (await office.post(who, FIND, id=job_id, wait=wait))["data"]["improvementJob"]


async def solved(office, who: str, mutation: str, **given) -> dict:
    """Begin a job and give it when it has ended."""
    job = await begin(office, who, mutation, **given)
    for _ in range(6):
        job = await find(office, who, job["id"], wait=10)
        if job["state"] not in {"QUEUED", "SOLVING"}:
            break
    return job


def solver_processes() -> list[int]:
    """Give the processes that solve for this one."""
    return list(_solver_processes())


def _solver_processes() -> Iterator[int]:
    for listing in Path("/proc/self/task").glob("*/children"):
        for each in listing.read_text().split():
            try:
                command = Path(f"/proc/{each}/cmdline").read_bytes()
            except FileNotFoundError:
                continue
            if b"solvers.worker" in command:
                yield int(each)
