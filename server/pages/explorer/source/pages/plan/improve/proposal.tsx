// What the solver proposes: which lines teach more, get more hours or are new, one by one, within a budget and the rules.
import { link } from "../../../address";
import { Data } from "../../../parts/small";
import { count, leading, listed } from "../../../words";
import { embedWord } from "../../../words/embedding";
import { i } from "../../../words/improve";
import { coded, p } from "../../../words/plan";
import { type Plan, isDraft } from "../terms";
import { Conflicts } from "./conflicts";
import { CreditsStay, useCreditRule } from "./credits-stay";
import { editInputs } from "./edit-input";
import { EditBody, Requirements } from "./edit-text";
import { type Edit, type Embedding, accept, acceptedOf, editsOf, hoursOf, taughtBy } from "./edits";
import { type SameVerdict, useSameVerdicts } from "./same-verdicts";
import { Saving } from "./saving";
import { WhatIfFigures, useWhatIf } from "./what-if";

interface EditRowProps {
  edit: Edit;
  plan: Plan;
  rule: ReturnType<typeof useCreditRule>;
  isAccepted: boolean;
  onAccept: (is: boolean) => void;
}

function EditRow({ edit, plan, rule, isAccepted, onAccept }: EditRowProps) {
  return (
    <li class={`edit${isAccepted ? "" : " left"}`}>
      <label class="check"><input type="checkbox" checked={isAccepted} onChange={(event) => onAccept(event.currentTarget.checked)} /><span class="edit-name"><Data>{edit.course}</Data></span></label>
      <EditBody edit={edit} />
      <CreditsStay edit={edit} plan={plan} rule={rule} />
    </li>
  );
}

type HourRule = Embedding["rules"][number];

/** Rules that count hours. The others are on shares: their sum is scaled, and at most 0 where the rule is kept. */
const COUNTS_HOURS = /^(BUDGET|TOTAL_HOURS|WEEKLY_HOURS)/;

/** How the sum of a rule stands to its limit. A share that the plan misses as it is may not get worse. */
function stateOf({ code, then, most }: HourRule): "room" | "full" | "over" | "kept" | "missed" {
  if (!COUNTS_HOURS.test(code)) return then <= 0 ? "kept" : then <= most ? "missed" : "over";
  return then < most ? "room" : then === most ? "full" : "over";
}

/** Whether the page of rules leaves these open because the plan does not say to which rules it is bound. */
const isWithoutHead = ({ years, educationLevel }: Plan): boolean => educationLevel == null || (educationLevel === "ASSOCIATE" && years == null);

const verdictText = (verdict: string | null): string => (verdict ? coded("", verdict) : "—");
/** What is before and after, once where both are the same. */
const both = (now: string, then: string | null): string => (then === null || then === now ? now : `${now} → ${then}`);

/** A rule that the page of rules judges has its verdict and its interval here too. */
const JudgedRule = ({ rule, same: { bounds, now, then } }: { rule: HourRule; same: SameVerdict }) => (
  <li>
    <span>{rule.text}</span><span class={`tag verdict-tag-${(then ?? now).verdict}`}>{both(verdictText(now.verdict), then && verdictText(then.verdict))}</span>
    <span class="fine number">{both(now.measured ?? p("notMeasured"), then && (then.measured ?? p("notMeasured")))}{bounds && embedWord("ruleBounds", { m: bounds })}</span>
  </li>
);

const HourRuleRow = ({ rule }: { rule: HourRule }) => (
  <li>
    <span>{rule.text}</span><span class={`tag rule-${stateOf(rule)}`}>{i(`rule_${stateOf(rule)}`)}</span>
    {COUNTS_HOURS.test(rule.code) && <span class="fine number">{embedWord("ruleFigures", { a: count(rule.now), b: count(rule.then), m: count(rule.most) })}</span>}
  </li>
);

/** What is accepted and writes no line: these courses teach more in the hours that they have. */
function Unchanged({ edits }: { edits: readonly Edit[] }) {
  const courses = edits.filter((each) => each.addedHours === 0).map((each) => each.course);
  return courses.length === 0 || courses.length === edits.length ? null : <p class="fine">{leading(embedWord("unchanged", { n: count(courses.length) }))}<Data>{listed(courses)}</Data></p>;
}

/** What was asked stays in sight while edits are accepted or left. */
function Figures({ plan, target, certificate, embedding, edits, accepted }: { plan: Plan; target: string | null; certificate: string | null; embedding: Embedding; edits: readonly Edit[]; accepted: readonly boolean[] }) {
  const chosen = edits.filter((_, at) => accepted[at]);
  const inputs = editInputs(chosen, plan);
  const asked = useWhatIf(plan, inputs, target);
  const verdicts = useSameVerdicts(plan, asked);
  const isWhole = chosen.length === edits.length;
  return (
    <aside class="card edit-figures" aria-label={i("figures")}>
      <h3>{i("figures")}</h3>
      <div role="status"><dl>
        <div><dt>{embedWord("acceptedOf")}</dt><dd class="number">{count(chosen.length)} / {count(edits.length)}</dd></div>
        <div><dt>{i("addedHours")}</dt><dd class="number">{count(hoursOf(chosen))}</dd></div>
        <div><dt>{embedWord("taughtAlready")}</dt><dd class="number">{count(embedding.taught.length)}</dd></div>
        <div><dt>{embedWord("taughtMore")}</dt><dd class="number">{count(taughtBy(chosen))}</dd></div>
        <div><dt>{embedWord("wanted")}</dt><dd class="number">{count(embedding.requirements)}</dd></div>
      </dl></div>
      <WhatIfFigures asked={asked} />
      <h4>{embedWord("hourRules")}</h4>
      {!isWhole && <p class="fine">{embedWord("rulesOfAll")}</p>}
      {verdicts === null && <p class="fine" role="status">{embedWord("verdictsNotYet")}</p>}
      <p class="fine rules-basis">{embedWord("rulesBasis")}{isWithoutHead(plan) && <> {embedWord("rulesHead")} <a href={link(["plans", plan.id], { fill: isDraft(plan) ? "head" : null, view: isDraft(plan) ? null : "versions" })}>{p(isDraft(plan) ? "fillIn" : "fillInDraft")}</a></>}</p>
      <ul class="hour-rules">
        {embedding.rules.map((each) => {
          const same = verdicts?.get(each.code);
          return same ? <JudgedRule key={each.code} rule={each} same={same} /> : <HourRuleRow key={each.code} rule={each} />;
        })}
      </ul>
      <Unchanged edits={chosen} />
      {edits.length > 0 && <Saving plan={plan} edits={inputs} reason={embedWord("editReason")} view="versions" help={isDraft(plan) ? "saveHelpDraft" : "saveHelp"} none={isDraft(plan) ? embedWord("saveNoneDraft") : <>{leading(embedWord("saveNone"))}<a href={link(["review"], { subject: plan.id, target: certificate })}>{embedWord("toReview")}</a></>} />}
    </aside>
  );
}

function Unserved({ embedding }: { embedding: Embedding }) {
  if (embedding.unserved.length === 0) return null;
  const rows = (["NO_EVIDENCE", "RULES"] as const).map((reason) => [reason, embedding.unserved.filter((each) => each.reason === reason)] as const);
  return (
    <section class="card">
      <h3>{embedWord("unserved", { n: embedding.unserved.length })}</h3>
      {rows.filter(([, each]) => each.length > 0).map(([reason, each]) => (
        <details key={reason} class="folded"><summary>{embedWord(reason)} <span class="number">{count(each.length)}</span></summary><Requirements requirements={each.flatMap(({ requirement }) => (requirement ? [requirement] : []))} /></details>
      ))}
    </section>
  );
}

export function Proposal({ plan, embedding, target, level }: { plan: Plan; embedding: Embedding; target: string | null; level: string | null }) {
  const edits = editsOf(embedding);
  const accepted = acceptedOf(edits);
  const rule = useCreditRule(plan);
  const all = (is: boolean): void => accept(edits.map(() => is));
  return (
    <div class="columns edits">
      <div>
        <section class="card">
          <h3>{embedWord("edits", { n: edits.length })}</h3>
          <p class="fine">{embedWord("evidence")} {target ? <a href={link(["fit"], { subject: embedding.standard, target })}>{embedWord("evidenceLink")}</a> : embedWord("evidenceLink")}</p>
          {edits.length === 0 ? <p class="lead">{i("editsNone")}</p> : <p class="lead">{embedWord("editsLead")}</p>}
          {edits.length > 1 && <p class="row"><button type="button" class="button small" onClick={() => all(true)}>{embedWord("acceptAll")}</button><button type="button" class="button small" onClick={() => all(false)}>{embedWord("leaveAll")}</button></p>}
          <ul>{edits.map((each, at) => <EditRow key={each.key} edit={each} plan={plan} rule={rule} isAccepted={accepted[at] ?? true} onAccept={(is) => accept(acceptedOf(edits).map((one, place) => (place === at ? is : one)))} />)}</ul>
        </section>
        <Unserved embedding={embedding} />
        <Conflicts conflicts={embedding.conflicts} lead={embedWord("conflictsOfHours")} />
        {embedding.held.length > 0 && <details class="folded"><summary>{embedWord("held", { n: embedding.held.length })}</summary><p class="lead"><Data>{embedding.held.join("、")}</Data></p></details>}
      </div>
      <div><Figures plan={plan} target={level} certificate={target} embedding={embedding} edits={edits} accepted={accepted} /></div>
    </div>
  );
}
