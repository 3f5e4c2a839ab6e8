// The page at `/api`: GraphiQL with a list of questions, a line on what this is, and a language switch.
// The address says which question is shown and in which language, so that a reload and a link show the same.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import React, { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./page.css";

const TEXTS = {
  zh: {
    title: "1+X 图谱",
    intro: "专业与职业技能等级证书如何衔接：选择一个问题，按 ▶ 运行；每条事实都带来源。",
    question: "选择问题",
    given: "图谱页面给出的查询",
    explorer: "图谱",
    other: "English",
  },
  en: {
    title: "1+X graph",
    intro: "How diplomas and skill certificates fit together: choose a question, press ▶; every fact has its source.",
    question: "Choose a question",
    given: "The query that the explorer gave",
    explorer: "Explorer",
    other: "中文",
  },
};

// A figure of the explorer gives its query in the address; it stands before the questions, under no name.
function givenExample(address) {
  const query = address.get("query");
  if (!query) return [];
  return [{ name: "", zh: TEXTS.zh.given, en: TEXTS.en.given, query, variables: address.get("variables") ?? "{}" }];
}

const titled = (example, language) => `# ${example[language]}\n${example.query}`;

function startState(examples) {
  const address = new URLSearchParams(location.search);
  const language = address.get("lang") ?? (navigator.language.startsWith("en") ? "en" : "zh");
  const name = address.get("question");
  return {
    language: language === "en" ? "en" : "zh",
    example: examples.find((each) => each.name === name) ?? examples[0],
  };
}

// GraphiQL reports what is typed with a delay; the editor itself knows it at once.
const typedQuery = () => document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.getValue();

function Page({ examples }) {
  const [{ language, example }, setState] = useState(() => startState(examples));
  const [query, setQuery] = useState(titled(example, language));
  const text = TEXTS[language];

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = text.title;
    const shown = example.name ? { question: example.name } : { query: example.query, variables: example.variables };
    history.replaceState(null, "", `?${new URLSearchParams({ lang: language, ...shown })}`);
  }, [language, example]);

  // Errors are answered in the language of the page.
  const fetcher = useMemo(
    () => createGraphiQLFetcher({ url: "/graphql", headers: { "accept-language": language } }),
    [language],
  );

  const choose = (name) => {
    const chosen = examples.find((each) => each.name === name);
    setState({ language, example: chosen });
    setQuery(titled(chosen, language));
  };
  const switchLanguage = () => {
    const other = language === "zh" ? "en" : "zh";
    setState({ language: other, example });
    // What somebody typed stays; only the title above it follows the language.
    setQuery(typedQuery().replace(`# ${example[language]}\n`, `# ${example[other]}\n`));
  };

  return (
    <div className="page">
      <header>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <select aria-label={text.question} value={example.name} onChange={(event) => choose(event.target.value)}>
          {examples.map((each) => <option key={each.name} value={each.name}>{each[language]}</option>)}
        </select>
        <a href={`/?lang=${language}`}>{text.explorer}</a>
        <button type="button" lang={language === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>{text.other}</button>
      </header>
      <main>
        {/* Each question begins with fresh editors: GraphiQL would send the operation name of the one before. */}
        <GraphiQL key={example.name} fetcher={fetcher} query={query} variables={example.variables} storage={NO_STORAGE} />
      </main>
    </div>
  );
}

// Nothing is kept in the browser: what a visitor typed last week must not hide the questions.
const NO_STORAGE = { getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {}, length: 0 };

const questions = await (await fetch("/ide/examples.json")).json();
const examples = [...givenExample(new URLSearchParams(location.search)), ...questions];
createRoot(document.getElementById("root")).render(<Page examples={examples} />);
