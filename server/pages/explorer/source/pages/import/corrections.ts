// What a person corrects of a report before confirming it. It stays in this tab, also over a reload.
import { signal } from "@preact/signals";

export interface Correction {
  item: string;
  level: string;
  code: string;
  text: string;
  /** What was read there: the server refuses a correction of another report. */
  read: string;
  remove: boolean;
  asPrinted: boolean;
}

/** An item of the report as it was read. */
export interface ReadItem {
  item: string;
  level?: string;
  code?: string;
  text: string;
}

const NOTHING = { text: "", level: "", code: "", read: "", remove: false, asPrinted: false };

export type Corrections = ReadonlyMap<string, Correction>;

export const corrections = signal<Corrections>(new Map());
/** What was written is corrected no more. */
export const isClosed = signal(false);
/** The names of the questions that the corrected report still leads to; null: it is not known. */
const asked = signal<ReadonlySet<string> | null>(null);
let stored = "";
/** The sha256 of the report that is corrected. */
let ownReport = "";
let job = "";

/** The id of the job whose report is corrected. */
export const ownJob = (): string => job;

/** Take up what this editor corrected in the report of this job before; of what was written, only what this tab sent with it. */
export function takeUp({ id, reportSha256 }: { id: string; reportSha256?: string | null }, editor: string, isWritten: boolean): void {
  isClosed.value = isWritten;
  ownReport = reportSha256 ?? "";
  job = id;
  const own = `corrections-${id}-${editor}`;
  const key = isWritten ? `${own}-written` : own;
  if (key === stored) return;
  stored = key;
  corrections.value = new Map(JSON.parse(sessionStorage.getItem(key) ?? "[]") as [string, Correction][]);
  const names = JSON.parse(sessionStorage.getItem(`${key}-asked`) ?? "null") as string[] | null;
  asked.value = names && new Set(names);
}

/** Keep which questions are left, for the time after writing, too. */
export function keepAsked(names: readonly string[] | null): void {
  asked.value = names && new Set(names);
  sessionStorage.setItem(`${stored}-asked`, JSON.stringify(names));
}

/** The import was written with these corrections, and with no others. */
export function keepWritten(): void {
  sessionStorage.setItem(`${stored}-written`, JSON.stringify([...corrections.value]));
  sessionStorage.setItem(`${stored}-written-asked`, JSON.stringify(asked.value && [...asked.value]));
}

interface Numbered {
  rule: string;
  subject: string;
}

/** The problems that corrections did not settle: each is asked about by its number, the same of one subject by that of the last. */
export function openProblems<Problem extends Numbered>(problems: readonly Problem[]): readonly Problem[] {
  const names = asked.value;
  if (names === null || corrections.value.size === 0) return problems;
  const numbers = new Map(problems.map(({ rule, subject }, at) => [`${rule} ${subject}`, at + 1]));
  return problems.filter(({ rule, subject }) => names.has(`problem-${numbers.get(`${rule} ${subject}`)}`));
}

/** Keep a correction under its key; null takes it back. */
export function keep(key: string, correction: Correction | null): void {
  const kept = new Map(corrections.value);
  if (correction) kept.set(key, correction);
  else kept.delete(key);
  corrections.value = kept;
  sessionStorage.setItem(stored, JSON.stringify([...kept]));
}

/** The corrections as the file that the command line reads, too; each names its report. */
export const asFile = (): Blob => new Blob([JSON.stringify([...corrections.value.values()].map((each) => ({ ...(ownReport && { report: ownReport }), ...each })), null, 1)], { type: "application/json" });

type Given = Partial<Correction> & { item: string; report?: string };

/** Of these lists an entry is added under their name alone; several have the same. */
const LISTS = new Set(["major", "position", "industry", "occupation", "certificate"]);
const isAdded = ({ item }: Given): boolean => !item || LISTS.has(item);

/** Each value is of the kind that a correction has there; what is not said may be left out, but for the place and what is done there. */
function isGiven(each: unknown): each is Given {
  if (typeof each !== "object" || each === null) return false;
  const given = new Map(Object.entries(each));
  const isOf = (kind: string, ...names: readonly string[]): boolean => names.every((name) => !given.has(name) || typeof given.get(name) === kind);
  return given.has("item") && (given.has("text") || given.get("remove") === true) && isOf("string", "item", "text", "level", "code", "read", "report") && isOf("boolean", "remove", "asPrinted");
}

/** Whether a correction names another report; letters of a sha256 are the same in either case. */
const isOfAnother = ({ report }: Given): boolean => Boolean(report) && report?.toLowerCase() !== ownReport.toLowerCase();

/** Add the corrections of a file, each in the place of an own one of the same item; null: it is no such file, or one of another report. */
export function takeFrom(text: string): number | null {
  try {
    const given: unknown = JSON.parse(text);
    if (!Array.isArray(given) || !given.every(isGiven) || given.some(isOfAnother)) return null;
    for (const { report, ...each } of given) keep(isAdded(each) ? newRow() : each.item, { ...NOTHING, ...each });
    return given.length;
  } catch {
    return null;
  }
}

/** A key for a row that is added: the report has no item of this name. */
export const newRow = (): string => `+${Math.max(0, ...[...corrections.value.keys()].map((key) => Number(/^\+(\d+)$/.exec(key)?.[1] ?? 0))) + 1}`;

/** What is written differently than it was read, or confirmed as it was read; null where neither is. */
export function correctionOf(read: ReadItem, written: Omit<Correction, "item" | "read">): Correction | null {
  const changed = (name: "level" | "code" | "text"): string => (written[name].trim() === (read[name] ?? "") ? "" : written[name].trim());
  const found = { ...written, item: read.item, read: read.text, level: changed("level"), code: changed("code"), text: changed("text") };
  if (written.remove) return { ...found, level: "", code: "", text: "" };
  if (found.level || found.code || found.text) return found;
  return written.asPrinted && read.text ? { ...found, text: read.text } : null;
}
