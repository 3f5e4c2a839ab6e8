// Where in a document a rule stands. A heading of ours is marked in the data by English words.
import { p } from "../../words/plan";

const OURS = "(heading ours) ";

export const clauseText = (clause: string | null | undefined): string | null =>
  clause?.startsWith(OURS) ? p("headingOurs", { text: clause.slice(OURS.length) }) : (clause ?? null);
