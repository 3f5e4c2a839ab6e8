// What the pages ask of the API, and the answers kept while the page is open.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { language } from "./address";

interface Texts {
  english: string;
  chinese: string;
}

export class ApiError extends Error {
  /** In how many seconds the service wants to be asked again, where it says so. */
  retryAfter: number | null = null;

  constructor(
    readonly code: string,
    message: string,
    readonly near: readonly string[] = [],
    /** What a change answered besides: an import, say, the questions that are open. */
    readonly payload: unknown = null,
    /** What a refused change says, in both languages: it stays while the page is switched. */
    private readonly texts: Texts | null = null,
  ) {
    super(message);
  }

  /** What it says, in the language of the page where it is said in both. */
  get text(): string {
    return this.texts === null ? this.message : language.value === "en" ? this.texts.english : this.texts.chinese;
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
/** How often somebody asked again for what had failed. */
export const tries = signal(0);
/** Ask again for what failed; what was answered, typed and who is signed in stays. */
export function tryAgain(): void {
  tries.value += 1;
}

/** What a server must have seen before it answers: the last change. */
let bookmark: string | null = null;

export interface Sending {
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
    throw refusalOf(response, new ApiError(response.status === BUSY ? "GRAPH_BUSY" : "NO_ANSWER", `HTTP ${response.status}`));
  }
}

function refusalOf(response: Response, error: ApiError): ApiError {
  error.retryAfter = secondsOf(response);
  return error;
}

/** Null: it names none, or a day in place of seconds. */
const secondsOf = (response: Response): number | null => Number(response.headers.get("retry-after")) || null;

/** The data of an answer; the first error ends it, since a page is shown whole or not at all. */
async function dataOf<Data>(response: Response): Promise<Data> {
  const answer = await bodyOf<Data>(response);
  const problem = answer.errors?.[0];
  if (problem) throw refusalOf(response, new ApiError(problem.extensions?.code ?? "OTHER", problem.message, problem.extensions?.near));
  return answer.data as Data;
}

/** A service that is busy is asked again after these times, or when it wants to be; a page has a dozen questions at once. */
const AGAIN_MS = [500, 2000];
/** Nobody is left to wait longer without a word. */
const WAITED_MOST_S = 4;

async function sendUntilFree(body: object, sending: Sending): Promise<Response> {
  for (const wait of AGAIN_MS) {
    const response = await send(body, sending);
    const wanted = secondsOf(response) ?? 0;
    if (response.status !== BUSY || wanted > WAITED_MOST_S) return response;
    // What is not read holds its connection, of which a browser has six.
    await response.body?.cancel();
    await new Promise((done) => setTimeout(done, Math.max(wait, 1000 * wanted)));
    sending.signal?.throwIfAborted();
  }
  return send(body, sending);
}

/** Stands for the token where a list was read to its end: everybody may read it. */
const WHOLE = "whole";

/** What an answer depends on: an editor may read more than others. */
const keyOf = (query: string, variables: object, token: string | null): string => JSON.stringify([language.value, token, query, variables]);

/** Read, or give what was read before and has not changed since. */
export async function ask<Data>(query: string, variables: object, signal?: AbortSignal, token: string | null = null): Promise<Data> {
  const key = keyOf(query, variables, token);
  if (kept.has(key)) return kept.get(key) as Data;
  const data = await dataOf<Data>(await sendUntilFree({ query, variables }, { signal, ...(token && { token }) }));
  keep(key, data);
  return data;
}

/** How a list is read to its end: the cursor behind a page, null at the end, and two pages as one. */
export interface Pages<Data> {
  next: (data: Data) => string | null;
  joined: (before: Data, after: Data) => Data;
}

/** Read a list to its end, page after page, as one answer. */
export async function askPages<Data>(query: string, variables: object, pages: Pages<Data>, signal?: AbortSignal): Promise<Data> {
  let data: Data = await ask<Data>(query, variables, signal);
  for (let after = pages.next(data); after !== null; after = pages.next(data)) data = pages.joined(data, await ask<Data>(query, { ...variables, after }, signal));
  keep(keyOf(query, variables, WHOLE), data);
  return data;
}

/** Ask for what must not be kept: it moves on by itself, and one editor alone may read it. */
export const askAnew = async <Data>(query: string, variables: object, sending: Sending): Promise<Data> =>
  dataOf<Data>(await send({ query, variables }, sending));

interface Payload {
  bookmark?: string | null;
  userErrors: readonly ({ code: string } & Texts)[];
}

/** Make a change. What the caller can correct is an error as any other. Either way what was read before may be old. */
export async function change<Data extends Record<string, unknown>>(mutation: string, variables: object, sending: Sending): Promise<Data> {
  try {
    const data = await dataOf<Data>(await send({ query: mutation, variables }, sending));
    for (const payload of Object.values(data) as (Payload | null)[]) {
      const problem = payload?.userErrors[0];
      if (problem) throw new ApiError(problem.code, problem.english, [], payload, problem);
      bookmark = payload?.bookmark ?? bookmark;
    }
    return data;
  } finally {
    kept.clear();
    changes.value += 1;
  }
}

interface Known<Data> {
  /** What was answered, and after how many changes. */
  question: string | null;
  data: Data | null;
  error: ApiError | null;
}

/** The answer to a query. The one before stays, as one that loads, until the next is there; variables null: nothing is asked. */
export const useAnswer = <Data, Variables extends object>(query: string, variables: Variables | null, token: string | null = null): Answer<Data> =>
  useRead(variables && keyOf(query, variables, token), (signal) => ask<Data>(query, variables ?? {}, signal, token));

/** The answer to a query with its list read to the end. */
export const usePages = <Data, Variables extends object>(query: string, variables: Variables | null, pages: Pages<Data>): Answer<Data> =>
  useRead(variables && keyOf(query, variables, WHOLE), (signal) => askPages<Data>(query, variables ?? {}, pages, signal));

function useRead<Data>(key: string | null, read: (signal: AbortSignal) => Promise<Data>): Answer<Data> {
  const question = key && `${changes.value} ${tries.value} ${key}`;
  const [last, setLast] = useState<Known<Data>>({ question: null, data: null, error: null });
  useEffect(() => {
    if (key === null) return undefined;
    const stop = new AbortController();
    const show = (answer: Omit<Known<Data>, "question">) => {
      if (!stop.signal.aborted) setLast({ question, ...answer });
    };
    read(stop.signal).then(
      (data) => show({ data, error: null }),
      (problem: unknown) => show({ data: null, error: asApiError(problem) }),
    );
    return () => stop.abort();
  }, [question]);
  if (key !== null && kept.has(key)) return { data: kept.get(key) as Data, error: null, isLoading: false };
  const isLoading = question !== null && last.question !== question;
  return { data: last.data, error: isLoading ? null : last.error, isLoading };
}

export const asApiError = (problem: unknown): ApiError =>
  problem instanceof ApiError ? problem : new ApiError("OTHER", String(problem));
