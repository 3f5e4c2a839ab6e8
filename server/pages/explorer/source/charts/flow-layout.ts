// Where the ribbons of a flow go. Pure: requirements in, nodes and links out.
import { type SankeyLink, type SankeyNode, sankey } from "d3-sankey";
import type { State } from "../parts/coverage";
import { STATES } from "../parts/coverage";

export interface NodeExtra {
  id: string;
  name: string;
  code: string;
  layer: number;
  kind: "course" | "task" | "area" | State;
  /** How many requirements, where each is of this node alone. */
  count?: number;
  order: number;
}
export interface LinkExtra {
  state: State;
  requirements: readonly string[];
}
export type FlowNode = SankeyNode<NodeExtra, LinkExtra>;
export type FlowLink = SankeyLink<NodeExtra, LinkExtra>;

/** One step of a requirement, from what stands at the left to what stands at the right. */
export interface Step {
  from: string;
  to: string;
  state: State;
  requirement: string;
  share: number;
}

interface RawLink {
  source: string;
  target: string;
  state: State;
  value: number;
  requirements: string[];
}

/** Gather the steps between the same two ends in the same state into one ribbon. */
export function ribbonsOf(steps: readonly Step[]): RawLink[] {
  const ribbons = new Map<string, RawLink>();
  for (const { from, to, state, requirement, share } of steps) {
    const key = JSON.stringify([from, to, state]);
    const ribbon = ribbons.get(key) ?? { source: from, target: to, state, value: 0, requirements: [] };
    ribbon.value += share;
    ribbon.requirements.push(requirement);
    ribbons.set(key, ribbon);
  }
  return [...ribbons.values()];
}

// What stands at the left is placed at the mean of what it leads to, so that ribbons cross least.
function placeOf(id: string, ribbons: readonly RawLink[], places: ReadonlyMap<string, number>): number {
  const mine = ribbons.filter((each) => each.source === id);
  const weight = mine.reduce((sum, each) => sum + each.value, 0);
  return mine.reduce((sum, each) => sum + (places.get(each.target) ?? 0) * each.value, 0) / weight;
}

export function layOut(nodes: readonly Omit<NodeExtra, "order">[], steps: readonly Step[], size: { width: number; height: number; left: number; right: number }) {
  const ribbons = ribbonsOf(steps);
  const used = new Set(ribbons.flatMap((each) => [each.source, each.target]));
  const places = new Map(nodes.map((each, at) => [each.id, at]));
  const ordered = nodes
    .filter((each) => used.has(each.id))
    .map((each) => ({ ...each, order: each.kind === "course" ? placeOf(each.id, ribbons, places) : places.get(each.id) ?? 0 }));
  const byState = (a: LinkExtra, b: LinkExtra): number => STATES.indexOf(a.state) - STATES.indexOf(b.state);
  return sankey<NodeExtra, LinkExtra>()
    .nodeId((each) => each.id)
    .nodeAlign((each) => each.layer)
    .nodeWidth(9)
    .nodePadding(11)
    .nodeSort((a, b) => rank(a) - rank(b))
    .linkSort((a, b) => byState(a, b))
    .extent([[size.left, 26], [size.width - size.right, size.height - 6]])
    .iterations(0)({ nodes: ordered, links: ribbons });
}

// Nobody looked and nobody carries stand below the courses.
const rank = (node: NodeExtra): number => (STATES.includes(node.kind as State) ? 10_000 + node.order : node.order);
