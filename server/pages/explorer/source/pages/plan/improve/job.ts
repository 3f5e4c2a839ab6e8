// A solver at work on a plan: begun by an editor, asked for until it has ended, and found again by its id in the address.
import { useEffect, useState } from "preact/hooks";
import { language } from "../../../address";
import { ApiError, asApiError, askAnew, change } from "../../../api";
import CANCEL from "../../../documents/cancel-improvement.graphql";
import JOB from "../../../documents/improvement-job.graphql";
import type { CancelImprovementMutation, ImprovementJobQuery, ImprovementState } from "../../../generated/answers";

export type Job = NonNullable<ImprovementJobQuery["improvementJob"]>;

/** The server holds the answer back for so long, unless the job has moved on before. */
const WAIT_SECONDS = 5;
const AGAIN_MS = 1000;
const GOING_ON = new Set<ImprovementState>(["QUEUED", "SOLVING"]);
/** What passes by itself: the job goes on, whether or not this question was answered. */
const PASSING = new Set(["NO_ANSWER", "GRAPH_BUSY", "GRAPH_UNAVAILABLE", "SERVER_BUSY"]);

export const isPassing = ({ code }: ApiError): boolean => PASSING.has(code);
export const isGoingOn = (job: Job): boolean => GOING_ON.has(job.state);

/** Every mutation that begins a job answers so. */
type Begun = Record<string, { job?: { id: string } | null; userErrors: readonly { code: string; message: string }[] } | null>;

/** Begin a job, and give its id. */
export async function begin(mutation: string, input: object, token: string): Promise<string> {
  const [begun] = Object.values(await change<Begun>(mutation, { input }, { token }));
  return begun?.job?.id ?? "";
}

export const cancel = async (job: string, token: string): Promise<void> => {
  await change<CancelImprovementMutation>(CANCEL, { input: { job } }, { token });
};

interface Followed {
  job: Job | null;
  error: ApiError | null;
}

/** The job as it is now in the language of the page, asked for again until it has ended. */
export function useImprovement(id: string, token: string): Followed {
  const [followed, setFollowed] = useState<Followed>({ job: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (waitSeconds: number): Promise<void> => {
      try {
        const { improvementJob: job } = await askAnew<ImprovementJobQuery>(JOB, { id, waitSeconds }, { token, signal: stop.signal });
        setFollowed({ job: job ?? null, error: job ? null : new ApiError("NOT_FOUND", id) });
        if (job && isGoingOn(job)) void look(WAIT_SECONDS);
      } catch (problem) {
        if (stop.signal.aborted) return;
        const error = asApiError(problem);
        setFollowed(({ job }) => ({ job, error }));
        if (isPassing(error)) timer = setTimeout(() => void look(0), AGAIN_MS);
      }
    };
    void look(0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [id, token, language.value]);
  return followed;
}
