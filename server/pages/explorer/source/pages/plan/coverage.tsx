// How much of a certificate level the courses of a plan carry, and where to look closer.
import { changed, link } from "../../address";
import { useAnswer } from "../../api";
import FIT from "../../documents/plan-fit.graphql";
import type { PlanFitQuery, PlanFitQueryVariables } from "../../generated/answers";
import { Empty, Loading, Shown } from "../../parts/answer";
import { Bar, type Counts, Legend, Ticks, boundsSentence, countsOf, isReviewed } from "../../parts/coverage";
import { Figure, tableOf } from "../../parts/figure";
import { LevelTag, majorLink } from "../../parts/small";
import { sentences, t } from "../../words";
import { p } from "../../words/plan";
import { token } from "../review/decisions";
import { ChooseLevel, type Chosen, useChosen } from "./chosen";
import { type Plan, isDraft } from "./terms";

type Coverage = NonNullable<PlanFitQuery["coverage"]>;
const COLUMNS = ["requirements", "covered", "partlyCovered", "unknown", "notCovered", "suggested"] as const;

function Onward({ plan, chosen: { certificate, level }, counts }: { plan: Plan; chosen: Chosen; counts: Counts }) {
  const query = { subject: plan.id, target: certificate?.id, level };
  return (
    <p class="row onward">
      <a class="button primary" href={link(["fit"], query)}>{p("openFit")}</a>
      {counts.NOT_COVERED > 0 && <a class="button" href={link(["fit"], { ...query, state: "NOT_COVERED" })}>{p("openGaps")}</a>}
      {counts.UNKNOWN > 0 && <a class="button" href={link(["fit"], { ...query, state: "UNKNOWN" })}>{p("openUnknown")}</a>}
      {counts.UNKNOWN > 0 && <a class="button" href={link(["review"], { subject: plan.id, target: certificate?.id })}>{p("openReview")}</a>}
    </p>
  );
}

function Numbers({ plan, chosen, coverage }: { plan: Plan; chosen: Chosen; coverage: Coverage }) {
  const { level } = chosen;
  const counts = countsOf(coverage);
  const [sentence, reason] = boundsSentence(counts);
  return (
    <>
      <p class="row">{level && <LevelTag level={level} />}<span class="fine">{p("requirementsOf", { n: coverage.requirements ?? 0 })}</span></p>
      <p><b>{sentence}</b> <span class="lead">{reason}</span></p>
      <Bar counts={counts} size="l" />
      <Ticks counts={counts} />
      <Legend counts={counts} />
      {isDraft(plan) ? <p class="fine" role="note">{p("coverageDraft")}</p> : <Onward plan={plan} chosen={chosen} counts={counts} />}
      {!isReviewed(counts) && <OfStandard plan={plan} chosen={chosen} />}
    </>
  );
}

/** Of a plan that nobody reviewed: the teaching standard of its programme, whose alignments courses of the same name rest on. */
function OfStandard({ plan, chosen: { certificate, level } }: { plan: Plan; chosen: Chosen }) {
  const standards = plan.baseStandard ? [plan.baseStandard] : (plan.major?.teachingStandards ?? []);
  if (standards.length === 0) return null;
  return (
    <>
      <p class="lead">{p("ofStandard")}</p>
      <p class="row onward">
        {standards.map((each) => <a key={each.id} class="button" href={link(["fit"], { subject: each.id, target: certificate?.id, level })}>{p("openStandard", { y: each.year })}</a>)}
        <a class="button" href={changed({ view: "embed" })}>{p("openEmbed")}</a>
      </p>
    </>
  );
}

function OfLevel({ plan, chosen }: { plan: Plan; chosen: Chosen }) {
  const variables = chosen.certificate && { subject: plan.id, target: chosen.certificate.id, level: chosen.level };
  const answer = useAnswer<PlanFitQuery, PlanFitQueryVariables>(FIT, variables, token.value);
  if (!variables) return <section class="card dotted"><Empty title={p("choose")}>{p("chooseHelp")}</Empty></section>;
  return (
    <Shown answer={answer}>
      {({ coverage }) => coverage && (
        <Figure id="plan-fit" title={<span lang="zh-CN">{chosen.certificate?.name}</span>} query={FIT} variables={variables} table={tableOf(COLUMNS, [coverage], (each) => p(`fit_${each}`))}>
          {coverage.requirements ? <Numbers plan={plan} chosen={chosen} coverage={coverage} /> : <Empty title={t("noFullStandard")}>{t("noOutlineHelp")}</Empty>}
        </Figure>
      )}
    </Shown>
  );
}

export function PlanCoverage({ plan }: { plan: Plan }) {
  const chosen = useChosen(plan);
  if (plan.courses.length === 0) return <section class="card dotted"><Empty title={p("coverageNone")}>{t("planNoCoursesHelp")}</Empty></section>;
  if (chosen.isLoading && chosen.certificates.length === 0) return <Loading />;
  return (
    <>
      <h2 class="hidden-text">{p("view_coverage")}</h2>
      <p class="lead">{sentences(p("coverageLead"), p("onlyFull", { n: chosen.certificates.length }))} {plan.major && <a href={majorLink(plan.major)}>{p("onlyFullOthers")}</a>}</p>
      <ChooseLevel plan={plan} chosen={chosen} />
      <OfLevel key={`${chosen.certificate?.id ?? ""} ${chosen.level ?? ""}`} plan={plan} chosen={chosen} />
    </>
  );
}
