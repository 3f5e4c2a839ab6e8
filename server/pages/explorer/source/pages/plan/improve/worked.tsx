// A question for the solver: sign in, ask, see how far it is, cancel, and read the answer. The job stands in the address.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { changed, choose, filter, param } from "../../../address";
import { ApiError, asApiError } from "../../../api";
import type { ImprovementKind } from "../../../generated/answers";
import { Empty, Loading } from "../../../parts/answer";
import { count } from "../../../words";
import { coded, i } from "../../../words/improve";
import { Refusal } from "../../../parts/refusal";
import { token } from "../../review/decisions";
import { SignIn } from "../../review/sign-in";
import { type Job, begin, cancel, isGoingOn, isPassing, useImprovement } from "./job";

/** Credits are solved for in hundredths. */
const UNITS: Readonly<Record<string, number>> = { CREDITS: 100 };

type Stage = Job["stages"][number];

/** A value of a stage as it is shown. */
const shownOf = ({ objective }: Stage, value: number): string => count(value / (UNITS[objective] ?? 1));

/** How much better the best answer may be at most, where that is not proven yet. */
const Bound = ({ stage }: { stage: Stage }) =>
  stage.isProven || stage.bound === stage.value ? null : <span class="fine">{i(stage.bound < stage.value ? "boundLeast" : "boundMost", { n: shownOf(stage, stage.bound) })}</span>;

const Stages = ({ job }: { job: Job }) => (
  <ol class="stages">
    {job.stages.map((each, at) => <li key={at}>{coded("stage_", each.objective)} <b class="number">{shownOf(each, each.value)}</b> <span class="tag">{i(each.isProven ? "proven" : "notProven")}</span> <Bound stage={each} /></li>)}
  </ol>
);

function GoingOn({ job, bearer }: { job: Job; bearer: string }) {
  const [error, setError] = useState<ApiError | null>(null);
  const stop = (): void => {
    cancel(job.id, bearer).catch((problem: unknown) => setError(asApiError(problem)));
  };
  return (
    <section class="card job" aria-busy="true">
      <h3>{coded("job_", job.state)}</h3>
      <progress aria-label={i("progress")} />
      {(job.jobsBefore ?? 0) > 0 && <p class="lead" role="status">{i("jobsBefore", { n: count(job.jobsBefore ?? 0) })}</p>}
      <p class="fine" role="status">{i("jobHelp")}</p>
      <Stages job={job} />
      {error && <Refusal error={error} />}
      <p><button type="button" class="button" onClick={stop}>{i("cancel")}</button></p>
    </section>
  );
}

const Proof = ({ job }: { job: Job }) => (
  <details class="folded proof-line">
    <summary>{i(job.isProven ? (job.recognition?.isOpen ? "provenOfKnown" : "provenAnswer") : "bestSoFar")}{job.isUnique && ` · ${i("uniqueAnswer")}`}</summary>
    <Stages job={job} />
  </details>
);

/** What is chosen of an answer, left behind with it. */
const NOTHING_CHOSEN = { accepted: null, point: null };

const Again = () => <p><a class="button small" href={changed({ job: null, ...NOTHING_CHOSEN })}>{i("again")}</a></p>;

const Lost = ({ error }: { error: ApiError }) => (
  <>{error.code === "NOT_FOUND" ? <Empty title={i("jobNotFound")}>{i("jobNotFoundHelp")}</Empty> : <Refusal error={error} />}<Again /></>
);

function Followed({ id, bearer, kind, plan, children }: { id: string; bearer: string; kind: ImprovementKind; plan: string; children: (job: Job) => ComponentChildren }) {
  const { job, error } = useImprovement(id, bearer);
  // Of a job under way that is asked for no more, nobody knows how far it is.
  if (error && (!job || (isGoingOn(job) && !isPassing(error)))) return <Lost error={error} />;
  if (!job) return <Loading />;
  if (job.kind !== kind || job.plan !== plan) return <><Empty title={i("jobOfOther")} /><Again /></>;
  if (isGoingOn(job)) return <GoingOn job={job} bearer={bearer} />;
  if (job.error || job.state !== "SOLVED") return <>{job.error ? <Refusal error={new ApiError(job.error.code, job.error.message)} /> : <Empty title={coded("job_", job.state)} />}<Again /></>;
  return <><Proof job={job} />{children(job)}<Again /></>;
}

interface Props {
  kind: ImprovementKind;
  plan: string;
  mutation: string;
  /** What is asked; null: something is still to be chosen. */
  input: object | null;
  /** The fields of the question. */
  fields: ComponentChildren;
  lead: string;
  button: string;
  children: (job: Job) => ComponentChildren;
}

function Ask({ mutation, input, bearer, button }: { mutation: string; input: object | null; bearer: string; button: string }) {
  const [error, setError] = useState<ApiError | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    setError(null);
    try {
      choose({ job: await begin(mutation, input ?? {}, bearer), ...NOTHING_CHOSEN });
    } catch (problem) {
      setError(asApiError(problem));
    }
    setIsAsking(false);
  };
  return (
    <>
      {error && <Refusal error={error} />}
      <p class="row"><button type="button" class="button primary" disabled={input === null || isAsking} onClick={() => void ask()}>{button}</button></p>
    </>
  );
}

export function Worked({ kind, plan, mutation, input, fields, lead, button, children }: Props) {
  const job = param("job");
  const bearer = token.value;
  return (
    <>
      <p class="lead">{lead}</p>
      {!bearer && <p class="lead">{i(job ? "signInForJob" : "signInFirst")}</p>}
      <SignIn />
      {job === null && <div class="ask">{fields}{bearer && <Ask mutation={mutation} input={input} bearer={bearer} button={button} />}</div>}
      {job !== null && bearer && <Followed key={job} id={job} bearer={bearer} kind={kind} plan={plan}>{children}</Followed>}
    </>
  );
}

/** A field of a whole number that stands in the address; empty: none is asked for. */
export const NumberField = ({ name, word, value, least, most }: { name: string; word: string; value: number | null; least: number; most: number }) => (
  <label class="select"><span>{word}</span><input type="number" inputMode="numeric" min={least} max={most} step={1} value={value ?? ""} onChange={(event) => filter({ [name]: event.currentTarget.value || null })} /></label>
);

/** The number of a field in the address, where it is one within its bounds. */
export function numberOf(name: string, least: number, most: number): number | null {
  const text = param(name);
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
