// Words of the entry, in both languages. They load with it only.
import { language } from "../address";

const homeZh = {
  homeTitle: "“1”与“X”如何衔接，缺在哪里，该改什么",
  homeLead: "学历证书一侧的专业、教学标准和课程，与职业技能等级证书一侧的标准和技能要求，收在同一张图谱里；每个数字都能点开查看依据。",
  doorMajors: "从专业出发",
  doorMajorsText: "按大类、专业类找到专业，看它的教学标准、课程和适用证书。",
  doorCertificates: "从证书出发",
  doorCertificatesText: "看一个证书的技能要求、适用专业，以及它现在的效力和去向。",
  doorPlans: "从培养方案出发",
  doorPlansText: "找到或导入院校的方案：看它适合哪个证书，缺什么，改什么。",
  doorFit: "看对接",
  doorFitText: "一个教学标准对一个证书：哪些要求已覆盖，哪些是缺口，依据是什么。",
  contents: "图谱里有什么",
  contentsLead: "实心表示已收录，斜线表示已公布但尚未收录。没有收录不等于没有。",
};

const homeEn: Record<keyof typeof homeZh, string> = {
  homeTitle: "How “1” and “X” fit together, what is missing, what to change",
  homeLead: "On the diploma side programmes, teaching standards and courses; on the certificate side standards and skill requirements. Both are in one graph, and every number opens into what it rests on.",
  doorMajors: "Start with a programme",
  doorMajorsText: "Find it by category and class; see its teaching standard, courses and suitable certificates.",
  doorCertificates: "Start with a certificate",
  doorCertificatesText: "See its skill requirements, the programmes it suits, and where it stands today.",
  doorPlans: "Start with a training plan",
  doorPlansText: "Find or import a college's plan: which certificate fits it, what is missing, what to change.",
  doorFit: "See how they fit",
  doorFitText: "One teaching standard against one certificate: what is covered, what is missing, and on what evidence.",
  contents: "What the graph holds",
  contentsLead: "Solid is here; hatched is published but not gathered yet. Not gathered does not mean absent.",
};

export type HomeWord = keyof typeof homeZh;
export const homeWord = (word: HomeWord): string => (language.value === "en" ? homeEn : homeZh)[word];
