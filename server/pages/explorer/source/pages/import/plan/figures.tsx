// Figures of a plan: what is chosen counts as an interval, and what is not stated is never a zero.
import { count } from "../../../words";
import { w } from "../../../words/import";
import { type Interval, asWritten } from "./report";

export const FIGURES = ["credits", "hours", "theoryHours", "practiceHours"] as const;
export const UNSTATED = "—";

export function intervalText(figure: string, [least, most]: Interval): string {
  const shown = (value: number): string => count(asWritten(figure, value));
  if (most === null) return least === 0 ? w("unknownFigure") : w("atLeast", { n: shown(least) });
  return least === most ? shown(least) : `${shown(least)} – ${shown(most)}`;
}

export const figureText = (figure: string, value: number | null): string => (value === null ? UNSTATED : count(asWritten(figure, value)));
