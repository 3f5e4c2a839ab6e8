// A job until it ends: how far it is, and how to stop it.
import { useState } from "preact/hooks";
import { changed, choose, param } from "../../address";
import { ApiError, asApiError, change } from "../../api";
import CANCEL from "../../documents/import-cancel.graphql";
import type { CancelImportJobMutation, ImportKind } from "../../generated/answers";
import { Data } from "../../parts/small";
import { type ImportWord, w } from "../../words/import";
import { token } from "../review/decisions";
import { type Job, kindByTitle, readAs } from "./job";
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

/** A standard of the other kind is read as that, as long as the server keeps the document. */
function ReadAsOther({ upload, kind }: { upload: string; kind: ImportKind }) {
  const [error, setError] = useState<ApiError | null>(null);
  const [isSending, setIsSending] = useState(false);
  const send = async (): Promise<void> => {
    setIsSending(true);
    try {
      choose({ job: await readAs(upload, kind, token.value ?? "") });
    } catch (problem) {
      setError(asApiError(problem));
      setIsSending(false);
    }
  };
  return <>{error && <Refusal error={error} />}<button type="button" class="button primary" disabled={isSending} onClick={() => void send()}>{w("readAs", { kind: w(kind as ImportWord) })}</button></>;
}

/** A job that gave no report. */
export function Ended({ job }: { job: Job }) {
  const [kind, upload] = [kindByTitle(job), param("upload")];
  return (
    <section class="card">
      {job.state === "CANCELLED" ? <p role="status">{w("stopped")}</p> : <Refusal error={new ApiError(job.error?.code ?? "OTHER", job.error?.message ?? "")} />}
      <p class="row">{kind && upload && <ReadAsOther upload={upload} kind={kind} />}<a class="button" href={changed({ job: null, upload: null, columns: null, at: null, page: null, level: null })}>{w("another")}</a></p>
    </section>
  );
}
