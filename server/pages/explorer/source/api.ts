// What the pages ask of the API, and the answers kept while the page is open.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { language } from "./address";

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly near: readonly string[] = [],
    /** What a change answered besides: an import, say, the questions that are open. */
    readonly payload: unknown = null,
  ) {
    super(message);
  }
}

export interface Answer<Data> {
  data: Data | null;
  error: ApiError | null;
  isLoading: boolean;
}

interface Body<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; near?: string[] } }[];
}

const BUSY = 503;
const KEPT_ANSWERS = 60;
const kept = new Map<string, unknown>();

function keep(key: string, data: unknown): void {
  kept.set(key, data);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
}

/** The changes that were tried since the page was opened; what was read before them is asked for again. */
export const changes = signal(0);
/** What a server must have seen before it answers: the last change. */
let bookmark: string | null = null;

interface Sending {
  signal?: AbortSignal | undefined;
  token?: string;
  /** Let the request outlive the page. */
  keepalive?: boolean;
}

async function send(body: object, { signal, token, keepalive = false }: Sending): Promise<Response> {
  const headers = { "content-type": "application/json", "accept-language": language.peek() === "en" ? "en" : "zh-CN", ...(token && { authorization: `Bearer ${token}` }) };
  const text = JSON.stringify(bookmark ? { ...body, extensions: { bookmark } } : body);
  try {
    return await fetch("/graphql", { method: "POST", headers, body: text, signal: signal ?? null, keepalive });
  } catch (problem) {
    if (signal?.aborted) throw problem;
    throw new ApiError("NO_ANSWER", String(problem));
  }
}

async function bodyOf<Data>(response: Response): Promise<Body<Data>> {
  try {
    return (await response.json()) as Body<Data>;
  } catch {
    throw new ApiError("NO_ANSWER", `HTTP ${response.status}`);
  }
}

/** The data of an answer; the first error ends it, since a page is shown whole or not at all. */
async function dataOf<Data>(response: Response): Promise<Data> {
  const answer = await bodyOf<Data>(response);
  const problem = answer.errors?.[0];
  if (problem) throw new ApiError(problem.extensions?.code ?? "OTHER", problem.message, problem.extensions?.near);
  return answer.data as Data;
}

/** A service that is busy is asked again after these times; a page has a dozen questions at once. */
const AGAIN_MS = [500, 2000];

async function sendUntilFree(body: object, signal: AbortSignal | undefined): Promise<Response> {
  for (const wait of AGAIN_MS) {
    const response = await send(body, { signal });
    if (response.status !== BUSY) return response;
    await new Promise((done) => setTimeout(done, wait));
    signal?.throwIfAborted();
  }
  return send(body, { signal });
}

/** Read, or give what was read before and has not changed since. */
export async function ask<Data>(query: string, variables: object, signal?: AbortSignal): Promise<Data> {
  const key = language.peek() + JSON.stringify({ query, variables });
  if (kept.has(key)) return kept.get(key) as Data;
  const data = await dataOf<Data>(await sendUntilFree({ query, variables }, signal));
  keep(key, data);
  return data;
}

/** Ask with a token, which is refused if no editor has it. */
export const askWithToken = async (query: string, token: string): Promise<void> => {
  await dataOf(await send({ query }, { token }));
};

/** Ask for what must not be kept: it moves on by itself, and one editor alone may read it. */
export const askAnew = async <Data>(query: string, variables: object, sending: Sending): Promise<Data> =>
  dataOf<Data>(await send({ query, variables }, sending));

interface Payload {
  bookmark?: string | null;
  userErrors: readonly { code: string; message: string }[];
}

/** Make a change. What the caller can correct is an error as any other. Either way what was read before may be old. */
export async function change<Data extends Record<string, unknown>>(mutation: string, variables: object, sending: Sending): Promise<Data> {
  try {
    const data = await dataOf<Data>(await send({ query: mutation, variables }, sending));
    for (const payload of Object.values(data) as (Payload | null)[]) {
      const problem = payload?.userErrors[0];
      if (problem) throw new ApiError(problem.code, problem.message, [], payload);
      bookmark = payload?.bookmark ?? bookmark;
    }
    return data;
  } finally {
    kept.clear();
    changes.value += 1;
  }
}

/** The answer to a query. The one before stays while the next loads; variables null: nothing is asked. */
export function useAnswer<Data, Variables extends object>(query: string, variables: Variables | null): Answer<Data> {
  const key = variables && language.value + JSON.stringify({ query, variables });
  const known = key !== null && kept.has(key) ? (kept.get(key) as Data) : null;
  const [state, setState] = useState<Answer<Data>>({ data: known, error: null, isLoading: key !== null && !known });
  useEffect(() => {
    if (variables === null) return undefined;
    const stop = new AbortController();
    setState((before) => ({ ...before, error: null, isLoading: true }));
    ask<Data>(query, variables, stop.signal).then(
      (data) => setState({ data, error: null, isLoading: false }),
      (problem: unknown) => {
        if (!stop.signal.aborted) setState({ data: null, error: asApiError(problem), isLoading: false });
      },
    );
    return () => stop.abort();
  }, [key, changes.value]);
  return known ? { data: known, error: null, isLoading: false } : state;
}

export const asApiError = (problem: unknown): ApiError =>
  problem instanceof ApiError ? problem : new ApiError("OTHER", String(problem));
