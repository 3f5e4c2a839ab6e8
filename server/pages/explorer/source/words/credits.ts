// Words of credits that a certificate is recognised as, in both languages. They load with them only.
import { language } from "../address";
import { type Values, phrase } from "../words";

const creditsZh = {
  bodyOwn: "{name}（方案所属院校）",
  bodyChoose: "请选择",
  bodyNone: "没有收录{name}的学分转换规则。选一所院校或机构的办法试算。",
  creditsOf: "可认定 {n} 学分",
  creditsUnknown: "可认定的学分无法判断",
  creditsComputed: "按可计算的规则认定 {n} 学分",
  creditsOfRules: "有 {n} 条规则未能计算，见下方。",
  creditsOfPairs: "有 {n} 组证书与课程因方案未写明而无法判断。",
  creditsOfSilent: "有 {n} 个证书没有写明覆盖哪些课程，见下方。",
  withoutCourses: "没有写明覆盖哪些课程的证书（{n} 个）",
  withoutCoursesHelp: "方案和本次求解都没有写明这些证书覆盖方案中的哪些课程，因此无法判断能否认定。请指明后重新求解；指明的课程只用于求解，不写入方案。",
  sayCovered: "指明覆盖的课程",
  covers: "证书覆盖的课程（方案之外另加的，只用于求解）",
  coversOf: "{name} 覆盖的课程",
  coversChoose: "加入课程",
  coversNothing: "请选择",
  takeBack: "移除 {name}",
  creditsOfNone: "没有一条规则可以计算。",
  rulesOf: "所依据的办法：{name}。",
  certificate: "证书",
  course: "课程",
  credits: "学分",
  alternative: "同样好的另一结果 {n}",
  refusedPairs: "内容相合而未认定（{n} 项）",
  undecided: "无法判断：",
};

type CreditsWord = keyof typeof creditsZh;

const creditsEn: Record<CreditsWord, string> = {
  bodyOwn: "{name} (the plan's college)",
  bodyChoose: "Choose",
  bodyNone: "No credit rules of {name} are gathered. Choose those of another college or body to try them.",
  creditsOf: "{n} credit recognised|{n} credits recognised",
  creditsUnknown: "How many credits are recognised is not known",
  creditsComputed: "{n} credit recognised by the rules that can be computed|{n} credits recognised by the rules that can be computed",
  creditsOfRules: "{n} rule could not be computed: see below.|{n} rules could not be computed: see below.",
  creditsOfPairs: "{n} pair of certificate and course stays open, since the plan leaves something out.|{n} pairs of certificate and course stay open, since the plan leaves something out.",
  creditsOfSilent: "Of {n} certificate it is not stated which courses it covers: see below.|Of {n} certificates it is not stated which courses they cover: see below.",
  withoutCourses: "Certificates without stated courses ({n})",
  withoutCoursesHelp: "Neither the plan nor this question names courses of the plan that these certificates cover, so nothing is known of them. Name the courses and ask again. They count for the question only, and are not written to the plan.",
  sayCovered: "Name the courses that they cover",
  covers: "Courses that certificates cover, besides those of the plan (for this question only)",
  coversOf: "Covered by {name}",
  coversChoose: "Add a course",
  coversNothing: "Choose",
  takeBack: "Remove {name}",
  creditsOfNone: "No rule can be computed.",
  rulesOf: "By the rules of {name}.",
  certificate: "Certificate",
  course: "Course",
  credits: "Credits",
  alternative: "Another answer as good ({n})",
  refusedPairs: "Fitting content that is not recognised ({n})",
  undecided: "Open:",
};

export const creditsWord = (word: CreditsWord, values: Values = {}): string => phrase((language.value === "en" ? creditsEn : creditsZh)[word], values);
