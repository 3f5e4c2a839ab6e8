// Two wordings of one text, with what differs marked.
import { type Piece, piecesOf } from "../text-changes";

export const Pieces = ({ pieces, as: Mark }: { pieces: readonly Piece[]; as: "del" | "ins" }) => <span class="wording" lang="zh-CN">{pieces.map(({ text, isShared }, at) => (isShared ? text : <Mark key={at}>{text}</Mark>))}</span>;

interface Wordings {
  before: { title: string; text: string };
  after: { title: string; text: string };
}

/** Side by side, each under its title. */
export function Wordings({ before, after }: Wordings) {
  const pieces = piecesOf(before.text, after.text);
  return (
    <dl class="wordings">
      <div><dt class="fine">{before.title}</dt><dd><Pieces pieces={pieces.before} as="del" /></dd></div>
      <div><dt class="fine">{after.title}</dt><dd><Pieces pieces={pieces.after} as="ins" /></dd></div>
    </dl>
  );
}
