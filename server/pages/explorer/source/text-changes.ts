// Where two wordings of a text differ: Chinese by characters, other scripts by words.

export interface Piece {
  text: string;
  isShared: boolean;
}

const TOKENS = /[\p{Script=Latin}\d]+|[^]/gu;
/** One shared sign between two that differ says nothing. */
const LEAST_SHARED = 2;

const tokensOf = (text: string): string[] => text.match(TOKENS) ?? [];

/** Of two texts that are longer what differs is not marked: all pairs of signs are looked at. */
const PAIRS_LARGEST = 4_000_000;

/** How long the longest common part of what follows is, for each pair of places. */
function lengths(one: readonly string[], other: readonly string[]): number[][] {
  const table = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1) table[a]![b] = one[a] === other[b] ? table[a + 1]![b + 1]! + 1 : Math.max(table[a + 1]![b]!, table[a]![b + 1]!);
  return table;
}

interface Run {
  shared: string;
  before: string;
  after: string;
}

/** What both have, and what differs, by turns. */
function runsOf(one: readonly string[], other: readonly string[]): Run[] {
  const table = lengths(one, other);
  const runs: Run[] = [{ shared: "", before: "", after: "" }];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const last = runs.at(-1)!;
    if (a < one.length && b < other.length && one[a] === other[b]) {
      if (last.before || last.after) runs.push({ shared: one[a]!, before: "", after: "" });
      else last.shared += one[a]!;
      a += 1;
      b += 1;
    } else if (b >= other.length || (a < one.length && table[a + 1]![b]! >= table[a]![b + 1]!)) last.before += one[a++]!;
    else last.after += other[b++]!;
  }
  return runs;
}

/** A sign that two differences have between them belongs to both. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const isBetween = last && (last.before || last.after) && (run.before || run.after);
    if (isBetween && [...run.shared].length < LEAST_SHARED) {
      last.before += run.shared + run.before;
      last.after += run.shared + run.after;
    } else found.push({ ...run });
  }
  return found;
}

/** Both wordings in pieces: what they share, and what is theirs alone. */
export function piecesOf(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [one, other] = [tokensOf(before), tokensOf(after)];
  if (one.length * other.length > PAIRS_LARGEST) return { before: [{ text: before, isShared: true }], after: [{ text: after, isShared: true }] };
  const runs = joined(runsOf(one, other));
  const side = (name: "before" | "after"): Piece[] => runs.flatMap((run) => [{ text: run.shared, isShared: true }, { text: run[name], isShared: false }]).filter(({ text }) => text !== "");
  return { before: side("before"), after: side("after") };
}
