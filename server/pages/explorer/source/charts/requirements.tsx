// The requirements one by one, under their tasks. All are in the page, so that it is searched, printed and read aloud whole.
// Of a long list the browser lays out the tasks in sight only, which it does for blocks: hence the table is one by its roles.
// The tasks out of sight say the same in words alone, since marks and bars are most of the work.
import { adding } from "../address";
import { type Course, type Item, type Task, itemKey, itemsOfTasks } from "../pages/fit-model";
import { Bar, StateWord, countsOfStates } from "../parts/coverage";
import { useNear } from "../parts/near";
import { RejectedMark } from "../parts/rejected";
import { Data, LevelTag } from "../parts/small";
import { t } from "../words";

/** Of as many tasks each is drawn at once. */
const SHORT_LIST = 60;

interface Shown {
  courses: ReadonlyMap<string, Course>;
  chosen: string | null;
  addressOf: (key: string) => string;
}

const Carrier = ({ name, strength }: { name: string; strength: number }) => (
  <span class="carrier" title={t("strength", { s: strength })}><Data>{name}</Data> <span class="load" role="img" aria-label={t("strength", { s: strength })}><i style={{ width: `${100 * strength}%` }} /></span></span>
);

function Carriers({ item, courses }: { item: Item; courses: Shown["courses"] }) {
  if (item.carriers.length > 0) return <>{item.carriers.map(({ course, strength }) => <Carrier key={course} name={courses.get(course)?.name ?? ""} strength={strength} />)}</>;
  if (item.waiting.length > 0) return <span class="waits">{t("waiting", { n: item.waiting.length })}</span>;
  return item.rejected > 0 ? null : <span class="fine no-carrier">—</span>;
}

const carriersInWords = (item: Item, courses: Shown["courses"]): string =>
  item.rejected > 0 && item.carriers.length + item.waiting.length === 0 ? t("rejectedCount", { n: item.rejected }) : item.carriers.length > 0 ? item.carriers.map(({ course, strength }) => `${courses.get(course)?.name} ${strength}`).join("; ") : item.waiting.length > 0 ? t("waiting", { n: item.waiting.length }) : "—";

function Row({ item, courses, chosen, addressOf, isNear }: Shown & { item: Item; isNear: boolean }) {
  const key = itemKey(item);
  const isChosen = key === chosen;
  return (
    <tr role="row" class={isChosen ? "chosen" : undefined}>
      <td role="cell">{isNear ? <StateWord state={item.state} /> : t(item.state)}</td>
      <td role="cell" class="bare-code">{item.code}</td>
      <th role="rowheader" scope="row" lang="zh-CN"><a href={addressOf(key)} aria-current={isChosen ? "true" : undefined}>{item.text}</a></th>
      <td role="cell">{isNear ? <><Carriers item={item} courses={courses} /> <RejectedMark item={item} /></> : carriersInWords(item, courses)}</td>
    </tr>
  );
}

function TaskRows({ task, items, isNearAtFirst, ...shown }: Shown & { task: Task; items: readonly Item[]; isNearAtFirst: boolean }) {
  const [element, isNear] = useNear<HTMLTableSectionElement>(isNearAtFirst);
  return (
    <tbody role="rowgroup" ref={element} style={{ "--rows": items.length }}>
      <tr role="row" class="task-row">
        <th role="rowheader" scope="rowgroup" colspan={3} aria-colspan={3}><LevelTag level={task.level} /> <span class="bare-code">{task.code}</span> <Data>{task.name}</Data></th>
        <td role="cell">{isNear && <Bar counts={countsOfStates(items.map((each) => each.state))} size="s" about={task.name} />}</td>
      </tr>
      {items.map((item) => <Row key={item.id} item={item} isNear={isNear} {...shown} />)}
    </tbody>
  );
}

const COLUMNS = ["state", "codeColumn", "requirement", "carriedBy"] as const;

export function Requirements({ tasks, items, courses, chosen }: { tasks: readonly Task[]; items: readonly Item[]; courses: readonly Course[]; chosen: string | null }) {
  const names = new Map(courses.map((each) => [each.id, each]));
  const ofTasks = itemsOfTasks(items);
  const addressOf = adding("at");
  const shown = tasks.filter((each) => ofTasks.has(each));
  const isShort = shown.length <= SHORT_LIST;
  return (
    <table role="table" class={isShort ? "requirements" : "requirements long"}>
      <thead role="rowgroup"><tr role="row">{COLUMNS.map((each) => <th key={each} role="columnheader" scope="col">{t(each)}</th>)}</tr></thead>
      {shown.map((task) => <TaskRows key={task.id} task={task} items={ofTasks.get(task) ?? []} isNearAtFirst={isShort} courses={names} chosen={chosen} addressOf={addressOf} />)}
    </table>
  );
}
