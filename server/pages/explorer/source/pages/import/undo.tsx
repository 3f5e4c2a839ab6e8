// Taking an import back: what that would take out, or what stands in the way, and only then the button.
import { useRef, useState } from "preact/hooks";
import { link } from "../../address";
import { type ApiError, asApiError, change, useAnswer } from "../../api";
import UNDOING from "../../documents/import-undoing.graphql";
import UNDO from "../../documents/undo-import.graphql";
import type { ImportUndoingQuery, ImportUndoingQueryVariables, UndoImportMutation } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Refusal } from "../../parts/refusal";
import { Data } from "../../parts/small";
import { w } from "../../words/import";
import { undoWord } from "../../words/undoing";
import { editor, newKey, token } from "../review/decisions";
import { CountList } from "./count-list";

type Undoing = NonNullable<ImportUndoingQuery["importUndoing"]>;

const Obstacles = ({ undoing: { obstacles, obstacleCount } }: { undoing: Undoing }) => (
  <>
    <p class="lead">{w(obstacles.some((each) => each.isFinal) ? "undoFinal" : "undoBlocked")}</p>
    <ul class="plain-list">{obstacles.map((each, at) => <li key={at}>{each.name && <><b>{each.slug ? <a href={link(["s", each.slug])}><Data>{each.name}</Data></a> : <Data>{each.name}</Data>}</b> </>}<span class="fine">{each.text}</span></li>)}</ul>
    {obstacles.length < obstacleCount && <p class="fine">{undoWord("undoMore", { n: obstacleCount - obstacles.length })}</p>}
  </>
);

function Ask({ standard, undoing, onDone, onLeave }: { standard: string; undoing: Undoing; onDone: () => void; onLeave: () => void }) {
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const key = useRef(newKey());
  const send = async (): Promise<void> => {
    setIsSending(true);
    setError(null);
    try {
      await change<UndoImportMutation>(UNDO, { input: { standard, change: undoing.change, idempotencyKey: key.current } }, { token: token.value ?? "" });
      onDone();
    } catch (problem) {
      setError(asApiError(problem));
      setIsSending(false);
    }
  };
  const isDesigner = editor.value?.role === "DESIGNER";
  return (
    <>
      <p>{undoWord("undoRemoves")}</p>
      <CountList counts={undoing.removed} />
      {undoing.restored.length > 0 && <><p>{undoWord("undoRestores")}</p><CountList counts={undoing.restored} /></>}
      <p class="fine">{undoWord("undoStays")}</p>
      {error && <Refusal error={error} />}
      <p class="row"><button type="button" class="button" disabled={isDesigner || isSending} onClick={() => void send()}>{w(isSending ? "undoing" : "undoNow")}</button><button type="button" class="button" disabled={isSending} onClick={onLeave}>{undoWord("undoLeave")}</button>{isDesigner && <span class="fine">{undoWord("undoReviewer")}</span>}</p>
    </>
  );
}

interface Undoable {
  standard: string;
  /** Undo this import alone: another may have followed. Left out: the latest. */
  change?: string;
  onDone: () => void;
}

function Look({ standard, change: only, onDone, onLeave }: Undoable & { onLeave: () => void }) {
  const answer = useAnswer<ImportUndoingQuery, ImportUndoingQueryVariables>(UNDOING, { standard }, token.value);
  if (answer.error?.code === "NOTHING_TO_UNDO") return <Empty title={undoWord("undoNothing")}>{undoWord("undoNothingHelp")}</Empty>;
  if (only && answer.data?.importUndoing && answer.data.importUndoing.change !== only) return <Empty title={undoWord("undoFollowed")}>{undoWord("undoFollowedHelp")}</Empty>;
  return <Shown answer={answer} rows={2}>{({ importUndoing }) => importUndoing && (importUndoing.canUndo ? <Ask standard={standard} undoing={importUndoing} onDone={onDone} onLeave={onLeave} /> : <Obstacles undoing={importUndoing} />)}</Shown>;
}

/** Closed at first: who opens it is told what would go, and may still leave. */
export function Undo({ standard, change: only, onDone }: Undoable) {
  const [isOpen, setIsOpen] = useState(false);
  const door = useRef<HTMLElement>(null);
  const leave = (): void => {
    setIsOpen(false);
    door.current?.focus();
  };
  if (!token.value) return null;
  return (
    <details class="folded undo-import" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary ref={door}>{undoWord("undo")}</summary>
      {isOpen && <Look standard={standard} change={only} onDone={onDone} onLeave={leave} />}
    </details>
  );
}
