// A skill level standard as it was read: its head, and the tree of each level with the place of each item.
import { useEffect, useRef } from "preact/hooks";
import { filter, param } from "../../../address";
import { Choice, Data, LEVELS, type Level, LevelTag } from "../../../parts/small";
import { count, listed, t } from "../../../words";
import { w } from "../../../words/import";
import { standardWord } from "../../../words/import-standard";
import { AddRow, Correct, CorrectHead, Corrected } from "./correct";
import { corrections } from "../corrections";
import { type Fact, Facts, Folded } from "../facts";
import { PlaceButton, remarksOn } from "./page";
import { type Area, type LevelTree, type Place, type Requirement, type SkillReport, type Task, itemKey } from "./report";

const isLevel = (text: string): text is Level => LEVELS.includes(text as Level);
const levelName = (level: string): string => (isLevel(level) ? t(level) : level);

export function SkillHead({ report: { standard } }: { report: SkillReport }) {
  const facts: Fact[] = [
    [w("code"), standard.code], [standardWord("version"), standard.version], [standardWord("publisher"), standard.publisher], [standardWord("date"), standard.date],
    [standardWord("levelsNamed"), listed(standard.levels.map(levelName))],
    [standardWord("includes"), standard.higherLevelsInclude === null ? null : w(standard.higherLevelsInclude ? "yes" : "no")],
  ];
  return (
    <>
      <Facts facts={facts} />
      {standard.scope && <Folded title={standardWord("scope")}><Data>{standard.scope}</Data></Folded>}
      {standard.terms && <Folded title={w("terms")}><ul>{standard.terms.split("\n").map((each, at) => <li key={at}><Data>{each}</Data></li>)}</ul></Folded>}
      <Folded title={`${standardWord("majorsNamed")} ${count(standard.majors.length)}`}><ul>{standard.majors.map((each, at) => <li key={at}><Data>{each.education} {each.code}</Data> <Corrected item={`major:${at + 1}`} text={each.name} /> <Correct read={{ item: `major:${at + 1}`, code: each.code, text: each.name }} canRemove={false} /></li>)}</ul><AddRow list="major" /></Folded>
      <Folded title={`${standardWord("positions")} ${count(standard.positions.length)}`}><ul>{standard.positions.map((each, at) => <li key={at}><Corrected item={`position:${at + 1}`} text={each} /> <Correct read={{ item: `position:${at + 1}`, text: each }} hasCode={false} /></li>)}</ul><AddRow list="position" hasCode={false} /></Folded>
      <CorrectHead values={{ title: standard.title, code: standard.code, version: standard.version, year: String(standard.year ?? ""), publisher: standard.publisher, date: standard.date }} />
    </>
  );
}

/** Marks that something on this row was guessed or is wrong, until a person corrected it or confirmed it as printed. */
export function Doubts({ item, places, report }: { item: string; places: readonly Place[]; report: Pick<SkillReport, "guesses" | "problems"> }) {
  if (corrections.value.has(item)) return null;
  const found = (["problems", "guesses"] as const).filter((kind) => places.some((each) => remarksOn(each, report[kind]).length > 0));
  return <>{found.map((kind) => <span key={kind} class={`tag doubt-${kind}`}>{w(`doubt_${kind}`)}</span>)}</>;
}

export const Places = ({ places, at, name }: { places: readonly Place[]; at: string; name: string }) => (
  <span class="places">{places.map((each, number) => <PlaceButton key={number} place={each} at={at} name={name} />)}</span>
);

/** A row without boxes belongs to its requirement: the area and the task begin in one of them. */
const withBox = (places: readonly Place[]): readonly Place[] => places.filter((each) => each.box);

interface Shown {
  report: SkillReport;
  at: string | null;
}

/** Scroll to the item that the address names, once it is chosen elsewhere. */
export function useChosen(isChosen: boolean) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return item;
}

function RequirementItem({ requirement: { code, text, places }, id, report, at }: Shown & { requirement: Requirement; id: string }) {
  const item = useChosen(id === at);
  return <li ref={item} class={id === at ? "on" : ""}><span class="bare-code">{code || standardWord("noCode")}</span><span><Corrected item={id} text={text} /> <Doubts item={id} places={places} report={report} /></span><span class="item-tools"><Places places={places} at={id} name={code || text} /><Correct read={{ item: id, level: id.split(":")[0], code, text }} levels={LEVELS} /></span></li>;
}

function TaskItem({ task, level, path: [a, b], report, at }: Shown & { task: Task; level: string; path: readonly [number, number] }) {
  const id = itemKey(level, a, b);
  return (
    <details class="task" open>
      <summary><span class="bare-code">{task.code}</span> <Corrected item={id} text={task.name || standardWord("noCode")} /> <Doubts item={id} places={withBox(task.places)} report={report} /></summary>
      <div class="of-item"><Places places={task.places} at={id} name={task.name} /><Correct read={{ item: id, level, code: task.code, text: task.name }} levels={LEVELS} /></div>
      <ul>{task.requirements.map((each, c) => <RequirementItem key={c} requirement={each} id={itemKey(level, a, b, c)} report={report} at={at} />)}</ul>
    </details>
  );
}

function AreaItem({ area, level, a, report, at }: Shown & { area: Area; level: string; a: number }) {
  const id = itemKey(level, a);
  const item = useChosen(id === at);
  return (
    <li ref={item} class={id === at ? "on" : ""}>
      <h3><span class="bare-code">{area.code}</span> <Corrected item={id} text={area.name} /> <Doubts item={id} places={withBox(area.places)} report={report} /></h3>
      <div class="of-item"><Places places={area.places} at={id} name={area.name} /><Correct read={{ item: id, level, code: area.code, text: area.name }} levels={LEVELS} /></div>
      {area.tasks.map((each, b) => <TaskItem key={b} task={each} level={level} path={[a, b]} report={report} at={at} />)}
    </li>
  );
}

const tasksOf = (level: LevelTree): readonly Task[] => level.areas.flatMap((each) => each.tasks);
export const requirementCount = (level: LevelTree): number => tasksOf(level).reduce((sum, each) => sum + each.requirements.length, 0);

export function SkillTreeRead({ report }: { report: SkillReport }) {
  const chosen = (param("at") ?? "").split(":")[0];
  const level = report.levels.find((each) => each.level === (chosen || param("level"))) ?? report.levels[0];
  if (!level) return null;
  return (
    <section class="card" aria-labelledby="tree-title">
      <h2 id="tree-title">{standardWord("tree")}</h2>
      <p class="lead">{standardWord("treeLead")}</p>
      <Choice name="level" legend={standardWord("levelsNamed")} value={level.level} onChoose={(value) => filter({ level: value, at: null })}
        options={report.levels.map((each) => ({ value: each.level, name: <>{isLevel(each.level) ? <LevelTag level={each.level} /> : each.level} <span class="number">{count(requirementCount(each))}</span></> }))} />
      <p class="fine">{standardWord("counts", { a: level.areas.length, t: tasksOf(level).length, r: requirementCount(level) })}</p>
      <ul class="skill-tree read-tree">{level.areas.map((each, a) => <AreaItem key={`${level.level}${a}`} area={each} level={level.level} a={a} report={report} at={param("at")} />)}</ul>
      <AddRow key={level.level} levels={[level.level, ...LEVELS.filter((each) => each !== level.level)]} />
    </section>
  );
}
