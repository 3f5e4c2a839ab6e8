// The end of an import: questions, what will be written, and afterwards where to go on.
import { useRef, useState } from "preact/hooks";
import { link } from "../../address";
import { ApiError, asApiError, change, useAnswer } from "../../api";
import CONFIRM from "../../documents/import-confirm.graphql";
import NODE from "../../documents/imported-node.graphql";
import type { ConfirmImportMutation, ImportedNodeQuery, ImportedNodeQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Data, majorLink } from "../../parts/small";
import { count } from "../../words";
import { w } from "../../words/import";
import { newKey, token } from "../review/decisions";
import { Folded } from "./facts";
import type { Job } from "./job";
import { type Answers, type Question, Questions } from "./questions";
import { Refusal } from "./refusal";

export type Counts = readonly (readonly [name: string, count: number])[];

/** Where what was written leads: its page, and the suggestions for it. */
function Onward({ node: id }: { node: string }) {
  const answer = useAnswer<ImportedNodeQuery, ImportedNodeQueryVariables>(NODE, { id });
  return (
    <Shown answer={answer} rows={1}>
      {({ node }) => {
        if (node?.__typename === "SkillStandard") {
          const certificate = node.certificate;
          return <p class="row">{certificate && <a class="button primary" href={link(["review"], { target: certificate.id })}>{w("toReview")}</a>}{certificate && <a class="button" href={link(["certificates", certificate.name])}>{w("toCertificate")}</a>}</p>;
        }
        if (node?.__typename === "TeachingStandard") {
          return <p class="row"><a class="button primary" href={link(["review"], { subject: node.id })}>{w("toReview")}</a>{node.major && <a class="button" href={majorLink(node.major)}>{w("toProgramme")} <Data>{node.major.name}</Data></a>}</p>;
        }
        return <p class="row"><a class="button primary" href={link(["plans", id])}>{w("toPlan")}</a></p>;
      }}
    </Shown>
  );
}

const Written = ({ nodes }: { nodes: readonly string[] }) => (
  <section class="card written" role="status">
    <h2>{w("written")}</h2>
    {nodes.map((each) => <div key={each}><p class="lead">{w("writtenLead", { name: each })}</p><Onward node={each} /></div>)}
  </section>
);

type Confirmed = NonNullable<ConfirmImportMutation["confirmImport"]>;

/** An answer may lead to more questions. */
const merged = (asked: readonly Question[], more: readonly Question[]): Question[] => [...new Map([...asked, ...more].map((each) => [each.name, each])).values()];

/** Answers so far, and the sending of them: the same answers have the same key, so nothing is written twice. */
function useConfirming(job: Job, onTurn: () => void) {
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [asked, setAsked] = useState<readonly Question[]>(job.questions);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const key = useRef(newKey());
  const answer = (name: string, text: string): void => {
    key.current = newKey();
    setAnswers(new Map(answers).set(name, text));
  };
  const send = async (): Promise<void> => {
    setIsSending(true);
    setError(null);
    const input = { job: job.id, reportSha256: job.reportSha256, answers: [...answers].map(([question, text]) => ({ question, answer: text.trim() })), idempotencyKey: key.current };
    try {
      await change<ConfirmImportMutation>(CONFIRM, { input }, { token: token.value ?? "" });
      onTurn();
    } catch (problem) {
      const refusal = asApiError(problem);
      const { questions } = (refusal.payload ?? {}) as Partial<Confirmed>;
      if (questions?.length) setAsked(merged(asked, questions));
      setError(refusal);
    }
    setIsSending(false);
  };
  return { asked, answers, answer, send, isSending, error };
}

export function Confirm({ job, counts, onTurn }: { job: Job; counts: Counts; onTurn: () => void }) {
  const { asked, answers, answer, send, isSending, error } = useConfirming(job, onTurn);
  if (job.state === "CONFIRMED") return <Written nodes={job.nodes} />;
  const open = asked.filter((each) => !answers.get(each.name)?.trim()).length;
  return (
    <section class="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{w("step3")}</h2>
      {job.error ? <Refusal error={new ApiError(job.error.code, job.error.message)} /> : (
        <>
          <h3>{w("questions")} <span class="number">{count(asked.length)}</span></h3>
          <Questions questions={asked} answers={answers} onAnswer={answer} />
          <h3>{w("confirmCounts")}</h3>
          <p class="lead">{w("confirmLead")}</p>
          <dl class="facts-row">{counts.map(([name, number]) => <div key={name}><dt>{name}</dt><dd class="number">{count(number)}</dd></div>)}</dl>
          {job.writes.length > 0 && <Folded title={w("writes")}><ul>{job.writes.map((each) => <li key={each.type}><span class="code">{each.type}</span> {count(each.count)}</li>)}</ul></Folded>}
          {error && <Refusal error={error} />}
          <p class="row">
            <button type="button" class="button primary" disabled={open > 0 || isSending} onClick={() => void send()}>{w(isSending ? "confirming" : "confirm")}</button>
            <span class="fine" role="status">{open > 0 && w("confirmBlocked", { n: open })}</span>
          </p>
        </>
      )}
    </section>
  );
}
