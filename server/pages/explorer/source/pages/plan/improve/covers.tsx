// The courses that a certificate of the plan covers, said for one question: a plan may leave them out.
import { filter, params } from "../../../address";
import type { CertificateCovers } from "../../../generated/answers";
import { Data, Mixed } from "../../../parts/small";
import { creditsWord } from "../../../words/credits";
import { labelled } from "../same-names";
import type { Plan } from "../terms";

/** A certificate by the name that the solver knows. */
const nameOf = ({ name, levelText }: Plan["targetCertificates"][number]): string => [name, levelText].filter(Boolean).join(" ");

/** Two lists of the address make the pairs. */
const pairsSaid = (): (readonly [certificate: string, course: string])[] => params("covering").map((certificate, at) => [certificate, params("covered")[at] ?? ""] as const).filter(([, course]) => course);

const keep = (pairs: readonly (readonly [string, string])[]): void => filter({ covering: pairs.map(([each]) => each), covered: pairs.map(([, each]) => each) });

/** Of the certificates that the plan still has. */
export function coversSaid({ targetCertificates }: Plan): CertificateCovers[] {
  const pairs = pairsSaid();
  const names = [...new Set(targetCertificates.map(nameOf))];
  return names.map((certificate) => ({ certificate, courses: pairs.filter(([each]) => each === certificate).map(([, each]) => each) })).filter(({ courses }) => courses.length > 0);
}

function CoversOf({ plan, certificate }: { plan: Plan; certificate: string }) {
  const pairs = pairsSaid();
  const courses = labelled(plan.courses);
  const covered = pairs.filter(([each]) => each === certificate).map(([, each]) => each);
  const shown = (key: string): string => courses.find((each) => each.key === key)?.label ?? key;
  const options = courses.filter(({ key }) => !covered.includes(key)).map(({ key, label }) => [key, label] as const);
  return (
    <>
      <p><Mixed>{creditsWord("coversOf", { name: certificate })}</Mixed></p>
      <label class="select"><span>{creditsWord("coversChoose")}</span><select lang="zh-CN" value="" onChange={({ currentTarget: { value } }) => value && keep([...pairs, [certificate, value]])}><option value="">{creditsWord("coversNothing")}</option>{options.map(([key, label]) => <option key={key} value={key}>{label}</option>)}</select></label>
      <ul class="chips">{covered.map((each) => <li key={each}><button type="button" class="chip" aria-label={creditsWord("takeBack", { name: shown(each) })} onClick={() => keep(pairs.filter((pair) => pair[0] !== certificate || pair[1] !== each))}><Data>{shown(each)}</Data> ×</button></li>)}</ul>
    </>
  );
}

export const Covers = ({ plan }: { plan: Plan }) => (
  <fieldset class="credit-covers">
    <legend>{creditsWord("covers")}</legend>
    {[...new Set(plan.targetCertificates.map(nameOf))].map((each) => <CoversOf key={each} plan={plan} certificate={each} />)}
  </fieldset>
);
