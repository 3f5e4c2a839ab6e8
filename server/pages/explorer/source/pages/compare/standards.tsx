// Two standards by the words of their requirements or tasks: what both say, and what one says alone. No row proves that two are equal.
import { filter, link, param } from "../../address";
import { useAnswer } from "../../api";
import SIDES from "../../documents/compare-sides.graphql";
import CROSSWALK from "../../documents/compare-standards.graphql";
import type { CompareSidesQuery, CompareSidesQueryVariables, CompareStandardsQuery, CompareStandardsQueryVariables } from "../../generated/answers";
import { Empty, NotFound, Shown } from "../../parts/answer";
import { Figure } from "../../parts/figure";
import { Lined, column, numbers } from "../../parts/lined";
import { Choice, Data, type Level, Mixed } from "../../parts/small";
import { count, percent, t } from "../../words";

type Crosswalk = NonNullable<CompareStandardsQuery["crosswalk"]>;
type Side = NonNullable<CompareSidesQuery["a"]>;

/** One text of a side, whatever it is: a requirement, a task or a work function. */
interface Text {
  code: string;
  level: Level | null;
  text: string;
  isUnit: boolean;
}
interface Row {
  match: Crosswalk["rows"][number]["match"];
  shared: readonly string[];
  jaccard: number;
  a: Text | null;
  b: Text | null;
}

const VIEWS = ["shared", "onlyA", "onlyB"] as const;

function certificateOf(side: Side): string | null {
  switch (side.__typename) {
    case "Certificate":
      return side.name;
    case "SkillStandard":
      return side.certificate?.name ?? null;
    case "StandardLevel":
      return side.skillStandard?.certificate?.name ?? null;
    case "WorkArea":
      return side.standardLevel?.skillStandard?.certificate?.name ?? null;
    default:
      return null;
  }
}

/** Of which version a side is; a certificate alone is its newest one. */
function versionOf(side: Side): string {
  const version = side.__typename === "SkillStandard" ? side.version : side.__typename === "StandardLevel" ? side.skillStandard?.version : null;
  return version ? t("standardVersion", { v: version }) : "";
}

const titleOf = (side: Side): string =>
  [certificateOf(side) ?? side.displayName ?? side.id, versionOf(side), side.__typename === "StandardLevel" ? t(side.level) : side.__typename === "WorkArea" ? side.name : ""].filter(Boolean).join(" ");
function sideLink(side: Side): string {
  const certificate = certificateOf(side);
  return certificate ? link(["certificates", certificate], { level: side.__typename === "StandardLevel" ? side.level : null }) : link(["search"], { q: side.displayName ?? side.id });
}

type TaskSide = Crosswalk["taskRows"][number]["a"];
type RequirementSide = Crosswalk["rows"][number]["a"];

const requirementText = (side: RequirementSide): Text | null => (side ? { ...side.requirement, isUnit: true } : null);
function taskText(side: TaskSide): Text | null {
  if (side?.task) return { code: side.task.code, level: side.task.level, text: side.task.name, isUnit: true };
  return side?.workFunction ? { code: "", level: null, text: side.workFunction.name, isUnit: false } : null;
}

const rowsOf = (crosswalk: Crosswalk, by: "tasks" | "requirements"): Row[] =>
  by === "tasks"
    ? crosswalk.taskRows.map((each) => ({ ...each, a: taskText(each.a ?? null), b: taskText(each.b ?? null) }))
    : crosswalk.rows.map((each) => ({ ...each, a: requirementText(each.a ?? null), b: requirementText(each.b ?? null) }));

/** One less than is asked for: that tells whether there are more. */
const ROWS_MOST = 499;

const viewOf = (row: Row): (typeof VIEWS)[number] => (row.match !== "NO_MATCH" ? "shared" : row.a ? "onlyA" : "onlyB");

/** The text with the shared words marked, where they stand in it as they are written. */
function Marked({ text, shared }: { text: string; shared: readonly string[] }) {
  const places = shared.flatMap((word) => {
    const at = text.toLowerCase().indexOf(word.toLowerCase());
    return at < 0 ? [] : [[at, at + word.length] as const];
  }).sort(([one], [other]) => one - other);
  const parts = places.filter(([start], at) => start >= (places[at - 1]?.[1] ?? 0));
  return (
    <Data>
      {parts.map(([start, end], at) => <>{text.slice(parts[at - 1]?.[1] ?? 0, start)}<mark>{text.slice(start, end)}</mark></>)}
      {text.slice(parts.at(-1)?.[1] ?? 0)}
    </Data>
  );
}

function SideCell({ text, side, shared }: { text: Text | null; side: Side; shared: readonly string[] }) {
  if (!text) return <td class="text"><span class="fine">—</span></td>;
  const certificate = certificateOf(side);
  const words = <Marked text={text.text} shared={shared} />;
  return (
    <td class="text">
      {text.level && <span class="fine">{t(text.level)}</span>} <span class="bare-code">{text.code}</span>{" "}
      {certificate && text.isUnit ? <a href={link(["certificates", certificate], { level: text.level, q: text.code })}>{words}</a> : words}
    </td>
  );
}

function Rows({ rows, sides }: { rows: readonly Row[]; sides: { a: Side; b: Side } }) {
  return (
    <Lined label={t("crosswalk")} columns={[column(t("sideA")), column(t("sideB")), column(t("crosswalkShared")), numbers(t("crosswalkLikeness"))]}>
      {rows.map((row, at) => (
        <tr key={at}>
          <SideCell text={row.a} side={sides.a} shared={row.shared} />
          <SideCell text={row.b} side={sides.b} shared={row.shared} />
          <td class="text">{row.match === "SAME_TEXT" ? t("crosswalkSame") : row.shared.map((each) => <span key={each} class="tag" lang="zh-CN">{each}</span>)}</td>
          <td class="number">{row.match === "NO_MATCH" ? "—" : percent(row.jaccard)}</td>
        </tr>
      ))}
    </Lined>
  );
}

const written = (text: Text | null): string | null => text && [text.level && t(text.level), text.code, text.text].filter(Boolean).join(" ");

function Compared({ sides, crosswalk, variables }: { sides: { a: Side; b: Side }; crosswalk: Crosswalk; variables: CompareStandardsQueryVariables }) {
  const by = param("by") === "tasks" || crosswalk.rows.length === 0 ? "tasks" : "requirements";
  const found = rowsOf(crosswalk, by);
  const rows = found.slice(0, ROWS_MOST);
  const groups = new Map(VIEWS.map((view) => [view, rows.filter((each) => viewOf(each) === view)]));
  const view = VIEWS.find((each) => each === param("view")) ?? "shared";
  const counts = by === "tasks" ? crosswalk.tasks : crosswalk.requirements;
  const shown = [...(groups.get(view) ?? [])].sort((one, other) => other.jaccard - one.jaccard);
  return (
    <>
      <ol class="sides">
        {(["a", "b"] as const).map((side) => (
          <li key={side} class={`side side-${side}`}><span class="sign" aria-hidden="true">{t(side === "a" ? "sideA" : "sideB")}</span><h2><a href={sideLink(sides[side])}><Mixed>{titleOf(sides[side])}</Mixed></a></h2><span class="number fine">{t(by === "tasks" ? "tasksCount" : "requirementsCount", { n: count(counts?.[side]) })}</span></li>
        ))}
      </ol>
      <Figure id="crosswalk" title={t("crosswalk")} lead={t("crosswalkLead")} query={CROSSWALK} variables={variables}
        table={{ columns: { match: t("kindColumn"), a: titleOf(sides.a), b: titleOf(sides.b), shared: t("crosswalkShared"), jaccard: t("zeroToOne", { of: t("crosswalkLikeness") }) }, rows: rows.map((each) => [each.match, written(each.a), written(each.b), each.shared.join("; "), each.jaccard]) }}>
        <div class="controls">
          <Choice name="by" legend={t("crosswalkBy")} value={by} onChoose={(value) => filter({ by: value === "tasks" ? value : null, view: null })} options={[{ value: "requirements", name: t("requirement") }, { value: "tasks", name: t("task") }]} />
          <Choice name="view" legend={t("show")} value={view} onChoose={(value) => filter({ view: value === "shared" ? null : value })} options={VIEWS.map((value) => ({ value, name: <>{t(`crosswalk_${value}`)} <b class="number">{groups.get(value)?.length ?? 0}</b></> }))} />
        </div>
        {rows.length < found.length && <p class="fine" role="note">{t("crosswalkCut", { n: rows.length })}</p>}
        {shown.length > 0 ? <Rows rows={shown} sides={sides} /> : <Empty title={t("crosswalkNone")}>{t("crosswalkNoneHelp")}</Empty>}
      </Figure>
    </>
  );
}

export function Standards(variables: { a: string; b: string }) {
  const { a, b } = variables;
  const sides = useAnswer<CompareSidesQuery, CompareSidesQueryVariables>(SIDES, { a, b });
  const crosswalk = useAnswer<CompareStandardsQuery, CompareStandardsQueryVariables>(CROSSWALK, { a, b });
  return (
    <Shown answer={sides}>
      {({ a: one, b: other }) =>
        one && other ? <Shown answer={crosswalk}>{({ crosswalk: found }) => (found ? <Compared sides={{ a: one, b: other }} crosswalk={found} variables={{ a, b }} /> : <NotFound />)}</Shown> : <NotFound />
      }
    </Shown>
  );
}
