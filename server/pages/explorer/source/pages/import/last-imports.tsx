// What this editor imported last, where a person looks for it: at the door of the next import. Each can be taken back.
import { useState } from "preact/hooks";
import { link } from "../../address";
import { useAnswer } from "../../api";
import LAST from "../../documents/last-imports.graphql";
import type { LastImportsQuery, LastImportsQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Data, majorLink } from "../../parts/small";
import { day } from "../../words";
import { w } from "../../words/import";
import { editor, token } from "../review/decisions";
import { Undo } from "./undo";

type Change = LastImportsQuery["changes"]["nodes"][number];

interface Imported {
  change: string;
  at: string;
  name: string;
  /** Null: it is gone, since the import was undone. */
  id: string | null;
  href: string | null;
}

const nameAfter = ({ after }: Change): string => {
  const { name, code, version, id } = JSON.parse(after) as Record<string, string | undefined>;
  return [name, code, version].filter(Boolean).join(" ") || (id ?? "");
};

function importedOf(change: Change): Imported {
  const { skillStandard, teachingStandard, source } = change;
  const base = { change: change.id, at: change.at, name: nameAfter(change), id: null, href: null };
  if (skillStandard) return { ...base, id: skillStandard.id, href: skillStandard.certificate ? link(["certificates", skillStandard.certificate.name], { version: skillStandard.version }) : null };
  if (teachingStandard) return { ...base, id: teachingStandard.id, href: teachingStandard.major ? majorLink(teachingStandard.major) : null };
  return source ? { ...base, name: source.title, id: source.id, href: link(["sources", source.code]) } : base;
}

function List({ changes }: { changes: readonly Change[] }) {
  const [undone, setUndone] = useState<readonly string[]>([]);
  const imports = changes.map(importedOf);
  /** Only the latest import of a standard can be taken back. */
  const isLatest = (each: Imported, at: number): boolean => each.id !== null && imports.findIndex((other) => other.id === each.id) === at;
  return (
    <ul class="plain-list">
      {imports.map((each, at) => (
        <li key={each.change}>
          <span class="fine number">{day(each.at)}</span> {each.href ? <a href={each.href}><Data>{each.name}</Data></a> : <Data>{each.name}</Data>} {(each.id === null || undone.includes(each.change)) && <span class="tag">{w("undone")}</span>}
          {each.id !== null && isLatest(each, at) && !undone.includes(each.change) && <Undo standard={each.id} onDone={() => setUndone([...undone, each.change])} />}
        </li>
      ))}
    </ul>
  );
}

export function LastImports() {
  const name = editor.value?.name;
  const answer = useAnswer<LastImportsQuery, LastImportsQueryVariables>(LAST, token.value && name ? { editor: name } : null, token.value);
  if (!token.value || !name) return null;
  return (
    <section class="card" aria-labelledby="last-imports-title">
      <h2 id="last-imports-title">{w("lastImports")}</h2>
      <p class="lead">{w("lastImportsLead")}</p>
      <Shown answer={answer} rows={2}>{({ changes }) => (changes.nodes.length === 0 ? <p class="fine">{w("lastImportsNone")}</p> : <List changes={changes.nodes} />)}</Shown>
    </section>
  );
}
