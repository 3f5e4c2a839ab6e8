// A training plan: what it says, its semesters, the rules it is judged by, and what it covers. The view stands in the address.
import type { ComponentType } from "preact";
import { changed, choose, link, param } from "../../address";
import { useAnswer } from "../../api";
import PLAN from "../../documents/plan.graphql";
import type { PlanPageQuery, PlanPageQueryVariables } from "../../generated/answers";
import { useKeys } from "../../keys";
import { Empty, Shown } from "../../parts/answer";
import { later } from "../../parts/later";
import { PlanSeal } from "../../parts/plan-seal";
import { Crumbs, Data, collegeLink, majorLink } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { t } from "../../words";
import { type PlanWord, p } from "../../words/plan";
import { token } from "../review/decisions";
import { SignIn } from "../review/sign-in";
import { ExportButtons } from "./export";
import { Overview } from "./overview";
import { SavedNote } from "./saved";
import type { Plan } from "./terms";

interface View {
  name: string;
  word: PlanWord;
  Shows: ComponentType<{ plan: Plan }>;
}

const VIEWS: readonly View[] = [
  { name: "overview", word: "view_overview", Shows: Overview },
  { name: "board", word: "view_board", Shows: later(async () => (await import("./board")).Board) },
  { name: "rules", word: "view_rules", Shows: later(async () => (await import("./rules")).Rules) },
  { name: "coverage", word: "view_coverage", Shows: later(async () => (await import("./coverage")).PlanCoverage) },
  { name: "embed", word: "view_embed", Shows: later(async () => (await import("./improve/embed")).Embed) },
  { name: "portfolio", word: "view_portfolio", Shows: later(async () => (await import("./improve/portfolio")).PortfolioView) },
  { name: "schedule", word: "view_schedule", Shows: later(async () => (await import("./improve/schedule")).ScheduleView) },
  { name: "credits", word: "view_credits", Shows: later(async () => (await import("./improve/credits")).Credits) },
  { name: "versions", word: "view_versions", Shows: later(async () => (await import("./versions/versions")).VersionsView) },
];
const [FIRST] = VIEWS as [View];

/** The first view has no name in the address. Each leaves the choices of the others behind, but for the certificate level. */
const OF_VIEWS = { sets: null, asOf: null, verdict: null, budget: null, lower: null, weekly: null, courses: null, weeks: null, lock: null, begin: null, order: null, before: null, after: null, body: null, free: null, without: null, covering: null, covered: null, job: null, accepted: null, levels: null, point: null, from: null, fill: null };
const changesTo = ({ name }: View): Record<string, string | null> => ({ ...OF_VIEWS, view: name === FIRST.name ? null : name });

const Tabs = ({ shown }: { shown: View }) => (
  <nav class="tabs" aria-label={p("views")}>
    <ul>{VIEWS.map((each) => <li key={each.name}><a href={changed(changesTo(each))} aria-current={each === shown ? "page" : undefined}>{p(each.word)}</a></li>)}</ul>
  </nav>
);

const Versions = ({ plan }: { plan: Plan }) => (
  <>
    {plan.status && <span class="tag">{p(plan.status === "DRAFT" ? "draft" : "published")}</span>}
    {plan.version !== null && plan.version !== undefined && <span class="tag">{p("versionOf", { n: plan.version })}</span>}
    {plan.revises && <a href={link(["plans", plan.revises.id])}>{p("earlier", { n: plan.revises.version ?? "?" })}</a>}
    {plan.revisions.map((each) => <a key={each.id} href={link(["plans", each.id])}>{p("later", { n: each.version ?? "?" })}</a>)}
  </>
);

/** The college under which the plan is filed, and the name that its document prints, where they differ. */
const WhoseCollege = ({ plan: { college, collegeName } }: { plan: Plan }) =>
  college && college.name !== collegeName ? <>{p("filedUnder")} <Data>{college.name}</Data> · {p("printedCollege")} <Data>{collegeName}</Data></> : <Data>{collegeName}</Data>;

function Head({ plan, title }: { plan: Plan; title: string }) {
  const { college, major } = plan;
  return (
    <>
      <Crumbs slug={plan.slug} items={[
        ...(college?.province ? [{ name: college.province.shortName, href: link(["provinces", college.province.code]) }] : []),
        ...(college ? [{ name: college.name, href: collegeLink({ name: college.name, code: college.code ?? null }) }] : [{ name: plan.collegeName }]),
        { name: title },
      ]} />
      <div class="page-head"><span class="badge badge-one" aria-hidden="true">1</span><div><p class="lead">{t("plan")} · <WhoseCollege plan={plan} /></p><h1><Data>{title}</Data></h1><p class="row"><PlanSeal plan={plan} isLong /><Versions plan={plan} />{major && <a href={majorLink(major)}>{t("programme")} <Data>{major.name}</Data></a>}</p></div><ExportButtons plan={plan} /></div>
      {plan.basis === "ILLUSTRATIVE" && <p class="lead" role="note">{p("madeUp")}</p>}
    </>
  );
}

function Loaded({ plan }: { plan: Plan }) {
  const title = `${plan.majorName} ${plan.grade ?? ""}`.trim();
  useTitle(`${plan.collegeName} ${title}`);
  const shown = VIEWS.find((each) => each.name === param("view")) ?? FIRST;
  useKeys(Object.fromEntries(VIEWS.map((each, at) => [String(at + 1), () => choose(changesTo(each))])));
  const { Shows } = shown;
  return (
    <>
      <Head plan={plan} title={title} />
      <Tabs shown={shown} />
      <SavedNote plan={plan} />
      <Shows plan={plan} />
    </>
  );
}

/** There is no such plan, or the caller may not read it: an editor of its college has to sign in. */
function Hidden() {
  useTitle(t("NOT_FOUND"));
  return (
    <>
      <h1>{t("plan")}</h1>
      <Empty title={p("hidden")}>{p("hiddenHelp")}</Empty>
      <SignIn />
    </>
  );
}

export function PlanPage({ parts: [id = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<PlanPageQuery, PlanPageQueryVariables>(PLAN, { id }, token.value);
  if (answer.error?.code === "NOT_FOUND") return <Hidden />;
  return <Shown isPage answer={answer}>{({ node }) => (node?.__typename === "TrainingPlan" ? <Loaded plan={node} /> : <Hidden />)}</Shown>;
}
