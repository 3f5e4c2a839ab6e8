// Decisions that were refused: why, and what to do.
import { useEffect, useState } from "preact/hooks";
import { choose } from "../../address";
import { ask } from "../../api";
import ALIGNMENT from "../../documents/review-alignment.graphql";
import type { ReviewedAlignmentQuery } from "../../generated/answers";
import { Problem } from "../../parts/answer";
import { Data, Dated } from "../../parts/small";
import { day, person } from "../../words";
import { type Word, t } from "../../words/reviewing";
import { zh } from "../../words/zh";
import { type Decision, type Item, decisions, itemKey, send, token } from "./decisions";

/** The same is safe to send again; anything else is read anew first. */
const SENT_AGAIN = new Set(["OUTCOME_UNKNOWN", "NO_ANSWER", "UNAUTHENTICATED", "GRAPH_BUSY", "GRAPH_UNAVAILABLE", "WRITE_CONFLICT"]);

/** What became of the alignment meanwhile, by whom. */
function Now({ id }: { id: string }) {
  const [found, setFound] = useState<ReviewedAlignmentQuery["node"]>();
  useEffect(() => {
    const stop = new AbortController();
    ask<ReviewedAlignmentQuery>(ALIGNMENT, { id }, stop.signal).then(({ node }) => setFound(node), () => undefined);
    return () => stop.abort();
  }, [id]);
  if (found?.__typename !== "Alignment") return null;
  const last = found.changes.nodes[0];
  return <p><Dated>{t("reviewNow", { state: t(`status_${found.status}`), who: person(last?.editor ?? found.reviewer ?? t("unknown")), day: day(last?.at ?? found.decidedOn) })}</Dated> {last?.reason && <Data>{last.reason}</Data>}</p>;
}

export function Failure({ decision, onReload }: { decision: Decision; onReload: () => void }) {
  if (!decision.problem) return null;
  return (
    <div class="failure">
      <Problem error={decision.problem} hasRetry={false} />
      {decision.item.alignment && !SENT_AGAIN.has(decision.problem.code) && <Now id={decision.item.alignment.id} />}
      <p class="row">
        {SENT_AGAIN.has(decision.problem.code) && <button type="button" class="button" disabled={!token.value} onClick={() => void send(decision.key)}>{t("reviewSendAgain")}</button>}
        <button type="button" class="button" onClick={onReload}>{t("reviewReload")}</button>
      </p>
    </div>
  );
}

const titleOf = (code: string): string => t((`${code}_help` in zh ? code : "OTHER") as Word);

/** What was refused of other items than the one that is open: it says so at once, wherever the reviewer has gone on to. */
export function FailuresElsewhere({ open }: { open: Item }) {
  const refused = [...decisions.value.values()].filter(({ problem, item }) => problem && itemKey(item) !== itemKey(open));
  if (refused.length === 0) return null;
  return (
    <ul class="refused-elsewhere" role="alert">
      {refused.map(({ item, problem }) => (
        <li key={itemKey(item)}><b>{t("reviewNotWritten")}</b> <Data>{item.requirement?.text ?? item.alignment?.id}</Data> · {problem && titleOf(problem.code)} <button type="button" class="button small" onClick={() => choose({ at: itemKey(item) })}>{t("reviewOpenIt")}</button></li>
      ))}
    </ul>
  );
}
