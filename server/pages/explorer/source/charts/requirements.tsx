// The requirements one by one, under their tasks.
import { changed } from "../address";
import { type Course, type Item, type Task, itemKey, itemsOfTasks } from "../pages/fit-model";
import { Bar, StateWord, countsOfStates } from "../parts/coverage";
import { Data, LevelTag } from "../parts/small";
import { t } from "../words";

function Row({ item, courses, isChosen }: { item: Item; courses: ReadonlyMap<string, Course>; isChosen: boolean }) {
  return (
    <tr class={isChosen ? "chosen" : ""}>
      <td><StateWord state={item.state} /></td>
      <td class="bare-code">{item.code}</td>
      <th scope="row"><a href={changed({ at: itemKey(item) })} aria-current={isChosen ? "true" : undefined}><Data>{item.text}</Data></a></th>
      <td>
        {item.carriers.map(({ course, strength }) => (
          <span key={course} class="carrier" title={t("strength", { s: strength })}><Data>{courses.get(course)?.name}</Data> <span class="load" role="img" aria-label={t("strength", { s: strength })}><i style={{ width: `${100 * strength}%` }} /></span></span>
        ))}
        {item.carriers.length === 0 && item.waiting.length > 0 && <span class="waits">{t("waiting", { n: item.waiting.length })}</span>}
        {item.carriers.length === 0 && item.waiting.length === 0 && <span class="fine">—</span>}
      </td>
    </tr>
  );
}

function TaskRows({ task, items, courses, chosen }: { task: Task; items: readonly Item[]; courses: ReadonlyMap<string, Course>; chosen: string | null }) {
  return (
    <tbody>
      <tr class="task-row">
        <th scope="rowgroup" colspan={3}><LevelTag level={task.level} /> <span class="bare-code">{task.code}</span> <Data>{task.name}</Data></th>
        <td><Bar counts={countsOfStates(items.map((each) => each.state))} size="s" about={task.name} /></td>
      </tr>
      {items.map((item) => <Row key={item.id} item={item} courses={courses} isChosen={itemKey(item) === chosen} />)}
    </tbody>
  );
}

export function Requirements({ tasks, items, courses, chosen }: { tasks: readonly Task[]; items: readonly Item[]; courses: readonly Course[]; chosen: string | null }) {
  const names = new Map(courses.map((each) => [each.id, each]));
  const ofTasks = itemsOfTasks(items);
  return (
    <table class="requirements">
      <thead><tr><th scope="col">{t("state")}</th><th scope="col">{t("codeColumn")}</th><th scope="col">{t("requirement")}</th><th scope="col">{t("carriedBy")}</th></tr></thead>
      {tasks.map((task) => {
        const mine = ofTasks.get(task) ?? [];
        return mine.length > 0 ? <TaskRows key={task.id} task={task} items={mine} courses={names} chosen={chosen} /> : null;
      })}
    </table>
  );
}
