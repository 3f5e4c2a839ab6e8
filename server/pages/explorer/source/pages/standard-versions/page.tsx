// What a new version of a standard changes: which two versions stands in the address, the newest and the one before at first.
// Where the address names one of them, the other is the version next to it: no version is held against itself unasked.
import { filter, link, param } from "../../address";
import { useAnswer } from "../../api";
import VERSIONS from "../../documents/certificate-versions.graphql";
import type { CertificateVersionsQuery, CertificateVersionsQueryVariables } from "../../generated/answers";
import { Empty, NotFound, Shown } from "../../parts/answer";
import { Code, Crumbs, Data, Select } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { count, t } from "../../words";
import { type VersionWord, vw } from "../../words/standard-versions";
import { Changes } from "./changes";
import { Impact } from "./impact";

type Certificate = NonNullable<CertificateVersionsQuery["certificate"]>;
export type Version = Certificate["skillStandards"][number];

const byNumber = (one: Version, other: Version): number => other.version.localeCompare(one.version, "en", { numeric: true });
const nameOf = ({ version, year }: Version): string => t("version", { v: version, y: year ?? t("unknown") });

function Choices({ versions, from, to }: { versions: readonly Version[]; from: string; to: string }) {
  const options = versions.map((each) => [each.version, nameOf(each)] as const);
  // What the other side shows is taken from it: the two change places.
  const side = (name: "from" | "to", value: string) => <Select name={vw(name)} value={value} options={options} onChoose={(version) => filter([from, to].includes(version) ? { from: to, to: from } : { from, to, [name]: version })} />;
  return (
    <div class="filters">
      {side("from", from)}
      <button type="button" class="button small" onClick={() => filter({ from: to, to: from })}>{vw("swap")}</button>
      {side("to", to)}
    </div>
  );
}

const Side = ({ sign, name, standard }: { sign: VersionWord; name: string; standard: Version }) => (
  <li>
    <span class="lead">{vw(sign)}</span> <a href={link(["certificates", name], { version: standard.version })}><Code>{nameOf(standard)}</Code></a>{" "}
    <span class="number fine">{t("requirementsCount", { n: count(standard.requirementCount) })}</span>
  </li>
);

function Compared({ certificate, from, to }: { certificate: Certificate; from: Version; to: Version }) {
  const ends = { from: from.id, to: to.id };
  return (
    <>
      <ul class="version-sides plain-list"><Side sign="from" name={certificate.name} standard={from} /><Side sign="to" name={certificate.name} standard={to} /></ul>
      {byNumber(from, to) < 0 && <p class="lead" role="note">{vw("isBackwards")}</p>}
      <Changes key={`${from.id} ${to.id}`} certificate={certificate.name} ends={ends} versions={{ from, to }} />
      <Impact certificate={certificate.id} ends={ends} version={from.version} />
    </>
  );
}

const NotEnough = ({ versions: [only] }: { versions: readonly Version[] }) => (
  <section class="card dotted">
    <Empty title={only ? vw("one", { v: nameOf(only) }) : vw("none")}>{vw(only ? "oneHelp" : "noneHelp")}</Empty>
    <p><a class="button" href={link(["import", "standard"])}>{vw("bring")}</a></p>
  </section>
);

/** The two versions that are compared; `versions` stand the newest first. */
function endsOf(versions: readonly Version[]): { from: string; to: string } {
  const [from, to] = [param("from"), param("to")];
  const isLater = (one: string, other: string): boolean => other.localeCompare(one, "en", { numeric: true }) < 0;
  const names = versions.map((each) => each.version);
  const [newest = "", before = ""] = names;
  const earlierThan = (version: string): string => names.find((each) => isLater(version, each)) ?? names.find((each) => each !== version) ?? "";
  if (to !== null) return { from: from ?? earlierThan(to), to };
  if (from === null) return { from: before, to: newest };
  return { from, to: from === newest ? before : newest };
}

function Body({ certificate }: { certificate: Certificate }) {
  const versions = [...certificate.skillStandards].sort(byNumber);
  if (versions.length < 2) return <NotEnough versions={versions} />;
  const { from, to } = endsOf(versions);
  const [one, other] = [from, to].map((version) => versions.find((each) => each.version === version));
  return (
    <>
      <Choices versions={versions} from={from} to={to} />
      {one && other && one !== other && <Compared certificate={certificate} from={one} to={other} />}
      {one && one === other && <section class="card dotted"><Empty title={vw("same")}>{vw("sameHelp")}</Empty></section>}
      {(!one || !other) && <section class="card dotted"><Empty title={vw("isUnknown")}>{vw("isUnknownHelp")}</Empty></section>}
    </>
  );
}

function Loaded({ certificate }: { certificate: Certificate }) {
  useTitle(`${vw("title")} · ${certificate.name}`);
  return (
    <>
      <Crumbs items={[{ name: t("certificateList"), href: link(["certificates"]), isData: false }, { name: certificate.name, href: link(["certificates", certificate.name]) }, { name: vw("title"), isData: false }]} />
      <h1>{vw("title")} <Data>{certificate.name}</Data></h1>
      <p class="lead">{vw("lead")}</p>
      <Body certificate={certificate} />
    </>
  );
}

function Versions({ name }: { name: string }) {
  const answer = useAnswer<CertificateVersionsQuery, CertificateVersionsQueryVariables>(VERSIONS, { name });
  return <Shown isPage answer={answer} rows={8}>{({ certificate }) => (certificate ? <Loaded certificate={certificate} /> : <NotFound />)}</Shown>;
}

export const VersionsPage = ({ parts: [name = "", what] }: { parts: readonly string[] }) => (what === "versions" ? <Versions name={name} /> : <NotFound />);
