// The tree of a skill standard: work area › work task › requirement, against a teaching standard where one is chosen.
import { changed, filter, link, param } from "../address";
import { useAnswer } from "../api";
import SUBJECTS from "../documents/fit-subjects.graphql";
import FIT_COVERAGE from "../documents/fit-coverage.graphql";
import type { CertificatePageQuery, FitCoverageQuery, FitCoverageQueryVariables, FitSubjectsQuery, FitSubjectsQueryVariables } from "../generated/answers";
import { count, t } from "../words";
import { Empty } from "./answer";
import { Bar, type State, StateWord, countsOfStates } from "./coverage";
import { Choice, Data, LEVELS, LevelTag, Select, byRelation } from "./small";

type Certificate = NonNullable<CertificatePageQuery["certificate"]>;
type Standard = Certificate["skillStandards"][number];
type Area = Standard["levels"][number]["workAreas"][number];
type Task = Area["tasks"][number];
type States = ReadonlyMap<string, State>;

function useStates(subject: string | null, target: string): States | null {
  const answer = useAnswer<FitCoverageQuery, FitCoverageQueryVariables>(FIT_COVERAGE, subject ? { subject, target } : null);
  const items = subject ? answer.data?.coverage?.items : undefined;
  return items ? new Map(items.map((each) => [each.requirement.id, each.state as State])) : null;
}

function StatesBar({ tasks, states, about }: { tasks: readonly Task[]; states: States | null; about: string }) {
  const found = tasks.flatMap((each) => each.requirements).flatMap((each) => states?.get(each.id) ?? []);
  return found.length > 0 ? <Bar counts={countsOfStates(found)} size="s" about={about} /> : null;
}

const isMatch = (text: string, of: { code: string; text?: string; name?: string }): boolean =>
  of.code.startsWith(text) || (of.text ?? of.name ?? "").toLowerCase().includes(text.toLowerCase());

/** Keep what holds the text, with all that stands above or below it. */
function filtered(areas: readonly Area[], text: string): Area[] {
  if (!text) return [...areas];
  const keepTask = (task: Task): Task => (isMatch(text, task) ? task : { ...task, requirements: task.requirements.filter((each) => isMatch(text, each)) });
  const keepArea = (area: Area): Area => (isMatch(text, { code: "", name: area.name }) ? area : { ...area, tasks: area.tasks.map(keepTask).filter((each) => each.requirements.length > 0) });
  return areas.map(keepArea).filter((each) => each.tasks.length > 0);
}

function TaskBranch({ task, states, isOpen }: { task: Task; states: States | null; isOpen: boolean }) {
  return (
    <details class="task" open={isOpen}>
      <summary><span class="bare-code">{task.code}</span> <Data>{task.name}</Data><StatesBar tasks={[task]} states={states} about={task.name} /></summary>
      <ul>
        {task.requirements.map(({ id, code, text }) => {
          const state = states?.get(id);
          return <li key={id}><span class="bare-code">{code}</span><Data>{text}</Data>{state && <StateWord state={state} />}</li>;
        })}
      </ul>
    </details>
  );
}

function Areas({ areas, states, isOpen }: { areas: readonly Area[]; states: States | null; isOpen: boolean }) {
  return (
    <ul class="skill-tree">
      {areas.map((area) => (
        <li key={area.id}>
          <h3><span class="bare-code">{area.code}</span> <Data>{area.name}</Data><StatesBar tasks={area.tasks} states={states} about={area.name} /></h3>
          {area.tasks.map((task) => <TaskBranch key={task.id} task={task} states={states} isOpen={isOpen} />)}
        </li>
      ))}
    </ul>
  );
}

function SubjectSelect({ certificate, by }: { certificate: string; by: string | null }) {
  const answer = useAnswer<FitSubjectsQuery, FitSubjectsQueryVariables>(SUBJECTS, { certificate });
  const options = byRelation(answer.data?.certificate?.majors.edges ?? []).stated.flatMap(({ node: { name, majorKey, teachingStandards } }) => teachingStandards.map(({ id }) => [id, `${name} ${majorKey ?? ""}`] as const));
  return <Select name={t("carriedBy")} value={by ?? ""} options={[["", t("none")], ...options]} onChoose={(value) => filter({ by: value })} />;
}

export function SkillTree({ certificate, standard, by }: { certificate: Certificate; standard: Standard; by: string | null }) {
  const states = useStates(by, certificate.id);
  const levels = LEVELS.flatMap((each) => standard.levels.filter(({ level }) => level === each));
  const level = levels.find((each) => each.level === param("level")) ?? levels[0];
  const text = (param("q") ?? "").trim();
  const isOpen = param("open") !== "none";
  if (!level) return null;
  const areas = filtered(level.workAreas, text);
  return (
    <section class="card">
      <h2>{t("skillTree")} <span class="number fine">{t("requirementsCount", { n: count(standard.requirementCount) })}</span></h2>
      <p class="lead">{t("skillTreeLead")}</p>
      <div class="filters">
        <Choice name="level" legend={t("certificateLevel")} value={level.level} onChoose={(value) => filter({ level: value })}
          options={levels.map((each) => ({ value: each.level, name: <><LevelTag level={each.level} /> <span class="number">{each.requirementCount}</span></> }))} />
        <label class="select wide"><span>{t("findInTree")}</span><input type="search" value={text} onInput={(event) => filter({ q: event.currentTarget.value })} /></label>
        <SubjectSelect certificate={certificate.name} by={by} />
        {levels.length > 1 && <a class="button small" href={link(["compare"], { of: "standards", a: levels[0]?.id, b: levels[1]?.id })}>{t("compareLevels")}</a>}
        <a class="button small" href={changed({ open: isOpen ? "none" : null })}>{t(isOpen ? "collapseAll" : "expandAll")}</a>
      </div>
      {areas.length === 0 ? <Empty title={t("treeNone", { q: text })}>{t("treeNoneHelp")}</Empty> : <Areas key={`${level.level}${isOpen}`} areas={areas} states={states} isOpen={isOpen || text !== ""} />}
    </section>
  );
}
