// The tree of a skill standard: work area › work task › requirement, against a teaching standard where one is chosen.
import { changed, filter, link, param } from "../address";
import { useAnswer } from "../api";
import SUBJECTS from "../documents/fit-subjects.graphql";
import type { CertificatePageQuery, FitSubjectsQuery, FitSubjectsQueryVariables } from "../generated/answers";
import { count, sentences, t } from "../words";
import { Empty, Problem } from "./answer";
import { Bar, type State, StateWord, countsOfStates } from "./coverage";
import { Choice, Data, LEVELS, type Level, LevelTag, Select, byRelation } from "./small";
import { useCoverage } from "./whole-coverage";

type Certificate = NonNullable<CertificatePageQuery["certificate"]>;
type Standard = Certificate["skillStandards"][number];
type Area = Standard["levels"][number]["workAreas"][number];
type Task = Area["tasks"][number];

/** What a programme's courses carry: the state of each requirement, and where its evidence stands. */
interface Carried {
  states: ReadonlyMap<string, State>;
  proof: (code: string) => string;
}

function useCarried(subject: string | null, target: string, level: Level): Carried | null {
  const answer = useCoverage(subject ? { subject, target } : null);
  const items = subject ? answer.data?.coverage?.items : undefined;
  if (!items || !subject) return null;
  const proof = (code: string): string => link(["fit"], { subject, target, level, at: `req:${level}:${code}` });
  return { states: new Map(items.map((each) => [each.requirement.id, each.state as State])), proof };
}

function StatesBar({ tasks, carried, about }: { tasks: readonly Task[]; carried: Carried | null; about: string }) {
  const found = tasks.flatMap((each) => each.requirements).flatMap((each) => carried?.states.get(each.id) ?? []);
  return found.length > 0 ? <Bar counts={countsOfStates(found)} size="s" about={about} /> : null;
}

/** What an import changed of the document, or added to it: a person says so, not the document. */
const isChanged = ({ basis }: { basis: string }): boolean => basis === "EDITORIAL";
const holdsChanged = (areas: readonly Area[]): boolean => areas.some((area) => isChanged(area) || area.tasks.some((task) => isChanged(task) || task.requirements.some(isChanged)));
const NotAsPrinted = ({ of }: { of: { basis: string } }) => (isChanged(of) ? <> <span class="tag">{t("notAsPrinted")}</span></> : null);

const isMatch = (text: string, of: { code: string; text?: string; name?: string }): boolean =>
  of.code.startsWith(text) || (of.text ?? of.name ?? "").toLowerCase().includes(text.toLowerCase());

/** Keep what holds the text, with all that stands above or below it. */
function filtered(areas: readonly Area[], text: string): Area[] {
  if (!text) return [...areas];
  const keepTask = (task: Task): Task => (isMatch(text, task) ? task : { ...task, requirements: task.requirements.filter((each) => isMatch(text, each)) });
  const keepArea = (area: Area): Area => (isMatch(text, { code: "", name: area.name }) ? area : { ...area, tasks: area.tasks.map(keepTask).filter((each) => each.requirements.length > 0) });
  return areas.map(keepArea).filter((each) => each.tasks.length > 0);
}

function TaskBranch({ task, carried, isOpen }: { task: Task; carried: Carried | null; isOpen: boolean }) {
  return (
    <details class="task" open={isOpen}>
      <summary><span class="bare-code">{task.code}</span> <Data>{task.name}</Data><NotAsPrinted of={task} /><StatesBar tasks={[task]} carried={carried} about={task.name} /></summary>
      <ul>
        {task.requirements.map((each) => {
          const { id, code, text } = each;
          const state = carried?.states.get(id);
          return <li key={id}><span class="bare-code">{code}</span>{carried && state ? <a href={carried.proof(code)}><Data>{text}</Data></a> : <Data>{text}</Data>}<NotAsPrinted of={each} />{state && <StateWord state={state} />}</li>;
        })}
      </ul>
    </details>
  );
}

function Areas({ areas, carried, isOpen }: { areas: readonly Area[]; carried: Carried | null; isOpen: boolean }) {
  return (
    <ul class="skill-tree">
      {areas.map((area) => (
        <li key={area.id}>
          <h3><span class="bare-code">{area.code}</span> <Data>{area.name}</Data><NotAsPrinted of={area} /><StatesBar tasks={area.tasks} carried={carried} about={area.name} /></h3>
          {area.tasks.map((task) => <TaskBranch key={task.id} task={task} carried={carried} isOpen={isOpen} />)}
        </li>
      ))}
    </ul>
  );
}

function SubjectSelect({ certificate, by }: { certificate: string; by: string | null }) {
  const answer = useAnswer<FitSubjectsQuery, FitSubjectsQueryVariables>(SUBJECTS, { certificate });
  const options = byRelation(answer.data?.certificate?.majors.edges ?? []).stated.flatMap(({ node: { name, majorKey, teachingStandards } }) => teachingStandards.map(({ id }) => [id, `${name} ${majorKey ?? ""}`] as const));
  if (answer.error) return <Problem error={answer.error} />;
  return <Select name={t("treeBy")} value={by ?? ""} isLoading={answer.isLoading} options={[["", t("treeByNone")], ...options]} onChoose={(value) => filter({ by: value })} />;
}

export function SkillTree({ certificate, standard, by }: { certificate: Certificate; standard: Standard; by: string | null }) {
  const levels = LEVELS.flatMap((each) => standard.levels.filter(({ level }) => level === each));
  const level = levels.find((each) => each.level === param("level")) ?? levels[0];
  const text = (param("q") ?? "").trim();
  const isOpen = param("open") !== "none";
  const carried = useCarried(by, certificate.id, level?.level ?? "ELEMENTARY");
  if (!level) return null;
  const areas = filtered(level.workAreas, text);
  return (
    <section class="card">
      <h2>{t("skillTree")} <span class="number fine">{t("requirementsCount", { n: count(standard.requirementCount) })}</span></h2>
      <p class="lead">{sentences(t(standard.levels.some((each) => holdsChanged(each.workAreas)) ? "skillTreeLeadChanged" : "skillTreeLead"), t(by ? "treeByChosen" : "treeByHelp"))}</p>
      <div class="filters">
        <Choice name="level" legend={t("certificateLevel")} value={level.level} onChoose={(value) => filter({ level: value })}
          options={levels.map((each) => ({ value: each.level, name: <><LevelTag level={each.level} /> <span class="number">{each.requirementCount}</span></> }))} />
        <label class="select wide"><span>{t("findInTree")}</span><input type="search" value={text} onInput={(event) => filter({ q: event.currentTarget.value })} /></label>
        <SubjectSelect certificate={certificate.name} by={by} />
        {levels.length > 1 && <a class="button small" href={link(["compare"], { of: "standards", a: levels[0]?.id, b: levels[1]?.id })}>{t("compareLevels")}</a>}
        <a class="button small" href={changed({ open: isOpen ? "none" : null })}>{t(isOpen ? "collapseAll" : "expandAll")}</a>
      </div>
      {areas.length === 0 ? <Empty title={t("treeNone", { q: text })}>{t("treeNoneHelp")}</Empty> : <Areas key={`${level.level}${isOpen}`} areas={areas} carried={carried} isOpen={isOpen || text !== ""} />}
    </section>
  );
}
