// The hits of a search by kind: what each is called, where it leads, and how it was found.
import { link } from "../address";
import { ask } from "../api";
import SEARCH from "../documents/search.graphql";
import type { NodeKind, SearchQuery, SearchQueryVariables } from "../generated/answers";
import { label } from "../words";
import { collegeLink, majorLink } from "./small";

export const GROUPS = ["majors", "certificates", "courses", "skills", "places", "documents"] as const;
export type Group = (typeof GROUPS)[number];

const KINDS: Record<Group, NodeKind[]> = {
  majors: ["MAJOR"],
  certificates: ["CERTIFICATE"],
  courses: ["COURSE"],
  skills: ["SKILL_REQUIREMENT", "WORK_TASK"],
  places: ["COLLEGE", "PROVINCE"],
  documents: ["TRAINING_PLAN", "POLICY"],
};

type Found = SearchQuery["search"][number];

export interface Hit {
  id: string;
  name: string;
  href: string;
  facts: string[];
  isOld: boolean;
  matchedAs: string;
  matchedText: string;
}

export type HitGroups = Record<Group, Hit[]>;

const present = (facts: readonly (string | null | undefined)[]): string[] => facts.filter((each): each is string => Boolean(each));

type Page = Pick<Hit, "href" | "facts"> & { isOld?: boolean };

function skillPage(node: Extract<Found["node"], { __typename: "SkillRequirement" | "WorkTask" }>): Page | null {
  const area = node.__typename === "WorkTask" ? node.workArea : node.task?.workArea;
  const certificate = area?.standardLevel?.skillStandard?.certificate?.name;
  if (!certificate) return null;
  return { href: link(["certificates", certificate], { level: node.level, q: node.itemCode }), facts: [node.itemCode, label(node.level), certificate] };
}

function pageOf({ node }: Found): Page | null {
  const name = node.displayName ?? "";
  switch (node.__typename) {
    case "Major":
      return { href: majorLink({ ...node, name }), facts: present([node.majorKey, label(node.educationLevel), /^\d/.test(node.edition) ? node.edition : null]), isOld: node.edition !== "2021" };
    case "Certificate":
      return { href: link(["certificates", name]), facts: present([node.standardCode]) };
    case "Course":
      return { href: link(["courses", node.id]), facts: present([node.majorCode, node.teachingStandard?.name]) };
    case "SkillRequirement":
    case "WorkTask":
      return skillPage(node);
    case "College":
      return { href: collegeLink({ name, code: node.collegeCode ?? null }), facts: present([node.province?.shortName]) };
    case "Province":
      return { href: link(["provinces", node.provinceCode]), facts: [node.provinceCode] };
    case "TrainingPlan":
      return { href: link(["plans", node.id]), facts: present([node.collegeName, node.grade]) };
    case "Policy":
      return { href: link(["policies", node.reference]), facts: present([node.issuedOn]) };
    default:
      return null;
  }
}

function hitOf(found: Found): Hit[] {
  const page = pageOf(found);
  const { id, displayName } = found.node;
  return page ? [{ isOld: false, ...page, id, name: displayName ?? id, matchedAs: found.matchedAs, matchedText: found.matchedText }] : [];
}

const currentFirst = (a: Hit, b: Hit): number => Number(a.isOld) - Number(b.isOld);

/** Search each group by itself, so that a word with many courses still shows its certificates. */
export async function search(text: string, first: number, signal?: AbortSignal): Promise<HitGroups> {
  const answers = await Promise.all(
    GROUPS.map((group) => ask<SearchQuery>(SEARCH, { text, kinds: KINDS[group], first } satisfies SearchQueryVariables, signal)),
  );
  return Object.fromEntries(GROUPS.map((group, at) => [group, (answers[at]?.search ?? []).flatMap(hitOf).sort(currentFirst)])) as HitGroups;
}

export const allHits = (groups: HitGroups): Hit[] => GROUPS.flatMap((each) => groups[each]);
