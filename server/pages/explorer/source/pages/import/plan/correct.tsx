// A line of a plan that is corrected in its place in the report: what the document says stays next to what a person makes of it.
import type { ComponentChildren } from "preact";
import { Data } from "../../../parts/small";
import { count, label } from "../../../words";
import { type CorrectingWord, cw } from "../../../words/correcting";
import { named, w } from "../../../words/import";
import { importZh } from "../../../words/import-zh";
import { zh } from "../../../words/zh";
import { type Correction, corrections, isClosed, keep } from "../corrections";
import { UNSTATED } from "./figures";
import { Handover } from "../handover";
import { PlaceTag } from "./places";
import { type Group, type Line, type Plan, asWritten } from "./report";

export const FIELDS = ["name", "courseCode", "module", "courseNature", "credits", "hours", "theoryHours", "practiceHours", "durationWeeks", "terms", "weeklyHours", "assessment", "choice", "direction", "isCounted"] as const;
export type Field = (typeof FIELDS)[number];

const ANY_TERM = "*";

export const itemOf = (plan: number, line: Line): string => `${plan}:${line.number}`;
export const rowOf = (line: Line): string => `line-${line.number}`;

const byTerm = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values).map(([term, value]) => (term === ANY_TERM ? value : `${term}: ${value}`)).join("、");
const mapped = <Value,>(values: Readonly<Record<string, Value>>, shown: (value: Value) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([term, value]) => [term, shown(value)]));
const figure = (name: string, value: number | null): string => (value === null ? "" : String(asWritten(name, value)));

const DOCUMENT_WORDS: Readonly<Record<string, string>> = { ...zh, ...importZh, yes: "是", no: "否" };
/** A code in the words of documents, whatever the language of the page: what a form opens with stays the same. */
export const inChinese = (code: string): string => DOCUMENT_WORDS[code] ?? code;

/** The values of a line as a person would write them. */
export const textsOf = (line: Line): Record<Field, string> => ({
  name: line.name,
  courseCode: line.code ?? "",
  module: line.module ?? "",
  courseNature: line.nature ?? "",
  credits: figure("credits", line.credits),
  hours: figure("hours", line.hours),
  theoryHours: figure("hours", line.theoryHours),
  practiceHours: figure("hours", line.practiceHours),
  durationWeeks: figure("weeks", line.durationWeeks),
  terms: [...line.semesters.map(String), ...line.summerTerms.map((each) => `${each}S`)].join("、"),
  weeklyHours: byTerm(mapped(line.weeklyHours, (each) => figure("weeklyHours", each))),
  assessment: byTerm(mapped(line.assessment, inChinese)),
  choice: line.group === null ? "" : String(line.group),
  direction: line.option ?? "",
  isCounted: line.isCounted ? "yes" : "no",
});

const WHETHER: Record<string, CorrectingWord> = { yes: "yes", no: "no" };

export const nameOf = ({ number, label }: Group): string => `${w("inGroup", { n: number })} ${label}`;

/** The choice of a line in words: of a group that was read its number and name, of a new one what states it. */
function choiceText(plan: Plan, text: string): string {
  const group = plan.groups.find((each) => String(each.number) === text);
  return text === "" ? UNSTATED : group ? nameOf(group) : text;
}

/** A value in words, as it is written for a field. */
export function inWords(field: string, text: string, plan?: Plan): string {
  if (text === "") return UNSTATED;
  if (field === "choice" && plan) return choiceText(plan, text);
  if (field === "module") return label(text);
  if (field === "courseNature") return named(text);
  return field === "isCounted" && WHETHER[text] ? cw(WHETHER[text]) : text;
}

export const isLeftOut = (item: string): boolean => corrections.value.get(item)?.remove ?? false;

/** What the document says and, where a person corrected it, what it becomes. */
export function Value({ item, field, plan, children }: { item: string; field: Field; plan?: Plan; children: ComponentChildren }) {
  const correction = corrections.value.get(`${item}:${field}`);
  if (!correction) return <>{children}</>;
  return <><del>{children}</del> <ins><Data>{correction.remove ? UNSTATED : inWords(field, correction.text, plan)}</Data></ins> <span class="tag by-hand">{cw("byHand")}</span></>;
}

/** Hours and weeks share a column; a line of weeks alone has no hours there. */
export const isInWeeks = ({ hours, durationWeeks }: Line): boolean => hours === null && durationWeeks !== null;

/** What has no column of its own, where it was corrected. */
export function Others({ item, line, plan }: { item: string; line: Line; plan: Plan }) {
  const texts = textsOf(line);
  const hidden: readonly Field[] = ["module", "choice", "direction", "isCounted", "courseCode", ...(isInWeeks(line) ? ["hours" as const] : []), ...(line.durationWeeks === null ? ["durationWeeks" as const] : [])];
  const own = hidden.filter((field) => corrections.value.has(`${item}:${field}`));
  return <>{own.map((field) => <span key={field} class="fine"> {cw(`field_${field}`)} <Value item={item} field={field} plan={plan}>{inWords(field, texts[field], plan)}</Value></span>)}</>;
}

/** The button that opens the form of a line; what is written is corrected no more. */
export const Opener = ({ line, isOpen, onTurn }: { line: Line; isOpen: boolean; onTurn: () => void }) =>
  isClosed.value ? null : <button type="button" class="place-button" aria-expanded={isOpen} aria-label={cw("correctItem", { name: line.name })} onClick={onTurn}>{cw("correct")}</button>;

/** From a doubt to the line that it is about, whose form opens. */
export function ToLine({ line }: { line: Line }) {
  const open = (): void => document.querySelector<HTMLElement>(`#${rowOf(line)} .place-button[aria-expanded=false]`)?.click();
  return isClosed.value ? null : <a href={`#${rowOf(line)}`} aria-label={`${cw("correctLine")} ${line.name}`} onClick={open}>{cw("correctLine")}</a>;
}

function Change({ plans, correction: { item, read, text, remove } }: { plans: readonly Plan[]; correction: Correction }) {
  const [plan = "", number = "", field = ""] = item.split(":");
  const line = plans[Number(plan) - 1]?.lines[Number(number) - 1];
  if (!line) return <span class="code">{item}</span>;
  const own = plans[Number(plan) - 1];
  if (!field) return <><PlaceTag place={line.place} /> <del lang="zh-CN">{line.name}</del> {cw("lineLeftOut")}</>;
  return <><PlaceTag place={line.place} /> <Data>{line.name}</Data> {field in textsOf(line) ? cw(`field_${field as Field}`) : field} {read && <del lang="zh-CN">{inWords(field, read, own)}</del>} <ins lang="zh-CN">{remove ? UNSTATED : inWords(field, text, own)}</ins></>;
}

/** What a correction is about, in words. */
function aboutOf(plans: readonly Plan[], { item }: Correction): string {
  const [plan = "", number = "", field = ""] = item.split(":");
  const name = plans[Number(plan) - 1]?.lines[Number(number) - 1]?.name ?? item;
  return (FIELDS as readonly string[]).includes(field) ? `${name} ${cw(`field_${field as Field}`)}` : name;
}

/** The button that is pressed goes with its correction: the focus goes to the next, else to the head of the card. */
function focusNext(pressed: HTMLElement): void {
  const row = pressed.closest("li");
  const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>("button");
  (next ?? document.getElementById("confirm-title"))?.focus();
}

/** All corrections so far, each to take back. */
export function LineCorrections({ plans }: { plans: readonly Plan[] }) {
  const all = [...corrections.value];
  if (all.length === 0) return <Handover isEmpty />;
  return (
    <section class="corrections">
      <h3>{cw("corrections")} <span class="number">{count(all.length)}</span></h3>
      {!isClosed.value && <p class="fine">{cw("lineCorrectionsLead")}</p>}
      <ul>{all.map(([key, each]) => <li key={key}><Change plans={plans} correction={each} /> {!isClosed.value && <button type="button" class="place-button" aria-label={`${cw("undo")} ${aboutOf(plans, each)}`} onClick={(event) => { focusNext(event.currentTarget); keep(key, null); }}>{cw("undo")}</button>}</li>)}</ul>
      {!isClosed.value && <Handover isEmpty={false} />}
    </section>
  );
}
