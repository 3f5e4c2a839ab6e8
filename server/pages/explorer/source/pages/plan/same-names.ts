// Courses of one plan that have the same name, told apart: for a reader by line, code and module, for a solver by number.
import { p } from "../../words/plan";

interface Named {
  name: string;
  sequence: number;
  courseCode?: string | null | undefined;
  moduleText?: string | null | undefined;
}

/** The name of a course; of several courses of the name also which line of the plan it is. */
export function labelOf({ name, sequence, courseCode, moduleText }: Named, courses: readonly Named[]): string {
  if (courses.filter((each) => each.name === name).length < 2) return name;
  const d = [courseCode, moduleText].filter(Boolean).join(" ");
  return p(d ? "sameName" : "sameNameAlone", { name, n: sequence, d });
}

type Counted = Named & { isCounted?: boolean | null | undefined };

/** The courses that count, each with the name that the solver knows it by, and what shows it. */
export function labelled<Course extends Counted>(courses: readonly Course[]): { key: string; label: string; course: Course }[] {
  const counted = courses.filter((each) => each.isCounted ?? true);
  return counted.map((course, at) => {
    const ofName = counted.filter((each) => each.name === course.name).length;
    const number = counted.slice(0, at + 1).filter((each) => each.name === course.name).length;
    return { key: ofName < 2 ? course.name : `${course.name} #${number}`, label: labelOf(course, courses), course };
  });
}

/** The labels of the courses that count, by the names under which a solver finds one of them alone: of several, A #2. */
export const labelsOf = (courses: readonly Counted[]): Map<string, string> => new Map(labelled(courses).map(({ key, label }) => [key, label]));
