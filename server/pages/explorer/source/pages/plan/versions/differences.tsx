// What changed from another version or grade of the plan to this one, course by course, as a list that can be saved.
import type { ComponentChildren } from "preact";
import { filter, link, param } from "../../../address";
import { useAnswer } from "../../../api";
import DIFFERENCES from "../../../documents/plan-differences.graphql";
import OTHERS from "../../../documents/plan-others.graphql";
import type { PlanDifferencesQuery, PlanDifferencesQueryVariables, PlanOthersQuery, PlanOthersQueryVariables } from "../../../generated/answers";
import { Empty, Shown } from "../../../parts/answer";
import { type Cell, Figure, type Table } from "../../../parts/figure";
import { Lined, column } from "../../../parts/lined";
import { Mixed, Select } from "../../../parts/small";
import { count, label, listed } from "../../../words";
import { coded as codeOf, p } from "../../../words/plan";
import { coded, v } from "../../../words/versions";
import { token } from "../../review/decisions";
import { spanText } from "../figures";
import type { Plan } from "../terms";

type Differences = NonNullable<PlanDifferencesQuery["diffTrainingPlans"]>;
type Difference = Differences["fields"][number];
type Total = Differences["totals"][number];
type Other = PlanOthersQuery["trainingPlans"]["nodes"][number];

/** Fields whose values are codes of the API. */
const OF_CODES = new Set<string>(["MODULE", "NATURE", "EDUCATION_LEVEL", "KIND"]);
const ASSESSED = /\b(EXAM|CHECK)\b/g;
const CHOSEN = /^(CHOOSE_ONE|CHOOSE_CREDITS|ALTERNATIVES)\b/;

function valueText(field: string, value: string | null | undefined): string {
  if (value == null) return v("none");
  if (field === "IS_COUNTED") return v(value === "true" ? "yes" : "no");
  if (field === "ASSESSMENT") return value.replace(ASSESSED, (code) => codeOf("", code)).replaceAll("*: ", "");
  if (field === "CHOICE") return value.replace(CHOSEN, (code) => coded("", code));
  if (field === "DURATION_YEARS") return p("yearsOf", { n: value });
  return OF_CODES.has(field) ? coded("", value, label(value)) : value;
}

/** What differs, before and after, as a row of the list: in which part, of what, which field. */
interface Row {
  part: "plan" | "changed" | "added" | "removed" | "groups" | "totals" | "certificates" | "notes";
  name: string;
  field: string;
  before: string;
  after: string;
  /** A course or group may have several rows, and another may have the same name: the first row of each has it. */
  isFirst?: boolean;
  /** Two names were taken for one course since they are alike. */
  isGuess?: boolean;
}

const ofFields = (part: Row["part"], name: string, fields: readonly Difference[], isGuess = false): Row[] =>
  fields.map(({ field, before, after }, at) => ({ part, name, field: coded("field_", field), before: valueText(field, before), after: valueText(field, after), isFirst: at === 0, isGuess }));

const lineText = ({ credits, hours, terms }: Differences["added"][number]): string =>
  [credits != null && v("creditsOf", { n: count(credits) }), hours != null && v("hoursOf", { n: count(hours) }), terms.length > 0 && v("termsOf", { t: listed(terms) })].filter(Boolean).join(v("comma")) || v("unstated");

const totalSpan = (least: number | null | undefined, most: number | null | undefined): string => (least == null ? v("none") : spanText({ least, most: most ?? null }));

const ofTotal = ({ module, figure, leastBefore, mostBefore, leastAfter, mostAfter }: Total, at: number, all: readonly Total[]): Row => ({
  part: "totals", name: module ? label(module) : v("wholePlan"), field: coded("field_", figure), before: totalSpan(leastBefore, mostBefore), after: totalSpan(leastAfter, mostAfter),
  isFirst: at === 0 || all[at - 1]?.module !== module,
});

function rowsOf({ fields, changed, added, removed, groups, totals, certificates, notes }: Differences): Row[] {
  return [
    ...ofFields("plan", v("plan"), fields),
    ...changed.flatMap((each) => ofFields("changed", each.lineAfter.name, each.fields, each.pairedBy === "LIKENESS")),
    ...added.map((each): Row => ({ part: "added", name: each.name, field: "", before: v("none"), after: lineText(each), isFirst: true })),
    ...removed.map((each): Row => ({ part: "removed", name: each.name, field: "", before: lineText(each), after: v("none"), isFirst: true })),
    ...groups.flatMap((each): Row[] => (each.fields.length > 0 ? ofFields("groups", (each.groupAfter ?? each.groupBefore)?.label ?? "", each.fields) : [{ part: "groups", name: (each.groupAfter ?? each.groupBefore)?.label ?? "", field: "", before: each.groupBefore ? v("there") : v("none"), after: each.groupAfter ? v("there") : v("none"), isFirst: true }])),
    ...totals.map(ofTotal),
    ...ofFields("certificates", v("certificate"), certificates),
    ...ofFields("notes", v("note"), notes),
  ];
}

const tableOf = (rows: readonly Row[]): Table => ({
  columns: { part: v("part"), name: v("what"), field: v("field"), before: v("before"), after: v("after") },
  rows: rows.map((each): Cell[] => [v(`part_${each.part}`), each.name, each.field, each.before, each.after]),
});

/** As many of each list the API gives at most; a plan has fewer courses, groups and certificates, but may have more notes. */
const FIRST = 500;
const PARTS: readonly Row["part"][] = ["plan", "added", "removed", "changed", "groups", "totals", "certificates", "notes"];

const Name = ({ row }: { row: Row }) =>
  row.isFirst ? <><Mixed>{row.name}</Mixed> {row.isGuess && <span class="tag">{v("isGuess")}</span>}</> : <span class="hidden-text"><Mixed>{row.name}</Mixed></span>;

/** Of a course that was added or removed there is no single field. */
const HEADS = ["what", "field", "before", "after"] as const;
const WHOLE_HEADS = ["what", "before", "after"] as const;

const Part = ({ part, rows }: { part: Row["part"]; rows: readonly Row[] }) => {
  const hasFields = rows.some((each) => each.field);
  return (
    <>
      <h3>{v(`part_${part}`)} <span class="fine number">{count(rows.filter((each) => each.isFirst).length)}</span></h3>
      <Lined label={v(`part_${part}`)} columns={(hasFields ? HEADS : WHOLE_HEADS).map((each) => column(v(each)))}>
        {rows.map((each, at) => (
          <tr key={at}>
            <th scope="row"><Name row={each} /></th>
            {hasFields && <td>{each.field}</td>}
            <td class="text before"><Mixed>{each.before}</Mixed></td>
            <td class="text after"><Mixed>{each.after}</Mixed></td>
          </tr>
        ))}
      </Lined>
      {part === "notes" && rows.length === FIRST && <p class="fine" role="note">{v("notesCut", { n: FIRST })}</p>}
    </>
  );
};

function List({ found }: { found: Differences }) {
  const rows = rowsOf(found);
  if (rows.length === 0) return <Empty title={v("same")} />;
  return (
    <div class="differences">
      {!(found.fromIsWhole && found.toIsWhole) && <p class="fine">{v("notWhole")}</p>}
      {PARTS.map((part) => ({ part, own: rows.filter((each) => each.part === part) })).filter(({ own }) => own.length > 0).map(({ part, own }) => <Part key={part} part={part} rows={own} />)}
    </div>
  );
}

function Compared({ plan, from }: { plan: Plan; from: string }) {
  const variables = { from, to: plan.id, first: FIRST };
  const answer = useAnswer<PlanDifferencesQuery, PlanDifferencesQueryVariables>(DIFFERENCES, variables, token.value);
  return (
    <Shown answer={answer}>
      {({ diffTrainingPlans: found }) => found && (
        <Figure id="plan-differences" title={v("differences")} lead={v("counts", { a: count(found.addedCount), r: count(found.removedCount), c: count(found.changedCount), m: count(found.movedCount) })} query={DIFFERENCES} variables={variables} table={tableOf(rowsOf(found))}>
          <List found={found} />
        </Figure>
      )}
    </Shown>
  );
}

export const otherName = ({ grade, version, status }: Omit<Other, "id">): string =>
  [grade ?? "", version == null ? "" : v("version", { n: version }), status === "DRAFT" ? v("draft") : ""].filter(Boolean).join(" · ") || v("unnamed");

/** A document may write the college otherwise than the graph does: where it is known, the link counts. */
const ofCollege = ({ college, collegeName }: Plan) => (college ? { college: { some: { name: { eq: college.name } } } } : { collegeName: { eq: collegeName } });

/** The plan that this one follows, else one of the same major that stands before it. */
function useOthers(plan: Plan): { others: readonly Other[]; isLoading: boolean; before: string | null } {
  const { data, isLoading } = useAnswer<PlanOthersQuery, PlanOthersQueryVariables>(OTHERS, { where: { ...ofCollege(plan), majorName: { eq: plan.majorName } } }, token.value);
  const all = data?.trainingPlans.nodes ?? [];
  const others = all.filter((each) => each.id !== plan.id);
  const at = all.findIndex((each) => each.id === plan.id);
  return { others, isLoading, before: plan.revises?.id ?? all[at + 1]?.id ?? others[0]?.id ?? null };
}

export function DifferencesOf({ plan }: { plan: Plan }): ComponentChildren {
  const { others, isLoading, before } = useOthers(plan);
  const from = param("from") ?? before;
  if (isLoading && others.length === 0) return null;
  if (from === null || (others.length === 0 && before === null)) return <section class="card dotted"><Empty title={v("onlyOne")}>{v("onlyOneHelp")}</Empty></section>;
  const { revises } = plan;
  // The plan that this one follows may bear another name, or stand behind the end of the list.
  const isBehind = revises != null && !others.some((each) => each.id === revises.id);
  const options = [...others.map((each) => [each.id, otherName(each)] as const), ...(isBehind ? [[revises.id, otherName({ grade: null, version: revises.version ?? null, status: "PUBLISHED" })] as const] : [])];
  const isListed = options.some(([id]) => id === from);
  return (
    <>
      <div class="filters"><Select name={v("compareWith")} value={from} options={options} isLoading={isLoading} onChoose={(value) => filter({ from: value })} />{isListed && <a href={link(["plans", from])}>{v("openOther")}</a>}</div>
      {isListed && <Compared key={from} plan={plan} from={from} />}
    </>
  );
}
