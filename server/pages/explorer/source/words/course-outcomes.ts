// Words of what courses of a plan are to achieve, in both languages. They load with its page only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const outcomesZh = {
  title: "课程目标",
  lead: "各门课程应达到的目标，共 {n} 项，涉及 {m} 门课程。",
  none: "图谱中没有来源写明这份方案各门课程的目标。",
  leadDraft: "草案的课程目标可以增加、改写和删除，每项改动都记入变更记录，可在“版本与变更”中撤销。",
  leadPublished: "已发布的方案不再改变。要修改课程目标，先在“版本与变更”中建立修订草案。",
  change: "改写",
  changeOf: "改写“{text}”",
  remove: "删除",
  removeOf: "删除“{text}”",
  save: "保存",
  cancel: "取消",
  text: "课程目标",
  course: "课程",
  add: "增加课程目标",
  addNow: "增加",
  added: "已增加“{text}”。",
  changed: "已改写为“{text}”。",
  removed: "已删除“{text}”。",
};

export type OutcomesWord = keyof typeof outcomesZh;

const outcomesEn: Record<OutcomesWord, string> = {
  title: "Outcomes of courses",
  lead: "What the courses are to achieve: {n} outcomes of {m} courses.",
  none: "No source in the graph says what the courses of this plan are to achieve.",
  leadDraft: "Outcomes of a draft are added, worded anew and removed here. The trail keeps each change, and Versions takes the last one back.",
  leadPublished: "A published plan never changes. To edit outcomes, first make a draft of it in Versions.",
  change: "Edit",
  changeOf: "Edit “{text}”",
  remove: "Remove",
  removeOf: "Remove “{text}”",
  save: "Save",
  cancel: "Cancel",
  text: "Outcome",
  course: "Course",
  add: "Add an outcome",
  addNow: "Add",
  added: "Added “{text}”.",
  changed: "It now says “{text}”.",
  removed: "Removed “{text}”.",
};

export const o = (word: OutcomesWord, values: Values = {}): string => phrase((language.value === "en" ? outcomesEn : outcomesZh)[word], values);
