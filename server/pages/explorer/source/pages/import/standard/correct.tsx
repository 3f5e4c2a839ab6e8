// Correcting an item of the report in its place, next to the page of the document.
import { useState } from "preact/hooks";
import { Choice, Data } from "../../../parts/small";
import { count, label } from "../../../words";
import { type CorrectingWord, cw } from "../../../words/correcting";
import { type Correction, type ReadItem, correctionOf, corrections, isClosed, keep, newRow } from "../corrections";
import { Handover } from "../handover";

const LONG = 24;

interface Form {
  read: ReadItem;
  levels: readonly string[];
  hasCode: boolean;
  canRemove: boolean;
}

/** The value of a field once corrected. */
const now = (correction: Correction | undefined, read: ReadItem, name: "level" | "code" | "text"): string => correction?.[name] || (read[name] ?? "");

function useWritten(correction: Correction | undefined, read: ReadItem) {
  const [written, setWritten] = useState(() => ({
    level: now(correction, read, "level"), code: now(correction, read, "code"), text: now(correction, read, "text"),
    remove: correction?.remove ?? false, asPrinted: correction?.asPrinted ?? false,
  }));
  return { written, set: (part: Partial<typeof written>): void => setWritten({ ...written, ...part }) };
}

function Fields({ id, form: { read, levels, hasCode, canRemove }, written, set }: { id: string; form: Form } & ReturnType<typeof useWritten>) {
  const isLong = read.text.length > LONG || read.item === "";
  return (
    <>
      {levels.length > 1 && <Choice name={`level-${id}`} legend={cw(levels.includes("CORE") ? "module" : "level")} value={written.level} onChoose={(level) => set({ level })} options={levels.map((value) => ({ value, name: label(value) }))} />}
      {hasCode && <label class="select"><span>{cw("code")}</span><input value={written.code} onInput={(event) => set({ code: event.currentTarget.value })} /></label>}
      <label class="select wide"><span>{cw("text")}</span>
        {isLong
          ? <textarea rows={3} lang="zh-CN" value={written.text} onInput={(event) => set({ text: event.currentTarget.value })} />
          : <input lang="zh-CN" value={written.text} onInput={(event) => set({ text: event.currentTarget.value })} />}
      </label>
      <label class="check"><input type="checkbox" checked={written.asPrinted} onChange={(event) => set({ asPrinted: event.currentTarget.checked })} />{cw("asPrinted")}</label>
      {canRemove && <label class="check"><input type="checkbox" checked={written.remove} onChange={(event) => set({ remove: event.currentTarget.checked })} />{cw("remove")}</label>}
    </>
  );
}

function ItemForm({ form, onClose }: { form: Form; onClose: () => void }) {
  const { item } = form.read;
  const fields = useWritten(corrections.value.get(item), form.read);
  const close = (correction: Correction | null): void => {
    keep(item, correction);
    onClose();
  };
  return (
    <form class="correct-form" onSubmit={(event) => { event.preventDefault(); close(correctionOf(form.read, fields.written)); }}>
      <Fields id={item} form={form} {...fields} />
      <p class="row"><button type="submit" class="button small primary">{cw("keep")}</button>{corrections.value.has(item) && <button type="button" class="button small" onClick={() => close(null)}>{cw("undo")}</button>}</p>
    </form>
  );
}

/** A button that opens the form of an item, and the form. */
export function Correct({ read, levels = [], hasCode = true, canRemove = true }: Partial<Form> & { read: ReadItem }) {
  const [isOpen, setIsOpen] = useState(false);
  if (isClosed.value) return null;
  return (
    <span class="correct">
      <button type="button" class="place-button" aria-expanded={isOpen} aria-label={cw("correctItem", { name: read.code || read.text })} onClick={() => setIsOpen(!isOpen)}>{cw("correct")}</button>
      {isOpen && <ItemForm form={{ read, levels, hasCode, canRemove }} onClose={() => setIsOpen(false)} />}
    </span>
  );
}

/** A text as it was read and, where it was corrected, as it becomes. */
export function Corrected({ item, text }: { item: string; text: string }) {
  const correction = corrections.value.get(item);
  if (!correction) return <Data>{text}</Data>;
  if (correction.remove) return <><del lang="zh-CN">{text}</del> <span class="tag">{cw("removed")}</span></>;
  const isChecked = correction.text === text;
  if (isChecked && !correction.code && !correction.level) return <><Data>{text}</Data> <span class="tag">{cw("checked")}</span></>;
  return <>{correction.text && !isChecked && <><del lang="zh-CN">{text}</del> </>}<Data>{correction.text || text}</Data> <span class="tag">{cw("corrected")}{correction.code && ` ${correction.code}`}{correction.level && ` ${label(correction.level)}`}</span></>;
}

const EMPTY: ReadItem = { item: "", text: "" };

interface Addable {
  levels?: readonly string[];
  hasCode?: boolean;
  /** The list of the head that it is added to; left out: the tree. */
  list?: "major" | "position";
}

const ADD_WORDS = { major: "addMajor", position: "addPosition" } as const;
const NO_LEVELS: readonly string[] = [];

/** A form for a row that was not read. */
export function AddRow({ levels = NO_LEVELS, hasCode = true, list }: Addable) {
  const [turn, setTurn] = useState(0);
  if (isClosed.value) return null;
  return (
    <details class="folded add-row">
      <summary>{cw(list ? ADD_WORDS[list] : hasCode ? "addRow" : "addCourse")}</summary>
      {hasCode && !list && <p class="fine">{cw("addRowLead")}</p>}
      <NewRow key={turn} levels={levels} hasCode={hasCode} list={list} onAdded={() => setTurn(turn + 1)} />
    </details>
  );
}

function NewRow({ levels = NO_LEVELS, hasCode = true, list, onAdded }: Addable & { onAdded: () => void }) {
  const fields = useWritten(undefined, { ...EMPTY, level: levels[0] ?? "" });
  const { level, code, text } = fields.written;
  const add = (): void => {
    keep(newRow(), { ...fields.written, item: list ?? "", read: "", level, code: code.trim(), text: text.trim() });
    onAdded();
  };
  // A major may stand without its code: then the import asks which it is.
  const lacksCode = hasCode && !list && !code.trim();
  return (
    <form class="correct-form" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <Fields id={`new-${list ?? "row"}`} form={{ read: EMPTY, levels, hasCode, canRemove: false }} {...fields} />
      <p class="row"><button type="submit" class="button small" disabled={!text.trim() || lacksCode}>{cw("add")}</button></p>
    </form>
  );
}

const HEAD_WORDS: Record<string, CorrectingWord> = { title: "head_title", code: "head_code", version: "head_version", year: "head_year", publisher: "head_publisher", date: "head_date", years: "head_years", entry: "head_entry" };

/** Facts of the head, each with its form. */
export const CorrectHead = ({ values }: { values: Readonly<Record<string, string>> }) => (
  <details class="folded">
    <summary>{cw("correctHead")}</summary>
    <ul class="correct-head">{Object.entries(values).map(([item, text]) => <li key={item}><span class="fine">{HEAD_WORDS[item] ? cw(HEAD_WORDS[item]) : item}</span> <Corrected item={item} text={text} /> <Correct read={{ item, text }} hasCode={false} canRemove={false} /></li>)}</ul>
  </details>
);

/** What is struck is gone; where the code or the level alone changed, the text stays. */
function ChangeText({ item, code, text, level, read, remove }: Correction) {
  const isAdded = read === "";
  const placed = [level && label(level), code].filter(Boolean).join(" ");
  if (remove) return <><del lang="zh-CN">{read}</del> {cw("removed")}</>;
  return (
    <>
      {!isAdded && <>{text && text !== read ? <del lang="zh-CN">{read}</del> : <Data>{read}</Data>} </>}
      {text && text !== read && <Data>{text}</Data>} {placed && (isAdded ? placed : cw(item.includes(":") && code && !level ? "codeBecomes" : "placeBecomes", { place: placed }))}
    </>
  );
}

/** What stands there once it is corrected: wording that nobody changed stays that of the document, whatever its number becomes. */
const standing = ({ asPrinted, text, read }: Correction): CorrectingWord => (asPrinted ? "asPrinted" : !text || text === read ? "wordingKept" : "notAsPrinted");

/** All corrections so far, each to take back. */
export function CorrectionList() {
  const all = [...corrections.value];
  if (all.length === 0) return <Handover isEmpty />;
  return (
    <section class="corrections">
      <h3>{cw("corrections")} <span class="number">{count(all.length)}</span></h3>
      <p class="fine">{cw("correctionsLead")}</p>
      <ul>
        {all.map(([key, each]) => (
          <li key={key}>
            <span class="code" title={each.item}>{each.item || cw("added")}</span> <ChangeText {...each} /> {!each.remove && <span class="tag">{cw(standing(each))}</span>} <button type="button" class="place-button" onClick={() => keep(key, null)}>{cw("undo")}</button>
          </li>
        ))}
      </ul>
      <Handover isEmpty={false} />
    </section>
  );
}
