// What went wrong when the file of a plan was read, in the words of the report on its import.
import { language } from "../../address";
import { count } from "../../words";
import { p } from "../../words/plan";
import TEXTS from "../../words/reading.json";
import type { Plan } from "./terms";

const texts: Readonly<Record<string, { en: string; zh: string }>> = TEXTS;

/** A problem that came after this page was made has its code alone. */
function textOf(code: string): string {
  const { en, zh } = texts[code] ?? { en: code, zh: code };
  return language.value === "en" ? `${en.charAt(0).toUpperCase()}${en.slice(1)}.` : `${zh}。`;
}

export const ReadingProblems = ({ plan }: { plan: Plan }) => (
  <section class="banner reading-problems">
    <p>{p("rulesOnReading", { n: count(plan.readingProblemCount) })}</p>
    <ul>{plan.readingProblems.map((code) => <li key={code}>{textOf(code)}</li>)}</ul>
  </section>
);
