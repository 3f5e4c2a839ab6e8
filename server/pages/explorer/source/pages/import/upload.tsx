// Where a document comes in: dropped, chosen, or pasted from a spreadsheet; then it goes up, and a job reads it.
import { useEffect, useRef, useState } from "preact/hooks";
import { choose } from "../../address";
import { type ApiError, asApiError } from "../../api";
import type { ImportKind } from "../../generated/answers";
import { Choice } from "../../parts/small";
import { percent } from "../../words";
import { type ImportWord, w } from "../../words/import";
import { token } from "../review/decisions";
import { SignIn } from "../review/sign-in";
import { bring } from "./job";
import { pastedFile } from "./pasted";
import { Refusal } from "../../parts/refusal";

export interface Door {
  kinds: readonly ImportKind[];
  accept: string;
  help: ImportWord;
  /** Its address is that in the language of the page, where it has one. */
  template: readonly [address: () => string, name: ImportWord];
  canPaste: boolean;
}

const KILO = 1024;
const sizeOf = ({ size }: File): string => (size < KILO * KILO ? `${(size / KILO).toFixed(1)} kB` : `${(size / KILO / KILO).toFixed(1)} MB`);

function Drop({ door, onFile }: { door: Door; onFile: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    if (files?.[0]) onFile(files[0]);
  };
  const over = (event: DragEvent, is: boolean): void => {
    event.preventDefault();
    setIsOver(is);
  };
  return (
    <div class={`drop ${isOver ? "over" : ""}`} onDragOver={(event) => over(event, true)} onDragLeave={(event) => over(event, false)}
      onDrop={(event) => { over(event, false); take(event.dataTransfer?.files); }}>
      <p>{w("drop")} <label class="button file-button"><input type="file" class="hidden-text" accept={door.accept} onChange={(event) => take(event.currentTarget.files)} />{w("chooseFile")}</label></p>
      <p class="fine">{w(door.help)} <a href={door.template[0]()} download>{w(door.template[1])}</a></p>
    </div>
  );
}

function Paste({ onFile }: { onFile: (file: File) => void }) {
  const [isEmpty, setIsEmpty] = useState(false);
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const file = pastedFile(event.clipboardData, w("pastedName"));
    setIsEmpty(!file);
    if (file) onFile(file);
  };
  return (
    <label class="select paste">
      <span>{w("paste")}</span>
      <textarea rows={2} value="" placeholder={w("pasteHelp")} onPaste={paste} onInput={(event) => { event.currentTarget.value = ""; }} />
      <span role="status">{isEmpty && w("pasteNothing")}</span>
    </label>
  );
}

function Sending({ file, share, onStop }: { file: File; share: number; onStop: () => void }) {
  return (
    <div class="job" role="status">
      <p><b>{w("uploading", { name: file.name })}</b> <span class="number fine">{w("uploadedShare", { share: percent(share) })}</span></p>
      <progress max={1} value={share} aria-label={w("uploading", { name: file.name })} />
      <button type="button" class="button small" onClick={onStop}>{w("stop")}</button>
    </div>
  );
}

/** What is under way; null: nothing is. */
function useUpload() {
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isStopped, setIsStopped] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async (kind: ImportKind): Promise<void> => {
    if (!file || !token.value) return;
    const controller = new AbortController();
    stop.current = controller;
    setError(null);
    setIsStopped(false);
    setShare(0);
    try {
      const { job, upload } = await bring({ file, kind, token: token.value, signal: controller.signal, onShare: setShare });
      // A plan is read again with other columns, a standard as the other kind; a table of alignments is not.
      choose({ job, upload: kind === "ALIGNMENTS" ? null : upload });
    } catch (problem) {
      if (controller.signal.aborted) setIsStopped(true);
      else setError(asApiError(problem));
    }
    setShare(null);
  };
  const choosing = (next: File): void => {
    setError(null);
    setIsStopped(false);
    setFile(next);
  };
  return { file, share, error, isStopped, start, choosing, stop: () => stop.current?.abort() };
}

export function Upload({ door }: { door: Door }) {
  const [kind, setKind] = useState(door.kinds[0] as ImportKind);
  const { file, share, error, isStopped, start, choosing, stop } = useUpload();
  return (
    <>
      {!token.value && <p class="lead">{w("signInFirst")}</p>}
      <SignIn />
      <section class="card upload" aria-label={w("step1")}>
        {share !== null && file ? <Sending file={file} share={share} onStop={stop} /> : (
          <>
            {door.kinds.length > 1 && <Choice name="kind" legend={w("docKind")} value={kind} options={door.kinds.map((each) => ({ value: each, name: w(each as ImportWord) }))} onChoose={setKind} />}
            <Drop door={door} onFile={choosing} />
            {door.canPaste && <Paste onFile={choosing} />}
            <p class="row">
              <span role="status">{file && w("chosen", { name: file.name, size: sizeOf(file) })}</span>
              <button type="button" class="button primary" disabled={!file || !token.value} onClick={() => void start(kind)}>{w("upload")}</button>
            </p>
          </>
        )}
        {isStopped && <p role="status">{w("stopped")}</p>}
        {error && <Refusal error={error} />}
      </section>
    </>
  );
}
