// A requirement that somebody came with to propose a course for: covered, a gap or with proposals, so that no search of it waits.
import { param } from "../../address";
import { type Answer, useAnswer } from "../../api";
import REQUIREMENT from "../../documents/review-requirement.graphql";
import type { ReviewRequirementQuery, ReviewRequirementQueryVariables } from "../../generated/answers";
import { type Item, itemKey } from "./decisions";
import { searchedIn } from "./proposing";
import { type Suggestions, useSuggestions } from "./suggestions";

type Found = Extract<NonNullable<ReviewRequirementQuery["node"]>, { __typename: "SkillRequirement" }>;

const added = (requirement: Found, subject: string): Item => ({ work: "PROPOSE", gain: 0, programmes: 0, alignment: null, course: null, requirement, subject });

/** The queue with what the address names besides, first. Its items are null while that is read for the first time. */
export function useAdded(queue: readonly Item[] | null, subject: string | null): { items: readonly Item[] | null; answer: Answer<ReviewRequirementQuery> } {
  const key = param("at");
  const requirement = queue && !queue.some((each) => itemKey(each) === key) ? searchedIn(key, subject) : null;
  const answer = useAnswer<ReviewRequirementQuery, ReviewRequirementQueryVariables>(REQUIREMENT, requirement ? { id: requirement } : null);
  if (!queue || !requirement || !subject) return { items: queue, answer };
  const found = answer.data?.node;
  // After a change it is read anew: until then it stays, and with it what is said of the change.
  if (found?.__typename === "SkillRequirement" && found.id === requirement) return { items: [added(found, subject), ...queue], answer };
  return { items: answer.isLoading || !answer.data ? null : queue, answer };
}

/** Courses that nobody has spoken of yet for such a requirement, the likeliest first: of its work area, which is read at once. */
export function useSuggestionsAnew(item: Item | undefined): Suggestions {
  const area = item?.work === "PROPOSE" ? item.requirement?.task?.workArea?.id : null;
  return useSuggestions({ subject: item?.subject ?? null, target: area ?? null }, false);
}
