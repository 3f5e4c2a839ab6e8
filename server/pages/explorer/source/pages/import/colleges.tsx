// Colleges offered while the answer to a question is written.
import { useAnswer } from "../../api";
import NAMES from "../../documents/college-names.graphql";
import type { CollegeNamesQuery, CollegeNamesQueryVariables } from "../../generated/answers";

/** The colleges that the graph has of this name, offered while it is written. */
export function Colleges({ id, text }: { id: string; text: string }) {
  const answer = useAnswer<CollegeNamesQuery, CollegeNamesQueryVariables>(NAMES, text.length > 1 ? { text } : null);
  return <datalist id={id}>{answer.data?.search.map(({ node }) => <option key={node.id} value={node.displayName ?? ""} />)}</datalist>;
}
