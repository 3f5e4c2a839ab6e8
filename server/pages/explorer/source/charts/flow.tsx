// Ribbons from what teaches to what is required; a ribbon is solid, half-filled, hatched or hollow as its state is.
import { sankeyLinkHorizontal } from "d3-sankey";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { count, t } from "../words";
import { type FlowLink, type FlowNode, type LinkExtra, NODE_WIDTH, type NodeExtra, type Step, layOut } from "./flow-layout";

export function useWidth(first: number) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}

interface Props {
  label: string;
  heads: readonly string[];
  /** A letter before each head. */
  signs?: readonly string[];
  nodes: readonly Omit<NodeExtra, "order">[];
  steps: readonly Step[];
  height: number;
  margins: { left: number; right: number };
  chosen?: ReadonlySet<string>;
  onChoose?: (id: string) => void;
}

const PATTERN_IDS = { PARTLY_COVERED: "half-filled", UNKNOWN: "hatched" } as const;

const Patterns = () => (
  <defs>
    <pattern id={PATTERN_IDS.UNKNOWN} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="pattern-ground" /><path d="M0 0V6" class="pattern-line" /></pattern>
    <pattern id={PATTERN_IDS.PARTLY_COVERED} width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="pattern-ground" /><rect y="4" width="8" height="4" class="pattern-half" /></pattern>
  </defs>
);

const requirementsOf = (node: FlowNode): Set<string> =>
  new Set([...(node.sourceLinks ?? []), ...(node.targetLinks ?? [])].flatMap((each) => each.requirements));

// Chinese letters are as wide as the text is high, Latin ones about half.
const letterWidth = (letter: string): number => ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 12.6 : 7.2);
/** Less high, a node has no room for a second line beside it. */
const TWO_LINES_PX = 30;

const codeWidth = (code: string): number => [...code, " "].reduce((sum, each) => sum + letterWidth(each), 0);

function shortened(text: string, room: number): string {
  let width = 0;
  for (const [at, letter] of [...text].entries()) {
    width += letterWidth(letter);
    if (width > room) return `${[...text].slice(0, Math.max(1, at - 1)).join("")}…`;
  }
  return text;
}

function Ribbon({ ribbon, isDim, onOver }: { ribbon: FlowLink; isDim: boolean; onOver: (over: LinkExtra | null) => void }) {
  const path = sankeyLinkHorizontal<NodeExtra, LinkExtra>()(ribbon) ?? "";
  const width = Math.max(1.4, ribbon.width ?? 0);
  return (
    <g class={`ribbon ribbon-${ribbon.state}${isDim ? " dim" : ""}`} onMouseEnter={() => onOver(ribbon)} onMouseLeave={() => onOver(null)}>
      <path d={path} class="outer" stroke-width={width} />
      {(ribbon.state === "NOT_COVERED" || ribbon.state === "PARTLY_COVERED") && <path d={path} class="inner" stroke-width={Math.max(0, width - 2.6)} />}
    </g>
  );
}

/** Where ribbons leave a node that holds its label. */
const EDGE_WIDTH = 3;

/** The bar of a node; of one that holds its label, also the edge at which ribbons leave it. */
function Bars({ node: { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } }: { node: FlowNode }) {
  const height = Math.max(2, y1 - y0);
  return (
    <>
      <rect x={x0} y={y0} width={NODE_WIDTH} height={height} rx="1.5" />
      {x1 - x0 > NODE_WIDTH + 1 && <rect x={x1 - EDGE_WIDTH} y={y0} width={EDGE_WIDTH} height={height} rx="1.5" />}
    </>
  );
}

function Label({ node, room, isFirst }: { node: FlowNode; room: number; isFirst: boolean }) {
  const [x0 = 0, y0 = 0, y1 = 0] = [node.x0, node.y0, node.y1];
  const number = node.count === undefined ? "" : count(node.count);
  const isInTwo = number !== "" && y1 - y0 >= TWO_LINES_PX;
  const beside = `${node.code}${isInTwo ? "" : number}`;
  const text = shortened(node.name, room - (beside ? codeWidth(beside) : 0));
  const x = isFirst ? x0 - 7 : x0 + NODE_WIDTH + 6;
  return (
    <text x={x} y={(y0 + y1) / 2} dy={isInTwo ? "-.25em" : ".35em"} text-anchor={isFirst ? "end" : "start"} lang={node.kind === "course" || node.code ? "zh-CN" : undefined}>
      {node.code && <tspan class="bare-code">{node.code} </tspan>}{text}
      {number && (isInTwo ? <tspan class="number" x={x} dy="1.25em">{number}</tspan> : <tspan class="number"> {number}</tspan>)}
    </text>
  );
}

export function Flow({ label, heads, signs, nodes, steps, height, margins, chosen, onChoose }: Props) {
  const { box, width } = useWidth(900);
  const [over, setOver] = useState<ReadonlySet<string> | null>(null);
  const size = { width: Math.max(300, width), height, ...margins };
  const layout = useMemo(() => layOut(nodes, steps, size), [nodes, steps, width, height]);
  const lit = over ?? chosen;
  const isDim = (requirements: Iterable<string>): boolean => Boolean(lit?.size) && ![...requirements].some((each) => lit?.has(each));
  const lastLayer = heads.length - 1;
  const columns = heads.map((_, layer) => layout.nodes.find((each) => each.layer === layer)?.x0 ?? 0);
  const roomOf = ({ layer, x0 = 0, x1 = 0 }: FlowNode): number => (layer === 0 ? margins.left - 10 : layer === lastLayer ? margins.right - 8 : x1 - x0 - NODE_WIDTH - 12);
  return (
    <div class="flow" ref={box}>
      <svg width={size.width} height={height} viewBox={`0 0 ${size.width} ${height}`} role="group" aria-label={label}>
        <Patterns />
        {heads.map((head, layer) => <text key={head} class="head" x={layer === 0 ? 0 : layer === lastLayer ? size.width : columns[layer]} y="12" text-anchor={layer === lastLayer ? "end" : "start"}>{signs && <tspan class={`sign sign-${signs[layer]}`}>{signs[layer]} </tspan>}{head}</text>)}
        {layout.links.map((each, at) => <Ribbon key={at} ribbon={each} isDim={isDim(each.requirements)} onOver={(link) => setOver(link && new Set(link.requirements))} />)}
        {layout.nodes.map((node) => {
          const requirements = requirementsOf(node);
          const drawing = <><Bars node={node} /><Label node={node} room={roomOf(node)} isFirst={node.layer === 0} /></>;
          const className = `node node-${node.kind}${isDim(requirements) ? " dim" : ""}`;
          if (!onChoose) return <g key={node.id} class={className}>{drawing}</g>;
          const press = (event: KeyboardEvent): void => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            onChoose(node.id);
          };
          return (
            <g key={node.id} class={className} role="button" tabIndex={0} aria-label={`${node.code} ${node.name}, ${t("requirementsCount", { n: count(requirements.size) })}`} onClick={() => onChoose(node.id)} onKeyDown={press} onMouseEnter={() => setOver(requirements)} onMouseLeave={() => setOver(null)} onFocus={() => setOver(requirements)} onBlur={() => setOver(null)}>
              {drawing}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
