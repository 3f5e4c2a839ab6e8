// The end of an import: questions, what will be written, and afterwards where to go on.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { link } from "../../address";
import { ApiError, asApiError, change, changes, useAnswer } from "../../api";
import CONFIRM from "../../documents/import-confirm.graphql";
import NODE from "../../documents/imported-node.graphql";
import type { ConfirmImportMutation, ImportCorrection, ImportedNodeQuery, ImportedNodeQueryVariables, PlanStatus } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Data, majorLink } from "../../parts/small";
import { count, t } from "../../words";
import { cw } from "../../words/correcting";
import { type ImportWord, w } from "../../words/import";
import { editor, newKey, token } from "../review/decisions";
import { Folded } from "./facts";
import type { CorrectedJob } from "./corrected";
import { keepWritten } from "./corrections";
import { type Job, proposedVersion } from "./job";
import { CountList } from "./count-list";
import { type Answers, type Question, Questions } from "./questions";
import { later } from "../../parts/later";
import { Refusal } from "../../parts/refusal";

/** Few standards are a version after another. */
const ChooseCarrying = later(async () => (await import("./carrying")).ChooseCarrying);
/** Once it is confirmed. */
const Written = later(async () => (await import("./written")).Written);
const WrittenAlignments = later(async () => (await import("./written")).WrittenAlignments);

export type Counts = readonly (readonly [name: string, count: number])[];

/** Before a standard is written: whether the graph has it. A plan that comes again is asked about. */
function Existing({ id }: { id: string }) {
  const answer = useAnswer<ImportedNodeQuery, ImportedNodeQueryVariables>(NODE, { id }, token.value);
  return <Shown answer={answer} rows={1}>{({ node }) => node && <p class="lead" role="note">{w("confirmExists", { name: node.distinctName ?? node.id })} <There node={node} /></p>}</Shown>;
}

type Node = NonNullable<ImportedNodeQuery["node"]>;

/** Where the standard is shown: a version of a certificate, or the programme that it is of. */
function There({ node }: { node: Node }) {
  const href = node.__typename === "SkillStandard" ? node.certificate && link(["certificates", node.certificate.name], { version: node.standardVersion }) : node.__typename === "TeachingStandard" && node.major && majorLink(node.major);
  return href ? <a href={href}>{w("openThere")}</a> : null;
}

/** Why an import cannot be confirmed; where the graph has the standard already, with the way to it. */
function Blocked({ error, nodes }: { error: ApiError; nodes: readonly string[] }) {
  const id = error.code === "STANDARD_EXISTS" ? nodes[0] : undefined;
  const answer = useAnswer<ImportedNodeQuery, ImportedNodeQueryVariables>(NODE, id ? { id } : null, token.value);
  return <><Refusal error={error} />{id && answer.data?.node && <p class="row"><Data>{answer.data.node.distinctName}</Data> <There node={answer.data.node} /></p>}</>;
}

/** What is corrected is confirmed only once it is known how the report is with it. */
const Unchecked = ({ error }: { error: ApiError }) => (
  <div class="unchecked">
    <p class="lead">{cw("unchecked")}</p>
    <Refusal error={error} />
    <p class="row"><button type="button" class="button" onClick={() => { changes.value += 1; }}>{t("retry")}</button></p>
  </div>
);

export interface Touched {
  subject: { id: string; name: string };
  target: { id: string; name: string };
  rows: number;
}

type Confirmed = NonNullable<ConfirmImportMutation["confirmImport"]>;

/** Questions of both lists, as the second words them where both have one. */
const merged = (some: readonly Question[], others: readonly Question[]): Question[] => {
  const known = new Set(others.map(({ name }) => name));
  return [...others, ...some.filter(({ name }) => !known.has(name))];
};

/** Answers so far, and the sending of them: the same answers have the same key, so nothing is written twice. */
function useConfirming(job: Job, onTurn: () => void, corrections: readonly ImportCorrection[]) {
  const [status, setStatus] = useState<PlanStatus | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  // A correction of the version may take the chosen one from the list, or propose another.
  const isOffered = chosen === "" || job.otherVersions.some(({ version }) => version === chosen);
  const carryFrom = chosen !== null && isOffered ? chosen : proposedVersion(job);
  const [answers, setAnswers] = useState<Answers>(new Map());
  // Those that answers led to.
  const [more, setMore] = useState<readonly Question[]>([]);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const key = useRef(newKey());
  const corrected = JSON.stringify(corrections);
  useEffect(() => {
    key.current = newKey();
    setMore([]);
  }, [corrected]);
  const answer = (name: string, text: string): void => {
    key.current = newKey();
    setAnswers((before) => new Map(before).set(name, text));
  };
  const choose = (next: PlanStatus): void => {
    key.current = newKey();
    setStatus(next);
  };
  const carry = (version: string): void => {
    key.current = newKey();
    setChosen(version);
  };
  const send = async (): Promise<void> => {
    setIsSending(true);
    setError(null);
    const input = { job: job.id, reportSha256: job.reportSha256, answers: [...answers].map(([question, text]) => ({ question, answer: text.trim() })), status, corrections, carryFrom, idempotencyKey: key.current };
    try {
      await change<ConfirmImportMutation>(CONFIRM, { input }, { token: token.value ?? "" });
      keepWritten();
      // The button stays as it is until the job is known to be confirmed: it is not pressed twice.
      onTurn();
    } catch (problem) {
      setIsSending(false);
      const refusal = asApiError(problem);
      const { questions } = (refusal.payload ?? {}) as Partial<Confirmed>;
      if (questions?.length) setMore((before) => merged(before, questions));
      setError(refusal);
    }
  };
  return { asked: merged(more, job.questions), answers, answer, status, choose, carryFrom, carry, send, isSending, error };
}

/** A draft is of the college of its editor. */
const lacksCollege = (status: PlanStatus): boolean => status === "DRAFT" && editor.value?.role === "REVIEWER" && editor.value.college == null;

/** What is published never changes again, so a person says which it is. */
const ChooseStatus = ({ status, onChoose }: { status: PlanStatus | null; onChoose: (status: PlanStatus) => void }) => (
  <fieldset class="question status">
    <legend>{w("status")}</legend>
    {(["DRAFT", "PUBLISHED"] as const).map((each) => (
      <label key={each} class={status === each ? "on" : ""}><input type="radio" name="status" value={each} disabled={lacksCollege(each)} checked={status === each} onChange={() => onChoose(each)} /><span><b>{w(`status_${each}`)}</b> <span>{w(`status_${each}_help`)}</span></span></label>
    ))}
    {lacksCollege("DRAFT") && <p class="fine">{w("nationalHerePlan")}</p>}
  </fieldset>
);

interface Confirming {
  job: Job & Partial<CorrectedJob>;
  counts: Counts;
  onTurn: () => void;
  /** What a person corrected of the report; the job is as it is with them. */
  corrections?: readonly ImportCorrection[];
  /** Between which programmes and certificates a table of alignments changes something. */
  touched?: readonly Touched[];
  children?: ComponentChildren;
}

/** What a reviewer alone confirms, and who that is. */
const REVIEWER_OF = new Map<string, ImportWord>([["SKILL_STANDARD", "reviewerConfirms"], ["TEACHING_STANDARD", "reviewerConfirms"], ["TRAINING_PLAN", "reviewerConfirmsPlan"]]);
const NO_CORRECTIONS: readonly ImportCorrection[] = [];
const NONE_TOUCHED: readonly Touched[] = [];

export function Confirm({ job, counts, onTurn, corrections = NO_CORRECTIONS, touched = NONE_TOUCHED, children }: Confirming) {
  const { asked, answers, answer, status, choose, carryFrom, carry, send, isSending, error } = useConfirming(job, onTurn, corrections);
  const [isCarryShown, setIsCarryShown] = useState(false);
  if (job.state === "CONFIRMED") return job.kind === "ALIGNMENTS" ? <WrittenAlignments changes={counts.reduce((sum, [, number]) => sum + number, 0)} touched={touched} /> : <Written job={job} />;
  const isCorrected = corrections.length > 0;
  const isPlan = job.kind === "TRAINING_PLAN";
  const reviewer = editor.value?.role === "DESIGNER" ? REVIEWER_OF.get(job.kind) : undefined;
  const lacksStatus = isPlan && status === null;
  const lacksCarrying = job.otherVersions.length > 0 && !isCarryShown;
  const open = asked.filter((each) => !answers.get(each.name)?.trim()).length;
  return (
    <section class="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title" tabIndex={-1}>{w("step3")}</h2>
      {children}
      {job.askError ? <Unchecked error={job.askError} /> : job.error ? <Blocked error={new ApiError(job.error.code, job.error.message)} nodes={job.nodes} /> : (
        <>
          <h3>{w("questions")} <span class="number">{count(open)}</span></h3>
          {isCorrected && <p class="fine" role="status">{w(job.isAsking ? "questionsAsking" : "questionsCorrected")}</p>}
          <Questions questions={asked} answers={answers} onAnswer={answer} />
          <h3>{w("confirmCounts")}</h3>
          <p class="lead">{w("confirmLead")}</p>
          {!isPlan && job.nodes.map((each) => <Existing key={each} id={each} />)}
          <dl class="facts-row">{counts.map(([name, number]) => <div key={name}><dt>{name}</dt><dd class="number">{count(number)}</dd></div>)}</dl>
          {job.writes.length > 0 && <Folded title={w("writes")}><CountList counts={job.writes} /></Folded>}
          {job.otherVersions.length > 0 && <ChooseCarrying job={job} chosen={carryFrom} onChoose={carry} onShown={setIsCarryShown} />}
          {isPlan && <ChooseStatus status={status} onChoose={choose} />}
          {error && <Blocked error={error} nodes={job.nodes} />}
          <p class="row">
            <button type="button" class="button primary" disabled={reviewer !== undefined || open > 0 || job.isAsking === true || lacksStatus || lacksCarrying || isSending} onClick={() => void send()}>{w(isSending ? "confirming" : "confirm")}</button>
            <span class="fine" role="status">{reviewer ? w(reviewer) : open > 0 ? w("confirmBlocked", { n: open }) : lacksStatus ? w("statusBlocked") : lacksCarrying && w("carryBlocked")}</span>
          </p>
        </>
      )}
    </section>
  );
}
