// What pilot figures count, as their sources are noted in the data: English there, so that Chinese pages need these words.
import { language } from "../address";

const METRICS: Record<string, string> = {
  candidates: "考生人数",
  "pilot schools": "试点院校数",
  "pass rate": "通过率",
  passed: "通过人数",
  "pilot places": "试点名额",
  "pilot places, batches 1+2": "试点名额（第一、二批）",
  "sitting held": "举行考核",
  "batch-1 certificates held": "开展第一批证书的个数",
  "batch-1 certificates held (this department)": "开展第一批证书的个数（本院系）",
  "first training bases for the public": "首批面向社会的培训基地",
  "schools per certificate": "每个证书的院校数",
  students: "学生人数",
  "planned students": "计划学生人数",
  "students examined by June": "6 月前参加考核的学生人数",
  "standards admitted, batches 1-3": "前三批入选的标准数",
  "first trial exam: candidates": "首次试考考生人数",
  "first trial exam: pass rate": "首次试考通过率",
  "certificates, four batches": "四批证书总数",
  "certificates published": "公布的证书数",
  "certificates applied for": "申报的证书数",
  "certificates already examined": "已开考的证书数",
  "participating schools": "参与院校数",
  "batch-4 public-notice rows": "第四批公示条目数",
  "platform certificate records (name x level)": "平台证书记录数（名称 × 等级）",
  "platform standards": "平台标准数",
  "certificates, batch 1": "第一批证书数",
  "certificates that colleges applied for": "院校申报的证书数",
  "organisations, batch 1": "第一批培训评价组织数",
  "preparation by organisations": "培训评价组织的准备",
  "preparation by colleges and organisations": "院校和培训评价组织的准备",
  "descriptions of the pilot published": "公布试点说明",
  "further fields in selection": "继续遴选的领域数",
  "reward money of 2019": "2019 年奖补资金",
  "first national sitting of any 1+X exam": "全国首场 1+X 考核",
};
const UNITS: Record<string, string> = {
  persons: "人",
  schools: "所",
  "school-certificate pairs": "个（院校 × 证书）",
  event: "次",
  fields: "个",
  organisations: "家",
  certificates: "个",
  bases: "个",
  places: "个",
  standards: "个",
  rows: "条",
  records: "条",
};

const said = (words: Record<string, string>, text: string): string => (language.value === "en" ? text : words[text] ?? text);

export const metric = (text: string): string => said(METRICS, text);

/** A figure with its unit; a percent sign stands at the figure. */
export const figure = (value: string, unit: string | null | undefined): string =>
  !unit ? value : unit === "%" ? `${value}%` : `${value} ${said(UNITS, unit)}`;
