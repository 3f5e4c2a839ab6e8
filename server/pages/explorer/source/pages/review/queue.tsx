// The list of what is open: proposals that wait for a decision, and requirements for which there is none, kept apart.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { choose } from "../../address";
import { Mark, type State } from "../../parts/coverage";
import { Data } from "../../parts/small";
import { count, label, leading } from "../../words";
import { type Word, t } from "../../words/reviewing";
import { type Item, WORD_OF, decisions, isReworded, isWaiting, itemKey } from "./decisions";
import { type States, stateOf } from "./states";
import { type Suggestion, type Suggestions, likelihood } from "./suggestions";

type Programme = Suggestions["programme"];

/** Which programme it is of: two of them may have a course of the same name. */
function programmeOf({ course }: Item, asked: Programme): string | null {
  if (course?.__typename === "Course") return standardName(course.teachingStandard);
  if (course?.__typename === "PlanCourse") return planName(course.trainingPlan);
  return asked?.__typename === "TeachingStandard" ? standardName(asked) : asked?.__typename === "TrainingPlan" ? planName(asked) : null;
}

const standardName = (standard: { name: string; year: number } | null | undefined): string | null =>
  standard ? `${standard.name} ${t("standardTitle", { y: standard.year })}` : null;

interface Plan {
  collegeName: string;
  displayName?: string | null;
  grade?: string | null;
  version?: number | null;
}

const planName = (plan: Plan | null | undefined): string | null =>
  plan ? [plan.collegeName, plan.displayName, plan.grade, plan.version && t("planVersion", { n: plan.version })].filter(Boolean).join(" ") : null;

/** Which certificate it is of, and of which version its standard is. */
function standardOf({ requirement }: Item): string | null {
  const standard = requirement?.task?.workArea?.standardLevel?.skillStandard;
  return standard?.certificate ? `${standard.certificate.name} ${t("standardVersion", { v: standard.version })}` : null;
}

interface EntryProps {
  item: Item;
  state: State | null;
  programme: Programme;
  suggestions: readonly Suggestion[];
  isChosen: boolean;
  isSelected: boolean;
  isSelectable: boolean;
  onSelect: () => void;
}

function Entry({ item, state, programme, suggestions, isChosen, isSelected, isSelectable, onSelect }: EntryProps) {
  const button = useRef<HTMLButtonElement>(null);
  const decision = decisions.value.get(itemKey(item));
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const [likeliest] = suggestions;
  const context = [programmeOf(item, programme), standardOf(item)].filter(Boolean).join(" × ");
  return (
    <li>
      {(item.work === "DECIDE" || likeliest) && <input type="checkbox" checked={isSelected} disabled={!isSelectable} aria-label={t("reviewSelect", { name: `${item.requirement?.text ?? ""}, ${item.course?.displayName ?? likeliest?.course.displayName ?? ""}` })} onChange={onSelect} />}
      <button type="button" ref={button} aria-current={isChosen ? "true" : undefined} onClick={() => choose({ at: itemKey(item) })}>
        {state ? <><Mark state={state} /><span class="hidden-text">{t(state)}</span></> : <i />}
        <span>
          <Data>{item.requirement?.text ?? item.alignment?.id}</Data>
          <span class="fine">{label(item.requirement?.level)} {item.requirement?.code}{item.work === "DECIDE" && <> · <Data>{item.course?.displayName ?? t("reviewNoCourse")}</Data></>}{decision && <b> · {t(WORD_OF[decision.verdict])} · {t(`decision_${decision.status}`)}</b>}</span>
          {isReworded(item) && <span class="tag">{t("reviewReworded")}</span>}
          {context && <span class="fine context"><Data>{context}</Data></span>}
          {likeliest && !decision && <span class="fine suggestion">{leading(t("suggestionShort", { n: suggestions.length }))}<Data>{likeliest.course.displayName}</Data> · {likelihood(likeliest)}</span>}
        </span>
        {item.gain > 0 && <b class="gain" title={t("reviewGain", { n: item.gain })}>+{item.gain}</b>}
      </button>
    </li>
  );
}

interface QueueProps {
  items: readonly Item[];
  chosen: Item;
  states: States;
  suggestions: Suggestions;
  isSelected: (item: Item) => boolean;
  isSelectable: (item: Item) => boolean;
  onSelect: (item: Item) => void;
  children: ComponentChildren;
}

export function Queue({ items, chosen, states, suggestions, isSelected, isSelectable, onSelect, children }: QueueProps) {
  const part = (title: Word, work: Item["work"]) => {
    const of = items.filter((each) => each.work === work);
    return of.length > 0 && (
      <>
        <h2>{t(title)} {work !== "PROPOSE" && <span class="number">{count(of.filter(isWaiting).length)}</span>}</h2>
        {work === "DECIDE" && of.every((each) => each.gain === 0) && <p class="fine">{t("queueNoGain")}</p>}
        <ol>{of.map((each) => <Entry key={itemKey(each)} item={each} state={stateOf(each, states)} programme={suggestions.programme} suggestions={suggestions.of(each)} isChosen={each === chosen} isSelected={isSelected(each)} isSelectable={isSelectable(each)} onSelect={() => onSelect(each)} />)}</ol>
      </>
    );
  };
  return (
    <nav class="card queue" aria-label={t("reviewQueue")}>
      {children}
      {part("queuePropose", "PROPOSE")}
      {part("queueDecide", "DECIDE")}
      {part("queueSearch", "SEARCH")}
    </nav>
  );
}
