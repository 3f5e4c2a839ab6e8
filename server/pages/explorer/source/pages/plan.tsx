// A training plan as it was published: its courses, and the certificates it can be compared with.
import { link } from "../address";
import { useAnswer } from "../api";
import PLAN from "../documents/plan.graphql";
import type { PlanPageQuery, PlanPageQueryVariables } from "../generated/answers";
import { Empty, NotFound, Shown } from "../parts/answer";
import { Crumbs, Data, Seal, SourcesCard, collegeLink, fitLink, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, t } from "../words";

type Plan = Extract<NonNullable<PlanPageQuery["node"]>, { __typename: "TrainingPlan" }>;
const orDash = (value: number | string | null | undefined): string | number => value ?? "—";

const Courses = ({ plan }: { plan: Plan }) => (
  <section class="card">
    <h2>{t("planCourses", { n: count(plan.courses.length) })}</h2>
    <div class="scroll" role="region" aria-label={t("plan")} tabIndex={0}>
      <table class="lined">
        <thead><tr><th scope="col">{t("course")}</th><th scope="col">{t("moduleColumn")}</th><th scope="col" class="number">{t("credits")}</th><th scope="col" class="number">{t("hours")}</th><th scope="col">{t("semester")}</th></tr></thead>
        <tbody>
          {plan.courses.map((each) => (
            <tr key={each.id}><th scope="row"><Data>{each.name}</Data></th><td lang="zh-CN">{orDash(each.moduleText)}</td><td class="number">{orDash(each.credits)}</td><td class="number">{orDash(each.hours)}</td><td lang="zh-CN">{orDash(each.semesterText)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

const Certificates = ({ plan }: { plan: Plan }) => (
  <section class="card edge-x">
    <h2>{t("namedCertificates")}</h2>
    {plan.certificatesNamed.length + plan.certificates.length === 0 && <p class="fine">{t("unknown")}</p>}
    <ul class="plain-list">
      {plan.certificates.map((each) => (
        <li key={each.id}><a href={link(["certificates", each.name])}><Data>{each.name}</Data></a> {each.skillStandards.length > 0 && plan.courses.length > 0 && <a class="button small" href={fitLink(plan.id, each.id)}>{t("openFit")}</a>}</li>
      ))}
      {plan.certificatesNamed.filter((name) => plan.certificates.every((each) => each.name !== name)).map((name) => <li key={name}><Data>{name}</Data></li>)}
    </ul>
  </section>
);

function Loaded({ plan }: { plan: Plan }) {
  const title = `${plan.majorName} ${plan.grade ?? ""}`.trim();
  useTitle(`${plan.collegeName} ${title}`);
  const { college, major } = plan;
  return (
    <>
      <Crumbs items={[
        ...(college?.province ? [{ name: college.province.shortName, href: link(["provinces", college.province.code]) }] : []),
        ...(college ? [{ name: college.name, href: collegeLink({ name: college.name, code: college.code ?? null }) }] : [{ name: plan.collegeName }]),
        { name: title },
      ]} />
      <div class="page-head"><span class="badge badge-one" aria-hidden="true">1</span><div><p class="lead">{t("plan")} · <Data>{plan.collegeName}</Data></p><h1><Data>{title}</Data></h1><p class="row"><Seal basis={plan.basis} isLong />{major && <a href={majorLink(major)}>{t("programme")} <Data>{major.name}</Data></a>}</p></div></div>
      <div class="columns">
        <div>{plan.courses.length > 0 ? <Courses plan={plan} /> : <section class="card dotted"><Empty title={t("planNoCourses")}>{t("planNoCoursesHelp")}</Empty></section>}</div>
        <div><Certificates plan={plan} /><SourcesCard sources={plan.sources} /></div>
      </div>
    </>
  );
}

export function PlanPage({ parts: [id = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<PlanPageQuery, PlanPageQueryVariables>(PLAN, { id });
  return <Shown isPage answer={answer}>{({ node }) => (node?.__typename === "TrainingPlan" ? <Loaded plan={node} /> : <NotFound />)}</Shown>;
}
