// A list that is read on, page after page: its rows so far, and a button for more, which says why more could not be read.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type ApiError, asApiError } from "../api";
import { t } from "../words";
import { Problem } from "./answer";

export interface Page<Row> {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

interface More<Row> {
  /** The page that they follow: where it is read anew, they are, too. */
  of: Page<Row>;
  pages: readonly Page<Row>[];
  error: ApiError | null;
}

interface Props<Row> {
  first: Page<Row>;
  /** Read the page behind a cursor. */
  read: (after: string | null) => Promise<Page<Row> | undefined>;
  children: (rows: readonly Row[]) => ComponentChildren;
}

const lastLinkBefore = (button: HTMLElement): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>("#main a[href]")].filter((each) => each.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);

export function ReadOn<Row>({ first, read, children }: Props<Row>) {
  const [last, setLast] = useState<More<Row>>({ of: first, pages: [], error: null });
  const [isReading, setIsReading] = useState(false);
  const { pages, error } = last.of === first ? last : { pages: [], error: null };
  const { hasNextPage, endCursor } = (pages.at(-1) ?? first).pageInfo;
  const more = async (button: HTMLElement): Promise<void> => {
    if (isReading) return;
    setIsReading(true);
    try {
      const next = await read(endCursor ?? null);
      // The button goes with the last page: the keyboard goes on from the row before the new ones.
      if (!next?.pageInfo.hasNextPage && document.activeElement === button) lastLinkBefore(button)?.focus({ preventScroll: true });
      setLast({ of: first, pages: next ? [...pages, next] : pages, error: null });
    } catch (problem) {
      setLast({ of: first, pages, error: asApiError(problem) });
    }
    setIsReading(false);
  };
  return (
    <>
      {children([first, ...pages].flatMap((each) => each.nodes))}
      {error && <Problem error={error} hasRetry={false} />}
      {hasNextPage && <button type="button" class="button" aria-disabled={isReading} onClick={(event) => void more(event.currentTarget)}>{t("showMore")}</button>}
    </>
  );
}
