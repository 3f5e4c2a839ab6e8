// The hits of a search by kind: what each is called, where it leads, how it was found, and how many there are of its kind.
import { link } from "../address";
import { ask } from "../api";
import SEARCH from "../documents/search.graphql";
import type { NodeKind, SearchQuery, SearchQueryVariables } from "../generated/answers";
import { label, listed, t } from "../words";
import { collegeLink, majorLink } from "./small";

export const GROUPS = ["majors", "certificates", "courses", "skills", "classes", "organizations", "places", "documents"] as const;
export type Group = (typeof GROUPS)[number];

const KINDS: Record<Group, NodeKind[]> = {
  majors: ["MAJOR"],
  certificates: ["CERTIFICATE"],
  courses: ["COURSE"],
  skills: ["SKILL_REQUIREMENT", "WORK_TASK", "WORK_AREA"],
  classes: ["MAJOR_CLASS", "MAJOR_CATEGORY"],
  organizations: ["ORGANIZATION"],
  places: ["COLLEGE", "PROVINCE"],
  documents: ["TRAINING_PLAN", "POLICY"],
};
/** The API counts no further: there are that many or more. */
export const COUNTED_MOST = 1000;

type Found = SearchQuery["search"][number];

export interface Hit {
  id: string;
  name: string;
  href: string;
  facts: string[];
  isOld: boolean;
  matchedAs: string;
  matchedText: string;
  highlights: readonly { start: number; end: number }[];
}

export interface HitGroup {
  hits: Hit[];
  total: number;
}
export type HitGroups = Record<Group, HitGroup>;

const present = (facts: readonly (string | null | undefined)[]): string[] => facts.filter((each): each is string => Boolean(each));

type Page = Pick<Hit, "href" | "facts"> & { isOld?: boolean };

function skillPage(node: Extract<Found["node"], { __typename: "SkillRequirement" | "WorkTask" | "WorkArea" }>, text: string): Page | null {
  const area = node.__typename === "WorkArea" ? node : node.__typename === "WorkTask" ? node.workArea : node.task?.workArea;
  const level = area?.standardLevel;
  if (!level?.skillStandard?.certificate) return null;
  // Without a version the page shows the newest.
  const version = level.replacedBy ? level.skillStandard.version : null;
  return { href: link(["certificates", level.skillStandard.certificate.name], { level: node.level, version, q: text }), facts: [] };
}

/** A page shows the catalogue of one year. */
const IN_FORCE = "2021";
const catalogueOf = (edition: string, query: Record<string, string | undefined>): Page => {
  const isOld = edition !== IN_FORCE;
  return { href: link(["majors"], { edition: isOld ? edition : null, ...query }), facts: isOld ? [edition] : [], isOld };
};

/** Who issues a certificate, at which levels, and when it was announced. */
const certificateFacts = ({ organizations, issuersAsReported, levels, batch }: Extract<Found["node"], { __typename: "Certificate" }>): string[] => present([
  listed(organizations.length > 0 ? organizations.map((each) => each.name) : issuersAsReported),
  levels.map(({ level }) => t(level)).join(" · "),
  batch == null ? null : t("batchOf", { n: batch }),
]);

/** Where a node is shown. Null: no page shows it. */
export function pageOf({ node, code }: Pick<Found, "node" | "code">): Page | null {
  const name = node.displayName ?? "";
  switch (node.__typename) {
    case "Major":
      return { href: majorLink({ edition: node.edition, majorKey: code ?? null, name }), facts: present([label(node.educationLevel), /^\d/.test(node.edition) ? node.edition : null]), isOld: node.edition !== IN_FORCE };
    case "Certificate":
      return { href: link(["certificates", name]), facts: certificateFacts(node) };
    case "Course":
      return { href: link(["courses", node.id]), facts: [] };
    case "SkillRequirement":
    case "WorkTask":
      return skillPage(node, code ?? "");
    case "WorkArea":
      // The code of an area, a figure, is found in many others.
      return skillPage(node, name);
    case "MajorClass":
      return catalogueOf(node.edition, { category: node.category?.name, class: name });
    case "MajorCategory":
      return catalogueOf(node.edition, { category: name });
    case "Organization":
      return { href: link(["certificates"], { organization: name }), facts: [] };
    case "College":
      return { href: collegeLink({ name, code: code ?? null }), facts: [] };
    case "Province":
      return { href: link(["provinces", code ?? name]), facts: [] };
    case "TrainingPlan":
      return { href: link(["plans", node.id]), facts: present([node.grade]) };
    case "Policy":
      return { href: link(["policies", node.reference]), facts: present([node.issuedOn]) };
    default:
      return null;
  }
}

function hitOf(found: Found): Hit[] {
  const page = pageOf(found);
  const { node, code, context, matchedAs, matchedText, highlights } = found;
  const name = node.displayName ?? node.id;
  if (!page) return [];
  const facts = present([code === name ? null : code, context.slice(found.kind === "SKILL_REQUIREMENT" ? 0 : -2).join(" › "), ...page.facts]);
  return [{ isOld: false, ...page, facts, id: node.id, name, matchedAs, matchedText, highlights }];
}

const currentFirst = (a: Hit, b: Hit): number => Number(a.isOld) - Number(b.isOld);

function groupOf(group: Group, { search: found, searchCounts }: SearchQuery): HitGroup {
  const kinds = KINDS[group];
  const hits = found.filter((each) => kinds.includes(each.kind)).flatMap(hitOf).sort(currentFirst);
  const counted = searchCounts.filter((each) => kinds.includes(each.kind)).reduce((sum, each) => sum + each.total, 0);
  return { hits, total: Math.max(counted, hits.length) };
}

/** Search these groups at once, with a share for each kind: a word with many courses still shows its certificates. */
export async function search(text: string, perKind: number, groups: readonly Group[], signal?: AbortSignal): Promise<HitGroups> {
  const variables = { text, kinds: groups.flatMap((each) => KINDS[each]), perKind } satisfies SearchQueryVariables;
  const answer = await ask<SearchQuery>(SEARCH, variables, signal);
  return Object.fromEntries(GROUPS.map((each) => [each, groupOf(each, answer)])) as HitGroups;
}

export const allHits = (groups: HitGroups): Hit[] => GROUPS.flatMap((each) => groups[each].hits);
