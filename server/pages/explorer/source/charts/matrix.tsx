// The support matrix: courses down, work tasks across; what a course carries of a task, and how strongly.
import { Fragment } from "preact";
import { type Course, type Fit, type Item, type Task, cellKey, itemsOfTasks, taskKey } from "../pages/fit-model";
import { STATES, countsOfStates, sumOf } from "../parts/coverage";
import { Data, MODULES } from "../parts/small";
import { count, label, t } from "../words";

const STRONG = 0.8;
const SUFFICIENT = 0.5;
const SHADES = 4;
/** As many characters of a name stand on two lines of a head. */
const TWO_LINES = 28;
export const strengthLetter = (strength: number): string => (strength >= STRONG ? "H" : strength >= SUFFICIENT ? "M" : "L");

export interface MatrixCell {
  carried: number;
  waiting: number;
  strongest: number;
}

export function cellOf(items: readonly Item[], course: Course): MatrixCell {
  const strengths = items.flatMap((each) => each.carriers.filter((carrier) => carrier.course === course.id).map((carrier) => carrier.strength));
  return { carried: strengths.length, strongest: Math.max(0, ...strengths), waiting: items.filter((each) => each.waiting.includes(course.id)).length };
}

interface Props {
  fit: Fit;
  items: readonly Item[];
  chosen: string | null;
  onChoose: (key: string) => void;
}

const STEPS: Record<string, readonly [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** Arrows go to the next filled cell of the row or column; the matrix is one stop of the tab key. */
function move(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
  const table = event.currentTarget as HTMLElement;
  if (!step || !from) return;
  event.preventDefault();
  const cells = [...table.querySelectorAll<HTMLElement>("[data-row]")];
  const ahead = cells.map((cell) => ({ cell, by: distance(from, cell, step) })).filter((each) => each.by > 0).sort((a, b) => a.by - b.by)[0];
  if (!ahead) return;
  for (const cell of cells) cell.tabIndex = -1;
  ahead.cell.tabIndex = 0;
  ahead.cell.focus();
}

function distance(from: HTMLElement, to: HTMLElement, [down, right]: readonly [number, number]): number {
  const [rows, columns] = [Number(to.dataset.row) - Number(from.dataset.row), Number(to.dataset.column) - Number(from.dataset.column)];
  if (down !== 0) return columns === 0 ? rows * down : 0;
  return rows === 0 ? columns * right : 0;
}

function Heads({ tasks, items, onChoose }: { tasks: readonly Task[]; items: readonly Item[]; onChoose: Props["onChoose"] }) {
  const areas = [...new Set(tasks.map((each) => each.area))];
  return (
    <thead>
      <tr class="areas">
        <th scope="col" rowspan={2} class="corner">{t("course")}</th>
        {areas.map((area) => <th key={area.id} scope="colgroup" colspan={tasks.filter((each) => each.area === area).length}><span class="fine">{t(area.level)}</span><br /><span class="bare-code">{area.code}</span> <Data>{area.name}</Data></th>)}
        <th scope="col" rowspan={2} class="number">Σ</th>
      </tr>
      <tr class="tasks">
        {tasks.map((task, at) => (
          <th key={task.id} scope="col" class={at > 0 && tasks[at - 1]?.area !== task.area ? "area-start" : ""}>
            <button type="button" class={task.name.length > TWO_LINES ? "long" : ""} onClick={() => onChoose(taskKey(task))}><span class="bare-code">{task.code}</span> <Data>{task.name}</Data><span class="hidden-text"> {t("requirementsCount", { n: items.filter((each) => each.task === task).length })}</span></button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps extends Omit<Props, "items"> {
  ofTask: readonly Item[];
  course: Course;
  task: Task;
  row: number;
  column: number;
  isFirst: boolean;
}

function Cell({ fit, ofTask, chosen, onChoose, course, task, row, column, isFirst }: CellProps) {
  const { carried, strongest, waiting } = cellOf(ofTask, course);
  if (carried === 0 && waiting === 0) return <span class="nil"><span class="hidden-text">{t("carriesNone")}</span></span>;
  const key = cellKey(course, task, fit);
  const names = { course: course.name, task: `${task.code} ${task.name}` };
  const said = carried > 0 ? t("cellCarries", { ...names, a: carried, b: ofTask.length, s: strengthLetter(strongest) }) : t("cellWaits", { ...names, n: waiting });
  const look = carried > 0 ? `shade-${Math.ceil((carried / ofTask.length) * SHADES)}` : "waits";
  return (
    <button type="button" class={`cell ${look}`} aria-label={said} aria-pressed={chosen === key} tabIndex={isFirst ? 0 : -1} data-row={row} data-column={column} onClick={() => onChoose(key)}>
      {carried > 0 ? <><b>{carried}</b>{strengthLetter(strongest)}</> : `?${waiting}`}
    </button>
  );
}

function Foot({ tasks, items }: { tasks: readonly Task[]; items: readonly Item[] }) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{t("taskTotal")}</th>
        {tasks.map((task) => {
          const counts = countsOfStates(items.filter((each) => each.task === task).map((each) => each.state));
          return (
            <td key={task.id}>
              <div class="stack" role="img" aria-label={`${task.code}: ${STATES.map((each) => `${t(each)} ${counts[each]}`).join(", ")}`}>
                {[...STATES].reverse().filter((each) => counts[each] > 0).map((each) => <span key={each} class={`part part-${each}`} style={{ height: `${(100 * counts[each]) / sumOf(counts)}%` }} />)}
              </div>
            </td>
          );
        })}
        <td class="number">{count(items.length)}</td>
      </tr>
    </tfoot>
  );
}

export function Matrix(props: Props) {
  const { fit, items, onChoose } = props;
  const ofTasks = itemsOfTasks(items);
  const tasks = fit.tasks.filter((task) => ofTasks.has(task));
  const known: readonly string[] = MODULES;
  const order = (module: string): number => (known.includes(module) ? known.indexOf(module) : known.length);
  const modules = [...new Set(fit.courses.map((each) => each.module))].sort((a, b) => order(a) - order(b));
  const courses = modules.flatMap((module) => fit.courses.filter((each) => each.module === module));
  const rows = new Map(courses.map((each, at) => [each, at]));
  const total = (course: Course): number => items.filter((each) => each.carriers.some((carrier) => carrier.course === course.id)).length;
  const firstFilled = courses.flatMap((course) => tasks.map((task) => [course, task] as const)).find(([course, task]) => {
    const { carried, waiting } = cellOf(ofTasks.get(task) ?? [], course);
    return carried + waiting > 0;
  });
  return (
    <div class="matrix scroll" role="region" tabIndex={0} aria-label={t("matrixKeys")}>
      <table onKeyDown={move}>
        <Heads tasks={tasks} items={items} onChoose={onChoose} />
        <tbody>
          {modules.map((module) => (
            <Fragment key={module}>
              <tr class="module-row"><th scope="rowgroup" colspan={tasks.length + 2}>{label(module)}</th></tr>
              {courses.filter((each) => each.module === module).map((course) => (
                <tr key={course.id} class={total(course) > 0 ? "" : "bare"}>
                  <th scope="row"><Data>{course.name}</Data></th>
                  {tasks.map((task, column) => (
                    <td key={task.id} class={column > 0 && tasks[column - 1]?.area !== task.area ? "area-start" : ""}>
                      <Cell {...props} ofTask={ofTasks.get(task) ?? []} course={course} task={task} row={rows.get(course) ?? 0} column={column} isFirst={firstFilled?.[0] === course && firstFilled[1] === task} />
                    </td>
                  ))}
                  <td class="number">{total(course) || ""}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
        <Foot tasks={tasks} items={items} />
      </table>
    </div>
  );
}
