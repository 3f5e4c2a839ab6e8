// Small things that every page uses.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { address, language, link } from "../address";
import { t } from "../words";
import { languageOf, termsOf } from "../words/colleges";
import { CopyLink } from "./copy-link";

export type Level = "ELEMENTARY" | "INTERMEDIATE" | "ADVANCED";
export const LEVELS: readonly Level[] = ["ELEMENTARY", "INTERMEDIATE", "ADVANCED"];
export const MODULES = ["COMMON", "FOUNDATION", "CORE", "EXTENSION", "EXTENSION_OR_CORE", "PRACTICE"] as const;
const DAY = /(\d{4}-\d{2}-\d{2})/;
type Basis = "OFFICIAL" | "REPORTED" | "EDITORIAL" | "ILLUSTRATIVE";

/** Text of the data is Chinese, whatever the language of the page. */
export const Data = ({ children }: { children: ComponentChildren }) => <span lang="zh-CN">{children}</span>;
/** What a document may leave open: that it is not known is no Chinese of the data. */
export const Stated = ({ children }: { children: string | null | undefined }) => (children ? <Data>{children}</Data> : <>{t("unknown")}</>);
/** A run that begins with a Chinese character, with the figures and letters within it. */
const CHINESE = /(\p{Script=Han}(?:[\p{Script=Han}\p{N}A-Za-z（）、·]*[\p{Script=Han}）])?)/u;
/** Words of the page in which names of the data stand: on an English page these are marked as Chinese, so that they are drawn and spoken as such. */
export const Mixed = ({ children }: { children: string }) =>
  language.value === "en" ? <>{children.split(CHINESE).map((part, at) => (at % 2 ? <Data key={at}>{part}</Data> : part))}</> : <>{children}</>;
/** Fixed terms of the data, which have their English. */
export const Terms = ({ children }: { children: string }) => <span lang={languageOf(termsOf(children))}>{termsOf(children)}</span>;
/** A sentence whose days stay whole: a browser breaks a line at their hyphens. */
export const Dated = ({ children }: { children: string }) => <>{children.split(DAY).map((part, at) => (at % 2 ? <span key={at} class="number">{part}</span> : part))}</>;
export const Code = ({ children }: { children: ComponentChildren }) => <span class="code">{children}</span>;

/** On an English page: names are Chinese where no source gives another, which is said once, with how to say it. */
export const EnglishName = ({ pinyin }: { pinyin: string | null | undefined }) =>
  language.value === "en" ? <p class="fine">{t("englishNameNone")}{pinyin && <> · <span lang="zh-Latn">{t("pinyinIs", { pinyin })}</span></>}</p> : null;

export const LevelTag = ({ level }: { level: Level }) => (
  <span class={`level level-${level}`}><span class="steps" aria-hidden="true"><i /><i /><i /></span>{t(level)}</span>
);

export const Seal = ({ basis, isLong = false }: { basis: Basis; isLong?: boolean }) => (
  <span class={`seal seal-${basis}`} title={t(basis)}>
    <b aria-hidden="true">{t(`${basis}_seal`)}</b>
    <span class={isLong ? "" : "hidden-text"}>{t(basis)}</span>
  </span>
);

export interface SourceLine {
  code: string;
  title: string;
  location?: string | null;
  url?: string | null;
}

/** Where a source was found: a link, if there is an address that shows it. */
const Location = ({ location, url }: { location: string; url?: string | null | undefined }) =>
  url ? <a class="location" lang="und" href={url} target="_blank" rel="noreferrer">{location}</a> : <span class="location" lang="und">{location}</span>;

export const Sources = ({ sources }: { sources: readonly SourceLine[] }) => (
  <ul class="sources">
    {sources.map((each) => (
      <li key={each.code}>
        <a href={link(["sources", each.code])}><Data><Dated>{each.title}</Dated></Data></a>
        {each.location && <Location location={each.location} url={each.url} />}
      </li>
    ))}
  </ul>
);

export const SourcesCard = ({ sources }: { sources: readonly SourceLine[] }) =>
  sources.length === 0 ? null : <section class="card quiet"><h2>{t("sources")}</h2><Sources sources={sources} /></section>;

export const unique = <Item,>(items: readonly Item[], key: (item: Item) => string): Item[] => [
  ...new Map(items.map((each) => [key(each), each])).values(),
];

interface Suits<Node> {
  relation: string | null;
  node: Node;
}

/** Part what a source states from what colleges alone write, unchecked: the two are never counted together. */
export function byRelation<Edge extends Suits<{ id: string }>>(edges: readonly Edge[]): { stated: Edge[]; reported: Edge[] } {
  const isReported = (each: Edge): boolean => each.relation === "REPORTED_BY_COLLEGES";
  const key = (each: Edge): string => each.node.id;
  const stated = unique(edges.filter((each) => !isReported(each)), key);
  const known = new Set(stated.map(key));
  return { stated, reported: unique(edges.filter((each) => isReported(each) && !known.has(key(each))), key) };
}

export interface Crumb {
  name: string;
  href?: string;
  isData?: boolean;
}

/** Where the page stands; with the slug of what it shows also its short link, where the address spells Chinese. */
export const Crumbs = ({ items, slug }: { items: readonly Crumb[]; slug?: string }) => (
  <nav class="crumbs" aria-label={t("path")}>
    <ol>
      {items.map(({ name, href, isData = true }, at) => (
        <li key={at} lang={isData ? "zh-CN" : undefined}>{href ? <a href={href}>{name}</a> : name}</li>
      ))}
    </ol>
    {slug && address.value.pathname.includes("%") && <CopyLink slug={slug} />}
  </nav>
);

interface MajorName {
  edition: string;
  majorKey?: string | null;
  name: string;
}
export const majorLink = ({ edition, majorKey, name }: MajorName): string => link(["majors", edition, majorKey ?? name]);
export const collegeLink = ({ name, code }: { name: string; code?: string | null }): string => link(["colleges", code ?? name]);
export const fitLink = (subject: string, target: string, level?: Level): string => link(["fit"], { subject, target, level });
/** A path shows which catalogue it is in: editions are years or words. */
export const editionName = (edition: string): string => t("editionOf", { e: edition });

interface Option<Value extends string> {
  value: Value;
  name: ComponentChildren;
}

export function Choice<Value extends string>(props: { name: string; legend: string; value: Value; options: readonly Option<Value>[]; onChoose: (value: Value) => void }) {
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      <div>
        {props.options.map(({ value, name }) => (
          <label key={value} class={value === props.value ? "on" : ""}>
            <input type="radio" name={props.name} value={value} checked={value === props.value} onChange={() => props.onChoose(value)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SelectProps<Value extends string> {
  name: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
  /** The list is not whole yet: what it does not have may still come. */
  isLoading?: boolean;
}

/** An address may name what the list does not have: it is shown as that, and can be cleared. */
export function Select<Value extends string>({ name, value, options, onChoose, isLoading = false }: SelectProps<Value>) {
  const field = useRef<HTMLSelectElement>(null);
  const isListed = value === "" || options.some(([each]) => each === value);
  const shown = isListed ? options : [...options, [value, isLoading ? value : t("notListed", { value })] as const];
  return (
    <>
      <label class="select">
        <span>{name}</span>
        <select ref={field} value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
          {shown.map(([each, text]) => <option key={each} value={each}>{text}</option>)}
        </select>
      </label>
      {!isListed && !isLoading && <button type="button" class="button small" onClick={() => { field.current?.focus(); onChoose("" as Value); }}>{t("clearNotListed", { name })}</button>}
    </>
  );
}
