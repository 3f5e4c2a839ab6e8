// A set of courses in an address: the courses of one standard or plan share all of their ids but the number.
import { params } from "../../address";

/** As many as the API takes as one subject. */
export const COURSES_LARGEST = 100;

const NUMBERED = /^(.*):(\d+(?:,\d+)*)$/s;

function expanded(text: string): string[] {
  const [, start, numbers] = NUMBERED.exec(text) ?? [];
  return numbers === undefined ? [text] : numbers.split(",").map((each) => `${start}:${each}`);
}

/** The courses that this address names, each once. */
export const coursesOfAddress = (): string[] => [...new Set(params("course").flatMap(expanded))];

/** How an address names courses: "Course:2025:510203:1,4,7". */
export function coursesForAddress(ids: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const [, start, number] = NUMBERED.exec(id) ?? [];
    const key = start ?? id;
    groups.set(key, [...(groups.get(key) ?? []), ...(number === undefined ? [] : [number])]);
  }
  return [...groups].map(([start, numbers]) => (numbers.length > 0 ? `${start}:${numbers.join(",")}` : start));
}

/** Courses of plans and of standards are never one subject. */
export const isOfPlan = (course: string): boolean => course.startsWith("PlanCourse:");

