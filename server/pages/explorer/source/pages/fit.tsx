// How a subject and a target fit: flow, matrix and list of the same requirements, and the evidence of each.
import { useMemo } from "preact/hooks";
import { changed, choose, filter, language, link, param } from "../address";
import { useAnswer } from "../api";
import { Flow } from "../charts/flow";
import type { Step } from "../charts/flow-layout";
import { Matrix } from "../charts/matrix";
import { Requirements } from "../charts/requirements";
import FIT_COVERAGE from "../documents/fit-coverage.graphql";
import FIT_ENDS from "../documents/fit-ends.graphql";
import type { FitEndsQuery, FitEndsQueryVariables } from "../generated/answers";
import { Empty, NotFound, Shown } from "../parts/answer";
import { Bar, Bounds, Legend, Mark, STATES, type State, Ticks, boundsSentence, countsOf, countsOfStates } from "../parts/coverage";
import { Drawer } from "../parts/drawer";
import { Figure, type Table } from "../parts/figure";
import { useRejectedCounts } from "../parts/rejected";
import { Choice as ChoiceField, Code, Crumbs, Data, LEVELS, type Level, LevelTag, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { useCoverage } from "../parts/whole-coverage";
import { useKeys } from "../keys";
import { sentences, t } from "../words";
import { type Area, type Coverage, type Fit, type Item, type SubjectNode, type TargetNode, type Task, areaKey, choiceOf, courseKey, stateKey, taskKey, weave } from "./fit-model";
import { FitStart } from "./fit-start";

const VIEWS = ["flow", "matrix", "list"] as const;
type View = (typeof VIEWS)[number];
const NARROW_PX = 700;

const subjectLink = (subject: SubjectNode): string =>
  subject.__typename === "TrainingPlan" ? link(["plans", subject.id]) : subject.major ? majorLink(subject.major) : link(["search"], { q: subject.majorCode });

function SubjectEnd({ subject }: { subject: SubjectNode }) {
  const isStandard = subject.__typename === "TeachingStandard";
  const fact = isStandard ? t("standardShort", { y: subject.year, n: subject.courses.length }) : t("planShort", { g: subject.grade ?? "", n: subject.planCourses.length });
  return (
    <a class="end end-one" href={subjectLink(subject)}>
      <span class="sign" aria-hidden="true">1</span>
      <span><span class="end-name"><Data>{subject.displayName}</Data></span><span class="lead">{isStandard ? <Code>{subject.majorCode}</Code> : <Data>{subject.collegeName}</Data>} {fact}</span></span>
    </a>
  );
}

const TargetEnd = ({ target, requirements, versions }: { target: TargetNode; requirements: number; versions: readonly string[] }) => (
  <a class="end end-x" href={link(["certificates", target.name])}>
    <span class="sign" aria-hidden="true">X</span>
    <span><span class="end-name"><Data>{target.name}</Data></span><span class="lead">{target.standardCode && <Code>{target.standardCode}</Code>} {t("requirementsCount", { n: requirements })}{versions.length > 0 && <> · {t("countedVersions", { v: versions.join(", ") })}</>}</span></span>
  </a>
);

/** The alignments as a workbook, with suggestions to decide on: as many as the server gives at once. */
const suggestionsOf = (subject: string, target: string): string =>
  `/tables/alignments.xlsx?${new URLSearchParams({ subject, target, suggestions: "100", language: language.value })}`;

function Head({ subject, target, coverage, versions }: { subject: SubjectNode; target: TargetNode; coverage: Coverage; versions: readonly string[] }) {
  const counts = countsOf(coverage);
  const [bounds, reason] = boundsSentence(counts);
  return (
    <div class="fit-head">
      <h1 class="hidden-text">{subject.displayName} × {target.name}</h1>
      <div class="ends"><SubjectEnd subject={subject} /><span class="times" aria-hidden="true">×</span><TargetEnd target={target} requirements={coverage.requirements ?? 0} versions={versions} /></div>
      <section class="headline">
        <h2>{bounds}</h2>
        <p class="lead">{reason}</p>
        <Bar counts={counts} size="l" />
        <Ticks counts={counts} />
        <Legend counts={counts} />
        <p class="row">
          <a class="button small primary" href={link(["review"], { subject: subject.id, target: target.id })}>{t("reviewAndSuggestions")}</a>
          <a class="button small" href={link(["compare"], { target: target.id, a: subject.id })}>{t("compareWith")}</a>
          <a class="button small" href={suggestionsOf(subject.id, target.id)} download>{t("suggestionsTable")}</a>
          <a class="button small" href={link(["import", "alignments"], { subject: subject.id, target: target.id })}>{t("bringTable")}</a>
        </p>
      </section>
    </div>
  );
}

/** The levels that have requirements, the lowest first. */
const levelsOf = (fit: Fit): Level[] => LEVELS.filter((level) => fit.items.some((each) => each.level === level));

function AreaStrip({ fit, chosen }: { fit: Fit; chosen: Area | null }) {
  const states = useMemo(() => {
    const groups = new Map<Area, State[]>(fit.areas.map((each) => [each, []]));
    for (const each of fit.items) groups.get(each.task.area)?.push(each.state);
    return groups;
  }, [fit]);
  return (
    <section class="areas-strip" aria-labelledby="areas-title">
      <h2 id="areas-title">{t("byArea")} <span class="lead">{chosen ? <a href={changed({ area: null, at: null })}>{t("clearArea")}</a> : t("byAreaLead")}</span></h2>
      <div class="scroll" role="group" aria-label={t("byArea")}>
        {levelsOf(fit).map((level) => (
          <div key={level}>
            <h3><LevelTag level={level} /></h3>
            <ul>
              {fit.areas.filter((each) => each.level === level).map((area) => {
                const counts = countsOfStates(states.get(area) ?? []);
                const toggle = (): void => filter(chosen === area ? { area: null, at: null } : { area: areaKey(area), level, at: null });
                return (
                  <li key={area.id}>
                    <button type="button" aria-pressed={chosen === area} onClick={toggle}><span><span class="bare-code">{area.code}</span> <Data>{area.name}</Data></span><Bar counts={counts} size="s" about={area.name} /><Bounds counts={counts} /></button>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

interface Shown {
  view: View;
  level: Level | "ALL";
  state: State | "ALL";
}

const Controls = ({ view, level, state, levels }: Shown & { levels: readonly Level[] }) => (
  <div class="controls">
    <ChoiceField name="view" legend={t("view")} value={view} options={VIEWS.map((value) => ({ value, name: t(value) }))} onChoose={(value) => filter({ view: value, at: null })} />
    <ChoiceField name="level" legend={t("certificateLevel")} value={level} onChoose={(value) => filter({ level: value, area: null, at: null })}
      options={[...levels.map((value) => ({ value, name: t(value) })), { value: "ALL" as const, name: t("allLevels") }]} />
    <ChoiceField name="state" legend={t("show")} value={state} onChoose={(value) => filter({ state: value === "ALL" ? null : value, at: null })}
      options={[{ value: "ALL" as const, name: t("all") }, ...STATES.map((value) => ({ value, name: <><Mark state={value} />{t(value)}</> }))]} />
  </div>
);

/** The steps of each requirement through the layers; narrow, from courses to areas at once. */
function stepsOf(items: readonly Item[], isNarrow: boolean): Step[] {
  return items.flatMap(({ id, state, task, carriers }) => {
    const step = { state, requirement: id };
    const to = isNarrow ? task.area.id : task.id;
    const first = carriers.length > 0 ? carriers.map(({ course }) => ({ ...step, from: course, to, share: 1 / carriers.length })) : [{ ...step, from: state, to, share: 1 }];
    return isNarrow ? first : [...first, { ...step, from: task.id, to: task.area.id, share: 1 }];
  });
}

function FitFlow({ fit, items, chosen }: { fit: Fit; items: readonly Item[]; chosen: ReadonlySet<string> }) {
  const isNarrow = innerWidth < NARROW_PX;
  const last = isNarrow ? 1 : 2;
  const isOfSeveral = new Set(items.map((each) => each.level)).size > 1;
  const coded = ({ code, level }: Task | Area): string => (isOfSeveral ? `${t(`${level}_short`)} ${code}` : code);
  const nodes = useMemo(() => [
    ...fit.courses.map(({ id, name }) => ({ id, name, code: "", layer: 0, kind: "course" as const })),
    ...(["UNKNOWN", "NOT_COVERED"] as const).map((id) => ({ id, name: t(id === "UNKNOWN" ? "nobodyLooked" : "nobodyCarries"), code: "", layer: 0, kind: id })),
    ...(isNarrow ? [] : fit.tasks.map((each) => ({ id: each.id, name: each.name, code: coded(each), layer: 1, kind: "task" as const }))),
    ...fit.areas.map((each) => ({ id: each.id, name: each.name, code: coded(each), layer: last, kind: "area" as const })),
  ], [fit, isNarrow, isOfSeveral, language.value]);
  const steps = useMemo(() => stepsOf(items, isNarrow), [items, isNarrow]);
  const tasks = new Set(items.map((each) => each.task)).size;
  const onChoose = (id: string): void => {
    const [course, task, area] = [fit.courses.find((each) => each.id === id), fit.tasks.find((each) => each.id === id), fit.areas.find((each) => each.id === id)];
    choose({ at: course ? courseKey(course, fit) : task ? taskKey(task) : area ? areaKey(area) : stateKey(id as State) });
  };
  return (
    <Flow label={t("flowTitle")} heads={isNarrow ? [t("course"), t("area")] : [t("course"), t("task"), t("area")]} nodes={nodes} steps={steps} chosen={chosen} onChoose={onChoose}
      height={Math.max(300, items.length * 6.2 + tasks * 14)} margins={isNarrow ? { left: 118, right: 112 } : { left: 170, right: 176 }} />
  );
}

function tableOf(fit: Fit, items: readonly Item[]): Table {
  const names = new Map(fit.courses.map((each) => [each.id, each.name]));
  return {
    columns: { level: t("certificateLevel"), area: t("area"), task: t("task"), code: t("codeColumn"), requirement: t("requirement"), state: t("state"), carriedBy: t("zeroToOne", { of: t("carriedByWithStrength") }) },
    rows: items.map((each) => [t(each.level), `${each.task.area.code} ${each.task.area.name}`, `${each.task.code} ${each.task.name}`, each.code, each.text, t(each.state), each.carriers.map(({ course, strength }) => `${names.get(course) ?? course} ${strength}`).join("; ")]),
  };
}

/** The same requirements as a workbook with their evidence, which the server writes. */
function workbookOf(subject: string, target: string, { level, state, area }: ReturnType<typeof shownOf>): string {
  const asked = { subject, target: area?.id ?? target, ...(level !== "ALL" && !area && { level }), ...(state !== "ALL" && { states: state }), language: language.value };
  return `/tables/fit.xlsx?${new URLSearchParams(asked)}`;
}

function shownOf(fit: Fit): Shown & { area: Area | null } {
  const view = VIEWS.find((each) => each === param("view")) ?? (innerWidth < NARROW_PX ? "list" : "flow");
  const area = fit.areas.find((each) => areaKey(each) === param("area")) ?? null;
  const levels = levelsOf(fit);
  const level = area?.level ?? ([...levels, "ALL" as const].find((each) => each === param("level")) ?? fit.firstLevel ?? "ALL");
  return { view, area, level, state: STATES.find((each) => each === param("state")) ?? "ALL" };
}

function Body({ fit, subject, query }: { fit: Fit; subject: string; query: { subject: string; target: string } }) {
  const shown = shownOf(fit);
  const { view, level, state, area } = shown;
  const items = useMemo(
    () => fit.items.filter((each) => (level === "ALL" || each.level === level) && (state === "ALL" || each.state === state) && (!area || each.task.area === area)),
    [fit, level, state, area],
  );
  const levels = [...levelsOf(fit), "ALL" as const];
  const show = (at: number): void => filter({ view: VIEWS[at], at: null });
  const step = (by: number): void => filter({ level: levels[Math.min(levels.length - 1, Math.max(0, levels.indexOf(level) + by))], area: null, at: null });
  useKeys({ 1: () => show(0), 2: () => show(1), 3: () => show(2), "[": () => step(-1), "]": () => step(1), 0: () => filter({ state: null, area: null, level: null, at: null }) });
  const table = useMemo(() => tableOf(fit, items), [fit, items, language.value]);
  const choice = choiceOf(param("at"), fit, items, t);
  const chosen = useMemo(() => new Set(choice?.items.map((each) => each.id)), [choice?.key, items]);
  const levelSaid = level === "ALL" ? t("allLevels") : t("levelOnly", { level: t(level) });
  const titles = { flow: [t("flowTitle"), sentences(t("flowLead"), level === "ALL" && levels.length > 2 ? t("levelsShort") : "")], matrix: [t("matrixTitle"), t("matrixLead")], list: [t("listTitle"), t("shown", { a: items.length, b: fit.items.length })] }[view];
  return (
    <>
      <AreaStrip fit={fit} chosen={area} />
      <div class={`fit-body fit-${view}`}>
        <Figure id={`fit-${view}`} title={<>{titles[0]} · {levelSaid}</>} lead={titles[1]} query={FIT_COVERAGE} variables={query} table={table} workbook={workbookOf(subject, query.target, shown)}>
          <Controls view={view} level={level} state={state} levels={levelsOf(fit)} />
          {items.length === 0 && <Empty title={t("nothingFits")}><button type="button" class="button small" onClick={() => filter({ state: null, area: null, level: "ALL" })}>{t("clearFilters")}</button></Empty>}
          {items.length > 0 && view === "flow" && <FitFlow fit={fit} items={items} chosen={chosen} />}
          {items.length > 0 && view === "matrix" && <Matrix fit={fit} items={items} chosen={choice?.key ?? null} onChoose={(at) => choose({ at })} />}
          {items.length > 0 && view === "list" && <Requirements tasks={fit.tasks} items={items} courses={fit.courses} chosen={choice?.key ?? null} />}
        </Figure>
        <Drawer choice={choice} subject={subject} items={items} all={fit.items} level={level} state={state} />
      </div>
    </>
  );
}

function Loaded({ subject, target, coverage }: { subject: SubjectNode; target: TargetNode; coverage: Coverage }) {
  useTitle(`${subject.displayName ?? ""} × ${target.name}`);
  const rejected = useRejectedCounts(subject.id);
  const fit = useMemo(() => weave(subject, target, coverage, rejected), [subject, target, coverage, rejected]);
  return (
    <>
      <Crumbs items={[{ name: t("fit"), href: link(["fit"]), isData: false }, { name: subject.displayName ?? subject.id, href: subjectLink(subject) }, { name: target.name, href: link(["certificates", target.name]) }]} />
      <Head subject={subject} target={target} coverage={coverage} versions={fit.versions} />
      {coverage.requirements ? <Body fit={fit} subject={subject.id} query={{ subject: subject.id, target: target.id }} /> : <Empty title={t("noFullStandard")}>{t("noOutlineHelp")}</Empty>}
    </>
  );
}

function Pair({ subject, target }: { subject: string; target: string }) {
  const variables = { subject, target };
  const ends = useAnswer<FitEndsQuery, FitEndsQueryVariables>(FIT_ENDS, variables);
  const coverage = useCoverage(variables);
  return (
    <Shown isPage answer={ends}>
      {({ subject: one, target: x }) => {
        const isSubject = one?.__typename === "TeachingStandard" || one?.__typename === "TrainingPlan";
        if (!isSubject || x?.__typename !== "Certificate") return <NotFound />;
        return <Shown isPage answer={coverage}>{({ coverage: found }) => (found ? <Loaded subject={one} target={x} coverage={found} /> : <NotFound />)}</Shown>;
      }}
    </Shown>
  );
}

export function FitPage() {
  const [subject, target] = [param("subject"), param("target")];
  return subject && target ? <Pair key={`${subject} ${target}`} subject={subject} target={target} /> : <FitStart />;
}
