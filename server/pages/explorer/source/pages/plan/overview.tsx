// What a plan says of itself: its head, its courses, what is chosen, its certificates, outcomes and totals.
import type { ComponentChildren } from "preact";
import { link } from "../../address";
import { useAnswer } from "../../api";
import TOTALS from "../../documents/plan-totals.graphql";
import type { PlanTotalsQuery, PlanTotalsQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { later } from "../../parts/later";
import { Lined, column, numbers } from "../../parts/lined";
import { Data, SourcesCard, fitLink, majorLink } from "../../parts/small";
import { count, label, listed, sentences, t } from "../../words";
import { said } from "../../words/pilots";
import { coded, p } from "../../words/plan";
import { token } from "../review/decisions";
import { UNSTATED, figureText, groupText, spanText } from "./figures";
import { type Line, type Plan, type Span, creditsOf, creditsTaken, isDraft } from "./terms";

const HeadEditing = later(async () => (await import("./head-editing")).HeadEditing);
const ChoiceEditing = later(async () => (await import("./choices/choice-editing")).ChoiceEditing);
const CourseOutcomes = later(async () => (await import("./course-outcomes")).CourseOutcomes);

export const natureText = ({ courseNature, nature }: Line): ComponentChildren => (courseNature ? coded("", courseNature) : nature ? <Data>{nature}</Data> : UNSTATED);

const weeksText = ({ durationWeeks }: Line): string => (durationWeeks == null ? "" : p("weeks", { n: durationWeeks }));
const hoursText = (line: Line): string => (line.hours == null && weeksText(line) ? weeksText(line) : figureText(line.hours));

const partsText = ({ theoryHours, practiceHours }: Line): string =>
  theoryHours == null && practiceHours == null ? UNSTATED : `${figureText(theoryHours)} / ${figureText(practiceHours)}`;

/** Semesters one after another as a range: 1–6. */
function rangesOf(terms: readonly string[]): string[] {
  const ranges: [string, string][] = [];
  for (const term of terms) {
    const last = ranges.at(-1);
    if (last && Number(term) === Number(last[1]) + 1) last[1] = term;
    else ranges.push([term, term]);
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}–${to}`));
}

/** What gathered lines have for a semester, "3: 4" or "practice: 三", in words. */
function gatheredText(part: string): string {
  const [, term, value = ""] = /^(\w+): (.+)$/.exec(part) ?? [];
  if (term === "practice") return p("inPractice", { t: value });
  return term && /^[\d.]+$/.test(value) ? p("weeklyIn", { t: term, n: value }) : part;
}

const termsText = ({ terms, alternativeTerms, semesterText }: Line): string =>
  [...rangesOf(terms), ...alternativeTerms.map((each) => `(${each})`)].join("、") || (semesterText ?? "").split("; ").map(gatheredText).join("、") || UNSTATED;

export const GroupTag = ({ line, plan }: { line: Line; plan: Plan }) => {
  const group = plan.groups.find((each) => each.id === line.group?.id);
  return group ? <span class="tag">{p("groupLine", { n: group.number })}{line.option && <> <Data>{line.option}</Data></>}</span> : null;
};

/** So many characters of semesters stay on one line. */
const ONE_LINE = 8;

const CourseRow = ({ line, plan }: { line: Line; plan: Plan }) => (
  <tr>
    <th scope="row"><Data>{line.name}</Data> {line.isCounted === false && <span class="tag">{p("notCounted")}</span>} <GroupTag line={line} plan={plan} />{line.hours != null && weeksText(line) && <> <span class="fine">{weeksText(line)}</span></>}</th>
    <td lang="zh-CN" class="text">{line.moduleText ?? UNSTATED}</td>
    <td>{natureText(line)}</td>
    <td class="number">{figureText(line.credits)}</td>
    <td class="number">{hoursText(line)}</td>
    <td class="number">{partsText(line)}</td>
    <td lang="zh-CN" class={termsText(line).length > ONE_LINE ? "" : "terms"}>{termsText(line)}</td>
  </tr>
);

const Courses = ({ plan }: { plan: Plan }) => (
  <section class="card plan-courses">
    <h2>{t("planCourses", { n: count(plan.courses.length) })}</h2>
    <Lined label={p("lines")} columns={[column(t("course")), column(t("moduleColumn")), column(p("nature")), numbers(t("credits")), numbers(t("hours")), numbers(p("theoryPractice")), column(t("semester"))]}>
      {plan.courses.map((each) => <CourseRow key={each.id} line={each} plan={plan} />)}
    </Lined>
  </section>
);

type Fact = readonly [name: string, value: ComponentChildren];

const BaseStandard = ({ standard, why }: { standard: NonNullable<Plan["baseStandard"]>; why: string | null | undefined }) => (
  <>
    {standard.major ? <a href={majorLink(standard.major)}><Data>{standard.major.name}</Data> {p("standardOf", { y: standard.year })}</a> : p("standardOf", { y: standard.year })}
    {why && <span class="fine standard-why"> {why}</span>}
  </>
);

const factsOf = (plan: Plan): Fact[] => [
  [p("majorCode"), plan.majorCode && <span class="code">{plan.majorCode}</span>],
  [p("education"), plan.educationLevel && label(plan.educationLevel)],
  [p("years"), plan.years == null ? plan.duration && <Data>{plan.duration}</Data> : p("yearsOf", { n: plan.years })],
  [p("entryYear"), plan.entryYear],
  [p("educationForm"), plan.educationForm && <Data>{plan.educationForm}</Data>],
  [p("hoursPerWeek"), plan.hoursPerWeek],
  [p("completeness"), plan.completeness && coded("", plan.completeness === "FRAGMENT" && plan.courses.length === 0 ? "FRAGMENT_BARE" : plan.completeness)],
  [p("baseStandard"), plan.baseStandard && <BaseStandard standard={plan.baseStandard} why={plan.baseStandardLink?.sourceNote && said(plan.baseStandardLink.sourceNote, plan.baseStandardLink.sourceNoteLabel)} />],
];

const Facts = ({ plan }: { plan: Plan }) => (
  <section class="card">
    <h2>{p("facts")}</h2>
    <dl class="facts-row">{factsOf(plan).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value ?? <span class="fine">{p("silent")}</span>}</dd></div>)}</dl>
    {isDraft(plan) && <HeadEditing key={plan.id} plan={plan} />}
  </section>
);

const Groups = ({ plan }: { plan: Plan }) => (
  <section class="card">
    <h2>{p("groups")}</h2>
    <p class="lead">{p("creditsTaken", { n: spanText(creditsTaken(plan.courses, plan.groups)) })}</p>
    {plan.groups.length === 0 && <p class="fine">{p("groupsNone")}</p>}
    <ul class="plain-list">
      {plan.groups.map((each) => {
        const lines = plan.courses.filter((line) => line.group?.id === each.id);
        return (
          <li key={each.id}>
            <b>{p("groupLine", { n: each.number })}</b> {groupText(each, lines)} <Data>{each.label}</Data> <span class="fine number">{p("credits")} {spanText(creditsOf(each, lines))}</span>
            <details class="folded"><summary>{p("ofThem", { n: lines.length })}</summary><p class="lead"><Data>{lines.map((line) => line.name).join("、")}</Data></p></details>
          </li>
        );
      })}
    </ul>
    {isDraft(plan) && <ChoiceEditing key={plan.id} plan={plan} />}
  </section>
);

const Targets = ({ plan }: { plan: Plan }) => (
  <>
    <h3>{p("targets")}</h3>
    {plan.targetCertificates.length === 0 && <p class="fine">{p("targetsNone")}</p>}
    <ul class="plain-list">
      {plan.targetCertificates.map((each) => (
        <li key={each.id}><Data>{each.name}</Data> {each.level ? t(each.level) : <Data>{each.levelText}</Data>} {each.semesters.length > 0 && <span class="fine">{p("inTerms", { t: listed(each.semesters) })}</span>} {each.issuer && <span class="fine"><Data>{each.issuer}</Data></span>}</li>
      ))}
    </ul>
  </>
);

const Certificates = ({ plan }: { plan: Plan }) => (
  <section class="card edge-x">
    <h2>{t("namedCertificates")}</h2>
    {plan.certificatesNamed.length + plan.certificates.length === 0 && <p class="fine">{t("unknown")}</p>}
    <ul class="plain-list">
      {plan.certificates.map((each) => (
        <li key={each.id}><a href={link(["certificates", each.name])}><Data>{each.name}</Data></a> {each.skillStandards.length > 0 && plan.courses.length > 0 && !isDraft(plan) && <a class="button small" href={fitLink(plan.id, each.id)}>{t("openFit")}</a>}</li>
      ))}
      {plan.certificatesNamed.filter((name) => plan.certificates.every((each) => each.name !== name)).map((name) => <li key={name}><Data>{name}</Data></li>)}
    </ul>
    {plan.courses.length > 0 && <Targets plan={plan} />}
  </section>
);

const Texts = ({ plan }: { plan: Plan }) => {
  const texts = [[p("outcomes", { n: plan.outcomes.length }), plan.outcomes.map((each) => each.text)], [p("notes", { n: plan.notes.length }), plan.notes]] as const;
  const given = texts.filter(([, lines]) => lines.length > 0);
  if (given.length === 0) return null;
  return <section class="card quiet">{given.map(([title, lines]) => <details key={title} class="folded"><summary>{title}</summary><ul class="lead">{lines.map((each, at) => <li key={at}><Data>{each}</Data></li>)}</ul></details>)}</section>;
};

type Total = NonNullable<Extract<NonNullable<PlanTotalsQuery["node"]>, { totals: unknown }>>["totals"]["nodes"][number];

const oursOf = ({ leastOurs, mostOurs }: Total): Span | null => (leastOurs == null ? null : { least: leastOurs, most: mostOurs ?? null });

function resultOf({ stated }: Total, ours: Span | null): "same" | "within" | "differs" | null {
  if (stated == null || !ours) return null;
  if (stated < ours.least || (ours.most !== null && stated > ours.most)) return "differs";
  return ours.least === ours.most ? "same" : "within";
}

const FIGURES = new Set(["credits", "hours", "theoryHours", "practiceHours"]);

function TotalRow({ total }: { total: Total }) {
  const ours = oursOf(total);
  const result = resultOf(total, ours);
  return (
    <tr>
      <th scope="row"><Data>{total.label}</Data> <span class="fine">{total.scope == null ? p("wholePlan") : <Data>{total.scope}</Data>}</span></th>
      <td>{total.figure == null ? UNSTATED : total.figure === "weeks" ? p("totalWeeks") : FIGURES.has(total.figure) ? coded("", total.figure) : <span class="code">{total.figure}</span>}</td>
      <td class="number">{figureText(total.stated)}</td>
      <td class="number">{ours ? spanText(ours) : p("unknownFigure")}</td>
      <td>{result && <span class={`tag total-${result}`}>{p(result)}</span>}</td>
    </tr>
  );
}

function Totals({ plan }: { plan: Plan }) {
  const answer = useAnswer<PlanTotalsQuery, PlanTotalsQueryVariables>(TOTALS, { id: plan.id }, token.value);
  return (
    <Shown answer={answer} rows={2}>
      {({ node }) => {
        const totals = node && "totals" in node ? node.totals : null;
        if (!totals || totals.nodes.length === 0) return null;
        return (
          <section class="card">
            <h2>{p("totals")}</h2>
            <p class="lead">{sentences(p("totalsLead"), totals.nodes.length < totals.totalCount ? p("totalsCut", { a: totals.nodes.length, b: totals.totalCount }) : "")}</p>
            <Lined label={p("totals")} columns={[column(p("totalLabel")), column(p("figure")), numbers(p("stated")), numbers(p("ours")), column(p("result"))]}>
              {totals.nodes.map((each) => <TotalRow key={each.id} total={each} />)}
            </Lined>
          </section>
        );
      }}
    </Shown>
  );
}

export const Overview = ({ plan }: { plan: Plan }) => (
  <>
    <Facts plan={plan} />
    <div class="columns">
      <div>{plan.courses.length > 0 ? <Courses plan={plan} /> : <section class="card dotted"><Empty title={t("planNoCourses")}>{t("planNoCoursesHelp")}</Empty></section>}</div>
      <div><Certificates plan={plan} />{plan.courses.length > 0 && <Groups plan={plan} />}<Texts plan={plan} /><SourcesCard sources={plan.sources} /></div>
    </div>
    {plan.courses.length > 0 && <CourseOutcomes plan={plan} />}
    <Totals plan={plan} />
  </>
);
