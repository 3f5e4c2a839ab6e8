// What each column was read as, and what a person says that it means: then the same file is read again.
import { useState } from "preact/hooks";
import { choose, language, param, params } from "../../../address";
import { type ApiError, asApiError } from "../../../api";
import { Lined, column } from "../../../parts/lined";
import { Refusal } from "../../../parts/refusal";
import { MEANINGS, c, meaningName, meaningText } from "../../../words/columns";
import { token } from "../../review/decisions";
import { Folded } from "../facts";
import { readAgain } from "../job";
import { PlaceTag } from "./places";
import { type Place, type Plan, columnLetters } from "./report";

interface Column {
  letters: string;
  place: Place;
  heading: string;
  /** The name of its meaning; empty: it was not read. */
  name: string;
  says: string;
  isDoubtful: boolean;
}

type Said = Readonly<Record<string, string>>;

const YEARS_MOST = 5;
const TERMS = [...Array.from({ length: 2 * YEARS_MOST }, (_, at) => `term.${at + 1}`), ...Array.from({ length: YEARS_MOST }, (_, at) => `year.${at + 1}`)];
const SURE = new Set(["column-by-heading", "term-by-heading", "column-by-mapping", "column-by-college"]);
const UNREAD = new Set(["column-not-known", "column-doubled"]);

const inWords = (says: { en: string; zh: string }): string => (language.value === "en" ? says.en : says.zh);

/** Every column of the tables once, those that were not read first. */
function columnsOf({ columns, problems, notRead }: Plan): Column[] {
  const unread = [...problems, ...notRead].flatMap((each) => (UNREAD.has(each.rule) && each.place?.column ? [{ letters: columnLetters(each.place.column), place: each.place, heading: each.subject, name: "", says: inWords(each), isDoubtful: true }] : []));
  const read = columns.flatMap((each) => (each.place.column ? [{ letters: columnLetters(each.place.column), place: each.place, heading: each.heading, name: meaningName(each.meaning), says: inWords(each.says), isDoubtful: !SURE.has(each.rule) }] : []));
  return [...new Map([...unread, ...read].map((each) => [`${each.letters} ${each.heading}`, each])).values()];
}

const saidBefore = (): Said => Object.fromEntries(params("columns").map((each) => each.split("=") as [string, string]));

function MeaningSelect({ column, said, onSay }: { column: Column; said: string | undefined; onSay: (name: string) => void }) {
  const shown = said ?? column.name;
  const names = [...new Set([column.name, ...MEANINGS, ...TERMS, shown])].filter(Boolean);
  return (
    <select aria-label={c("readAs", { c: column.letters, h: column.heading })} value={shown} onChange={(event) => onSay(event.currentTarget.value)}>
      {column.name === "" && <option value="">{c("leave")}</option>}
      {names.map((each) => <option key={each} value={each}>{meaningText(each)}</option>)}
    </select>
  );
}

function Table({ label, columns, said, onSay }: { label: string; columns: readonly Column[]; said: Said; onSay: ((letters: string, name: string) => void) | null }) {
  return (
    <div class="plan-columns">
      <Lined label={label} look="plain" columns={[c("column"), c("heading"), c("meaning"), c("byRule")].map(column)}>
        {columns.map((each) => (
          <tr key={`${each.letters} ${each.heading}`}>
            <td><span class="code">{each.letters}</span> <PlaceTag place={each.place} /></td>
            <td lang="zh-CN">{each.heading}</td>
            <td>{onSay ? <MeaningSelect column={each} said={said[each.letters]} onSay={(name) => onSay(each.letters, name)} /> : each.name ? meaningText(each.name) : c("leave")}</td>
            <td>{each.says}</td>
          </tr>
        ))}
      </Lined>
    </div>
  );
}

/** What is said of columns by their letters, and the sending of it. */
function useSaying(upload: string | null) {
  const [said, setSaid] = useState<Said>(saidBefore);
  const [error, setError] = useState<ApiError | null>(null);
  const [isSending, setIsSending] = useState(false);
  const say = (letters: string, name: string): void => setSaid(({ [letters]: _, ...others }) => (name ? { ...others, [letters]: name } : others));
  const columns = Object.entries(said).map(([letters, name]) => `${letters}=${name}`);
  const again = async (): Promise<void> => {
    setIsSending(true);
    setError(null);
    try {
      choose({ job: await readAgain(upload ?? "", columns, token.value ?? ""), columns, plan: null, only: null });
    } catch (problem) {
      setError(asApiError(problem));
    }
    setIsSending(false);
  };
  const isNew = [...columns].sort().join() !== [...params("columns")].sort().join();
  return { said, say, again, error, canSend: isNew && !isSending, isSending };
}

/** An upload is read again by who sent it alone: `isOwn`. */
export function Columns({ plan, isOwn }: { plan: Plan; isOwn: boolean }) {
  const upload = isOwn ? param("upload") : null;
  const { said, say, again, error, canSend, isSending } = useSaying(upload);
  const columns = columnsOf(plan);
  const doubtful = columns.filter((each) => each.isDoubtful || params("columns").some((one) => one.startsWith(`${each.letters}=`)));
  const shown = { said, onSay: upload ? say : null };
  return (
    <section class="card" aria-labelledby="columns-title">
      <h2 id="columns-title">{c("title")}</h2>
      <p class="lead">{c(upload ? "lead" : "uploadFirst")}</p>
      {doubtful.length > 0 && <><h3>{c("doubtful")}</h3><Table label={c("doubtful")} columns={doubtful} {...shown} /></>}
      <Folded title={c("all", { n: columns.length })}><Table label={c("all", { n: columns.length })} columns={columns} {...shown} /></Folded>
      {error && <Refusal error={error} />}
      {upload && <p class="row"><button type="button" class="button" disabled={!canSend} onClick={() => void again()}>{c(isSending ? "reading" : "again")}</button><span class="fine">{c("kept")}</span></p>}
    </section>
  );
}
