// Sending a change of a plan: whether it is under way, and why it was refused.
import { useRef, useState } from "preact/hooks";
import { type ApiError, asApiError } from "../../api";
import { newKey, token } from "../review/decisions";

export const sending = () => ({ token: token.peek() ?? "" });

export interface Doing {
  error: ApiError | null;
  isSending: boolean;
  /** Whether it was done. */
  run: (input: object) => Promise<boolean>;
}

/** Send a change. Sent again with the same input it has the same key, so nothing is written twice. */
export function useDoing(send: (input: object) => Promise<void>): Doing {
  const [error, setError] = useState<ApiError | null>(null);
  const [isSending, setIsSending] = useState(false);
  const last = useRef({ sent: "", key: "" });
  const run = async (input: object): Promise<boolean> => {
    const sent = JSON.stringify(input);
    if (last.current.sent !== sent) last.current = { sent, key: newKey() };
    setIsSending(true);
    setError(null);
    let isDone = false;
    try {
      await send({ ...input, idempotencyKey: last.current.key });
      last.current = { sent: "", key: "" };
      isDone = true;
    } catch (problem) {
      setError(asApiError(problem));
    }
    setIsSending(false);
    return isDone;
  };
  return { error, isSending, run };
}
