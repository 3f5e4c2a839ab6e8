// The edits that an answer proposes, each to be accepted or left: one for a course of the plan, one for a new elective.
import { filter, param } from "../../../address";
import type { Job } from "./job";

export type Embedding = NonNullable<Job["embedding"]>;
type Outcome = Embedding["outcomes"][number];
/** ``ground``: why the course could teach it; none for a new elective, whose alignments are accepted. */
export type Requirement = NonNullable<Outcome["requirement"]> & Partial<Pick<Outcome, "ground" | "through">>;

export interface Edit {
  key: string;
  course: string;
  /** The line that it changes; null: it is a new elective. */
  line: string | null;
  /** Hours before, where the line has them. */
  hours: number | null;
  addedHours: number;
  semester: number | null;
  practiceHours: number | null;
  requirements: readonly Requirement[];
  /** Of a new elective: courses of the plan that may be the same. */
  similar: readonly string[];
}

const isHere = <Item,>(item: Item | null | undefined): item is Item => item !== null && item !== undefined;
const taughtOnGround = ({ requirement, ground, through }: Outcome): Requirement[] => (requirement ? [{ ...requirement, ground, through }] : []);

export type Edits = Pick<Embedding, "outcomes" | "extended" | "electives">;

/** What is taught more in a course needs the hours that the course gets more: they are one edit. */
export function editsOf({ outcomes, extended, electives }: Edits): Edit[] {
  const courses = [...new Set([...extended.map((each) => each.course), ...outcomes.map((each) => each.course)])];
  const changed = courses.map((course): Edit => {
    const more = extended.find((each) => each.course === course);
    const taught = outcomes.filter((each) => each.course === course);
    return {
      key: course, course, line: more?.line ?? taught[0]?.line ?? null, hours: more?.hours ?? null, addedHours: more?.addedHours ?? 0, semester: null, practiceHours: null,
      requirements: taught.flatMap(taughtOnGround), similar: [],
    };
  });
  const added = electives.map((each): Edit => ({
    key: `+${each.course}`, course: each.course, line: null, hours: null, addedHours: each.hours, semester: each.semester, practiceHours: each.practiceHours, requirements: each.requirements.filter(isHere), similar: each.similar.map(({ course }) => course),
  }));
  return [...changed, ...added];
}

/** Which of them are accepted: a digit for each in the address, all where it says nothing. */
export function acceptedOf(edits: readonly Edit[]): readonly boolean[] {
  const digits = param("accepted");
  return edits.map((_, at) => digits === null || digits[at] !== "0");
}

export function accept(accepted: readonly boolean[]): void {
  filter({ accepted: accepted.every(Boolean) ? null : accepted.map((each) => (each ? "1" : "0")).join("") });
}

/** What the accepted edits teach, each requirement once. */
export const taughtBy = (edits: readonly Edit[]): number => new Set(edits.flatMap((each) => each.requirements.map((one) => one.id))).size;
export const hoursOf = (edits: readonly Edit[]): number => edits.reduce((sum, each) => sum + each.addedHours, 0);
