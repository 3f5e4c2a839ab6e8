// What this editor imported last, where a person looks for it: at the door of the next import. Each can be taken back.
import { useRef, useState } from "preact/hooks";
import { link } from "../../address";
import { useAnswer } from "../../api";
import LAST from "../../documents/last-imports.graphql";
import type { LastImportsQuery, LastImportsQueryVariables } from "../../generated/answers";
import { Loading, Shown } from "../../parts/answer";
import { Data, majorLink } from "../../parts/small";
import { day } from "../../words";
import { w } from "../../words/import";
import { undoWord } from "../../words/undoing";
import { editor, token } from "../review/decisions";
import { Undo } from "./undo";
import { nameIn, useUndone } from "./undone";

type Change = LastImportsQuery["changes"]["nodes"][number];

interface Imported {
  change: string;
  at: string;
  name: string;
  /** Null: it is gone, since the import was undone. */
  id: string | null;
  href: string | null;
}

function importedOf(change: Change): Imported {
  const { skillStandard, teachingStandard, source } = change;
  const base = { change: change.id, at: change.at, name: nameIn(change.after), id: null, href: null };
  if (skillStandard) return { ...base, id: skillStandard.id, href: skillStandard.certificate ? link(["certificates", skillStandard.certificate.name], { version: skillStandard.version }) : null };
  if (teachingStandard) return { ...base, id: teachingStandard.id, href: teachingStandard.major ? majorLink(teachingStandard.major) : null };
  return source ? { ...base, name: source.title, id: source.id, href: link(["sources", source.code]) } : base;
}

interface RowGiven {
  each: Imported;
  isUndone: boolean;
  canUndo: boolean;
  onDone: () => void;
}

/** Once it is undone its button is gone: the row takes the focus and says so. */
function Row({ each, isUndone, canUndo, onDone }: RowGiven) {
  const row = useRef<HTMLLIElement>(null);
  const [isJustUndone, setIsJustUndone] = useState(false);
  const done = (): void => {
    setIsJustUndone(true);
    onDone();
    row.current?.focus();
  };
  return (
    <li ref={row} tabIndex={-1}>
      <span class="fine number">{day(each.at)}</span> {each.href && !isUndone ? <a href={each.href}><Data>{each.name}</Data></a> : <Data>{each.name}</Data>} {isUndone && <span class="tag">{w("undone")}</span>}
      {canUndo && each.id !== null && <Undo standard={each.id} change={each.change} onDone={done} />}
      <span class="fine" role="status">{isJustUndone && w("undoneLead", { name: each.name })}</span>
    </li>
  );
}

function List({ changes, isCut }: { changes: readonly Change[]; isCut: boolean }) {
  const known = useUndone();
  const [undoneHere, setUndoneHere] = useState<readonly string[]>([]);
  if (known === null) return <Loading />;
  const imports = changes.map(importedOf);
  const undone = new Set([...known.map(({ change }) => change), ...undoneHere]);
  const isUndone = (each: Imported): boolean => each.id === null || undone.has(each.change);
  const live = imports.filter((each) => !isUndone(each));
  /** Only the latest import of a standard can be taken back. */
  const isLatest = (each: Imported): boolean => live.find((other) => other.id === each.id) === each;
  return (
    <>
      <ul class="plain-list">
        {imports.map((each) => <Row key={each.change} each={each} isUndone={isUndone(each)} canUndo={isLatest(each)} onDone={() => setUndoneHere([...undoneHere, each.change])} />)}
      </ul>
      {isCut && <p class="fine">{undoWord("lastImportsCut", { n: imports.length })}</p>}
    </>
  );
}

export function LastImports() {
  const name = editor.value?.name;
  const answer = useAnswer<LastImportsQuery, LastImportsQueryVariables>(LAST, token.value && name ? { editor: name } : null, token.value);
  if (!token.value || !name) return null;
  return (
    <section class="card" aria-labelledby="last-imports-title">
      <h2 id="last-imports-title">{undoWord("lastImports")}</h2>
      <p class="lead">{undoWord("lastImportsLead")}</p>
      <Shown answer={answer} rows={2}>{({ changes }) => (changes.nodes.length === 0 ? <p class="fine">{undoWord("lastImportsNone")}</p> : <List changes={changes.nodes} isCut={changes.pageInfo.hasNextPage} />)}</Shown>
    </section>
  );
}
