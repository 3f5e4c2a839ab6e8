// What the import asks a person: one of the choices, or an answer in words.
import { language } from "../../address";
import { later } from "../../parts/later";
import { Data, Mixed } from "../../parts/small";
import { type ImportWord, named, w } from "../../words/import";
import type { Job } from "./job";

export type Question = Job["questions"][number];
export type Answers = ReadonlyMap<string, string>;

const SAME_IN_WORDS: Record<string, ImportWord> = { accept: "accept", none: "none", new: "new" };
/** A choice is shown with its name, and answered without: 2025:510203 (软件技术). */
const NAMED_CHOICE = /^([^\s()]+) \((.*)\)$/;

export const answerOf = (choice: string): string => NAMED_CHOICE.exec(choice)?.[1] ?? choice;
const isFree = (question: Question, answer: string | undefined): boolean => answer !== undefined && !question.choices.some((each) => answerOf(each) === answer);

/** The next version of a plan is no new plan. */
const isOfVersion = ({ name }: Question): boolean => /(^|-)version$/.test(name);
const NATURES = new Set(["REQUIRED", "RESTRICTED_ELECTIVE", "ELECTIVE"]);
const CLOSED = new Set([...NATURES, "accept"]);
/** Where these are all the answers, there is nothing to write. */
const isOnly = (choices: readonly string[]): boolean => choices.length > 0 && (choices.every((each) => CLOSED.has(each)) || (choices.length === 1 && choices[0] === "new"));

/** In Chinese its brackets and commas are full-width. */
const punctuated = (choice: string): string =>
  language.value === "en" ? choice : choice.replace(NAMED_CHOICE, (_, answer: string, name: string) => `${answer}（${name.replaceAll(", ", "，")}）`);

const choiceName = (question: Question, choice: string) => {
  if (choice === "new" && isOfVersion(question)) return w("nextVersion");
  if (NATURES.has(choice)) return named(choice);
  const word = SAME_IN_WORDS[choice];
  return word ? w(word) : <Data>{punctuated(choice)}</Data>;
};

const Colleges = later(async () => (await import("./colleges")).Colleges);

function QuestionItem({ question, answer, onAnswer }: { question: Question; answer: string | undefined; onAnswer: (answer: string) => void }) {
  const { name, subject, text, choices, proposed } = question;
  const own = isFree(question, answer) ? (answer ?? "") : "";
  const isCollege = name.endsWith("college");
  const input = (
    <label class="select wide"><span>{choices.length > 0 ? w("answerOther") : w("answer")}</span>
      <input id={`answer-${name}`} list={isCollege ? `names-${name}` : undefined} value={own} onInput={(event) => onAnswer(event.currentTarget.value)} />
      {isCollege && <Colleges id={`names-${name}`} text={own.trim()} />}
    </label>
  );
  return (
    <li>
      <fieldset class="question">
        <legend>{subject && <><Data>{subject}</Data> · </>}<Mixed>{text}</Mixed></legend>
        {choices.map((each) => (
          <label key={each} class={answer === answerOf(each) ? "on" : ""}><input type="radio" name={`question-${name}`} checked={answer === answerOf(each)} onChange={() => onAnswer(answerOf(each))} />{choiceName(question, each)}{answerOf(each) === proposed && <span class="tag">{w("proposed")}</span>}</label>
        ))}
        {!isOnly(choices) && input}
      </fieldset>
    </li>
  );
}

export function Questions({ questions, answers, onAnswer }: { questions: readonly Question[]; answers: Answers; onAnswer: (name: string, answer: string) => void }) {
  if (questions.length === 0) return <p class="fine">{w("questionsNone")}</p>;
  const proposals = questions.flatMap(({ name, proposed }) => (proposed && !answers.get(name) ? [{ name, proposed }] : []));
  return (
    <>
      <p class="lead">{w(questions.every(({ choices }) => isOnly(choices)) ? "questionsChoose" : "questionsLead")}</p>
      {proposals.length > 1 && <p><button type="button" class="button small" onClick={() => proposals.forEach(({ name, proposed }) => onAnswer(name, proposed))}>{w("takeProposals", { n: proposals.length })}</button></p>}
      <ol class="questions">{questions.map((each) => <QuestionItem key={each.name} question={each} answer={answers.get(each.name)} onAnswer={(answer) => onAnswer(each.name, answer)} />)}</ol>
    </>
  );
}
