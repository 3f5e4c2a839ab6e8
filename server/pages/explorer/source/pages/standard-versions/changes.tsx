// What became of each requirement between two versions: old and new wording side by side, with differences marked.
import { useMemo } from "preact/hooks";
import { filter, link, param } from "../../address";
import { ask, useAnswer } from "../../api";
import CHANGES from "../../documents/version-changes.graphql";
import type { VersionChangesQuery, VersionChangesQueryVariables } from "../../generated/answers";
import { Empty, NotFound, Shown } from "../../parts/answer";
import { Figure } from "../../parts/figure";
import { Lined, column, numbers } from "../../parts/lined";
import { type Page, ReadOn } from "../../parts/read-on";
import { Choice, Data, type Level } from "../../parts/small";
import { Pieces } from "../../parts/wording";
import { type Piece, piecesOf } from "../../text-changes";
import { count, percent, t } from "../../words";
import { vw } from "../../words/standard-versions";
import type { Version } from "./page";

type Diff = NonNullable<VersionChangesQuery["versionDiff"]>;
type Change = Diff["changes"][number];
type Requirement = { id: string; level: Level; code: string; text: string };

const COUNTS = { REWORDED: "reworded", REWRITTEN: "rewritten", MOVED: "moved", SPLIT: "split", MERGED: "merged", REMOVED: "removed", ADDED: "added", UNCHANGED: "unchanged" } as const;
type Kind = keyof typeof COUNTS;
const KINDS = Object.keys(COUNTS) as Kind[];
const VIEWS = ["CHANGED", ...KINDS] as const;
type View = (typeof VIEWS)[number];
/** Of one text and another; of several it is no wording. */
const WORDED = new Set<Kind>(["REWORDED", "REWRITTEN"]);

interface Props {
  certificate: string;
  ends: { from: string; to: string };
  versions: { from: Version; to: Version };
}

const requirementsOf = (nodes: Change["from"]): Requirement[] => nodes.flatMap((each) => ("code" in each ? [each] : []));
const numberOf = (diff: Diff, view: View): number => kindsOf(view).reduce((sum, each) => sum + diff[COUNTS[each]], 0);
const kindsOf = (view: View): Kind[] => (view === "CHANGED" ? KINDS.filter((each) => each !== "UNCHANGED") : [view]);
function pageOf(diff: Diff): Page<Change>;
function pageOf(diff: Diff | null | undefined): Page<Change> | undefined;
function pageOf(diff: Diff | null | undefined): Page<Change> | undefined {
  return diff ? { nodes: diff.changes, pageInfo: diff.pageInfo } : undefined;
}
const chosenView = (): View => VIEWS.find((each) => each === param("view")) ?? "CHANGED";
const likeness = ({ kind, similarity }: Change): string => (similarity != null && WORDED.has(kind) ? percent(similarity) : "—");

function Side({ requirements, version, certificate, pieces, as }: { requirements: readonly Requirement[]; version: string; certificate: string; pieces: readonly Piece[] | null; as: "del" | "ins" }) {
  if (requirements.length === 0) return <td class="text"><span class="fine">—</span></td>;
  return (
    <td class="text">
      {requirements.map(({ id, level, code, text }) => (
        <p key={id}><span class="fine">{t(level)}</span> <a class="bare-code" href={link(["certificates", certificate], { version, level, q: code })}>{code}</a> {pieces ? <Pieces pieces={pieces} as={as} /> : <Data>{text}</Data>}</p>
      ))}
    </td>
  );
}

function Row({ change, certificate, versions }: { change: Change } & Omit<Props, "ends">) {
  const [before, after] = [requirementsOf(change.from), requirementsOf(change.to)];
  const pieces = WORDED.has(change.kind) ? piecesOf(before[0]?.text ?? "", after[0]?.text ?? "") : null;
  return (
    <tr>
      <th scope="row">{vw(change.kind)}</th>
      <Side requirements={before} version={versions.from.version} certificate={certificate} pieces={pieces?.before ?? null} as="del" />
      <Side requirements={after} version={versions.to.version} certificate={certificate} pieces={pieces?.after ?? null} as="ins" />
      <td class="number">{likeness(change)}</td>
    </tr>
  );
}

const written = (nodes: Change["from"]): string => requirementsOf(nodes).map(({ level, code, text }) => `${t(level)} ${code} ${text}`).join("\n");

/** Page after page: a standard may have more changes than one answer gives. */
function Listed({ diff, ...shown }: Props & { diff: Diff }) {
  const read = async (after: string | null) => pageOf((await ask<VersionChangesQuery>(CHANGES, { ...shown.ends, kinds: kindsOf(chosenView()), after })).versionDiff);
  const first = useMemo(() => pageOf(diff), [diff]);
  return <ReadOn<Change> first={first} read={read}>{(changes) => <Table diff={diff} changes={changes} {...shown} />}</ReadOn>;
}

function Table({ diff, changes: shown, certificate, ends, versions }: Props & { diff: Diff; changes: readonly Change[] }) {
  const view = chosenView();
  const sides = [t("version", { v: versions.from.version, y: versions.from.year ?? t("unknown") }), t("version", { v: versions.to.version, y: versions.to.year ?? t("unknown") })] as const;
  return (
    <Figure id="version-changes" title={vw("requirements")} lead={vw("requirementsLead")} query={CHANGES} variables={{ ...ends, kinds: kindsOf(view) }}
      table={{ columns: { kind: vw("kind"), from: sides[0], to: sides[1], similarity: t("zeroToOne", { of: vw("likeness") }) }, rows: shown.map((each) => [vw(each.kind), written(each.from), written(each.to), WORDED.has(each.kind) ? each.similarity : ""]) }}>
      <div class="version-kinds">
        <Choice name="view" legend={vw("kind")} value={view} onChoose={(value) => filter({ view: value === "CHANGED" ? null : value })} options={VIEWS.map((value) => ({ value, name: <>{vw(value)} <b class="number">{count(numberOf(diff, value))}</b></> }))} />
      </div>
      {shown.length < numberOf(diff, view) && <p class="fine" role="note">{vw("cut", { n: shown.length, all: numberOf(diff, view) })}</p>}
      {shown.length === 0 ? <Empty title={vw("noRows")}>{vw("noRowsHelp")}</Empty> : (
        <Lined label={vw("requirements")} columns={[column(vw("kind")), column(sides[0]), column(sides[1]), numbers(vw("likeness"))]}>
          {shown.map((each, at) => <Row key={`${view}${at}`} change={each} certificate={certificate} versions={versions} />)}
        </Lined>
      )}
    </Figure>
  );
}

export function Changes(shown: Props) {
  const answer = useAnswer<VersionChangesQuery, VersionChangesQueryVariables>(CHANGES, { ...shown.ends, kinds: kindsOf(chosenView()) });
  return <Shown answer={answer} rows={8}>{({ versionDiff }) => (versionDiff ? <Listed diff={versionDiff} {...shown} /> : <NotFound />)}</Shown>;
}
