// Two programmes against one certificate: bars in pairs, and each requirement with what both have decided of it.
import { filter, link, param } from "../../address";
import { useAnswer } from "../../api";
import ENDS from "../../documents/compare-ends.graphql";
import COMPARED from "../../documents/compare-programmes.graphql";
import type { CompareEndsQuery, CompareEndsQueryVariables, CompareProgrammesQuery, CompareProgrammesQueryVariables } from "../../generated/answers";
import { Empty, NotFound, Shown } from "../../parts/answer";
import { Bar, Bounds, Cut, Legend, Mark, StateWord, countHeads, countsOf, countsOfStates, foundOf, isReviewed } from "../../parts/coverage";
import { type Cell, Figure } from "../../parts/figure";
import { Lined, column, numbers } from "../../parts/lined";
import { Choice, Code, Data, LevelTag, fitLink, majorLink } from "../../parts/small";
import { count, t } from "../../words";
import { GROUPS, type Group, type Pair, type TaskPairs, groupOf, isEqual, pairsOf, tasksOf, unequalFirst } from "./model";

type Subject = Extract<NonNullable<CompareEndsQuery["a"]>, { __typename: "TeachingStandard" | "TrainingPlan" }>;
type Covered = NonNullable<CompareProgrammesQuery["a"]>;
type Side = "a" | "b";

const subjectLink = (subject: Subject): string =>
  subject.__typename === "TrainingPlan" ? link(["plans", subject.id]) : subject.major ? majorLink(subject.major) : link(["search"], { q: subject.majorCode });
const nameOf = (subject: Subject): string => `${subject.displayName ?? ""} ${subject.__typename === "TrainingPlan" ? subject.collegeName : t(subject.major?.educationLevel ?? "unknown")}`;

function Head({ side, subject, target, covered }: { side: Side; subject: Subject; target: string; covered: Covered }) {
  const counts = countsOf(covered);
  return (
    <li class={`side side-${side}`}>
      <span class="sign" aria-hidden="true">{t(side === "a" ? "sideA" : "sideB")}</span>
      <div>
        <h3><a href={subjectLink(subject)}><Data>{subject.displayName}</Data></a></h3>
        <p class="fine">{subject.__typename === "TrainingPlan" ? <Data>{subject.collegeName} {subject.grade}</Data> : <><Code>{subject.majorCode}</Code> {t("standardTitle", { y: subject.year })}</>}</p>
      </div>
      <a href={fitLink(subject.id, target)} aria-label={`${t("openFit")}: ${nameOf(subject)}`}><Bar counts={counts} size="l" about={nameOf(subject)} /></a>
      <Bounds counts={counts} />
    </li>
  );
}

const statesOf = (task: TaskPairs, side: Side) => countsOfStates(task.pairs.map((each) => each[side]));

/** How many are covered and how many partly; unknown where nobody has reviewed a requirement of the task. */
function coveredOf(task: TaskPairs, side: Side): readonly [number | null, number | null] {
  const counts = statesOf(task, side);
  return isReviewed(counts) ? [counts.COVERED, counts.PARTLY_COVERED] : [null, null];
}

function CoveredCell({ task, side }: { task: TaskPairs; side: Side }) {
  const [covered, partly] = coveredOf(task, side);
  if (covered === null) return <td class="number"><StateWord state="UNKNOWN" /></td>;
  return <td class="number">{count(covered)}{partly ? <> <span class="fine">{t("compareAndPartly", { n: count(partly) })}</span></> : null}</td>;
}

const TaskRow = ({ task, names }: { task: TaskPairs; names: Record<Side, string> }) => (
  <tr>
    <th scope="row"><LevelTag level={task.level} /> <span class="bare-code">{task.code}</span> <Data>{task.name}</Data></th>
    <td class="pairs">{(["a", "b"] as const).map((side) => <span key={side} class="paired"><b aria-hidden="true">{t(side === "a" ? "sideA" : "sideB")}</b><Bar counts={statesOf(task, side)} size="s" about={`${names[side]}, ${task.name}`} /></span>)}</td>
    {(["a", "b"] as const).map((side) => <CoveredCell key={side} task={task} side={side} />)}
    <td class="number">{count(task.pairs.length)}</td>
  </tr>
);

const TASKS_AT_FIRST = 12;
const REQUIREMENTS_AT_FIRST = 20;

function Tasks({ tasks, names }: { tasks: readonly TaskPairs[]; names: Record<Side, string> }) {
  const isAll = param("tasks") === "all";
  const unequal = tasks.filter((each) => !isEqual(each));
  const shown = isAll ? tasks : (unequal.length > 0 ? unequal : tasks).slice(0, TASKS_AT_FIRST);
  return (
    <>
      {unequal.length === 0 && <p class="fine">{t("compareAllSame")}</p>}
      <Lined label={t("compareTasks")} columns={[column(t("task")), column(t("compareBars")), ...(["compareCoveredA", "compareCoveredB", "skillTree"] as const).map((each) => numbers(t(each)))]}>
        {shown.map((each) => <TaskRow key={each.id} task={each} names={names} />)}
      </Lined>
      {shown.length < tasks.length && <p><button type="button" class="button small" onClick={() => filter({ tasks: "all" })}>{t("compareMoreTasks", { n: tasks.length - shown.length })}</button></p>}
    </>
  );
}

const PairRow = ({ pair: { requirement, a, b }, certificate }: { pair: Pair; certificate: string }) => (
  <tr>
    <td class="start"><span class="fine">{t(requirement.level)}</span> <span class="bare-code">{requirement.code}</span></td>
    <th scope="row" class="text"><a href={link(["certificates", certificate], { level: requirement.level, q: requirement.code })}><Data>{requirement.text}</Data></a></th>
    <td><StateWord state={a} /></td>
    <td><StateWord state={b} /></td>
  </tr>
);

function Requirements({ pairs, certificate }: { pairs: readonly Pair[]; certificate: string }) {
  const groups = new Map(GROUPS.map((group) => [group, pairs.filter((each) => groupOf(each) === group)]));
  const filled = GROUPS.filter((each) => (groups.get(each) ?? []).length > 0);
  const chosen = filled.find((each) => each === param("view")) ?? filled[0];
  const found = chosen ? groups.get(chosen) ?? [] : [];
  const shown = param("rows") === "all" ? found : found.slice(0, REQUIREMENTS_AT_FIRST);
  const name = (group: Group) => <>{group.startsWith("open") && <Mark state="UNKNOWN" />}{t(`pairs_${group}`)} <b class="number">{groups.get(group)?.length ?? 0}</b></>;
  if (!chosen) return <Empty title={t("compareNoPairs")} />;
  return (
    <>
      <div class="controls">
        <Choice name="view" legend={t("show")} value={chosen} onChoose={(value) => filter({ view: value, rows: null })} options={filled.map((value) => ({ value, name: name(value) }))} />
      </div>
      <Lined label={t("compareRequirements")} columns={(["codeColumn", "requirement", "sideA", "sideB"] as const).map((each) => column(t(each)))}>
        {shown.map((each) => <PairRow key={each.requirement.id} pair={each} certificate={certificate} />)}
      </Lined>
      {shown.length < found.length && <p><button type="button" class="button small" onClick={() => filter({ rows: "all" })}>{t("showAll", { n: found.length })}</button></p>}
    </>
  );
}

interface Ends {
  a: Subject;
  b: Subject;
  target: { id: string; name: string };
}

function Compared({ ends, a, b }: { ends: Ends; a: Covered; b: Covered }) {
  const pairs = pairsOf(a.items, b.items);
  const figure = { query: COMPARED, variables: { a: ends.a.id, b: ends.b.id, target: ends.target.id } };
  const names = { a: nameOf(ends.a), b: nameOf(ends.b) };
  const tasks = tasksOf(pairs).sort(unequalFirst);
  const { requirements, ...counted } = countHeads();
  const found = (of: Covered): Cell[] => Object.keys(counted).map((each) => foundOf(of)[each as keyof typeof counted]);
  return (
    <>
      <Figure {...figure} id="compare-total" title={<>{t("compareAgainst")} <a href={link(["certificates", ends.target.name])}><Data>{ends.target.name}</Data></a></>} lead={t("requirementsCount", { n: a.requirements ?? 0 })}
        table={{ columns: { programme: t("programme"), ...counted }, rows: [[names.a, ...found(a)], [names.b, ...found(b)]] }}>
        <ol class="sides"><Head side="a" subject={ends.a} target={ends.target.id} covered={a} /><Head side="b" subject={ends.b} target={ends.target.id} covered={b} /></ol>
        <Legend />
      </Figure>
      <Cut listed={a.items.length} of={a.requirements ?? 0} />
      <Figure {...figure} id="compare-tasks" title={t("compareTasks")} lead={t("compareTasksLead")}
        table={{ columns: { level: t("certificateLevel"), code: t("codeColumn"), task: t("task"), coveredA: t("inRequirements", { of: t("compareCoveredA") }), partlyCoveredA: t("inRequirements", { of: t("comparePartlyA") }), coveredB: t("inRequirements", { of: t("compareCoveredB") }), partlyCoveredB: t("inRequirements", { of: t("comparePartlyB") }), requirements }, rows: tasks.map((each) => [t(each.level), each.code, each.name, ...coveredOf(each, "a"), ...coveredOf(each, "b"), each.pairs.length]) }}>
        <Tasks tasks={tasks} names={names} />
      </Figure>
      <Figure {...figure} id="compare-requirements" title={t("compareRequirements")} lead={t("compareRequirementsLead")}
        table={{ columns: { level: t("certificateLevel"), code: t("codeColumn"), requirement: t("requirement"), a: names.a, b: names.b }, rows: pairs.map(({ requirement, a: one, b: other }) => [t(requirement.level), requirement.code, requirement.text, t(one), t(other)]) }}>
        <Requirements pairs={pairs} certificate={ends.target.name} />
      </Figure>
    </>
  );
}

const isSubject = (node: CompareEndsQuery["a"]): node is Subject => node?.__typename === "TeachingStandard" || node?.__typename === "TrainingPlan";

export function Programmes(variables: { a: string; b: string; target: string }) {
  const { a, b, target } = variables;
  const ends = useAnswer<CompareEndsQuery, CompareEndsQueryVariables>(ENDS, { a, b, target });
  const compared = useAnswer<CompareProgrammesQuery, CompareProgrammesQueryVariables>(COMPARED, { a, b, target });
  return (
    <Shown answer={ends}>
      {({ a: one, b: other, target: x }) => {
        if (!isSubject(one) || !isSubject(other) || x?.__typename !== "Certificate") return <NotFound />;
        return <Shown answer={compared}>{(found) => (found.a && found.b ? <Compared ends={{ a: one, b: other, target: x }} a={found.a} b={found.b} /> : <NotFound />)}</Shown>;
      }}
    </Shown>
  );
}
