// What an alignment says, entered: the role and strength that a reviewer finds, or a proposal where there is none.
import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../../api";
import COURSES from "../../documents/review-courses.graphql";
import type { AlignmentKind, AlignmentRole, ReviewCoursesQuery, ReviewCoursesQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { type Rejection, courseOf, rejectionOf } from "../../parts/rejected";
import { Dated, Select } from "../../parts/small";
import { listed, sentences } from "../../words";
import { t } from "../../words/reviewing";
import type { Correction, Item, Proposal } from "./decisions";
import { askToSignIn } from "./sign-in";

const ROLES: readonly AlignmentRole[] = ["TEACHES", "PRACTISES", "ASSESSES"];
const KINDS: readonly AlignmentKind[] = ["EXACT", "BROADER", "NARROWER", "MAJOR", "MINOR", "RELATED", "PREREQUISITE"];

/** The strength in a field: more than 0, at most 1; null where it is something else. */
export function strengthOf(text: string): number | null {
  const value = Number(text);
  return text.trim() && value > 0 && value <= 1 ? value : null;
}

const Strength = ({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) => (
  <label class="select"><span>{t("strengthField")}</span><input id={id} type="number" min="0.05" max="1" step="0.05" value={value} onInput={(event) => onChange(event.currentTarget.value)} /></label>
);

const RoleSelect = ({ value, onChange }: { value: AlignmentRole; onChange: (value: AlignmentRole) => void }) => (
  <Select name={t("roleField")} value={value} options={ROLES.map((each) => [each, t(each)])} onChoose={onChange} />
);

const KindSelect = ({ value, onChange }: { value: AlignmentKind; onChange: (value: AlignmentKind) => void }) => (
  <Select name={t("kindField")} value={value} options={KINDS.map((each) => [each, t(each)])} onChoose={onChange} />
);

export interface Entered {
  kind: AlignmentKind;
  role: AlignmentRole;
  strength: string;
}

/** What is said first of a proposal: the one who proposes changes it where they find otherwise. */
export const PROPOSED: Entered = { kind: "MAJOR", role: "TEACHES", strength: "0.6" };

/** Kind, role and strength in fields. */
export const SaidSelects = ({ id, entered, onChange }: { id: string; entered: Entered; onChange: (entered: Entered) => void }) => (
  <>
    <KindSelect value={entered.kind} onChange={(kind) => onChange({ ...entered, kind })} />
    <RoleSelect value={entered.role} onChange={(role) => onChange({ ...entered, role })} />
    <Strength id={id} value={entered.strength} onChange={(strength) => onChange({ ...entered, strength })} />
  </>
);

/** What differs from the proposal; null where the strength is none. */
export function correctionOf(alignment: NonNullable<Item["alignment"]>, { kind, role, strength }: Entered): Correction | null {
  const value = strengthOf(strength);
  if (value === null) return null;
  return { ...(kind !== alignment.kind && { kind }), ...(role !== alignment.role && { role }), ...(value !== alignment.strength && { strength: value }) };
}

export function Corrections({ alignment, entered, onChange }: { alignment: NonNullable<Item["alignment"]>; entered: Entered; onChange: (entered: Entered) => void }) {
  const isCorrected = Object.keys(correctionOf(alignment, entered) ?? { strength: 0 }).length > 0;
  return (
    <fieldset class="reasons">
      <legend>{t("correctionTitle")} <kbd aria-hidden="true">E</kbd></legend>
      <SaidSelects id="strength" entered={entered} onChange={onChange} />
      {isCorrected && <p class="fine" role="status">{t("corrected", { kind: t(alignment.kind), role: t(alignment.role ?? "TEACHES"), s: alignment.strength })}</p>}
    </fieldset>
  );
}

export interface Course {
  id: string;
  name: string;
}

const coursesOf = (node: ReviewCoursesQuery["node"]): readonly Course[] =>
  node?.__typename === "TeachingStandard" ? node.courses : node?.__typename === "TrainingPlan" ? node.planCourses : [];

/** What is about to be proposed, or was a moment ago: the page shows it and what it would change. */
export interface Draft {
  courses: readonly Course[];
  kind: AlignmentKind;
  strength: number | null;
}

/** The id of a source in what a person pastes: the id, with or without its type, or the address of its page. Null: it is neither. */
export function sourceIn(text: string): string | null {
  const found = /^(?:.*\/sources\/(?:Source:)?([^\s/?#]+)|(?:Source:)?([\w.-]+))$/.exec(decoded(text.trim().replace(/[?#].*$/, "")));
  const given = found?.[1] ?? found?.[2];
  return given ? `Source:${given}` : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Proposing {
  isSignedIn: boolean;
  onDraft: (draft: Draft | null) => void;
  rejected: readonly Rejection[];
  onPropose: (proposal: Proposal) => void;
}

function Form({ courses, isSignedIn, rejected, onDraft, onPropose }: Proposing & { courses: readonly Course[] }) {
  const [course, setCourse] = useState("");
  const [entered, setEntered] = useState(PROPOSED);
  const [rationale, setRationale] = useState("");
  const [source, setSource] = useState("");
  const given = sourceIn(source);
  const strength = strengthOf(entered.strength);
  const before = rejected.filter((each) => course && courseOf(each)?.id === course);
  const { kind } = entered;
  useEffect(() => {
    const chosen = courses.filter((each) => each.id === course);
    onDraft(chosen.length > 0 ? { courses: chosen, kind, strength } : null);
  }, [course, kind, strength]);
  const missing = [!isSignedIn && t("missingSignIn"), !course && t("course"), strength === null && t("strengthField"), !rationale.trim() && t("proposeWhy"), source.trim() && !given && t("proposeSourceWrong")].filter((each): each is string => Boolean(each));
  const isWhole = missing.length === 0;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isWhole && strength !== null) onPropose({ ...entered, course, strength, rationale: rationale.trim(), ...(given && { sources: [given] }) });
  };
  return (
    <form class="reasons" onSubmit={submit}>
      <label class="select wide"><span>{t("course")}</span>
        <select id="proposed-course" value={course} onChange={(event) => setCourse(event.currentTarget.value)}>
          <option value="">{t("proposeChoose")}</option>
          {courses.map((each) => <option key={each.id} value={each.id} lang="zh-CN">{each.name}</option>)}
        </select>
      </label>
      {before.map((each) => <p key={each.code} class="warning" role="alert"><Dated>{sentences(t("rejectedWarning"), rejectionOf(each))}</Dated></p>)}
      <SaidSelects id="proposed-strength" entered={entered} onChange={setEntered} />
      <label class="select wide"><span>{t("proposeWhy")}</span><input id="proposed-why" maxLength={1000} value={rationale} onInput={(event) => setRationale(event.currentTarget.value)} /></label>
      <label class="select wide"><span>{t("proposeSource")}</span><input id="proposed-source" maxLength={300} placeholder={t("proposeSourceHelp")} value={source} onInput={(event) => setSource(event.currentTarget.value)} /></label>
      <button type="submit" class="button" disabled={!isWhole} aria-describedby={isWhole ? undefined : "proposed-missing"}>{t("propose")}</button>
      {!isWhole && <p class="fine" id="proposed-missing">{t("proposeMissing", { names: listed(missing) })} {!isSignedIn && <button type="button" class="button small" onClick={() => askToSignIn("proposeSignInFirst")}>{t("toSignIn")}</button>}</p>}
    </form>
  );
}

/** A proposal for what nobody has looked at: another person decides on it. */
export function Propose({ subject, ...proposing }: Proposing & { subject: string }) {
  const answer = useAnswer<ReviewCoursesQuery, ReviewCoursesQueryVariables>(COURSES, { subject });
  return (
    <section class="card">
      <h2>{t("proposeTitle")} <kbd aria-hidden="true">P</kbd></h2>
      <p class="lead">{t("proposeLead")}</p>
      <Shown answer={answer} rows={2}>{({ node }) => <Form courses={coursesOf(node)} {...proposing} />}</Shown>
    </section>
  );
}
