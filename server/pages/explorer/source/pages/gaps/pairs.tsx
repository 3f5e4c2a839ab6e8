// A programme or a plan with a certificate that suits it: what is reviewed is this pair, and not the programme for every certificate.
import { link } from "../../address";
import { type Counted, countsOf, isReviewed } from "../../parts/coverage";
import { Data, unique } from "../../parts/small";

export const OfCertificate = ({ name }: { name: string | null | undefined }) => <span class="fine"> × <a href={link(["certificates", name ?? ""])}><Data>{name}</Data></a></span>;

/** Pairs that nobody reviewed: `never` those of a programme of which nobody reviewed any, one for each; `others` those of a programme reviewed with another certificate. */
export function unreviewedOf<Row extends Counted>(rows: readonly Row[], programme: (row: Row) => string): { never: Row[]; others: Row[] } {
  const reviewed = new Set(rows.filter((each) => isReviewed(countsOf(each))).map(programme));
  const open = rows.filter((each) => !isReviewed(countsOf(each)));
  return { never: unique(open.filter((each) => !reviewed.has(programme(each))), programme), others: open.filter((each) => reviewed.has(programme(each))) };
}
