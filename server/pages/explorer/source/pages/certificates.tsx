// The certificates that are gathered, and what is known of each.
import { filter, link, param } from "../address";
import { ask, useAnswer } from "../api";
import CERTIFICATES from "../documents/certificates.graphql";
import type { CertificateFilter, CertificateListQuery, CertificateListQueryVariables } from "../generated/answers";
import { NothingFits, Shown } from "../parts/answer";
import { Lined, column, numbers } from "../parts/lined";
import { ReadOn } from "../parts/read-on";
import { Code, Data, LEVELS, LevelTag, Select } from "../parts/small";
import { newest } from "../parts/newest";
import { useTitle } from "../parts/title";
import { count, t } from "../words";

type Row = CertificateListQuery["certificates"]["nodes"][number];
const BATCHES = ["1", "2", "3", "4"] as const;

function CertificateRow({ row }: { row: Row }) {
  const levels = LEVELS.filter((each) => row.levelsSeen.includes(each));
  const requirements = newest(row.skillStandards)?.requirementCount ?? 0;
  return (
    <tr>
      <th scope="row"><a href={link(["certificates", row.name])}><Data>{row.name}</Data></a> {row.standardCode && <Code>{row.standardCode}</Code>}</th>
      <td>{levels.length > 0 ? levels.map((each) => <LevelTag key={each} level={each} />) : <span class="fine">{t("unknown")}</span>}</td>
      <td>{row.batch ? t("batchOf", { n: row.batch }) : <span class="fine">{t("unknown")}</span>}</td>
      <td class="number">{requirements > 0 ? count(requirements) : <span class="fine">{t("unknown")}</span>}</td>
      <td class="number">{row.majors.totalCount > 0 ? count(row.majors.totalCount) : <span class="fine">{t("unknown")}</span>}</td>
    </tr>
  );
}

function Rows({ where }: { where: CertificateFilter }) {
  const answer = useAnswer<CertificateListQuery, CertificateListQueryVariables>(CERTIFICATES, { where });
  const read = async (after: string | null) => (await ask<CertificateListQuery>(CERTIFICATES, { where, after })).certificates;
  return (
    <Shown answer={answer}>
      {({ certificates }) => {
        if (certificates.totalCount === 0) return <section class="card dotted"><NothingFits names={["q", "batch", "organization", "has"]} /></section>;
        return (
          <section class="card">
            <ReadOn<Row> first={certificates} read={read}>
              {(rows) => (
                <>
                  <p class="fine" role="status">{t("shown", { a: count(rows.length), b: count(certificates.totalCount) })}</p>
                  <Lined label={t("certificateList")} columns={[column(t("certificate")), column(t("levelsSeen")), column(t("batch")), numbers(t("skillTree")), numbers(t("majorsNamed"))]}>
                    {rows.map((each) => <CertificateRow key={each.name} row={each} />)}
                  </Lined>
                </>
              )}
            </ReadOn>
          </section>
        );
      }}
    </Shown>
  );
}

export function CertificatesPage() {
  useTitle(t("certificateList"));
  const [text, batch, organization, has] = [param("q"), param("batch"), param("organization"), param("has")];
  const where: CertificateFilter = {
    ...(text && { or: [{ name: { contains: text } }, { standardCode: { startsWith: text } }] }),
    ...(batch && (/^\d{1,4}$/.test(batch) ? { batch: { eq: Number(batch) } } : { id: { in: [] } })),
    ...(organization && { organizations: { some: { name: { eq: organization } } } }),
    ...(has && { skillStandards: { some: {} } }),
  };
  return (
    <>
      <h1>{t("certificateList")}</h1>
      <p class="lead">{t("certificateListLead")}</p>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label class="select wide"><span>{t("findCertificate")}</span><input type="search" value={text ?? ""} onInput={(event) => filter({ q: event.currentTarget.value })} /></label>
        <Select name={t("batch")} value={batch ?? ""} options={[["", t("any")], ...BATCHES.map((each) => [each, t("batchOf", { n: each })] as const)]} onChoose={(value) => filter({ batch: value })} />
        {organization && <Select name={t("issuer")} value={organization} options={[["", t("any")], [organization, organization]]} onChoose={(value) => filter({ organization: value })} />}
        <label class="check"><input type="checkbox" checked={has === "standard"} onChange={(event) => filter({ has: event.currentTarget.checked ? "standard" : null })} />{t("fitStandards")}</label>
      </form>
      <Rows key={JSON.stringify(where)} where={where} />
    </>
  );
}
