// One verdict: threshold next to what was measured; opened, the clause, the lines, what would decide it, and the sources.
import type { PlanRulesQuery } from "../../generated/answers";
import { changed } from "../../address";
import { Data, Sources } from "../../parts/small";
import { type Values, count, listed } from "../../words";
import { said } from "../../words/pilots";
import { coded, p } from "../../words/plan";
import { clauseText } from "./clause";
import { UNSTATED } from "./figures";
import { type Plan, isDraft } from "./terms";

type Verdict = NonNullable<PlanRulesQuery["trainingPlanCompliance"]>["findings"][number];

/** What is measured of a rule, and its bounds. */
export interface Measured extends Pick<Verdict, "least" | "most" | "unit" | "measuredAs" | "measuredLeast" | "measuredMost"> {
  rule: Pick<NonNullable<Verdict["rule"]>, "measure" | "weeksLeast" | "weeksMost"> | null;
}

const SHARES = new Set<string | null | undefined>(["HOURS_SHARE", "PRACTICE_SHARE", "SHARE_BEFORE"]);
const PER_CENT = 100;

/** A bound is exact, and may be a fraction: that of a share is a part of 1, and shown in per cent. */
function boundOf(text: string, { rule }: Measured): string {
  const [above = "0", below = "1"] = text.split("/");
  return count((Number(above) / Number(below)) * (SHARES.has(rule?.measure) ? PER_CENT : 1));
}

/** Of how many: one thing has its own word. */
const numberIn = (text: string): Values => ({ n: /^\D*1$/.test(text) ? 1 : text });

function unitOf(finding: Measured, isMeasured: boolean, text: string): string {
  const measure = isMeasured ? finding.measuredAs : finding.rule?.measure;
  // The bound that weeks may keep instead is written next to that of hours.
  if (measure === "HOURS_OR_WEEKS") return p("unit_HOURS", numberIn(text));
  return measure && hasUnit(measure) ? coded("unit_", measure, numberIn(text)) : "";
}
const hasUnit = (measure: string): boolean => coded("unit_", measure) !== measure;
const joined = (text: string, unit: string): string => (unit === "%" ? `${text}%` : [text, unit].filter(Boolean).join(" "));

/** A span as text, null where neither end is known. */
function spanOf(least: string | null, most: string | null): string | null {
  if (least === null || most === null) return least === null ? most && p("atMostOf", { n: most }) : p("atLeastOf", { n: least });
  return least === most ? least : p("betweenOf", { a: least, b: most });
}

export function boundsText(finding: Measured): string | null {
  const { least, most, rule } = finding;
  const bound = (text: string | null | undefined): string | null => (text == null ? null : boundOf(text, finding));
  const text = spanOf(bound(least), bound(most));
  const inWeeks = spanOf(rule?.weeksLeast ?? null, rule?.weeksMost ?? null);
  const first = text && joined(text, unitOf(finding, false, text));
  return first && inWeeks ? p("orWeeks", { a: first, b: joined(inWeeks, p("unit_WEEKS", numberIn(inWeeks))) }) : first;
}

export function measuredText(finding: Measured): string | null {
  const { measuredLeast: least, measuredMost: most, unit } = finding;
  const shown = (value: number | null | undefined): string | null => (value == null ? null : count(value / unit));
  const text = spanOf(shown(least), shown(most));
  if (text === null) return null;
  const given = joined(text, unitOf(finding, true, text));
  return most == null ? p("mostUnknown", { n: given }) : given;
}

const between = (least: number | null | undefined, most: number | null | undefined): string =>
  least == null ? UNSTATED : most == null ? p("atLeastOf", { n: count(least) }) : least === most ? count(least) : p("betweenOf", { a: count(least), b: count(most) });

/** Lines of this plan; the page of a course is for those of teaching standards. */
const Lines = ({ title, lines }: { title: string; lines: readonly { id: string; name: string }[] }) =>
  lines.length === 0 ? null : (
    <details class="folded"><summary>{title}</summary><ul class="chips">{lines.map((each) => <li key={each.id}><span class="chip" lang="zh-CN">{each.name}</span></li>)}</ul></details>
  );

/** What would decide a rule and stands in the head of the plan, which its editors fill in. */
const OF_HEAD = new Set(["LEVEL", "YEARS", "HOURS_PER_WEEK"]);

/** Leads to where the head is filled in: on the page of a draft, and of a published plan to where one is made. */
const Filling = ({ plan }: { plan: Plan }) =>
  isDraft(plan) ? <a href={changed({ view: null, fill: "head", verdict: null })}>{p("fillIn")}</a> : <a href={changed({ view: "versions", verdict: null })}>{p("fillInDraft")}</a>;

const Deciding = ({ finding, plan }: { finding: Verdict; plan: Plan }) =>
  finding.undecided.length === 0 ? null : (
    <div class="decided-by">
      <h4>{p("decidedBy")}</h4>
      <ul>
        {finding.undecided.map((each) => (
          <li key={each.kind}>
            {coded("by_", each.kind)}{each.groups.length > 0 && <> {listed(each.groups.map((number) => p("inGroups", { n: number })))}</>}
            {each.missingIn.length > 0 && <> <Data>{each.missingIn.map((line) => line.name).join("、")}</Data></>}
            {OF_HEAD.has(each.kind) && <> <Filling plan={plan} /></>}
          </li>
        ))}
      </ul>
    </div>
  );

/** What the API has on the shares: hours of the part and of all. */
const Share = ({ finding }: { finding: Verdict }) =>
  finding.partLeast == null && finding.wholeLeast == null ? null : <p class="fine number">{p("shareOf", { a: between(finding.partLeast, finding.partMost), b: between(finding.wholeLeast, finding.wholeMost) })}</p>;

/** What decides is put as a question while it is open, and as a statement once the verdict answers it. */
function reasonText({ verdict, reason }: Verdict): string {
  const answered = coded(`${verdict}_`, reason);
  return answered === reason ? coded("reason_", reason) : answered;
}

/** A mandatory rule is remarked on where its course is there, but in another place, of another nature or under a former name. */
const isRemarkOfMust = ({ verdict, force }: Verdict): boolean => verdict === "REMARK" && force === "MUST";

/** Notes on a rule name verdicts and natures by their codes. */
const codesInWords = (note: string): string => note.replace(/\b[A-Z]{2}[A-Z_]+\b/g, (code) => coded("", code));

export function Finding({ finding, plan }: { finding: Verdict; plan: Plan }) {
  const { rule, force } = finding;
  const [threshold, measured] = [boundsText(finding), measuredText(finding)];
  const hasFigures = threshold !== null || measured !== null;
  return (
    <li>
      <details class="finding">
        <summary>
          <span class="finding-name"><Data>{rule?.item}</Data> <span class="tag">{force ? coded("", force) : p("forceUnknown")}</span></span>
          {hasFigures ? (
            <><span class="number threshold">{threshold ?? p("noThreshold")}</span><span class="number measured">{measured ?? p("notMeasured")}</span></>
          ) : <span class="of-reason">{reasonText(finding)}</span>}
        </summary>
        <div class="finding-more">
          {(hasFigures || rule?.isBandOurs || isRemarkOfMust(finding)) && <p class="fine">{hasFigures && reasonText(finding)}{isRemarkOfMust(finding) && <>{hasFigures && " · "}{p("remarkOfMust")}</>}{rule?.isBandOurs && <> · {p("bandOurs")}</>}</p>}
          {finding.missingCourses.length > 0 && <p>{p("missingCourses")} <Data>{finding.missingCourses.join("、")}</Data></p>}
          <Share finding={finding} />
          <Deciding finding={finding} plan={plan} />
          <Lines title={p("outside", { n: finding.outside.length })} lines={finding.outside} />
          <Lines title={p("leftOut", { n: finding.leftOut.length })} lines={finding.leftOut} />
          <Lines title={p("counted", { n: finding.counted.length })} lines={finding.counted} />
          <p><Data>{[rule?.document, clauseText(finding.clause)].filter(Boolean).join(" ")}</Data>{!finding.clause && <> <span class="fine">{p("clauseUnseen")}</span></>} <span class="fine"><Data>{rule?.ruleSet?.name}</Data></span></p>
          {rule?.note && <p class="fine"><Data>{codesInWords(said(rule.note, rule.noteLabel))}</Data></p>}
          {rule && <Sources sources={rule.sources} />}
        </div>
      </details>
    </li>
  );
}
