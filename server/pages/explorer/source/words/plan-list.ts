// Words of the list of training plans, in both languages. They load with its page only.
import { language } from "../address";

const planListZh = {
  title: "人才培养方案",
  lead: "收录的院校人才培养方案。打开一份，可以检查规则、看它覆盖证书的哪些要求、缺口在哪里、改什么。没有收录不等于没有。",
  find: "院校、专业名称或代码",
  plan: "方案",
  holds: "收录程度",
  basis: "依据",
  printed: "文件署名",
  draft: "草案",
  hasCourses: "有课程的方案",
  FRAGMENT: "部分课程",
  WITHOUT_PUBLIC_COURSES: "未收录公共课",
  WHOLE: "课程齐全",
  bring: "导入本校方案",
  none: "放宽筛选；没有本校的方案时，可以自己导入。草案不在此列：本校编辑者登录后才能看到。",
  drafts: "草案：登录后可见",
  draftsHelp: "下面列出的是已公开的方案。草案只有本校编辑者可以查看：用编辑者令牌登录后，本校的草案也会列在这里。",
  draftsListed: "已登录：本校的草案与已公开的方案列在一起，标有“草案”。",
};

const planListEn: Record<keyof typeof planListZh, string> = {
  title: "Training plans",
  lead: "Training plans of colleges that are gathered. Open one to check its rules, and to see what it covers of a certificate, what is missing and what to change. Not gathered does not mean absent.",
  find: "College, programme or code",
  plan: "Plan",
  holds: "How much is here",
  basis: "Rests on",
  printed: "printed in the document:",
  draft: "Draft",
  hasCourses: "Plans with courses",
  FRAGMENT: "some courses",
  WITHOUT_PUBLIC_COURSES: "without public courses",
  WHOLE: "all courses",
  bring: "Import your plan",
  none: "Loosen the filters, or import the plan of your college. Drafts are not among these: editors of the college see them after they sign in.",
  drafts: "Drafts are shown after you sign in",
  draftsHelp: "The plans below are published. Only editors of a college read its drafts: sign in with an editor's token, and the drafts of your college are listed here, too.",
  draftsListed: "You are signed in: drafts of your college stand among the published plans and are marked Draft.",
};

export const listWord = (word: keyof typeof planListZh): string => (language.value === "en" ? planListEn : planListZh)[word];
