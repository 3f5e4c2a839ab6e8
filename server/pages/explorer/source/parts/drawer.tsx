// Why: the evidence of what is chosen, down to its source; with nothing chosen, what is still open.
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { changed, choose, filter, link, param } from "../address";
import { useAnswer } from "../api";
import FIT_PROOFS from "../documents/fit-proofs.graphql";
import type { FitProofsQuery, FitProofsQueryVariables } from "../generated/answers";
import { type Choice, type Item, itemKey, versionsOf } from "../pages/fit-model";
import type { Subject } from "../pages/fit-subject/subject";
import { proposeLink } from "../pages/review/proposing";
import { useKeys } from "../keys";
import { day, person, t } from "../words";
import { fitWord } from "../words/fit-subject";
import { Shown as Answered } from "./answer";
import { Mark, type State, StateWord, countsOfStates, isReviewed } from "./coverage";
import { Rationale } from "./rationale";
import { Rejected, RejectedMark, courseOf, useRejected } from "./rejected";
import { Code, Data, Dated, LEVELS, type Level, LevelTag, Seal, Sources } from "./small";

type Evidence = NonNullable<FitProofsQuery["coverage"]>["items"][number];
type Proof = Evidence["proofs"][number];

const SHOWN_REQUIREMENTS = 30;
const OPEN_REQUIREMENTS = 4;
/** Of a state; the list has the others. */
const SHOWN_OPEN = 200;
/** A course of a plan has no page of its own: the plan lists it. */
function CourseName({ course, subject }: { course: Proof["course"]; subject: Subject }) {
  const plan = subject.courses.find((each) => each.id === course.id)?.holder?.id;
  return <a href={course.__typename === "Course" ? link(["courses", course.id]) : plan ? link(["plans", plan]) : link(["plans"])}><Data>{course.displayName}</Data></a>;
}

/** The queue, open at this requirement. */
const reviewLink = (subject: string, requirement: string): string => link(["review"], { subject, target: param("target"), standard: param("standard"), at: requirement });

const ProofCard = ({ course, alignment, subject }: Proof & { subject: Subject }) => (
  <li class="proof">
    <p><CourseName course={course} subject={subject} /></p>
    <p class="row">{alignment.role && <span class="tag">{t(alignment.role)}</span>}<span class="tag">{t(alignment.kind)}</span><span class="tag">{t("strength", { s: alignment.strength })}</span></p>
    {alignment.rationale && <p><Rationale of={alignment} /></p>}
    <p class="fine row"><Seal basis={alignment.basis} isLong /> {alignment.reviewer && <span><Dated>{t("reviewedBy", { who: person(alignment.reviewer), day: day(alignment.decidedOn) })}</Dated></span>}</p>
    <Sources sources={alignment.sources} />
  </li>
);

const Suggestions = ({ evidence, subject }: { evidence: Evidence; subject: Subject }) =>
  evidence.suggestions.length === 0 ? null : (
    <>
      <p class="fine">{t("suggestionHelp")}</p>
      <ul class="plain-list">
        {evidence.suggestions.map(({ course, alignment }) => (
          <li key={alignment.code} class="suggestion"><CourseName course={course} subject={subject} /> <span class="tag">{t("strength", { s: alignment.strength })}</span>{alignment.rationale && <p><Rationale of={alignment} /></p>}{alignment.author && <p class="fine">{t("proposedBy", { who: person(alignment.author) })}</p>}</li>
        ))}
      </ul>
    </>
  );

const Reviews = ({ evidence, subject }: { evidence: Evidence; subject: Subject }) => (
  <ul>
    {evidence.reviews.map((each) => (
      <li key={each.code} class="proof proof-gap">
        <p>{t("conclusion")}{t("colon")}<Data>{each.conclusion ?? t("unknown")}</Data></p>
        <p class="row"><span class="tag">{t(each.ground)}</span></p>
        <p class="fine row"><Seal basis={each.basis} isLong /> <span><Dated>{t("reviewedBy", { who: person(each.reviewer), day: day(each.closedOn) })}</Dated></span></p>
        <Sources sources={each.sources} />
      </li>
    ))}
    {evidence.noMatches.map(({ course, alignment }) => (
      <li key={alignment.code} class="proof proof-gap">
        <p><CourseName course={course} subject={subject} /> <span class="tag">{t("NO_MATCH")}</span></p>
        {alignment.rationale && <p><Rationale of={alignment} /></p>}
        <p class="fine row"><Seal basis={alignment.basis} isLong /> {alignment.reviewer && <span><Dated>{t("reviewedBy", { who: person(alignment.reviewer), day: day(alignment.decidedOn) })}</Dated></span>}</p>
      </li>
    ))}
  </ul>
);

const HELP = { COVERED: null, PARTLY_COVERED: "partlyHelp", UNKNOWN: "unknownHelp", NOT_COVERED: "gapHelp" } as const;

/** What the state means, and where it is decided on and proposed for. A course that was judged not to match does not close the search of the others. */
function Help({ item, subject, notMatching, isRejected }: { item: Item; subject: Subject; notMatching: number; isRejected: boolean }) {
  const isOpen = item.state === "UNKNOWN";
  const help = isOpen && isRejected && item.waiting.length === 0 ? "rejectedHelp" : HELP[item.state];
  return (
    <p class="lead">
      {help && (isOpen && notMatching > 0 ? t("undecidedHelp", { n: notMatching }) : t(help))}
      {subject.holders.map(({ id, name }) => (
        <Fragment key={id}> {subject.holders.length > 1 && <><br /><Data>{name}</Data>{t("colon")}</>}{(isOpen || item.waiting.length > 0) && <><a href={reviewLink(id, item.id)}>{t("goReview")}</a> </>}<a href={proposeLink(id, param("target"), item.id)}>{t("goPropose")}</a></Fragment>
      ))}
    </p>
  );
}

function ItemEvidence({ item, subject, course }: { item: Item; subject: Subject; course: string | undefined }) {
  const answer = useAnswer<FitProofsQuery, FitProofsQueryVariables>(FIT_PROOFS, { ...subject.asked, task: item.task.id });
  const rejected = useRejected(subject.holders.map((each) => each.id), item.id);
  return (
    <>
      <p class="fine path"><LevelTag level={item.level} /> › <Data>{item.task.area.code} {item.task.area.name}</Data> › <Data>{item.task.code} {item.task.name}</Data></p>
      <Answered answer={answer} rows={3}>
        {({ coverage }) => {
          const evidence = coverage?.items.find((each) => each.requirement.id === item.id);
          if (!evidence) return null;
          const proofs = [...evidence.proofs].sort((a, b) => Number(b.course.id === course) - Number(a.course.id === course));
          const isOfSubject = new Set(subject.courses.map((each) => each.id));
          return (
            <Answered answer={rejected} rows={3}>
              {(all) => {
                const before = all.filter((each) => isOfSubject.has(courseOf(each)?.id ?? ""));
                return <><Help item={item} subject={subject} notMatching={new Set(evidence.noMatches.map(({ course: each }) => each.id)).size} isRejected={before.length > 0} /><ul>{proofs.map((each) => <ProofCard key={each.alignment.code} subject={subject} {...each} />)}</ul><Suggestions evidence={evidence} subject={subject} /><Reviews evidence={evidence} subject={subject} /><Rejected rejected={before} /></>;
              }}
            </Answered>
          );
        }}
      </Answered>
    </>
  );
}

function ChosenItem({ item, subject, isOpen, course }: { item: Item; subject: Subject; isOpen: boolean; course: string | undefined }) {
  return (
    <details open={isOpen} class="chosen-item">
      <summary><Mark state={item.state} /><span class="hidden-text">{t(item.state)} </span><Code>{item.code}</Code> <Data>{item.text}</Data></summary>
      <ItemEvidence item={item} subject={subject} course={course} />
    </details>
  );
}

const OPEN_STATES = ["NOT_COVERED", "PARTLY_COVERED", "UNKNOWN"] as const;

/** Where nobody has looked, no gap was counted. */
const countsText = (items: readonly Item[]): string => {
  const counts = countsOfStates(items.map((each) => each.state));
  if (!isReviewed(counts)) return t("nobodyReviewed", { n: items.length });
  return t("selectionCounts", { g: counts.NOT_COVERED, p: counts.PARTLY_COVERED, u: counts.UNKNOWN });
};

/** What the levels say that are not shown: the one that is may have no gap where a higher one has. */
const OtherLevels = ({ all, level }: { all: readonly Item[]; level: Level | "ALL" }) => {
  const others = LEVELS.map((each) => [each, all.filter((item) => item.level === each)] as const).filter(([each, items]) => level !== "ALL" && each !== level && items.length > 0);
  if (others.length === 0) return null;
  return <ul class="plain-list other-levels">{others.map(([each, items]) => <li key={each}><a href={changed({ level: each, area: null, at: null })}>{t(each)}</a>{t("colon")}{countsText(items)}</li>)}</ul>;
};

/** What is chosen to be shown. */
interface Shown {
  level: Level | "ALL";
  state: State | "ALL";
}

/** Numbers of one level name it: its zeros are not those of the certificate. */
const headline = (items: readonly Item[], { level, state }: Shown): string =>
  level === "ALL" ? headlineOf(items, state) : t("selectionLevel", { level: t(level), said: headlineOf(items, state) });

/** A filter by state leaves one number: those of the other states would be zeros that say nothing. */
function headlineOf(items: readonly Item[], state: State | "ALL"): string {
  if (items.length === 0) return t("nothingFits");
  if (state !== "ALL") return t("selectionState", { n: items.length, state: t(state) });
  return items.every((each) => each.state === "COVERED") ? t("selectionComplete") : countsText(items);
}

const OpenItem = ({ item, isOfSeveral }: { item: Item; isOfSeveral: boolean }) => (
  <li>
    <a href={changed({ at: itemKey(item) })}>{isOfSeveral && <><span class="fine">{t(item.level)}</span> </>}<span class="bare-code">{item.code}</span> <Data>{item.text}</Data></a>
    {item.waiting.length > 0 && <span class="waits">{t("waiting", { n: item.waiting.length })}</span>}<RejectedMark item={item} />
  </li>
);

/** How many requirements there are without the filters. */
const wholeOf = (all: readonly Item[]): string => (param("standard") ? fitWord("selectionOfVersion", { v: versionsOf(all).join(", "), n: all.length }) : t("selectionOf", { n: all.length }));

function Open({ items, all, shown }: { items: readonly Item[]; all: readonly Item[]; shown: Shown }) {
  const groups = OPEN_STATES.map((each) => [each, items.filter((item) => item.state === each)] as const);
  const [level, ...others] = LEVELS.filter((each) => items.some((item) => item.level === each));
  return (
    <aside class="card drawer resting" tabIndex={-1} aria-label={t("why")}>
      <p class="fine row">{t("selection")} {level && others.length === 0 && <LevelTag level={level} />} {t("requirementsCount", { n: items.length })}</p>
      <h2>{headline(items, shown)}</h2>
      {items.length < all.length && <p class="lead whole">{wholeOf(all)}<b>{countsText(all)}</b></p>}
      <OtherLevels all={all} level={shown.level} />
      {groups.filter(([, found]) => found.length > 0).map(([each, found]) => (
        <section key={each}>
          <h3><StateWord state={each} /></h3>
          <ul class="open-items">
            {found.slice(0, SHOWN_OPEN).map((item) => <OpenItem key={item.id} item={item} isOfSeveral={others.length > 0} />)}
          </ul>
          {found.length > SHOWN_OPEN && <p class="fine"><a href={changed({ view: "list", state: each })}>{t("moreRequirements", { n: found.length - SHOWN_OPEN })}</a></p>}
        </section>
      ))}
      <p class="fine">{t("drawerHelp")}</p>
    </aside>
  );
}

/** The focus goes into the drawer as it opens. What closes it from inside gives it back to what opened it, to what leads there again, or to what stands in its place. */
function useFocus(key: string | undefined) {
  const drawer = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | SVGElement | null>(null);
  const shown = useRef(key);
  useEffect(() => {
    const before = shown.current;
    shown.current = key;
    if (before === key) return;
    const focused = document.activeElement as HTMLElement | null;
    if (key) {
      if (!drawer.current?.contains(focused)) opener.current = focused;
      drawer.current?.querySelector("h2")?.focus({ preventScroll: true });
    } else if (focused === document.body) {
      const again = [...document.querySelectorAll<HTMLAnchorElement>(".resting a")].find((each) => new URL(each.href).searchParams.get("at") === before);
      const back = opener.current?.isConnected && opener.current !== document.body ? opener.current : again;
      (back ?? document.querySelector<HTMLElement>(".resting"))?.focus();
    }
  }, [key]);
  return drawer;
}

export function Drawer({ choice, subject, items, all, level, state }: { choice: Choice | null; subject: Subject; items: readonly Item[]; all: readonly Item[] } & Shown) {
  const key = choice?.key;
  const drawer = useFocus(key);
  useKeys(key ? { Escape: () => filter({ at: null }) } : {});
  if (!choice) return <Open items={items} all={all} shown={{ level, state }} />;
  const shown = choice.items.slice(0, SHOWN_REQUIREMENTS);
  return (
    <aside class="card drawer" aria-label={t("why")} ref={drawer}>
      <div class="drawer-head">
        <div><p class="fine">{t("why")}</p><h2 tabIndex={-1}>{choice.code && <Code>{choice.code}</Code>} <Data>{choice.name}</Data></h2></div>
        <button type="button" class="ghost" aria-label={t("close")} onClick={() => filter({ at: null })}><svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg></button>
      </div>
      <p class="fine" role="status">{t("requirementsCount", { n: choice.items.length })}</p>
      {shown.map((item) => <ChosenItem key={item.id} item={item} subject={subject} course={choice.course?.id} isOpen={choice.items.length <= OPEN_REQUIREMENTS} />)}
      {choice.items.length > shown.length && <p class="fine">{t("moreRequirements", { n: choice.items.length - shown.length })}</p>}
      {choice.items.length > 1 && <p class="below"><button type="button" class="button small" onClick={() => choose({ at: null })}>{t("back")}</button></p>}
    </aside>
  );
}
