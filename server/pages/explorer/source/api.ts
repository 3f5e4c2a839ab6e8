// What the pages ask of the API, and the answers kept while the page is open.
import { useEffect, useState } from "preact/hooks";
import { language } from "./address";

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly near: readonly string[] = [],
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

const KEPT_ANSWERS = 60;
const kept = new Map<string, unknown>();

function keep(key: string, data: unknown): void {
  kept.set(key, data);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
}

async function send(body: string, signal?: AbortSignal): Promise<Response> {
  const headers = { "content-type": "application/json", "accept-language": language.peek() === "en" ? "en" : "zh-CN" };
  try {
    return await fetch("/graphql", { method: "POST", headers, body, signal: signal ?? null });
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

/** Run an operation; the first error ends it, since a page is shown whole or not at all. */
export async function ask<Data>(query: string, variables: object, signal?: AbortSignal): Promise<Data> {
  const body = JSON.stringify({ query, variables });
  const key = language.peek() + body;
  if (kept.has(key)) return kept.get(key) as Data;
  const answer = await bodyOf<Data>(await send(body, signal));
  const problem = answer.errors?.[0];
  if (problem) throw new ApiError(problem.extensions?.code ?? "OTHER", problem.message, problem.extensions?.near);
  keep(key, answer.data);
  return answer.data as Data;
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
  }, [key]);
  return known ? { data: known, error: null, isLoading: false } : state;
}

const asApiError = (problem: unknown): ApiError =>
  problem instanceof ApiError ? problem : new ApiError("OTHER", String(problem));
