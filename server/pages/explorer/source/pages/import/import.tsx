// Bringing a document in: the doors, and the workbench of each kind with its steps. The job stands in the address.
import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { changed, language, link, param } from "../../address";
import { Empty, NotFound } from "../../parts/answer";
import { later } from "../../parts/later";
import { Crumbs, Mixed } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { t } from "../../words";
import { type ImportWord, w } from "../../words/import";
import { doorWord } from "../../words/import-doors";
import { editor, token } from "../review/decisions";
import { SignIn } from "../review/sign-in";
import { type Job, isGoingOn, useJob } from "./job";
import { Ended, Reading } from "./reading";
import { Refusal } from "../../parts/refusal";
import { type Door, Upload } from "./upload";

/** Who brings a first document has none. */
const LastImports = later(async () => (await import("./last-imports")).LastImports);

interface Workbench {
  title: ImportWord;
  lead: ImportWord;
  steps: readonly ImportWord[];
  door: Door;
  Desk: ComponentType<{ job: Job; onTurn: () => void }>;
  /** Only a reviewer confirms what is read here: what the page says of it to who is signed in. */
  confirmedBy?: () => string;
}

const isDesigner = (): boolean => editor.value?.role === "DESIGNER";

/** A plan belongs to a college, so its draft does: who is of none is told before any work is done. */
function planConfirmedBy(): string {
  if (isDesigner() || !editor.value) return w(isDesigner() ? "designerHerePlan" : "reviewerConfirmsPlan");
  const { college } = editor.value;
  return college == null ? w("nationalHerePlan") : doorWord("ownHerePlan", { c: college.slice(college.indexOf(":") + 1) });
}

const WORKBENCHES: Record<string, Workbench> = {
  standard: {
    title: "titleStandard",
    lead: "leadStandard",
    steps: ["step1", "step2", "step3", "step4"],
    door: { kinds: ["SKILL_STANDARD", "TEACHING_STANDARD"], accept: ".pdf,.docx,.xlsx", help: "dropHelpStandard", template: [() => "/explorer/templates/skill-standard.xlsx", "templateStandard"], canPaste: false },
    Desk: later(async () => (await import("./standard/desk")).StandardDesk),
    confirmedBy: () => w(isDesigner() ? "designerHere" : "reviewerConfirms"),
  },
  plan: {
    title: "titlePlan",
    lead: "leadPlan",
    steps: ["step1", "step2", "step3"],
    door: { kinds: ["TRAINING_PLAN"], accept: ".xlsx,.xls,.html,.htm,.csv,.docx,.pdf", help: "dropHelpPlan", template: [() => "/explorer/templates/training-plan.xlsx", "templatePlan"], canPaste: true },
    Desk: later(async () => (await import("./plan/desk")).PlanDesk),
    confirmedBy: planConfirmedBy,
  },
  alignments: {
    title: "titleAlignments",
    lead: "leadAlignments",
    steps: ["step1", "step2", "step3"],
    door: { kinds: ["ALIGNMENTS"], accept: ".xlsx,.csv", help: "dropHelpAlignments", template: [() => `/tables/alignments.xlsx?${new URLSearchParams({ language: language.value })}`, "templateAlignments"], canPaste: false },
    Desk: later(async () => (await import("./alignments/desk")).AlignmentsDesk),
  },
};

const CHECK = 1;

/** Which step a job has come to: bytes up, a report to check, written. */
const stepOf = (job: Job | null, last: number): number => (job?.state === "CONFIRMED" ? last : job?.report ? CHECK : 0);

/** A report is long, and what confirms it stands at its end: while it is checked, the next step leads there. */
function Steps({ steps, at }: { steps: readonly ImportWord[]; at: number }) {
  const shown = (each: ImportWord, number: number) => <><span class="number">{number + 1}</span> {w(each)}</>;
  return (
    <ol class="steps-bar" aria-label={doorWord("steps")}>
      {steps.map((each, number) => <li key={each} aria-current={number === at ? "step" : undefined}>{at === CHECK && number === CHECK + 1 ? <a href="#confirm-title">{shown(each, number)}</a> : shown(each, number)}</li>)}
    </ol>
  );
}

function Opened({ id, bench }: { id: string; bench: Workbench }) {
  const [turn, setTurn] = useState(0);
  const { job, error } = useJob(id, token.value ?? "", turn);
  const onTurn = (): void => setTurn(turn + 1);
  const { Desk } = bench;
  return (
    <>
      <Steps steps={bench.steps} at={stepOf(job, bench.steps.length - 1)} />
      {error && <>{error.code === "NOT_FOUND" ? <section class="card dotted"><Empty title={doorWord("jobNotFound")}>{doorWord("jobNotFoundHelp")}</Empty></section> : <Refusal error={error} />}<p><a class="button" href={changed({ job: null, upload: null, columns: null, at: null, page: null, level: null })}>{w("another")}</a></p></>}
      {job && job.editor !== editor.value?.name && <p class="lead"><Mixed>{doorWord("uploadedBy", { who: job.editor })}</Mixed></p>}
      {!job && !error && <div class="loading" />}
      {job && (isGoingOn(job) ? <Reading job={job} onTurn={onTurn} /> : job.report ? <Desk job={job} onTurn={onTurn} /> : <Ended job={job} />)}
    </>
  );
}

export function ImportPage({ parts: [name = ""] }: { parts: readonly string[] }) {
  const bench = Object.hasOwn(WORKBENCHES, name) ? WORKBENCHES[name] : undefined;
  useTitle(bench ? w(bench.title) : t("import"));
  if (!bench) return <NotFound />;
  const job = param("job");
  return (
    <>
      <Crumbs items={[{ name: doorWord("title"), href: link(["import"]), isData: false }, { name: w(bench.title), isData: false }]} />
      <h1>{w(bench.title)}</h1>
      <p class="lead">{w(bench.lead)}</p>
      {bench.confirmedBy && <p class="lead" role="note"><Mixed>{bench.confirmedBy()}</Mixed></p>}
      {job === null && <><Steps steps={bench.steps} at={0} /><Upload door={bench.door} />{name === "standard" && token.value && <LastImports />}</>}
      {job !== null && <>{!token.value && <p class="lead">{doorWord("signInForJob")}</p>}<SignIn />{token.value && <Opened key={job} id={job} bench={bench} />}</>}
    </>
  );
}

const DOORS = [
  ["standard", "X", "doorStandard", "doorStandardLead"],
  ["plan", "1", "doorPlan", "doorPlanLead"],
  ["alignments", "×", "doorAlignments", "doorAlignmentsLead"],
] as const;

export function ImportDoors() {
  useTitle(doorWord("title"));
  return (
    <>
      <h1>{doorWord("title")}</h1>
      <p class="lead">{w("lead")}</p>
      <div class="doors">
        {DOORS.map(([name, sign, title, lead]) => (
          <a key={name} class="card door" href={link(["import", name])}><span class="sign" aria-hidden="true">{sign}</span><strong>{w(title)}</strong><span class="lead">{w(lead)}</span></a>
        ))}
      </div>
    </>
  );
}
