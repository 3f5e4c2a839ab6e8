// One item of the queue: the course at one side, the requirement at the other, and what the proposal says.
import { link } from "../../address";
import type { Answer } from "../../api";
import { Shown } from "../../parts/answer";
import { Mark } from "../../parts/coverage";
import { Rationale } from "../../parts/rationale";
import { Code, Data, LevelTag, Seal, Sources, majorLink } from "../../parts/small";
import { Wordings } from "../../parts/wording";
import { day, label, listed, person } from "../../words";
import { t } from "../../words/reviewing";
import type { AlignmentKind } from "../../generated/answers";
import type { Decision, Item } from "./decisions";
import { Rejected, type Rejection } from "../../parts/rejected";
import { Effect } from "./effect";
import type { Draft } from "./said";

/** How far a proposal is. One that failed, or was taken back, is none. */
const HOW_FAR = { held: "proposeSentSoon", sent: "proposeSending", done: "proposeDone", taking: "proposeDone", kept: "proposeDone", failed: "proposeNotYet" } as const;

function CourseSide({ course, work, draft, proposed }: Pick<Item, "course" | "work"> & Pick<CardProps, "draft" | "proposed">) {
  if (course?.__typename === "Course") {
    const standard = course.teachingStandard;
    return (
      <>
        <h2><a href={link(["courses", course.id])}><Data>{course.displayName}</Data></a></h2>
        <p class="lead">{standard?.major ? <a href={majorLink(standard.major)}><Data>{standard.name}</Data></a> : <Data>{standard?.name}</Data>} {standard && t("standardTitle", { y: standard.year })} · {label(course.module ?? "noModule")}</p>
        {course.outcomes.length > 0 ? <ul class="plain-list">{course.outcomes.map((each) => <li key={each.code}><Data>{each.text}</Data></li>)}</ul> : <p class="fine"><Mark state="UNKNOWN" /> {t("outcomesNone")}</p>}
      </>
    );
  }
  if (course?.__typename === "PlanCourse") {
    const plan = course.trainingPlan;
    return <><h2><a href={link(["plans", plan?.id ?? ""])}><Data>{course.displayName}</Data></a></h2><p class="lead"><Data>{plan?.collegeName} {plan?.displayName} {plan?.grade} · {course.moduleText ?? t("noModule")}</Data></p></>;
  }
  if (draft) return <><h2><Data>{listed(draft.courses.map(({ name }) => name))}</Data></h2><p class="lead">{t(HOW_FAR[proposed ?? "failed"])}</p></>;
  if (work === "PROPOSE") return <><h2>{t("proposeChoose")}</h2><p class="lead">{t("proposeChooseHelp")}</p></>;
  return <><h2>{t("reviewNoCourse")}</h2><p class="lead">{t("reviewNoCourseHelp")}</p></>;
}

function RequirementSide({ requirement }: { requirement: Item["requirement"] }) {
  if (!requirement) return <h2>{t("reviewNoRequirement")}</h2>;
  const task = requirement.task;
  const certificate = task?.workArea?.standardLevel?.skillStandard?.certificate;
  return (
    <>
      <h2><Code>{requirement.code}</Code> {certificate ? <a href={link(["certificates", certificate.name], { level: requirement.level, q: requirement.code })}><Data>{requirement.text}</Data></a> : <Data>{requirement.text}</Data>}</h2>
      <p class="lead"><LevelTag level={requirement.level} />{certificate && <a href={link(["certificates", certificate.name])}><Data>{certificate.name}</Data></a>} › <Data>{task?.workArea?.name}</Data> › <Data>{task?.name}</Data></p>
      {task && task.requirements.length > 1 && (
        <>
          <h3>{t("reviewSameTask")}</h3>
          <ul class="same-task">{task.requirements.map((each) => <li key={each.id} aria-current={each.id === requirement.id ? "true" : undefined}><span class="bare-code">{each.code}</span> <Data>{each.text}</Data></li>)}</ul>
        </>
      )}
    </>
  );
}

function Proposal({ item }: { item: Item }) {
  const proposal = item.alignment;
  if (!proposal) return null;
  const { earlierRequirement } = proposal;
  return (
    <>
      {earlierRequirement && item.requirement && <Wordings before={{ title: t("reviewEarlier"), text: earlierRequirement }} after={{ title: t("reviewLater"), text: item.requirement.text }} />}
      <blockquote>{proposal.rationale ? <Rationale of={proposal} /> : t("reviewNoRationale")}</blockquote>
      <p class="row">
        {proposal.role && <span class="tag">{t(proposal.role)}</span>}<span class="tag">{t(proposal.kind)}</span><span class="tag">{t("strength", { s: proposal.strength })}</span><Seal basis={proposal.basis} isLong />
        <span class="fine">{proposal.author && t("proposedBy", { who: person(proposal.author) })} <span class="number">{day(proposal.proposedOn)}</span> · {t("reviewProgrammes", { n: item.programmes })}</span>
      </p>
      <Sources sources={proposal.sources} />
    </>
  );
}

interface CardProps {
  item: Item;
  /** What is entered for it. */
  draft: Draft | null;
  /** It is proposed, and not yet written. */
  proposed: Decision["status"] | undefined;
  subject: string | null;
  kind: AlignmentKind | null;
  strength: number;
  rejected: Answer<readonly Rejection[]>;
}

export function Card({ item, draft, proposed, subject, kind, strength, rejected }: CardProps) {
  return (
    <>
      <div class="two-sides">
        <section class="edge-one" aria-label={t("reviewCourse")}><p class="fine">{t("reviewCourse")}</p><CourseSide {...item} draft={draft} proposed={proposed} /></section>
        <section class="edge-x" aria-label={t("reviewRequirement")}><p class="fine">{t("reviewRequirement")}</p><RequirementSide requirement={item.requirement} /></section>
      </div>
      <section class="card">
        <h2>{t(item.work === "PROPOSE" ? "proposedSoFar" : "reviewReason")}</h2>
        <Proposal item={item} />
        <Shown answer={rejected} rows={2}>{(before) => <><Effect item={item} draft={draft} isProposing={proposed === "held" || proposed === "sent"} subject={subject} kind={kind} strength={strength} isRejected={before.length > 0} /><Rejected rejected={before} isOpen /></>}</Shown>
      </section>
    </>
  );
}
