// A job until it ends: how far it is, and how to stop it.
import { useState } from "preact/hooks";
import { changed } from "../../address";
import { ApiError, asApiError, change } from "../../api";
import CANCEL from "../../documents/import-cancel.graphql";
import type { CancelImportJobMutation } from "../../generated/answers";
import { Data } from "../../parts/small";
import { type ImportWord, w } from "../../words/import";
import { token } from "../review/decisions";
import type { Job } from "./job";
import { Refusal } from "../../parts/refusal";

export function Reading({ job, onTurn }: { job: Job; onTurn: () => void }) {
  const [error, setError] = useState<ApiError | null>(null);
  const cancel = async (): Promise<void> => {
    try {
      await change<CancelImportJobMutation>(CANCEL, { input: { job: job.id } }, { token: token.value ?? "" });
      onTurn();
    } catch (problem) {
      setError(asApiError(problem));
    }
  };
  const pages = job.progress?.pages;
  return (
    <section class="card job">
      <p role="status"><b>{w(`job_${job.state}` as ImportWord)}</b> <Data>{job.fileName}</Data> {pages ? <span class="number fine">{w("jobPages", { page: job.progress?.page ?? 0, pages })}</span> : null}</p>
      <progress max={pages ?? undefined} value={pages ? (job.progress?.page ?? 0) : undefined} aria-label={w("jobProgress")} />
      <p class="fine">{w("jobHelp")}</p>
      <button type="button" class="button small" onClick={() => void cancel()}>{w("stop")}</button>
      {error && <Refusal error={error} />}
    </section>
  );
}

/** A job that gave no report. */
export function Ended({ job }: { job: Job }) {
  return (
    <section class="card">
      {job.state === "CANCELLED" ? <p role="status">{w("stopped")}</p> : <Refusal error={new ApiError(job.error?.code ?? "OTHER", job.error?.message ?? "")} />}
      <p><a class="button" href={changed({ job: null, upload: null, columns: null, at: null, page: null, level: null })}>{w("another")}</a></p>
    </section>
  );
}
