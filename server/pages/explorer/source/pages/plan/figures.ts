// Figures of a plan as text: what is not stated is never a zero, and what is chosen is an interval.
import { count } from "../../words";
import { p } from "../../words/plan";
import type { Group, Line, Span } from "./terms";

export const UNSTATED = "—";

export function spanText({ least, most }: Span): string {
  if (most === null) return least === 0 ? p("unknownFigure") : p("atLeast", { n: count(least) });
  return least === most ? count(least) : `${count(least)} – ${count(most)}`;
}

export const figureText = (value: number | null | undefined): string => (value === null || value === undefined ? UNSTATED : count(value));

/** Another word than `t("semester")`: a term is a semester, or with an S the summer after it. */
export const termText = (term: string): string => (term.endsWith("S") ? p("summerOf", { n: term.slice(0, -1) }) : p("semesterOf", { n: term }));

/** How much of a group is chosen. */
export function groupText(group: Group, lines: readonly Pick<Line, "id" | "option">[]): string {
  if (group.kind === "CHOOSE_CREDITS") return p("CHOOSE_CREDITS", { c: figureText(group.credits) });
  return p(group.kind, { n: new Set(lines.map((each) => each.option ?? each.id)).size || group.options.length, k: group.choose ?? 1 });
}
