// Words of what a draft says of itself and is edited on its page, in both languages. They load with its page only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const headZh = {
  title: "填写方案信息",
  lead: "文件未写明的信息可在此补填或更正。每次保存都记入变更记录，可在“版本与变更”中撤销；规则检查随之重新判断。",
  proposal: "对应的教学标准写明修业年限为“{text}”，已按此预填；核对后保存。",
  save: "保存方案信息",
  unchanged: "没有改动。",
  done: "已保存：{names}。",
  reason: "填写方案信息",
  atRules: "查看规则检查",
};

export type HeadWord = keyof typeof headZh;

const headEn: Record<HeadWord, string> = {
  title: "Fill in facts of the plan",
  lead: "State here what the document does not, or correct it. The trail keeps each change, Versions takes the last one back, and the rules are judged anew.",
  proposal: "The teaching standard for this plan states “{text}” of study. It is filled in; check it, then save.",
  save: "Save the facts",
  unchanged: "Nothing is changed.",
  done: "Saved: {names}.",
  reason: "Fill in facts of the plan",
  atRules: "See the rules",
};

export const h = (word: HeadWord, values: Values = {}): string => phrase((language.value === "en" ? headEn : headZh)[word], values);
