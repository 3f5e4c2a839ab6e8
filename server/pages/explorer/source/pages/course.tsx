// A course of a teaching standard, and the skill requirements it carries.
import { link } from "../address";
import { useAnswer } from "../api";
import COURSE from "../documents/course.graphql";
import type { CoursePageQuery, CoursePageQueryVariables } from "../generated/answers";
import { Empty, NotFound, Shown } from "../parts/answer";
import { Lined, column } from "../parts/lined";
import { Rationale } from "../parts/rationale";
import { Code, Crumbs, Data, Dated, EnglishName, LevelTag, Mixed, Seal, SourcesCard, fitLink, majorLink, unique } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, day, person, t } from "../words";

type Course = Extract<NonNullable<CoursePageQuery["node"]>, { __typename: "Course" }>;
type Alignment = Course["alignments"]["nodes"][number];

function AlignmentRow({ alignment, standard }: { alignment: Alignment; standard: string | undefined }) {
  const { requirement } = alignment;
  const certificate = requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate;
  if (!requirement) return null;
  const href = certificate && standard ? `${fitLink(standard, certificate.id, requirement.level)}&at=${encodeURIComponent(`req:${requirement.level}:${requirement.code}`)}` : null;
  return (
    <tr>
      <td><LevelTag level={requirement.level} /></td>
      <td class="bare-code">{requirement.code}</td>
      <th scope="row" class="text">{href ? <a href={href}><Data>{requirement.text}</Data></a> : <Data>{requirement.text}</Data>}{certificate && <span class="fine"> <Data>{certificate.name}</Data></span>}</th>
      <td class="text">{alignment.role && <>{t(alignment.role)} · </>}{t(alignment.kind)} · {t("strength", { s: alignment.strength })}</td>
      <td class="text"><Rationale of={alignment} /></td>
      <td class="text fine"><Seal basis={alignment.basis} /> {alignment.reviewer && <Dated>{t("reviewedBy", { who: person(alignment.reviewer), day: day(alignment.decidedOn) })}</Dated>}</td>
    </tr>
  );
}

/** What was proposed and nobody has decided, with the way to decide it: one for each certificate. */
function Waiting({ course }: { course: Course }) {
  const { totalCount, nodes } = course.waiting;
  const certificates = unique(nodes.flatMap((each) => each.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate ?? []), (each) => each.id);
  if (totalCount === 0) return null;
  return (
    <section class="card" id="waiting">
      <p>{t("courseWaits", { n: totalCount })}</p>
      <ul class="plain-list">{certificates.map(({ id, name }) => <li key={id}><a href={link(["review"], { subject: course.teachingStandard?.id, target: id })}><Mixed>{t("courseWaitsFor", { name })}</Mixed></a></li>)}</ul>
    </section>
  );
}

function Carries({ course }: { course: Course }) {
  const { nodes, totalCount } = course.alignments;
  if (totalCount === 0) return <section class="card dotted"><Empty title={t("courseCarriesNone")}>{t("courseCarriesNoneHelp")}</Empty></section>;
  return (
    <section class="card">
      <h2>{t("courseCarries", { n: count(totalCount) })}</h2>
      <Lined label={t("requirement")} columns={(["certificateLevel", "codeColumn", "requirement", "courseAlignment", "proposeWhy", "evidence"] as const).map((each) => column(t(each)))}>
        {nodes.map((each) => <AlignmentRow key={each.code} alignment={each} standard={course.teachingStandard?.id} />)}
      </Lined>
      {nodes.length < totalCount && <p class="fine">{t("shown", { a: nodes.length, b: totalCount })}</p>}
    </section>
  );
}

function Loaded({ course }: { course: Course }) {
  useTitle(course.name);
  const standard = course.teachingStandard;
  const major = standard?.major;
  return (
    <>
      <Crumbs slug={course.slug} items={[{ name: t("catalogue"), href: link(["majors"]), isData: false }, ...(major ? [{ name: major.name, href: majorLink(major) }] : []), { name: course.name }]} />
      <div class="page-head"><span class="badge badge-one" aria-hidden="true">1</span>
        <div>
          <p class="lead">{t("coursePage")} · {t(course.module ?? "noModule")}</p>
          <h1><Data>{course.name}</Data></h1>
          <EnglishName pinyin={course.namePinyin} />
          <p class="row">{standard && <span class="fine"><Mixed>{t("courseOf", { name: standard.name, y: standard.year, n: course.sequence })}</Mixed></span>}<Seal basis={course.basis} isLong /></p>
        </div>
      </div>
      <section class="card">
        <h2>{t("outcomes")}</h2>
        {course.outcomes.length === 0 ? <p class="fine">{t("outcomesNone")}</p> : <ul class="plain-list">{course.outcomes.map((each) => <li key={each.code}><Code>{each.code}</Code> <Data>{each.text}</Data></li>)}</ul>}
      </section>
      <Carries course={course} />
      <Waiting course={course} />
      <SourcesCard sources={course.sources} />
    </>
  );
}

export function CoursePage({ parts: [id = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<CoursePageQuery, CoursePageQueryVariables>(COURSE, { id });
  return <Shown isPage answer={answer}>{({ node }) => (node?.__typename === "Course" ? <Loaded course={node} /> : <NotFound />)}</Shown>;
}
