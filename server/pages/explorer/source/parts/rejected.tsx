// What was proposed of a requirement and rejected: it stays in sight, so that it is not proposed again unknowingly.
import { useMemo } from "preact/hooks";
import { type Answer, type Pages, useAnswer, usePages } from "../api";
import FIT_REJECTED from "../documents/fit-rejected.graphql";
import REJECTED from "../documents/rejected-alignments.graphql";
import type { FitRejectedQuery, FitRejectedQueryVariables, RejectedAlignmentsQuery, RejectedAlignmentsQueryVariables } from "../generated/answers";
import type { Item } from "../pages/fit-model";
import type { Subject } from "../pages/fit-subject/subject";
import { day, person, t } from "../words";
import { Rationale } from "./rationale";
import { Data, Dated } from "./small";

type Node = NonNullable<RejectedAlignmentsQuery["node"]>;
export type Rejection = Extract<Node, { __typename: "SkillRequirement" }>["alignments"]["nodes"][number];

const NONE: readonly Rejection[] = [];

/** What was rejected of a requirement for the courses of programmes. While it loads there is nothing: what was there is of the requirement before. */
export function useRejected(programmes: readonly string[], requirement: string | null): Answer<readonly Rejection[]> {
  const variables = programmes.length > 0 && requirement ? { programmes: [...programmes], requirement } : null;
  const { data, error, isLoading } = useAnswer<RejectedAlignmentsQuery, RejectedAlignmentsQueryVariables>(REJECTED, variables);
  if (isLoading || error) return { data: null, error, isLoading };
  return { data: variables && data?.node?.__typename === "SkillRequirement" ? data.node.alignments.nodes : NONE, error, isLoading };
}

const PAGES: Pages<FitRejectedQuery> = {
  next: ({ alignments: { pageInfo } }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
  joined: (before, { alignments }) => ({ alignments: { ...alignments, nodes: [...before.alignments.nodes, ...alignments.nodes] } }),
};

/** How many proposals were rejected of each requirement for the courses of a subject. Those without any are left out. */
export function useRejectedCounts({ holders, courses }: Subject): ReadonlyMap<string, number> {
  const variables = holders.length > 0 ? { programmes: holders.map((each) => each.id) } : null;
  const { data } = usePages<FitRejectedQuery, FitRejectedQueryVariables>(FIT_REJECTED, variables, PAGES);
  return useMemo(() => {
    const ids = new Set(courses.map((each) => each.id));
    const counts = new Map<string, number>();
    for (const { requirement, course, planCourse } of data?.alignments.nodes ?? []) {
      if (requirement && ids.has(course?.id ?? planCourse?.id ?? "")) counts.set(requirement.id, (counts.get(requirement.id) ?? 0) + 1);
    }
    return counts;
  }, [data, courses]);
}

export const courseOf = ({ course, planCourse }: Rejection): { id: string; displayName?: string | null } | null => course ?? planCourse ?? null;

/** When it was rejected, by whom, and why, as far as the graph says. */
export const rejectionOf = ({ decidedOn, reviewer, changes }: Rejection): string =>
  t("rejectedOn", { day: day(decidedOn), who: reviewer ? person(reviewer) : t("unknown"), why: changes.nodes[0]?.reason ?? t("unknown") });

/** Next to a requirement in a list: not reviewed, and rejected, are two things. */
export const RejectedMark = ({ item: { rejected, state } }: { item: Pick<Item, "rejected" | "state"> }) =>
  rejected > 0 && state !== "COVERED" ? <span class="waits refused">{t("rejectedCount", { n: rejected })}</span> : null;

export const Rejected = ({ rejected, isOpen = false }: { rejected: readonly Rejection[]; isOpen?: boolean }) =>
  rejected.length === 0 ? null : (
    <details class="rejected" open={isOpen}>
      <summary>{t("rejectedBefore", { n: rejected.length })}</summary>
      <ul class="plain-list">
        {rejected.map((each) => (
          <li key={each.code} class="proof proof-gap">
            <p><b><Data>{courseOf(each)?.displayName ?? t("reviewNoCourse")}</Data></b> {each.role && <span class="tag">{t(each.role)}</span>}<span class="tag">{t(each.kind)}</span><span class="tag">{t("strength", { s: each.strength })}</span></p>
            <p><Dated>{rejectionOf(each)}</Dated></p>
            {each.rationale && <p class="fine">{t("reviewReason")}{t("colon")}<Rationale of={each} />{each.author && ` · ${t("proposedBy", { who: person(each.author) })}`}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
