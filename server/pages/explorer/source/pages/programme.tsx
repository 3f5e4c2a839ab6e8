// A programme: the side of the "1". Its history, its teaching standard with courses, and the certificates it suits.
import { link } from "../address";
import { useAnswer } from "../api";
import PROGRAMME_CERTIFICATES from "../documents/programme-certificates.graphql";
import PROGRAMME from "../documents/programme.graphql";
import type { ProgrammeCertificatesQuery, ProgrammeCertificatesQueryVariables, ProgrammeQuery, ProgrammeQueryVariables } from "../generated/answers";
import { Empty, NotFound, Shown } from "../parts/answer";
import { Bar, Bounds, Legend, countsOf } from "../parts/coverage";
import { Code, Crumbs, Data, EnglishName, LevelTag, MODULES, Seal, SourcesCard, Stated, collegeLink, editionName, fitLink, majorLink, unique } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, leading, sentences, t } from "../words";

type Major = ProgrammeQuery["majors"]["nodes"][number];
type Standard = Major["teachingStandards"][number];
type Course = Standard["courses"][number];

interface Ancestor {
  edition: string;
  majorKey?: string | null;
  name: string;
}

function Generation({ majors, into }: { majors: readonly Ancestor[]; into: Ancestor }) {
  const [first] = majors;
  if (!first) return null;
  const main = majors.find((each) => each.name === into.name) ?? first;
  const others = majors.filter((each) => each !== main);
  return (
    <li>
      <span class="year">{first.edition}</span>
      <a href={majorLink(main)}><Data>{main.name}</Data></a> {main.majorKey && <Code>{main.majorKey}</Code>}
      {others.length > 0 && (
        <details><summary>{t("mergedWith", { n: others.length })}</summary>{others.map((each) => <a key={each.name} href={majorLink(each)}><Data>{each.name}</Data></a>)}</details>
      )}
    </li>
  );
}

function Lineage({ major }: { major: Major }) {
  if (major.predecessors.length === 0) return null;
  const older = unique(major.predecessors.flatMap((each) => each.predecessors), (each) => `${each.edition}${each.majorKey ?? each.name}`);
  return (
    <section class="lineage" aria-label={t("lineage")}>
      <h2>{t("lineage")}</h2>
      <ol>
        <Generation majors={older} into={major} />
        <Generation majors={major.predecessors} into={major} />
        <li class="now"><span class="year">{major.edition}</span><Data>{major.name}</Data> {major.code && <Code>{major.code}</Code>}</li>
      </ol>
    </section>
  );
}

const Head = ({ major }: { major: Major }) => (
  <div class="page-head">
    <span class="badge badge-one" aria-hidden="true">1</span>
    <div>
      <p class="lead">{t("programme")} · {t(major.educationLevel)} · {editionName(major.edition)}</p>
      <h1><Data>{major.name}</Data></h1>
      <EnglishName pinyin={major.namePinyin} />
      <p class="row">{major.code && <Code>{major.code}</Code>}<Seal basis={major.basis} isLong /></p>
    </div>
    <Lineage major={major} />
  </div>
);

/** Of a course and of what it is to achieve. */
const saidOf = (course: Course, which: "said" | "waiting"): number => [course, ...course.outcomes].reduce((sum, each) => sum + each[which].totalCount, 0);

/** Why a course carries nothing: what was proposed waits or was not accepted, or nobody has proposed anything. */
function CarriesNone({ course }: { course: Course }) {
  const waiting = saidOf(course, "waiting");
  return <span class="fine">{waiting > 0 ? t("carriesNoneWaiting", { n: count(waiting) }) : t(saidOf(course, "said") > 0 ? "carriesNoneJudged" : "carriesNoneProposed")}</span>;
}

function Courses({ standard }: { standard: Standard }) {
  const most = Math.max(1, ...standard.courses.map((each) => each.covers.totalCount));
  const modules = [...MODULES, null].map((each) => [each, standard.courses.filter((course) => (course.module ?? null) === each)] as const);
  return (
    <>
      {modules.filter(([, courses]) => courses.length > 0).map(([module, courses]) => (
        <section key={module} class="module">
          <h3>{t(module ?? "noModule")} <span class="number">{courses.length}</span></h3>
          <ul>
            {courses.map((course) => {
              const { id, name, covers } = course;
              return <li key={id} class={covers.totalCount > 0 ? "" : "bare"}>
                <a href={link(["courses", id])}><Data>{name}</Data></a>
                {covers.totalCount > 0 && <span class="load" aria-hidden="true"><i style={{ width: `${(100 * covers.totalCount) / most}%` }} /></span>}
                <span class="number">{covers.totalCount > 0 ? count(covers.totalCount) : <CarriesNone course={course} />}</span>
              </li>;
            })}
          </ul>
        </section>
      ))}
      {standard.courses.some((each) => each.covers.totalCount === 0 && saidOf(each, "said") === 0) && <p class="fine">{t("carriesNoneProposedHelp")}</p>}
    </>
  );
}

const StandardCard = ({ standard }: { standard: Standard }) => (
  <section class="card">
    <h2>{t("standardTitle", { y: standard.year })} <Seal basis={standard.basis} /></h2>
    <p class="lead">{t("standardLead")}</p>
    <dl class="facts-row">
      <div><dt>{t("duration")}</dt><dd><Stated>{standard.duration}</Stated></dd></div>
      <div><dt>{t("positions")}</dt><dd><Stated>{standard.positions.join("、")}</Stated></dd></div>
      <div><dt>{t("document")}</dt><dd>{standard.documentFile ? <Code>{standard.documentFile}</Code> : t("unknown")}</dd></div>
    </dl>
    <Courses standard={standard} />
  </section>
);

const Occupations = ({ standard }: { standard: Standard }) => (
  <section class="card">
    <h2>{t("occupations")}</h2>
    <ul class="occupations">
      {standard.occupations.map(({ code, name, isDigital }) => (
        <li key={name}>{code && <Code>{code}</Code>} <Data>{name}</Data> {isDigital && <span class="tag">{t("isDigital")}</span>}</li>
      ))}
    </ul>
  </section>
);

type Fit = NonNullable<ProgrammeCertificatesQuery["majorFits"]>["nodes"][number];
type NamedCertificate = NonNullable<ProgrammeCertificatesQuery["majorCertificates"]>["certificates"][number];

const LevelBars = ({ standard, fit: { certificate, byLevel } }: { standard: Standard; fit: Fit }) => (
  <>
    <ul class="level-bars">
      {byLevel.map((each) => (
        <li key={each.level}><LevelTag level={each.level} /><a href={fitLink(standard.id, certificate.id, each.level)}><Bar counts={countsOf(each)} about={t(each.level)} /></a><Bounds counts={countsOf(each)} /></li>
      ))}
    </ul>
    <p><a class="button primary" href={fitLink(standard.id, certificate.id)}>{t("openFit")}</a></p>
  </>
);

const CertificateBlock = ({ fit, standard }: { fit: Fit; standard: Standard | undefined }) => (
  <section class="suiting">
    <div class="row"><span class="badge badge-x small" aria-hidden="true">X</span><h3><a href={link(["certificates", fit.certificate.name])}><Data>{fit.certificate.name}</Data></a></h3><Seal basis={fit.basis} /></div>
    <p class="fine">{fit.certificate.standardCode && <Code>{fit.certificate.standardCode}</Code>} <Data>{fit.certificate.organizations.map((each) => each.name).join("、")}</Data></p>
    {fit.byLevel.length > 0 && standard && <LevelBars standard={standard} fit={fit} />}
    {fit.certificate.skillStandards.length === 0 && <p class="fine">{t("noSkillStandard")}</p>}
  </section>
);

/** Whether anybody but colleges says that it suits; what colleges alone write is unchecked, and stands apart. */
const isStated = (fit: Fit): boolean => fit.relations.some((each) => each !== "REPORTED_BY_COLLEGES");

function Suiting({ fits, standard }: { fits: readonly Fit[]; standard: Standard | undefined }) {
  const stated = fits.filter(isStated);
  const reported = fits.filter((each) => !isStated(each));
  if (fits.length === 0) return <section class="card edge-x"><h2>{t("suits")}</h2><Empty title={t("suitsNone")}>{t("suitsNoneHelp")}</Empty></section>;
  return (
    <section class="card edge-x">
      <h2>{t("suits")}</h2>
      <p class="lead">{t("suitsLead")}</p>
      {stated.length === 0 && <p class="fine">{t("suitsNone")}</p>}
      {stated.map((each) => <CertificateBlock key={each.certificate.id} fit={each} standard={standard} />)}
      {reported.length > 0 && (
        <details>
          <summary>{t("reportedByColleges", { n: reported.length })}</summary>
          <ul class="chips">{reported.map(({ certificate }) => <li key={certificate.id}><a class="chip" href={link(["certificates", certificate.name])}><Data>{certificate.name}</Data></a></li>)}</ul>
        </details>
      )}
      {stated.some((each) => each.byLevel.length > 0) && <Legend />}
    </section>
  );
}

/** Certificates that no source says to suit the programme itself: its standard, a plan or an earlier edition names them. */
const AlsoNamed = ({ certificates }: { certificates: readonly NamedCertificate[] }) => (
  <section class="card edge-x">
    <h2>{t("alsoNamed")}</h2>
    <p class="lead">{t("alsoNamedLead")}</p>
    <ul class="plain-list">
      {certificates.map(({ certificate, statements }) => (
        <li key={certificate.id}>
          <a href={link(["certificates", certificate.name])}><Data>{certificate.name}</Data></a>
          {statements.map(({ via, basis, statedOf, namedIn }) => (
            <p key={`${via}${statedOf.id}${namedIn?.id}`} class="fine">{leading(t(`via_${via}`))}<Data>{(namedIn ?? statedOf).distinctName}</Data> <Seal basis={basis} /></p>
          ))}
        </li>
      ))}
    </ul>
  </section>
);

function Certificates({ major }: { major: Major }) {
  const answer = useAnswer<ProgrammeCertificatesQuery, ProgrammeCertificatesQueryVariables>(PROGRAMME_CERTIFICATES, { major: major.id });
  return (
    <Shown answer={answer} rows={6}>
      {({ majorFits, majorCertificates }) => {
        const fits = majorFits?.nodes ?? [];
        const suiting = new Set(fits.filter(isStated).map((each) => each.certificate.id));
        const others = (majorCertificates?.certificates ?? []).filter((each) => !suiting.has(each.certificate.id));
        return <><Suiting fits={fits} standard={major.teachingStandards[0]} />{others.length > 0 && <AlsoNamed certificates={others} />}</>;
      }}
    </Shown>
  );
}

interface Place {
  key: string;
  name: string;
  href: string;
  province?: string | undefined;
  /** That it is made up, where it is. */
  basis?: "ILLUSTRATIVE";
}

const PlaceChips = ({ places }: { places: readonly Place[] }) => (
  <ul class="chips">{places.map(({ key, name, href, province, basis }) => <li key={key}><a class="place" href={href}><span lang="zh-CN"><i>{province ?? ""}</i>{name}</span></a>{basis && <> <Seal basis={basis} isLong /></>}</li>)}</ul>
);

function Offered({ major }: { major: Major }) {
  const groups = unique(major.programmeGroups.nodes, (each) => each.collegeName).map(({ collegeName, college }) => ({ key: collegeName, name: collegeName, href: college ? collegeLink({ name: college.name, code: college.code ?? null }) : link(["search"], { q: collegeName }), province: college?.province?.shortName }));
  const plans = major.trainingPlans.nodes.map(({ id, collegeName, grade, basis, college }) => ({ key: id, name: `${collegeName}${grade ? ` ${grade}` : ""}`, href: link(["plans", id]), province: college?.province?.shortName, ...(basis === "ILLUSTRATIVE" && { basis }) }));
  return (
    <section class="card">
      <h2>{t("offered")}</h2>
      {groups.length === 0 && plans.length === 0 && <p class="fine">{t("offeredNone")}</p>}
      {groups.length > 0 && <><h3>{t("groups", { n: major.programmeGroups.totalCount })} · {t("collegesCount", { n: groups.length })}</h3><PlaceChips places={groups} /></>}
      {plans.length > 0 && <><h3>{t("plansCount", { n: major.trainingPlans.totalCount })}</h3><PlaceChips places={plans} /></>}
    </section>
  );
}

const Successors = ({ major }: { major: Major }) => (
  <p class="banner">{leading(t("oldEdition", { e: major.edition }))}{major.successors.map((each) => <a key={each.name} href={majorLink(each)}><Data>{each.name}</Data> {each.majorKey}</a>)}</p>
);

function Programme({ major }: { major: Major }) {
  useTitle(major.name);
  const category = major.majorClass?.category?.name;
  const standards = major.teachingStandards;
  const catalogue = { edition: major.edition === "2021" ? null : major.edition };
  return (
    <>
      <Crumbs slug={major.slug} items={[
        { name: t("catalogue"), href: link(["majors"], catalogue), isData: false },
        ...(category ? [{ name: category, href: link(["majors"], { ...catalogue, category }) }] : []),
        ...(major.majorClass && category ? [{ name: major.majorClass.name, href: link(["majors"], { ...catalogue, category, class: major.majorClass.name }) }] : []),
        { name: major.name },
      ]} />
      {major.successors.length > 0 && <Successors major={major} />}
      <Head major={major} />
      <div class="columns">
        <div>
          {standards.map((each) => <StandardCard key={each.id} standard={each} />)}
          {standards.length === 0 && <section class="card dotted"><Empty title={t("noStandard")}>{sentences(major.standardState ? `${t(major.standardState)}${t("fullStop")}` : "", t("noStandardHelp"))} {major.successors.length === 0 && <a href={link(["import", "standard"])}>{t("importStandard")}</a>}</Empty></section>}
          {standards.filter((each) => each.occupations.length > 0).map((each) => <Occupations key={each.id} standard={each} />)}
        </div>
        <div class="first-on-phone">
          <Certificates major={major} />
        </div>
      </div>
      <Offered major={major} />
      <SourcesCard sources={unique([...major.sources, ...standards.flatMap((each) => each.sources)], (each) => each.code)} />
    </>
  );
}

export function ProgrammePage({ parts: [edition = "", key = ""] }: { parts: readonly string[] }) {
  const answer = useAnswer<ProgrammeQuery, ProgrammeQueryVariables>(PROGRAMME, { edition, key });
  return <Shown isPage answer={answer}>{({ majors: { nodes: [major] } }) => (major ? <Programme major={major} /> : <NotFound />)}</Shown>;
}
