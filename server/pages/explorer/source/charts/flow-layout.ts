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

export const NODE_WIDTH = 9;
/** The label of a node between the first and the last layer stands within the node, so that no ribbon runs under it. */
const LABEL_WIDEST = 190;
const LABEL_SHARE = 0.4;

/** Make nodes between the first and the last layer as wide as their labels. */
function widen(nodes: readonly FlowNode[], { width, left, right }: { width: number; left: number; right: number }): void {
  const last = Math.max(...nodes.map((each) => each.layer));
  const inner = width - left - right;
  const label = Math.min(LABEL_WIDEST, LABEL_SHARE * inner);
  const gap = (inner - (last + 1) * NODE_WIDTH - (last - 1) * label) / last;
  for (const node of nodes) {
    if (node.layer === 0 || node.layer === last) continue;
    node.x0 = left + node.layer * (NODE_WIDTH + gap) + (node.layer - 1) * label;
    node.x1 = node.x0 + NODE_WIDTH + label;
  }
}

export function layOut(nodes: readonly Omit<NodeExtra, "order">[], steps: readonly Step[], size: { width: number; height: number; left: number; right: number }) {
  const ribbons = ribbonsOf(steps);
  const used = new Set(ribbons.flatMap((each) => [each.source, each.target]));
  const places = new Map(nodes.map((each, at) => [each.id, at]));
  const ordered = nodes
    .filter((each) => used.has(each.id))
    .map((each) => ({ ...each, order: each.kind === "course" ? placeOf(each.id, ribbons, places) : places.get(each.id) ?? 0 }));
  const byState = (a: LinkExtra, b: LinkExtra): number => STATES.indexOf(a.state) - STATES.indexOf(b.state);
  const layout = sankey<NodeExtra, LinkExtra>()
    .nodeId((each) => each.id)
    .nodeAlign((each) => each.layer)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(11)
    .nodeSort((a, b) => rank(a) - rank(b))
    .linkSort((a, b) => byState(a, b))
    .extent([[size.left, 26], [size.width - size.right, size.height - 6]])
    .iterations(0)({ nodes: ordered, links: ribbons });
  widen(layout.nodes, size);
  return layout;
}

// Nobody looked and nobody carries stand below the courses.
const rank = (node: NodeExtra): number => (STATES.includes(node.kind as State) ? 10_000 + node.order : node.order);
