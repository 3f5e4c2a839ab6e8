// An import on its way: the bytes go up, a job reads them, and the page asks how far it is. All by an editor's token.
import { useEffect, useState } from "preact/hooks";
import { language } from "../../address";
import { ApiError, asApiError, askAnew, change } from "../../api";
import JOB from "../../documents/import-job.graphql";
import READ from "../../documents/import-read-document.graphql";
import REQUEST from "../../documents/import-request-upload.graphql";
import type { ImportJobQuery, ImportKind, ReadDocumentMutation, RequestUploadMutation } from "../../generated/answers";
import { w } from "../../words/import";

export type Job = NonNullable<ImportJobQuery["importJob"]>;

const POLL_MS = 500;
const CREATED = 201;
const GOING_ON = new Set<string>(["QUEUED", "READING"]);
/** What passes by itself: the job goes on, whether or not this question was answered. */
const PASSING = new Set(["NO_ANSWER", "GRAPH_BUSY", "GRAPH_UNAVAILABLE", "SERVER_BUSY"]);

export const isGoingOn = (job: Job): boolean => GOING_ON.has(job.state);

/** Why the bytes were refused, as the server says it; a break of the line says nothing. */
function refusalOf({ status, responseText }: XMLHttpRequest): ApiError {
  try {
    const [problem] = (JSON.parse(responseText) as { errors: { message: string; extensions: { code: string } }[] }).errors;
    if (problem) return new ApiError(problem.extensions.code, problem.message);
  } catch {
    // What came is no answer of ours.
  }
  return new ApiError("NO_ANSWER", w("notSent", { status }));
}

/** Send the bytes; only this kind of request says how many are gone. */
function put(url: string, file: File, onShare: (share: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (): void => reject(refusalOf(request));
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status !== CREATED) fail();
      else resolve((JSON.parse(request.responseText) as { upload: string }).upload);
    };
    request.onerror = fail;
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.open("PUT", url);
    request.setRequestHeader("accept-language", language.peek() === "en" ? "en" : "zh-CN");
    request.send(file);
  });
}

interface Bringing {
  file: File;
  kind: ImportKind;
  token: string;
  signal: AbortSignal;
  onShare: (share: number) => void;
}

/** Bring a file to the server and begin to read it. Gives the ids of the job, and of the upload, which is read again by it. */
export async function bring({ file, kind, token, signal, onShare }: Bringing): Promise<{ job: string; upload: string }> {
  const sending = { token, signal };
  const { requestUpload } = await change<RequestUploadMutation>(REQUEST, { input: { fileName: file.name, sizeBytes: file.size } }, sending);
  const upload = await put(requestUpload?.uploadUrl ?? "", file, onShare, signal);
  const { readDocument } = await change<ReadDocumentMutation>(READ, { input: { upload, kind } }, sending);
  return { job: readDocument?.job?.id ?? "", upload };
}

/** Read a training plan again, with what a person says that columns mean: E=practiceHours. Gives the id of the new job. */
export async function readAgain(upload: string, columns: readonly string[], token: string): Promise<string> {
  const { readDocument } = await change<ReadDocumentMutation>(READ, { input: { upload, kind: "TRAINING_PLAN", columns } }, { token });
  return readDocument?.job?.id ?? "";
}

const OTHER_KIND: Partial<Record<ImportKind, ImportKind>> = { SKILL_STANDARD: "TEACHING_STANDARD", TEACHING_STANDARD: "SKILL_STANDARD" };

/** What a document is by its title, where it was read as the other kind of standard. */
export const kindByTitle = ({ kind, error }: Job): ImportKind | undefined => (error?.code === "DOCUMENT_PURPOSE" ? OTHER_KIND[kind] : undefined);

/** Read a document again as another kind. Gives the id of the new job. */
export async function readAs(upload: string, kind: ImportKind, token: string): Promise<string> {
  const { readDocument } = await change<ReadDocumentMutation>(READ, { input: { upload, kind } }, { token });
  return readDocument?.job?.id ?? "";
}

interface Followed {
  job: Job | null;
  error: ApiError | null;
}

/** The job as it is now in the language of the page, asked for again until it has ended; `turn` changes when it must be asked anew. */
export function useJob(id: string, token: string, turn: number): Followed {
  const [followed, setFollowed] = useState<Followed>({ job: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      timer = setTimeout(() => void look(), POLL_MS);
    };
    const look = async (): Promise<void> => {
      try {
        const { importJob: job } = await askAnew<ImportJobQuery>(JOB, { id }, { token, signal: stop.signal });
        setFollowed({ job: job ?? null, error: job ? null : new ApiError("NOT_FOUND", id) });
        if (job && isGoingOn(job)) again();
      } catch (problem) {
        if (stop.signal.aborted) return;
        const error = asApiError(problem);
        setFollowed(({ job }) => ({ job, error }));
        if (PASSING.has(error.code)) again();
      }
    };
    void look();
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [id, token, turn, language.value]);
  return followed;
}

/** The version before, where it has alignments: that is what most want. */
export const proposedVersion = ({ otherVersions }: Job): string => otherVersions.find((each) => each.isProposed && each.carried.length > 0)?.version ?? "";
