// The catalogue: categories and classes to open, or the programmes that fit the filters.
import { choose, filter, param } from "../address";
import { ask, useAnswer } from "../api";
import MAJORS from "../documents/catalogue-majors.graphql";
import CATALOGUE from "../documents/catalogue.graphql";
import type { CatalogueMajorsQuery, CatalogueMajorsQueryVariables, CatalogueTreeQuery, CatalogueTreeQueryVariables, MajorFilter } from "../generated/answers";
import { NothingFits, Shown } from "../parts/answer";
import { ReadOn } from "../parts/read-on";
import { Code, Data, Select, majorLink } from "../parts/small";
import { useTitle } from "../parts/title";
import { count, t } from "../words";

const CURRENT_EDITION = "2021";
const EDUCATION_LEVELS = ["SECONDARY", "ASSOCIATE", "BACHELOR", "UNDERGRADUATE"] as const;

type MajorRow = CatalogueMajorsQuery["majors"]["nodes"][number];
type Category = CatalogueTreeQuery["majorCategories"]["nodes"][number];
type Codes = Pick<Category, "secondaryCode" | "associateCode" | "bachelorCode">;

const codesOf = ({ secondaryCode, associateCode, bachelorCode }: Codes): string =>
  [secondaryCode, associateCode, bachelorCode].filter(Boolean).join(" · ");

/** In the order of the catalogue, which is that of the codes; what has none stands last. */
const byCode = (a: Codes, b: Codes): number => (codesOf(a) || "~").localeCompare(codesOf(b) || "~");

function MajorRows({ rows }: { rows: readonly MajorRow[] }) {
  return (
    <ul class="majors">
      {rows.map((each) => (
        <li key={`${each.edition}${each.majorKey ?? each.name}`}>
          {each.majorKey ? <Code>{each.majorKey}</Code> : <span class="code" />}
          <a href={majorLink(each)}><Data>{each.name}</Data></a>
          <span class="fine">{t(each.educationLevel)}</span>
          <span class="fine">{t(each.standardState === "READ" ? "standardYes" : "standardNo")}</span>
          <span class="fine">{each.certificates.totalCount > 0 ? t("certificatesCount", { n: each.certificates.totalCount }) : ""}</span>
        </li>
      ))}
    </ul>
  );
}

/** The programmes of a filter, a page at a time. */
function Majors({ where }: { where: MajorFilter }) {
  const answer = useAnswer<CatalogueMajorsQuery, CatalogueMajorsQueryVariables>(MAJORS, { where });
  const read = async (after: string | null) => (await ask<CatalogueMajorsQuery>(MAJORS, { where, after })).majors;
  return (
    <Shown answer={answer} rows={3}>
      {({ majors }) => {
        if (majors.totalCount === 0) return <NothingFits names={["q", "level", "has"]} />;
        return (
          <ReadOn<MajorRow> first={majors} read={read}>
            {(rows) => (
              <>
                <p class="fine" role="status">{t("shown", { a: count(rows.length), b: count(majors.totalCount) })}</p>
                <MajorRows rows={rows} />
              </>
            )}
          </ReadOn>
        );
      }}
    </Shown>
  );
}

function CategoryTree({ categories, edition }: { categories: readonly Category[]; edition: string }) {
  const [openCategory, openClass] = [param("category"), param("class")];
  return (
    <ul class="tree">
      {[...categories].sort(byCode).map((category) => {
        const isOpen = category.name === openCategory;
        return (
          <li key={category.name}>
            <button type="button" class="branch" aria-expanded={isOpen} onClick={() => choose({ category: isOpen ? null : category.name, class: null })}>
              <Data>{category.name}</Data><span class="bare-code">{codesOf(category)}</span>
              <span class="number fine">{t("foundMajors", { n: count(category.classes.reduce((sum, each) => sum + each.majors.totalCount, 0)) })}</span>
            </button>
            {isOpen && (
              <ul class="tree">
                {[...category.classes].sort(byCode).map((each) => (
                  <li key={each.name}>
                    <button type="button" class="branch minor" aria-expanded={each.name === openClass} onClick={() => choose({ class: each.name === openClass ? null : each.name })}>
                      <Data>{each.name}</Data><span class="bare-code">{codesOf(each)}</span>
                      <span class="number fine">{t("foundMajors", { n: count(each.majors.totalCount) })}</span>
                    </button>
                    {each.name === openClass && <Majors where={{ edition: { eq: edition }, majorClass: { some: { name: { eq: each.name } } } }} />}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A level that is none: no programme is of it. */
const NONE = { id: { in: [] } };

function filterOf(edition: string): MajorFilter | null {
  const [text, level, has] = [param("q"), param("level"), param("has")];
  if (!text && !level && !has) return null;
  const educationLevel = EDUCATION_LEVELS.find((each) => each === level);
  return {
    edition: { eq: edition },
    ...(text && { or: [{ name: { contains: text } }, { code: { startsWith: text } }] }),
    ...(level && (educationLevel ? { educationLevel: { eq: educationLevel } } : NONE)),
    ...(has && { standardState: { eq: "READ" as const } }),
  };
}

function Filters({ editions, edition }: { editions: readonly { edition: string; name: string }[]; edition: string }) {
  const levels = [["", t("any")] as const, ...EDUCATION_LEVELS.map((each) => [each, t(each)] as const)];
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label class="select wide"><span>{t("findMajor")}</span><input type="search" value={param("q") ?? ""} onInput={(event) => filter({ q: event.currentTarget.value })} /></label>
      <Select name={t("level")} value={param("level") ?? ""} options={levels} onChoose={(value) => filter({ level: value })} />
      <Select name={t("edition")} value={edition} options={editions.map((each) => [each.edition, each.name] as const)} onChoose={(value) => filter({ edition: value === CURRENT_EDITION ? null : value, category: null, class: null })} />
      <label class="check"><input type="checkbox" checked={param("has") === "standard"} onChange={(event) => filter({ has: event.currentTarget.checked ? "standard" : null })} />{t("withStandard")}</label>
    </form>
  );
}

export function CataloguePage() {
  useTitle(t("catalogue"));
  const edition = param("edition") ?? CURRENT_EDITION;
  const answer = useAnswer<CatalogueTreeQuery, CatalogueTreeQueryVariables>(CATALOGUE, { edition });
  const where = filterOf(edition);
  return (
    <>
      <h1>{t("catalogue")}</h1>
      <p class="lead">{t("catalogueLead")}</p>
      <Shown answer={answer}>
        {({ catalogues, majorCategories }) => (
          <>
            <Filters editions={catalogues.nodes} edition={edition} />
            <section class="card">
              {where || majorCategories.nodes.length === 0
                ? <Majors key={JSON.stringify(where)} where={where ?? { edition: { eq: edition } }} />
                : <CategoryTree categories={majorCategories.nodes} edition={edition} />}
            </section>
          </>
        )}
      </Shown>
    </>
  );
}
