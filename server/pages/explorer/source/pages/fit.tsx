// How a subject and a target fit: flow, matrix and list of the same requirements, and the evidence of each.
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { changed, choose, filter, language, link, param } from "../address";
import { type Answer, useAnswer } from "../api";
import { Flow } from "../charts/flow";
import type { Step } from "../charts/flow-layout";
import { Matrix } from "../charts/matrix";
import { Requirements } from "../charts/requirements";
import FIT_COVERAGE from "../documents/fit-coverage.graphql";
import FIT_ENDS from "../documents/fit-ends.graphql";
import FIT_MAJOR from "../documents/fit-major.graphql";
import FIT_SET from "../documents/fit-set.graphql";
import type { FitCoverageQuery, FitEndsQuery, FitEndsQueryVariables, FitMajorQuery, FitMajorQueryVariables, FitSetQuery, FitSetQueryVariables } from "../generated/answers";
import { Empty, NotFound, Shown } from "../parts/answer";
import { Bar, Bounds, Legend, Mark, STATES, type State, Ticks, boundsSentence, countsOfStates } from "../parts/coverage";
import { Drawer } from "../parts/drawer";
import { Figure, type Table } from "../parts/figure";
import { later } from "../parts/later";
import { useRejectedCounts } from "../parts/rejected";
import { Choice as ChoiceField, Code, Crumbs, Data, LEVELS, type Level, LevelTag, Mixed, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { useCoverage } from "../parts/whole-coverage";
import { useKeys } from "../keys";
import { listed, sentences, t } from "../words";
import { fitWord } from "../words/fit-subject";
import { type Area, type Coverage, type Fit, type Item, type TargetNode, type Task, areaKey, choiceOf, courseKey, stateKey, taskKey, versionsOf, weave } from "./fit-model";
import { FitStart } from "./fit-start";
import { TargetChoice, measuredTarget, targetLevel, targetName, targetParams } from "./fit-target";
import { COURSES_LARGEST, coursesForAddress, coursesOfAddress, isOfPlan } from "./fit-subject/course-set";
import { MeasuredBy, NothingToMeasure, measuredOf } from "./fit-subject/of-major";
import { type Subject, type SubjectNode, setOf, subjectName, subjectOf } from "./fit-subject/subject";

const ChooseCourses = later(async () => (await import("./fit-subject/choose-courses")).ChooseCourses);

const OfStandard = later(async () => (await import("./fit-subject/of-standard")).OfStandard);

const VIEWS = ["flow", "matrix", "list"] as const;
type View = (typeof VIEWS)[number];
const NARROW_PX = 700;

const subjectLink = (subject: SubjectNode): string =>
  subject.__typename === "TrainingPlan" ? link(["plans", subject.id]) : subject.major ? majorLink(subject.major) : link(["search"], { q: subject.majorCode });

/** The courses of a set by their names, as far as a line has room. */
const NAMED_COURSES = 6;

/** The choice of courses, with those that are measured ticked. */
const chooserLink = ({ holders, node, courses }: Subject, target: string): string =>
  link(["fit"], { ...targetParams(target), pick: holders[0]?.id ?? "", course: node ? [] : coursesForAddress(courses.map((each) => each.id)) });

function SetEnd({ subject, target }: { subject: Subject; target: string }) {
  const names = subject.courses.map((each) => each.name);
  return (
    <a class="end end-one" href={chooserLink(subject, target)}>
      <span class="sign" aria-hidden="true">1</span>
      <span><span class="end-name" lang={subject.courses.length === 1 ? "zh-CN" : undefined}>{subjectName(subject)}</span><span class="lead"><Data>{listed(names.slice(0, NAMED_COURSES))}{names.length > NAMED_COURSES && "…"}</Data> · <Data>{listed(subject.holders.map((each) => each.name))}</Data></span></span>
    </a>
  );
}

function SubjectEnd({ subject }: { subject: SubjectNode }) {
  const isStandard = subject.__typename === "TeachingStandard";
  const fact = isStandard ? t("standardShort", { y: subject.year, n: subject.courses.length }) : t("planShort", { g: subject.grade ?? "", n: subject.planCourses.length });
  return (
    <a class="end end-one" href={subjectLink(subject)}>
      <span class="sign" aria-hidden="true">1</span>
      <span><span class="end-name"><Data>{subject.displayName}</Data></span><span class="lead">{isStandard ? <Code>{subject.majorCode}</Code> : <Data>{subject.collegeName}</Data>} <Mixed>{fact}</Mixed></span></span>
    </a>
  );
}

function TargetEnd({ target, items }: { target: TargetNode; items: readonly Item[] }) {
  const [level, versions] = [targetLevel(target.skillStandards), versionsOf(items)];
  return (
    <a class="end end-x" href={link(["certificates", target.name], { level, version: param("standard") && versions[0] })}>
      <span class="sign" aria-hidden="true">X</span>
      <span><span class="end-name"><Data>{target.name}</Data></span><span class="lead">{level && <><LevelTag level={level} /> </>}{target.standardCode && <Code>{target.standardCode}</Code>} {t("requirementsCount", { n: items.length })}{versions.length > 0 && <> · {t("countedVersions", { v: versions.join(", ") })}</>}</span></span>
    </a>
  );
}

/** The alignments as a workbook, with suggestions to decide on: as many as the server gives at once. */
const suggestionsOf = (subject: string, target: string): string =>
  `/tables/alignments.xlsx?${new URLSearchParams({ subject, target, suggestions: "100", language: language.value })}`;

/** What can be done about what is seen; a review and proposals are of one standard or plan. */
function Doing({ subject, target }: { subject: Subject; target: TargetNode }) {
  const { node, holders } = subject;
  return (
    <p class="row">
      {holders.length === 1 && holders.map(({ id }) => <a key={id} class="button small primary" href={link(["review"], { subject: id, target: target.id, standard: param("standard") })}>{t("reviewAndSuggestions")}</a>)}
      {node && <a class="button small" href={link(["compare"], { target: target.id, a: node.id })}>{t("compareWith")}</a>}
      <a class="button small" href={chooserLink(subject, target.id)}>{fitWord(node ? "pickSome" : "pickOthers")}</a>
      {node && <a class="button small" href={suggestionsOf(node.id, measuredTarget(target.id))} download>{t("suggestionsTable")}</a>}
      {node && <a class="button small" href={link(["import", "alignments"], { subject: node.id, target: target.id })}>{t("bringTable")}</a>}
    </p>
  );
}

function Head({ subject, target, fit }: { subject: Subject; target: TargetNode; fit: Fit }) {
  const level = targetLevel(target.skillStandards);
  const items = fit.items.filter((each) => level === null || each.level === level);
  const counts = countsOfStates(items.map((each) => each.state));
  const [bounds, reason] = boundsSentence(counts);
  return (
    <div class="fit-head">
      <h1 class="hidden-text">{subjectName(subject)} × {targetName(target, versionsOf(fit.items))}</h1>
      <div>
        <div class="ends">{subject.node ? <SubjectEnd subject={subject.node} /> : <SetEnd subject={subject} target={target.id} />}<span class="times" aria-hidden="true">×</span><TargetEnd target={target} items={items} /></div>
        <TargetChoice target={target.id} standards={target.skillStandards} />
      </div>
      <section class="headline">
        <h2>{level ? t("selectionLevel", { level: t(level), said: bounds }) : bounds}</h2>
        <p class="lead">{reason}</p>
        <Bar counts={counts} size="l" />
        <Ticks counts={counts} />
        <Legend counts={counts} />
        <Doing subject={subject} target={target} />
      </section>
    </div>
  );
}

/** The levels that have requirements, the lowest first. */
const levelsOf = (fit: Fit): Level[] => LEVELS.filter((level) => fit.items.some((each) => each.level === level));

/** An area has one level: where the target is another one, it becomes that. */
const areaChanges = (area: Area) => ({ area: areaKey(area), at: null, ...(LEVELS.some((each) => each === param("level")) && { level: area.level }) });

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
                const toggle = (): void => filter(chosen === area ? { area: null, at: null } : areaChanges(area));
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
    columns: { level: t("certificateLevel"), area: t("area"), task: t("task"), code: t("codeColumn"), requirement: t("requirement"), state: t("state"), carriedBy: t("zeroToOne", { of: t("carriedByWithStrength") }), standard: fitWord("targetVersion") },
    rows: items.map((each) => [t(each.level), `${each.task.area.code} ${each.task.area.name}`, `${each.task.code} ${each.task.name}`, each.code, each.text, t(each.state), each.carriers.map(({ course, strength }) => `${names.get(course) ?? course} ${strength}`).join("; "), each.task.area.version]),
  };
}

/** What the shown requirements are asked by. */
const askedOf = (target: string, { level, area }: ReturnType<typeof shownOf>) => ({ target: area?.id ?? measuredTarget(target), ...(level !== "ALL" && !area && { level }) });

/** The same requirements as a workbook with their evidence, which the server writes. */
function workbookOf({ asked: subject }: Subject, target: string, shown: ReturnType<typeof shownOf>): string {
  const courses = "courses" in subject ? subject.courses.map((each) => ["courses", each]) : [];
  const asked = { ...("subject" in subject && subject), ...askedOf(target, shown), ...(shown.state !== "ALL" && { states: shown.state }), language: language.value };
  return `/tables/fit.xlsx?${new URLSearchParams([...Object.entries(asked), ...courses])}`;
}

function shownOf(fit: Fit): Shown & { area: Area | null } {
  const view = VIEWS.find((each) => each === param("view")) ?? (innerWidth < NARROW_PX ? "list" : "flow");
  const area = fit.areas.find((each) => areaKey(each) === param("area")) ?? null;
  const levels = levelsOf(fit);
  const level = area?.level ?? ([...levels, "ALL" as const].find((each) => each === param("level")) ?? fit.firstLevel ?? "ALL");
  return { view, area, level, state: STATES.find((each) => each === param("state")) ?? "ALL" };
}

function Body({ fit, subject, target }: { fit: Fit; subject: Subject; target: string }) {
  const shown = shownOf(fit);
  const { view, level, state, area } = shown;
  const items = useMemo(
    () => fit.items.filter((each) => (level === "ALL" || each.level === level) && (state === "ALL" || each.state === state) && (!area || each.task.area === area)),
    [fit, level, state, area],
  );
  const levels = [...levelsOf(fit), "ALL" as const];
  const show = (at: number): void => filter({ view: VIEWS[at], at: null });
  const step = (by: number): void => filter({ level: levels[Math.min(levels.length - 1, Math.max(0, levels.indexOf(level) + by))], area: null, at: null });
  useKeys({
    1: () => show(0), 2: () => show(1), 3: () => show(2), "[": () => step(-1), "]": () => step(1),
    // The level is part of what is measured, and stays.
    0: () => filter({ state: null, area: null, at: null }),
  });
  const table = useMemo(() => tableOf(fit, items), [fit, items, language.value]);
  const choice = choiceOf(param("at"), fit, items, t);
  const chosen = useMemo(() => new Set(choice?.items.map((each) => each.id)), [choice?.key, items]);
  const levelSaid = level === "ALL" ? t("allLevels") : t("levelOnly", { level: t(level) });
  const titles = { flow: [t("flowTitle"), sentences(t("flowLead"), level === "ALL" && levels.length > 2 ? t("levelsShort") : "")], matrix: [t("matrixTitle"), t("matrixLead")], list: [t("listTitle"), t("shown", { a: items.length, b: fit.items.length })] }[view];
  return (
    <>
      <AreaStrip fit={fit} chosen={area} />
      <div class={`fit-body fit-${view}`}>
        <Figure id={`fit-${view}`} title={<>{titles[0]} · {levelSaid}</>} lead={titles[1]} query={FIT_COVERAGE} variables={{ ...subject.asked, ...askedOf(target, shown) }} table={table} workbook={workbookOf(subject, target, shown)}>
          <Controls view={view} level={level} state={state} levels={levelsOf(fit)} />
          {items.length === 0 && <Empty title={t("nothingFits")}><button type="button" class="button small" onClick={() => filter({ state: null, area: null, level: param("level") ?? "ALL" })}>{t("clearFilters")}</button></Empty>}
          {items.length > 0 && view === "flow" && <FitFlow fit={fit} items={items} chosen={chosen} />}
          {items.length > 0 && view === "matrix" && <Matrix fit={fit} items={items} chosen={choice?.key ?? null} onChoose={(at) => choose({ at })} />}
          {items.length > 0 && view === "list" && <Requirements tasks={fit.tasks} items={items} courses={fit.courses} chosen={choice?.key ?? null} />}
        </Figure>
        <Drawer choice={choice} subject={subject} items={items} all={fit.items} level={level} state={state} />
      </div>
    </>
  );
}

function Loaded({ subject, target, coverage, major }: { subject: Subject; target: TargetNode; coverage: Coverage; major?: ComponentChildren }) {
  const name = subjectName(subject);
  const rejected = useRejectedCounts(subject);
  const fit = useMemo(() => weave(subject, target, coverage, rejected), [subject, target, coverage, rejected]);
  useTitle(`${name} × ${targetName(target, versionsOf(fit.items))}`);
  return (
    <>
      <Crumbs items={[{ name: t("fit"), href: link(["fit"]), isData: false }, { name, href: subject.node ? subjectLink(subject.node) : chooserLink(subject, target.id), isData: subject.node !== null }, { name: target.name, href: link(["certificates", target.name]) }]} />
      {major}
      <Head subject={subject} target={target} fit={fit} />
      {coverage.requirements ? <Body fit={fit} subject={subject} target={target.id} /> : <Empty title={t("noFullStandard")}>{t("noOutlineHelp")}</Empty>}
    </>
  );
}

interface MeasuredProps {
  subject: Subject | null;
  target: FitEndsQuery["target"];
  coverage: Answer<FitCoverageQuery>;
  major?: ComponentChildren;
}

/** An address may name a version of another certificate. */
const isVersionOf = (target: TargetNode): boolean => param("standard") === null || target.skillStandards.some((each) => each.id === param("standard"));

/** The fit, once it is known what fits what. */
const Measured = ({ subject, target, coverage, major }: MeasuredProps) =>
  subject && target?.__typename === "Certificate" && isVersionOf(target) ? <Shown isPage answer={coverage}>{({ coverage: found }) => (found ? <Loaded subject={subject} target={target} coverage={found} major={major} /> : <NotFound />)}</Shown> : <NotFound />;

function OfMajor({ id, target }: { id: string; target: string }) {
  const answer = useAnswer<FitMajorQuery, FitMajorQueryVariables>(FIT_MAJOR, { major: id });
  return (
    <Shown isPage answer={answer}>
      {({ node }) => {
        if (node?.__typename !== "Major") return <NotFound />;
        const measured = measuredOf(node);
        return measured ? <Pair key={measured} subject={measured} target={target} major={<MeasuredBy major={node} measured={measured} />} /> : <NothingToMeasure major={node} target={target} />;
      }}
    </Shown>
  );
}

function Pair({ subject, target, major }: { subject: string; target: string; major?: ComponentChildren }) {
  const ends = useAnswer<FitEndsQuery, FitEndsQueryVariables>(FIT_ENDS, { subject, target });
  const coverage = useCoverage({ subject, target: measuredTarget(target) });
  const found = ends.data?.subject;
  const one = useMemo(() => (found?.__typename === "TeachingStandard" || found?.__typename === "TrainingPlan" ? subjectOf(found) : null), [found]);
  return <Shown isPage answer={ends}>{({ target: x }) => <Measured subject={one} target={x} coverage={coverage} major={major} />}</Shown>;
}

function CourseSet({ courses, target }: { courses: string[]; target: string }) {
  const answer = useAnswer<FitSetQuery, FitSetQueryVariables>(FIT_SET, { courses, target });
  const coverage = useCoverage({ courses, target: measuredTarget(target) });
  const subject = useMemo(() => answer.data && setOf(answer.data, courses), [answer.data]);
  return <Shown isPage answer={answer}>{({ target: x }) => <Measured subject={subject} target={x} coverage={coverage} />}</Shown>;
}

/** What an address cannot ask for: too many courses, or courses of both kinds. */
function Refused({ courses, target }: { courses: readonly string[]; target: string }) {
  const isTooMany = courses.length > COURSES_LARGEST;
  const title = isTooMany ? fitWord("setTooMany", { n: COURSES_LARGEST }) : fitWord("setMixed");
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p>{isTooMany ? fitWord("setTooManyHelp", { n: courses.length }) : fitWord("setMixedHelp")}</p>
      <p><a class="button" href={link(["fit"], { ...targetParams(target), pick: "search", course: isTooMany ? coursesForAddress(courses.slice(0, COURSES_LARGEST)) : [] })}>{fitWord("pickOthers")}</a></p>
    </>
  );
}

const IS_STANDARD = /^(SkillStandard|StandardLevel|CertificateLevel|WorkArea|WorkTask|SkillRequirement):/;
const IS_COURSE = /^(Plan)?Course:/;

export function FitPage() {
  const [subject, target, pick, courses] = [param("subject"), param("target"), param("pick"), coursesOfAddress()];
  if (target && IS_STANDARD.test(target)) return <OfStandard key={target} id={target} />;
  if (!target || !(subject || pick || courses.length > 0)) return <FitStart />;
  if (pick) return <ChooseCourses target={target} pick={pick} courses={courses} />;
  if (subject?.startsWith("Major:")) return <OfMajor key={`${subject} ${target}`} id={subject} target={target} />;
  if (subject && IS_COURSE.test(subject)) return <CourseSet key={`${subject} ${target}`} courses={[subject]} target={target} />;
  if (subject) return <Pair key={`${subject} ${target}`} subject={subject} target={target} />;
  if (courses.length > COURSES_LARGEST || new Set(courses.map(isOfPlan)).size > 1) return <Refused courses={courses} target={target} />;
  return <CourseSet key={`${courses.join(" ")} ${target}`} courses={courses} target={target} />;
}
