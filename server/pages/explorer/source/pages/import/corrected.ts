// A report as a person corrected it: the graph says what is still asked, and what stands in the way.
import { useEffect } from "preact/hooks";
import { ApiError, ask, useAnswer } from "../../api";
import CORRECTED from "../../documents/import-corrected.graphql";
import type { ImportCorrectedQuery, ImportCorrectedQueryVariables, ImportCorrection } from "../../generated/answers";
import { token } from "../review/decisions";
import { ownJob } from "./corrections";
import type { Job } from "./job";

export interface CorrectedJob extends Job {
  /** The graph is being asked. */
  isAsking: boolean;
  /** Why the graph did not say how the report is with its corrections: then it is still the one that was read. */
  askError: ApiError | null;
}

const REFUSED = "IMPORT_CORRECTION";

/** Why these corrections cannot be kept, each by what it says; null: they can, or it is not known. */
export async function refusalOf(corrections: readonly ImportCorrection[]): Promise<ApiError | null> {
  if (corrections.length === 0) return null;
  const variables = { id: ownJob(), corrections: [...corrections], withReport: false };
  // Where the graph does not answer, the report that is asked for next says so.
  const answer = await ask<ImportCorrectedQuery>(CORRECTED, variables, undefined, token.value).catch(() => null);
  const error = answer?.importJob?.error;
  return error?.code === REFUSED ? new ApiError(error.code, error.message) : null;
}

const isPlan = ({ kind }: Job): boolean => kind === "TRAINING_PLAN";

/** The job with its corrections: questions and writes, and of a plan its report. `onAsked` learns which questions are left; null: nothing is corrected, or the graph refuses it. */
export function useCorrected(job: Job, corrections: readonly ImportCorrection[], onAsked?: (names: readonly string[] | null) => void): CorrectedJob {
  const isReported = job.state === "REPORTED";
  const isCorrected = corrections.length > 0 && (isReported || isPlan(job));
  const variables = isCorrected ? { id: job.id, corrections: [...corrections], withReport: isPlan(job) } : null;
  const answer = useAnswer<ImportCorrectedQuery, ImportCorrectedQueryVariables>(CORRECTED, variables, token.value);
  const left = isCorrected && !answer.isLoading ? answer.data?.importJob : null;
  useEffect(() => {
    if (isReported && !answer.isLoading) onAsked?.(left && !left.error ? left.questions.map(({ name }) => name) : null);
  }, [left, isReported, answer.isLoading]);
  return { ...job, ...(isCorrected ? answer.data?.importJob : null), isAsking: isCorrected && answer.isLoading, askError: isCorrected ? answer.error : null };
}
