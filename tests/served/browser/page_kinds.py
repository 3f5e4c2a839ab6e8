"""An address of each kind of page, for tests that go through all of them."""

import re

from tests.conftest import ROOT

STANDARD, CERTIFICATE = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
PLAN = "/plans/TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
FIT = f"/fit?subject={STANDARD}&target={CERTIFICATE}"
PLAN_VIEWS = ("board", "rules", "coverage", "embed", "portfolio", "schedule", "credits", "versions")
# An address of each page of the router, by what the router calls it; of a page with several forms, each.
KINDS = {
    "/0": ["/"],
    "search/0": ["/search?q=510203"],
    "majors/0": ["/majors?category=电子与信息大类"],
    "majors/2": ["/majors/2021/510203"],
    "certificates/0": ["/certificates?q=软件"],
    "certificates/1": ["/certificates/JavaWeb应用开发", "/certificates/5G网络优化"],
    "certificates/2": ["/certificates/JavaWeb应用开发/versions"],
    "compare/0": [f"/compare?target={CERTIFICATE}&a={STANDARD}&b=TeachingStandard:2025:510201"],
    "gaps/0": ["/gaps?class=没有这个"],
    "review/0": ["/review"],
    "import/0": ["/import"],
    "import/1": ["/import/standard", "/import/plan", "/import/alignments"],
    "fit/0": [
        f"/fit?target={CERTIFICATE}",
        FIT,
        f"{FIT}&view=matrix&level=ELEMENTARY&at=task:ELEMENTARY:1.2",
        f"{FIT}&view=list&level=ELEMENTARY",
        f"/fit?target={CERTIFICATE}&pick={STANDARD}&course=Course:2025:510203:1",
    ],
    "provinces/1": ["/provinces/710000"],
    "colleges/1": ["/colleges/深圳职业技术大学"],
    "plans/0": ["/plans?q=软件"],
    "plans/1": [PLAN, *(f"{PLAN}?view={view}" for view in PLAN_VIEWS)],
    "courses/1": ["/courses/Course:2025:510203:22"],
    "sources/1": ["/sources/alignments.editorial"],
    "policies/0": ["/policies"],
    "policies/1": ["/policies/人社部发〔2019〕34号"],
    "s/1": ["/s/work-function-8ftpznh3c6"],
    "releases/1": ["/releases/没有这个"],
}
# A page that the router gets needs an address above.
ROUTED = re.findall(
    r'^  "([^"]*/\d)": async',
    (ROOT / "server/pages/explorer/source/main.tsx").read_text(encoding="utf-8"),
    re.MULTILINE,
)
