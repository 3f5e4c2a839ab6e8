// The form in which a person corrects a line of a plan; it comes once it is opened.
import { useState } from "preact/hooks";
import type { ApiError } from "../../../api";
import { Refusal } from "../../../parts/refusal";
import { MODULES, Mixed, Select } from "../../../parts/small";
import { cw } from "../../../words/correcting";
import { refusalOf } from "../corrected";
import { type Correction, corrections, keep } from "../corrections";
import { FIELDS, type Field, inChinese, inWords, isLeftOut, textsOf } from "./correct";
import { UNSTATED } from "./figures";
import { LineChoice, LineDirection, hasDirections } from "./line-choice";
import type { Line, Plan } from "./report";

const CHOICES: Partial<Record<Field, readonly string[]>> = { module: MODULES, courseNature: ["REQUIRED", "RESTRICTED_ELECTIVE", "ELECTIVE"], isCounted: ["yes", "no"] };
/** A line has these; the others may be left empty. */
const NEEDED = new Set<Field>(["name", "isCounted"]);
/** In these a document may have its own order, so they are not compared. */
const NOT_COMPARED = new Set<Field>(["weeklyHours", "assessment"]);
const IN_DECIMALS = new Set<Field>(["credits", "durationWeeks"]);
const NOTHING = { level: "", code: "", asPrinted: false };

/** What differs from what was read, by the place where it is kept; an emptied field is cleared, and null is no correction. */
function correctionsOf(item: string, line: Line, written: Record<Field, string>, remove: boolean): (readonly [string, Correction | null])[] {
  const read = textsOf(line);
  const fields = FIELDS.map((field) => {
    const own = `${item}:${field}`;
    const text = written[field].trim();
    const seen = NOT_COMPARED.has(field) ? "" : read[field];
    return [own, remove || text === read[field] ? null : { ...NOTHING, item: own, text, read: seen, remove: text === "" }] as const;
  });
  return [[item, remove ? { ...NOTHING, item, text: "", read: line.name, remove } : null], ...fields];
}

function Input({ field, text, onWrite }: { field: Field; text: string; onWrite: (text: string) => void }) {
  const choices = CHOICES[field];
  if (choices) return <Select name={cw(`field_${field}`)} value={text} options={[...(NEEDED.has(field) ? [] : [["", UNSTATED] as const]), ...choices.map((each) => [each, inWords(field, each)] as const)]} onChoose={onWrite} />;
  return <label class="select"><span>{cw(`field_${field}`)}</span><input lang="zh-CN" inputMode={IN_DECIMALS.has(field) ? "decimal" : undefined} value={text} required={NEEDED.has(field)} onInput={(event) => onWrite(event.currentTarget.value)} /></label>;
}

/** A file may have codes in the words of documents. */
const coded = (field: Field, text: string): string => CHOICES[field]?.find((each) => inChinese(each) === text) ?? text;

/** The values as corrected so far. */
const writtenOf = (item: string, line: Line): Record<Field, string> =>
  ({ ...textsOf(line), ...Object.fromEntries(FIELDS.flatMap((field) => { const own = corrections.value.get(`${item}:${field}`); return own ? [[field, coded(field, own.text)]] : []; })) });

/** The form of a line. */
export function LineForm({ item, line, plan, onClose }: { item: string; line: Line; plan: Plan; onClose: () => void }) {
  const [written, setWritten] = useState(() => writtenOf(item, line));
  const [remove, setRemove] = useState(() => isLeftOut(item));
  const [error, setError] = useState<ApiError | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  // What does not fit is said here, and not kept: it would take the effect of all other corrections away.
  const save = async (): Promise<void> => {
    const own = hasDirections(plan, written.choice) ? written : { ...written, direction: textsOf(line).direction };
    const made = correctionsOf(item, line, own, remove);
    setIsAsking(true);
    const refusal = await refusalOf(made.flatMap(([, each]) => each ?? []));
    setIsAsking(false);
    setError(refusal);
    if (refusal) return;
    for (const [own, each] of made) keep(own, each);
    onClose();
  };
  return (
    <form class="correct-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p class="fine"><Mixed>{cw("lineLead")}</Mixed></p>
      {!remove && <div class="filters">{FIELDS.map((field) => {
        const write = (text: string): void => setWritten({ ...written, [field]: text });
        if (field === "direction") return hasDirections(plan, written.choice) && <LineDirection key={field} plan={plan} text={written[field]} onWrite={write} />;
        return field === "choice" ? <LineChoice key={field} plan={plan} item={item} text={written[field]} onWrite={write} /> : <Input key={field} field={field} text={written[field]} onWrite={write} />;
      })}</div>}
      <label class="check"><input type="checkbox" checked={remove} onChange={(event) => setRemove(event.currentTarget.checked)} />{cw("leaveOut")}</label>
      {error && <Refusal error={error} />}
      <p class="row"><button type="submit" class="button small primary" disabled={isAsking}>{cw("keep")}</button><button type="button" class="button small" onClick={onClose}>{cw("close")}</button></p>
    </form>
  );
}
