/** What the words of a head tell of the name before it: each is told once, for there are few of them. */
import { remember } from '../../recognise/naming/remember.ts'
import { MEDICAL, PILOT } from './pilots.ts'
import type { ProgramWords } from './rules.ts'

/** 卫生健康合作示范区: what lands do together. */
const LANDS_TOGETHER = /(?:卫生|健康|医疗)合作$/u
/** 肝吸虫病综合防治项目: what is done against a disease, whichever it is. */
const DISEASE_WORK =
  /(?:[病虫症癌瘤炎]|感染|障碍|中毒)(?:综合|早期)?(?:防治|防控|防制|筛查|早筛|早诊|监测|干预|救治|救助|消除|阻断|管理|预防|诊治|康复)/u
const LEAST_PILOT = 3

/** With what a head begins. */
export const beginningsOf = remember((word: string) => ({
  engineering: word.startsWith('工程'),
  drive: /^(?:专项|集中)?(?:整治|治理)/u.test(word),
  brand: /^品牌(?:工程|项目|建设)/u.test(word),
  building: /^建设(?:项目|工程)/u.test(word),
  works: /^(?:建设)?(?:工程|项目)/u.test(word),
  worksOnHouse: /^(?:建设|改造)?(?:工程|项目)/u.test(word),
  project: /^(?:示范)?项目/u.test(word),
  area: /^(?:示范|试验|先行)区/u.test(word),
  pilot: PILOT.test(word),
  change: /^(?:改革|创建|示范|试点[城县区市]|先行|试验)/u.test(word),
  trial: /^(?:项目|试点)/u.test(word),
  plan: /^(?:项目|计划|工程)/u.test(word),
}))

/** Whether words before a weak head are a matter of health. */
export function isTopical(body: string, begins: ReturnType<typeof beginningsOf>, { lists }: ProgramWords): boolean {
  return (
    lists.topics.isIn(body) ||
    DISEASE_WORK.test(body) ||
    (begins.area && LANDS_TOGETHER.test(body)) ||
    (begins.pilot && body.length >= LEAST_PILOT && (MEDICAL.test(body) || lists['pilot-topics'].isIn(body)))
  )
}
