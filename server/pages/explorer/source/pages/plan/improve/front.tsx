// The trade-offs between hours and requirements as a drawing: a step up for each, and the one that is chosen.
import { count } from "../../../words";
import { i } from "../../../words/improve";
import { portfolioWord } from "../../../words/portfolio";

export interface Trade {
  extraHours: number;
  covered: number;
}

const [WIDTH, HEIGHT] = [560, 250];
const EDGE = { left: 48, right: 24, top: 34, bottom: 52 };
const RADIUS = 5;
/** As many values beside an axis can be read apart. */
const TICKS_MOST = 8;

/** A value on an axis from its least to its most. */
const scale = (least: number, most: number, from: number, to: number) => (value: number): number =>
  most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from);

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

/** Every value where there is room for it, else the two ends. */
const ticksOf = (values: readonly number[]): number[] => {
  const all = [...new Set(values)];
  return all.length <= TICKS_MOST ? all : [...new Set(ends(all))];
};

/** Flat until the hours of a trade-off are there, then up. */
const stepsOf = (places: readonly (readonly [number, number])[]): string =>
  places.map(([x, y], at) => (at === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");

export function Front({ trades, chosen }: { trades: readonly Trade[]; chosen: number }) {
  const hours = ends(trades.map((each) => each.extraHours));
  const covered = ends(trades.map((each) => each.covered));
  const across = scale(...hours, EDGE.left, WIDTH - EDGE.right);
  const up = scale(...covered, HEIGHT - EDGE.bottom, EDGE.top);
  const places = trades.map((each) => [across(each.extraHours), up(each.covered)] as const);
  const text = trades.map((each) => portfolioWord("pointName", { h: count(each.extraHours), c: count(each.covered) })).join("; ");
  return (
    <svg class="front" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
      <path class="front-axis" d={`M${EDGE.left} ${EDGE.top}V${HEIGHT - EDGE.bottom}H${WIDTH - EDGE.right}`} />
      <text x={0} y={14}>{portfolioWord("coveredOf")}</text>
      <text x={WIDTH - EDGE.right} y={HEIGHT - 8} text-anchor="end">{i("addedHours")}</text>
      {ticksOf(trades.map((each) => each.covered)).map((each) => <text key={each} x={EDGE.left - 10} y={up(each) + 4} text-anchor="end">{count(each)}</text>)}
      {ticksOf(trades.map((each) => each.extraHours)).map((each) => <text key={each} x={across(each)} y={HEIGHT - EDGE.bottom + 20} text-anchor="middle">{count(each)}</text>)}
      <path class="front-steps" d={stepsOf(places)} />
      {places.map(([x, y], at) => <circle key={at} class={at === chosen ? "on" : ""} cx={x} cy={y} r={at === chosen ? RADIUS + 2 : RADIUS} />)}
    </svg>
  );
}
