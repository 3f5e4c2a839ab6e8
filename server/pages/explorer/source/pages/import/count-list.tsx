// How much of each kind an import brings in or takes out.
import { count } from "../../words";
import { w } from "../../words/import";
import { kindOf } from "../../words/kinds";

/** By kind of node; links are many kinds whose names say little. */
export function CountList({ counts }: { counts: readonly { type: string; count: number }[] }) {
  const links = counts.filter((each) => kindOf(each.type) === null).reduce((sum, each) => sum + each.count, 0);
  return <ul>{counts.filter((each) => kindOf(each.type) !== null).map((each) => <li key={each.type}>{kindOf(each.type)} {count(each.count)}</li>)}{links > 0 && <li>{w("links")} {count(links)}</li>}</ul>;
}
