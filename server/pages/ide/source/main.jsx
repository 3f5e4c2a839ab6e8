// The page at `/`: GraphiQL with the example questions in its tabs, a line on what this is, and a language switch.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import React, { useState } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./page.css";

const TEXTS = {
  zh: {
    title: "1+X 图谱",
    intro: "专业与职业技能等级证书如何衔接：每个标签页是一个问题，按 ▶ 运行；每条事实都带来源。",
    question: "示例问题",
    other: "English",
  },
  en: {
    title: "1+X graph",
    intro: "How diplomas and skill certificates fit together: each tab asks one question, ▶ runs it; every fact has its source.",
    question: "Example questions",
    other: "中文",
  },
};

// The language is chosen in the address, else by the browser; Chinese first.
const asked = new URLSearchParams(location.search).get("lang");
const startLanguage = asked === "en" || asked === "zh" ? asked : navigator.language.startsWith("en") ? "en" : "zh";

const withHeader = (query, title) => `# ${title}\n${query}`;

function Page({ examples }) {
  const [language, setLanguage] = useState(startLanguage);
  const [chosen, setChosen] = useState(null);
  const text = TEXTS[language];
  const other = language === "zh" ? "en" : "zh";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = text.title;
  const fetcher = createGraphiQLFetcher({ url: "/graphql", headers: { "accept-language": language } });
  const tab = (each) => ({ query: withHeader(each.query, each[language]), variables: each.variables });
  // A question chosen from the list opens a fresh GraphiQL with that one first.
  const shown = chosen === null ? examples : [examples[chosen], ...examples.filter((_, place) => place !== chosen)];
  return (
    <div className="page">
      <header>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <select aria-label={text.question} value={chosen ?? ""} onChange={(event) => setChosen(Number(event.target.value))}>
          <option value="" disabled>{text.question}</option>
          {examples.map((each, place) => <option key={each.name} value={place}>{each[language]}</option>)}
        </select>
        <button type="button" onClick={() => setLanguage(other)}>{text.other}</button>
      </header>
      <main>
        <GraphiQL key={`${language}-${chosen}`} fetcher={fetcher} defaultTabs={shown.map(tab)} storage={memoryStorage()} />
      </main>
    </div>
  );
}

// Tabs are always the examples: what a visitor typed last week must not hide them.
function memoryStorage() {
  const held = new Map();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => held.set(key, value),
    removeItem: (key) => held.delete(key),
    clear: () => held.clear(),
    get length() { return held.size; },
  };
}

const examples = await (await fetch("/ide/examples.json")).json();
createRoot(document.getElementById("root")).render(<Page examples={examples} />);
