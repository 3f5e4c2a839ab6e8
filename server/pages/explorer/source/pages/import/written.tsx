// After an import is confirmed: what was written, where it leads, and the way back.
import { useEffect, useRef, useState } from "preact/hooks";
import { link } from "../../address";
import { useAnswer } from "../../api";
import NODE from "../../documents/imported-node.graphql";
import type { ImportedNodeQuery, ImportedNodeQueryVariables } from "../../generated/answers";
import { Loading, Shown } from "../../parts/answer";
import { later } from "../../parts/later";
import { Data, majorLink } from "../../parts/small";
import { w } from "../../words/import";
import { writtenWord } from "../../words/written";
import { token } from "../review/decisions";
import { Carried } from "./carrying";
import type { Touched } from "./confirm";
import type { Job } from "./job";
import { useUndone } from "./undone";

/** Few imports are undone where they were confirmed. */
const Undo = later(async () => (await import("./undo")).Undo);

type Node = NonNullable<ImportedNodeQuery["node"]>;

/** What was written, by its name; of a plan also what may become of it. */
function Name({ node }: { node: Node }) {
  if (node.__typename !== "TrainingPlan") return <p class="lead">{writtenWord("writtenLead", { name: node.displayName ?? node.id })}</p>;
  const name = [node.collegeName, node.majorName, node.grade].filter(Boolean).join(" ");
  return <p class="lead">{w(node.status === "DRAFT" ? "writtenDraft" : "writtenPlan", { name, v: node.version ?? 1 })}</p>;
}

/** What was written is not there: since its import was undone, where the trail says so; it takes the focus of the button that is gone. */
function Gone({ id, name, takesFocus, onUndone }: { id: string; name: string | null; takesFocus: boolean; onUndone: () => void }) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) told.current?.focus();
    if (takesFocus || name) onUndone();
  }, [takesFocus, name]);
  return <p class="lead" role="status" tabIndex={-1} ref={told}>{name ? w("undoneLead", { name }) : writtenWord("goneLead", { name: id })}</p>;
}

/** Where what was written leads: its page, and the suggestions for it. */
function Onward({ id, job, onUndone }: { id: string; job: Job; onUndone: () => void }) {
  const answer = useAnswer<ImportedNodeQuery, ImportedNodeQueryVariables>(NODE, { id }, token.value);
  const [isUndone, setIsUndone] = useState(false);
  const canUndo = job.kind === "SKILL_STANDARD" || job.kind === "TEACHING_STANDARD";
  const isGone = answer.error?.code === "NOT_FOUND" || answer.data?.node === null;
  const undone = useUndone(isUndone || isGone);
  if (isUndone || isGone) return undone === null ? <Loading rows={1} /> : <Gone id={id} name={undone.find(({ node }) => node === id)?.name ?? null} takesFocus={isUndone} onUndone={onUndone} />;
  return <Shown answer={answer} rows={1}>{({ node }) => node && <><Name node={node} />{node.__typename === "SkillStandard" && node.certificate && <Carried job={job} certificate={node.certificate} />}<Doors node={node} />{canUndo && <Undo standard={id} onDone={() => setIsUndone(true)} />}</>}</Shown>;
}

function Doors({ node }: { node: Node }) {
  if (node.__typename === "SkillStandard") {
    const certificate = node.certificate;
    return <p class="row">{certificate && <a class="button primary" href={link(["fit"], { target: certificate.id })}>{writtenWord("toSuggestions")}</a>}{certificate && <a class="button" href={link(["review"], { target: certificate.id })}>{writtenWord("toReview")}</a>}{certificate && <a class="button" href={link(["certificates", certificate.name])}>{writtenWord("toCertificate")}</a>}</p>;
  }
  if (node.__typename === "TeachingStandard") {
    return <p class="row"><a class="button primary" href={link(["review"], { subject: node.id })}>{writtenWord("toReview")}</a>{node.major && <a class="button" href={majorLink(node.major)}>{writtenWord("toProgramme")} <Data>{node.major.name}</Data></a>}</p>;
  }
  return <p class="row"><a class="button primary" href={link(["plans", node.id], { view: "rules" })}>{writtenWord("toRules")}</a><a class="button" href={link(["plans", node.id], { view: "board" })}>{writtenWord("toBoard")}</a><a class="button" href={link(["plans", node.id])}>{writtenWord("toPlan")}</a></p>;
}

export function Written({ job }: { job: Job }) {
  const [isUndone, setIsUndone] = useState(false);
  return (
    <section class="card written">
      <h2><span role="status">{w(isUndone ? "undone" : "written")}</span></h2>
      {job.nodes.map((each) => <Onward key={each} id={each} job={job} onUndone={() => setIsUndone(true)} />)}
    </section>
  );
}

const ends = ({ subject, target }: Touched) => ({ subject: subject.id, target: target.id });
const PAIRS_SHOWN = 20;

/** Of several programmes and certificates each leads to its own pages. */
const Pairs = ({ touched }: { touched: readonly Touched[] }) => (
  <ul>
    {touched.slice(0, PAIRS_SHOWN).map((each) => (
      <li key={`${each.subject.id} ${each.target.id}`}>
        <a href={link(["fit"], ends(each))}><Data>{each.subject.name}</Data> × <Data>{each.target.name}</Data></a> <span class="fine">{writtenWord("touchedRows", { n: each.rows })}</span> <a href={link(["review"], ends(each))}>{writtenWord("toReview")}</a>
      </li>
    ))}
  </ul>
);

/** Of a table of alignments each row is a change of its own; what was proposed waits for another person. */
export function WrittenAlignments({ changes, touched }: { changes: number; touched: readonly Touched[] }) {
  const only = touched.length === 1 ? touched[0] : undefined;
  return (
    <section class="card written">
      <h2><span role="status">{w("written")}</span></h2>
      <p class="lead">{writtenWord("alignmentsWritten", { n: changes })}</p>
      {only && <p class="row"><a class="button primary" href={link(["review"], ends(only))}>{writtenWord("toReview")}</a><a class="button" href={link(["fit"], ends(only))}>{writtenWord("toFit")}</a></p>}
      {touched.length > 1 && <Pairs touched={touched} />}
      {touched.length === 0 && <p class="row"><a class="button primary" href={link(["review"])}>{writtenWord("toReview")}</a></p>}
    </section>
  );
}
