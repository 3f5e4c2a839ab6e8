// Corrections as a file: from who may not confirm to who does, and back.
import { useState } from "preact/hooks";
import { save } from "../../parts/figure";
import { w } from "../../words/import";
import { asFile, takeFrom } from "./corrections";

/** Corrections as a file: from a designer to the reviewer who confirms, and back. */
export function Handover({ isEmpty }: { isEmpty: boolean }) {
  // How many were taken; null: the file has none.
  const [taken, setTaken] = useState<number | null>();
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setTaken(takeFrom(await file.text()));
  };
  return (
    <p class="row">
      {!isEmpty && <button type="button" class="button small" onClick={() => save("corrections.json", asFile())}>{w("saveCorrections")}</button>}
      <label class="button small file-button"><input type="file" class="hidden-text" id="corrections-file" accept=".json" onChange={(event) => void take(event.currentTarget.files?.[0])} />{w("takeCorrections")}</label>
      <span class="fine" role="status">{taken !== undefined && (taken === null ? w("noCorrectionsFile") : w("takenCorrections", { n: taken }))}</span>
    </p>
  );
}
