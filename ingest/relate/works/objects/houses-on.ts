/** Houses of a clause that goes on with what the hospital of the sentence builds, and the parts that their name opens with. */
import type { SentenceMention } from '../../../reading.ts'

const BUILDS_ON = /^(?:并|同时|另)?(?:将|拟|计划)?(?:新建|兴建|扩建|新盖)(?!的|项目)/u

/** 甲医院将拆除旧楼，新建综合楼1栋: whether a clause goes on with what the only hospital of the sentence builds. */
export function buildsOn(text: string, at: number, mentions: readonly SentenceMention[]): boolean {
  if (text.charAt(at - 1) !== '，' || !BUILDS_ON.test(text.slice(at, at + 8))) return false
  const before = mentions.filter(({ label, to }) => label === 'Hospital' && to <= at)
  // 和平院区原有建筑将拆除，新建综合楼: a part of what is built at the campus.
  if (before.some(({ name }) => /院区$|分院$/u.test(name))) return false
  return before.length > 0 && before.every(({ entity }) => entity === before[0]?.entity)
}

/** 新建内科、儿科住院及医技综合楼: what one house holds. */
const PARTS =
  /(?<=(?:新建|建设|兴建|扩建|改造)(?:了|一[栋座幢])?)(?:(?:门诊|门急诊|急诊|住院|医技|[内外妇产儿]科|妇产科|感染|康复|体检|行政|后勤|科研|教学|保健|病房|医疗){1,2}部?[、及和与])+$/u
const MOST_PARTS = 28

/** Characters of the parts that stand between a verb of building and the name of a house. */
export function partsBefore(text: string, { from, begin }: { from: number; begin: number }): number {
  return PARTS.exec(text.slice(Math.max(from, begin - MOST_PARTS), begin))?.[0].length ?? 0
}
