// Which imports were undone, and what a change says of what it brought in: an id may be there again by another import.
import { useAnswer } from "../../api";
import UNDONE from "../../documents/undone-imports.graphql";
import type { UndoneImportsQuery, UndoneImportsQueryVariables } from "../../generated/answers";
import { token } from "../review/decisions";

interface Undone {
  /** The change of the import. */
  change: string;
  /** What it brought in. */
  node: string;
  name: string;
}

/** What is said of a standard or a list in a change: name, code and version. */
export function nameIn(values: string): string {
  const { name, code, version, id } = JSON.parse(values) as Record<string, string | undefined>;
  return [name, code, version].filter(Boolean).join(" ") || (id ?? "");
}

function undoneOf({ before, after }: UndoneImportsQuery["changes"]["nodes"][number]): Undone {
  const { undone, id } = JSON.parse(after) as { undone: string; id: string };
  return { change: undone, node: id, name: before ? nameIn(before) : id };
}

/** The last imports that were undone, by anybody, the newest first; null while they are read. */
export function useUndone(isAsked = true): readonly Undone[] | null {
  const answer = useAnswer<UndoneImportsQuery, UndoneImportsQueryVariables>(UNDONE, isAsked ? {} : null, token.value);
  if (!isAsked || answer.error) return [];
  return answer.data ? answer.data.changes.nodes.map(undoneOf) : null;
}
