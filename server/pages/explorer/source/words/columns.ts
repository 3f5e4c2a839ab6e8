// What columns of a plan's tables mean, and codes of its report, in both languages. They load with the import only.
import { language } from "../address";
import { type Values, label, phrase } from "../words";
import { named } from "./import";

const columnsZh = {
  title: "各列的读法",
  lead: "列的含义有误或未能识别的，在这里指定，再重新读取。按列号指定，对文档中所有课程表生效。",
  doubtful: "未识别或有疑问的列",
  all: "全部列（{n}）",
  column: "列",
  heading: "表头",
  meaning: "读作",
  byRule: "依据",
  readAs: "{c} 列（{h}）的含义",
  leave: "未识别",
  again: "按所选含义重新读取",
  reading: "正在重新读取……",
  uploadFirst: "要改变列的含义，请重新上传文件。",
  kept: "确认写入后，为本院校保存所选含义。",
  term: "第 {n} 学期",
  anyTerm: "学期",
  summer: "第 {n} 学期后的夏季学期",
  schoolYear: "第 {n} 学年（整年）",
  unit_HOURS: "学期学时",
  unit_WEEKLY: "周学时",
  unit_CREDITS: "学分",

  column_index: "序号",
  column_code: "课程代码",
  column_name: "课程名称",
  column_module: "课程类别",
  column_ruleModule: "按规则归类",
  column_group: "课程组",
  column_nature: "课程性质",
  column_natureTick: "性质（打勾）",
  column_courseType: "课程类型",
  column_credits: "学分",
  column_creditsAndHours: "学分与学时",
  column_hoursAndCredits: "学时与学分",
  column_quota: "几门课程合计须选学分",
  column_hours: "总学时",
  column_theoryHours: "理论学时",
  column_practiceHours: "实践学时",
  column_theoryAndPractice: "理论与实践学时",
  column_weeks: "周数",
  column_weeklyHours: "周学时",
  column_semesters: "开课学期",
  column_year: "开课学年",
  column_semesterAndWeekly: "开课学期与周学时",
  column_assessment: "考核方式",
  column_examined: "考试学期",
  column_checked: "考查学期",
  column_prerequisites: "先修课程",
  column_department: "开课部门",
  column_mode: "授课方式",
  column_remark: "备注",
  column_share: "比例",
  column_counted: "是否计入",
  column_choice: "选课要求",
  column_ignored: "不读取",
};

type ColumnsWord = keyof typeof columnsZh;

const columnsEn: Record<ColumnsWord, string> = {
  title: "What columns were read as",
  lead: "Where a column was not read, or read as something else, say here what it means and read the file again. A column is named by its letter, in all tables of courses of the document.",
  doubtful: "Columns in doubt or not read",
  all: "All columns ({n})",
  column: "Column",
  heading: "Heading",
  meaning: "Read as",
  byRule: "Why",
  readAs: "What column {c} ({h}) means",
  leave: "not read",
  again: "Read again with these meanings",
  reading: "Reading again …",
  uploadFirst: "To change what columns mean, upload the file again.",
  kept: "Once you confirm, these meanings are kept for your college.",
  term: "Semester {n}",
  anyTerm: "a semester",
  summer: "Summer after semester {n}",
  schoolYear: "Year {n}, both semesters",
  unit_HOURS: "hours of the term",
  unit_WEEKLY: "weekly hours",
  unit_CREDITS: "credits",

  column_index: "Number in the table",
  column_code: "Code",
  column_name: "Course",
  column_module: "Module",
  column_ruleModule: "Module by rules",
  column_group: "Group",
  column_nature: "Nature",
  column_natureTick: "Nature, ticked",
  column_courseType: "Type of course",
  column_credits: "Credits",
  column_creditsAndHours: "Credits and hours",
  column_hoursAndCredits: "Hours and credits",
  column_quota: "Credits to take of several courses",
  column_hours: "Hours",
  column_theoryHours: "Hours of theory",
  column_practiceHours: "Hours of practice",
  column_theoryAndPractice: "Hours of theory and of practice",
  column_weeks: "Weeks",
  column_weeklyHours: "Weekly hours",
  column_semesters: "Semesters",
  column_year: "Year of study",
  column_semesterAndWeekly: "Semester and weekly hours",
  column_assessment: "Examination or check",
  column_examined: "Semester examined",
  column_checked: "Semester checked",
  column_prerequisites: "Courses before it",
  column_department: "Department",
  column_mode: "Mode of teaching",
  column_remark: "Remark",
  column_share: "Share",
  column_counted: "Whether it counts",
  column_choice: "What is chosen",
  column_ignored: "Not read",
};

export const c = (word: ColumnsWord, values: Values = {}): string => phrase((language.value === "en" ? columnsEn : columnsZh)[word], values);

const OF_COLUMN = "column_";
/** The names that the API has for meanings; terms have a number. */
export const MEANINGS: readonly string[] = Object.keys(columnsZh).filter((each) => each.startsWith(OF_COLUMN)).map((each) => each.slice(OF_COLUMN.length));

const OTHERWISE: Record<string, string> = { THEORY: "theoryHours", PRACTICE: "practiceHours", WEEKLY: "weeklyHours" };

/** The name that the API has for a meaning as a report states it: term.3 for TERM 3. */
export function meaningName(meaning: string): string {
  const [kind = "", term] = meaning.split(" ");
  if (term) return `${kind === "SCHOOL_YEAR" ? "year" : "term"}.${term}`;
  return OTHERWISE[kind] ?? kind.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A meaning in words, by the name that the API has for it. */
export function meaningText(name: string): string {
  const term = name.startsWith("term.") ? name.slice("term.".length) : null;
  if (name.startsWith("year.")) return c("schoolYear", { n: name.slice("year.".length) });
  if (term !== null) return term.endsWith("S") ? c("summer", { n: term.slice(0, -1) }) : c("term", { n: term });
  return name === "term" ? c("anyTerm") : c(`${OF_COLUMN}${name}` as ColumnsWord);
}

const OF_COLUMNS = new Set(["column-by-its-cells", "term-by-position", "term-by-year", "hidden-column"]);

/** What a guess took, in words: codes of columns, units, modules, levels and groups have one. */
export function takenText(rule: string, taken: string): string {
  if (OF_COLUMNS.has(rule)) return meaningText(meaningName(taken));
  if (rule === "figures-of-terms-by-sums") return c(`unit_${taken}` as ColumnsWord);
  if (rule === "one-cell-for-several-courses") return named(taken);
  return rule === "module-by-a-loose-word" || rule === "level-by-code" ? label(taken) : taken;
}
