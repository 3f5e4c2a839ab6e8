// Words of what an import has written, in both languages. They load with it only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const writtenZh = {
  alignmentsWritten: "{n} 条变更已写入。提出的对接等待另一人评审。",
  toFit: "查看对接",
  touchedRows: "{n} 行",
  goneLead: "图谱中已没有 {name}。",
  writtenLead: "{name} 已进入图谱。",
  toSuggestions: "选择专业，下载建议",
  toReview: "去评审建议",
  toCertificate: "打开证书页",
  toProgramme: "打开专业页",
  toPlan: "打开方案页",
  toRules: "检查规则",
  toBoard: "看学期安排",
};

type WrittenWord = keyof typeof writtenZh;

const writtenEn: Record<WrittenWord, string> = {
  alignmentsWritten: "Changes written: {n}. What was proposed waits for another person.",
  toFit: "See how they fit",
  touchedRows: "{n} row|{n} rows",
  goneLead: "{name} is no longer in the graph.",
  writtenLead: "{name} is in the graph.",
  toSuggestions: "Choose a programme, take its suggestions",
  toReview: "Review the suggestions",
  toCertificate: "Open the certificate",
  toProgramme: "Open the programme",
  toPlan: "Open the plan",
  toRules: "Check the rules",
  toBoard: "See the semesters",
};

export const writtenWord = (word: WrittenWord, values: Values = {}): string => phrase((language.value === "en" ? writtenEn : writtenZh)[word], values);
