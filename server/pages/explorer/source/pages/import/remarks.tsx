// What was guessed, what is wrong, and what was not read: by rule, each with its place.
import type { ComponentChildren } from "preact";
import { language } from "../../address";
import { Data } from "../../parts/small";
import { count } from "../../words";
import { type ImportWord, w } from "../../words/import";

export type RemarkKind = "problems" | "guesses" | "notRead";

export interface Remark {
  rule: string;
  subject: string;
  en: string;
  zh: string;
  taken?: string;
}

const FEW = 5;
// Of a head the report names fields.
const HEAD: Record<string, ImportWord> = { major_name: "major", major_code: "majorCode", grade: "grade", college: "college", duration_years: "years" };
const NONE: Record<RemarkKind, ImportWord> = { problems: "noProblems", guesses: "noGuesses", notRead: "nothingNotRead" };

function Subject({ rule, subject }: Remark) {
  const word = rule === "head-lacks" ? HEAD[subject] : undefined;
  return word ? <>{w(word)}</> : <Data>{subject}</Data>;
}

function byRule<Item extends Remark>(remarks: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const each of remarks) groups.set(each.rule, [...(groups.get(each.rule) ?? []), each]);
  return [...groups.values()];
}

interface Shown<Item extends Remark> {
  place: (remark: Item) => ComponentChildren;
  /** What was taken, in words: a report may have a code. */
  takenText?: (rule: string, taken: string) => string;
  /** Whether a person has settled it. */
  mark?: (remark: Item) => ComponentChildren;
}

function Rule<Item extends Remark>({ remarks, place, takenText = (_, taken) => taken, mark }: Shown<Item> & { remarks: readonly Item[] }) {
  const [first] = remarks;
  const list = (
    <ul>
      {remarks.map((each, at) => <li key={at}>{place(each)} <Subject {...each} /> {mark?.(each)}{each.taken && <span class="fine"> {w("takenAs", { taken: takenText(each.rule, each.taken) })}</span>}</li>)}
    </ul>
  );
  const text = language.value === "en" ? first?.en : first?.zh;
  if (remarks.length <= FEW) return <li><p>{text}</p>{list}</li>;
  return <li><p>{text}</p><details><summary class="fine">{w("onItem", { n: remarks.length })}</summary>{list}</details></li>;
}

export function RemarkList<Item extends Remark>({ kind, remarks, ...shown }: Shown<Item> & { kind: RemarkKind; remarks: readonly Item[] }) {
  if (remarks.length === 0) return <p class="fine">{w(NONE[kind])}</p>;
  return (
    <section class={`remarks remarks-${kind}`}>
      <h3>{w(kind)} <span class="number">{count(remarks.length)}</span></h3>
      <p class="fine">{w(`${kind}Lead`)}</p>
      <ul>{byRule(remarks).map((each) => <Rule key={each[0]?.rule} remarks={each} {...shown} />)}</ul>
    </section>
  );
}

/** The three lists together, what needs a person first. */
export function Remarks<Item extends Remark>({ report, ...shown }: Shown<Item> & { report: Readonly<Record<RemarkKind, readonly Item[]>> }) {
  return (
    <section class="card" aria-labelledby="remarks-title">
      <h2 id="remarks-title">{w("remarks")}</h2>
      {(["problems", "guesses", "notRead"] as const).map((each) => <RemarkList key={each} kind={each} remarks={report[each]} {...shown} />)}
    </section>
  );
}
