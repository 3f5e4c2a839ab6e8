// From which version of a standard alignments are carried to the new one, and what was carried.
import { useEffect } from "preact/hooks";
import { link } from "../../address";
import { count, listed, sentences } from "../../words";
import { w } from "../../words/import";
import { carryWord } from "../../words/carrying";
import { vw } from "../../words/standard-versions";
import type { Job } from "./job";

type Counts = Job["carried"];

type Change = Counts[number]["change"];
type KeptChange = Exclude<Change, "REMOVED" | "SEARCH_CLOSED">;

const isKept = (counted: Counts[number]): counted is Counts[number] & { change: KeptChange } => counted.change !== "REMOVED" && counted.change !== "SEARCH_CLOSED";
const numberOf = (counts: Counts, change: Change): number => counts.find((each) => each.change === change)?.count ?? 0;

function told(counts: Counts): string {
  const kept = counts.filter(isKept);
  const number = kept.reduce((sum, each) => sum + each.count, 0);
  const [lost, closed] = [numberOf(counts, "REMOVED"), numberOf(counts, "SEARCH_CLOSED")];
  if (number + lost + closed === 0) return carryWord("carryNothingThere");
  const kinds = listed(kept.map(({ change, count: of }) => `${vw(change)} ${count(of)}`));
  return [number > 0 && carryWord("carrySuggests", { n: number, kinds }), lost > 0 && carryWord("carryLost", { n: lost }), closed > 0 && carryWord("carryClosed", { n: closed })].filter(Boolean).join(carryWord("carryJoin"));
}

interface Choosing {
  job: Job;
  chosen: string;
  onChoose: (version: string) => void;
  /** Nothing is carried that a person was not shown: the page learns that the choice stands there. */
  onShown: (isShown: boolean) => void;
}

export function ChooseCarrying({ job, chosen, onChoose, onShown }: Choosing) {
  useEffect(() => {
    onShown(true);
    return () => onShown(false);
  }, []);
  const option = (value: string, name: string, help: string) => (
    <label key={value} class={chosen === value ? "on" : ""}><input type="radio" name="carry" value={value} checked={chosen === value} onChange={() => onChoose(value)} /><span><b>{name}</b> <span>{help}</span></span></label>
  );
  return (
    <fieldset class="question status">
      <legend>{carryWord("carryLegend")}</legend>
      <p class="fine">{carryWord("carryLead")}</p>
      {job.otherVersions.map((each) => option(each.version, w(each.isProposed ? "carryBefore" : "carryVersion", { v: each.version }), told(each.carried)))}
      {option("", carryWord("carryNone"), carryWord("carryNoneHelp"))}
    </fieldset>
  );
}

/** What was carried and what was not, and where a reviewer decides on it. */
export function Carried({ job, certificate }: { job: Job; certificate: { id: string; name: string } }) {
  const versions = link(["certificates", certificate.name, "versions"]);
  if (job.carriedFrom == null) return job.otherVersions.length === 0 ? null : <p class="row"><span>{carryWord("carriedNothing")}</span> <a class="button" href={versions}>{carryWord("toVersions")}</a></p>;
  return (
    <>
      <p class="lead">{sentences(carryWord("carriedFrom", { v: job.carriedFrom }), told(job.carried))}</p>
      <p class="row"><a class="button" href={versions}>{carryWord("toVersions")}</a></p>
    </>
  );
}
