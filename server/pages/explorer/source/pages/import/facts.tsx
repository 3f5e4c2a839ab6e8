// Facts of a head: what the document does not say is named so, and is never empty or zero.
import type { ComponentChildren } from "preact";
import { save } from "../../parts/figure";
import { Mixed } from "../../parts/small";
import { w } from "../../words/import";
import type { Job } from "./job";

export type Fact = readonly [name: string, value: ComponentChildren];

const isSilent = (value: ComponentChildren): boolean => value === null || value === undefined || value === "";

export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts-row">
    {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{isSilent(value) ? <span class="fine">{w("silent")}</span> : typeof value === "string" ? <Mixed>{value}</Mixed> : value}</dd></div>)}
  </dl>
);

/** A long text, folded. */
export const Folded = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <details class="folded"><summary>{title}</summary><div class="lead">{children}</div></details>
);

/** The file that was read, and its report: the same bytes that the command line writes and confirms by. */
export const FileFacts = ({ file, job }: { file: { kind: string; pages: number } | null; job: Job }) => (
  <>
    <Facts facts={[[w("fileRead"), job.fileName], ...(file ? [[w("kind"), file.kind], [w("pages"), file.pages]] as const : []), [w("digest"), <span class="code">{job.reportSha256}</span>]]} />
    <button type="button" class="button small" onClick={() => save("report.json", new Blob([job.report ?? ""], { type: "application/json" }))}>{w("saveReport")}</button>
  </>
);
