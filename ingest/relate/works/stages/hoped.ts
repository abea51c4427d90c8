/** What a hospital only hopes to build, told right behind its name: 甲医院拟改扩建原粮站, 甲医院计划新建门诊楼. */
import type { Step } from '../objects/steps.ts'

const OPENS = '现正也还拟计准打有欲谋筹规待'
const LONGEST = 14
const HOPE =
  /^(?:现|正|也|还)?(?:拟|计划|准备|打算|有意|欲|谋划|筹划)(?=新建|改扩建|扩建|迁建|改建|重建|翻建|异地|易地|整体[迁搬]|迁址|移址|搬迁|改造)/u
/** 乙卫生院拟建的业务用房, 丙医院待建的门诊楼: the hope is told as an attribute. */
const HOPED_FOR = /^(?:现|正)?(?:拟新?建|待建|规划(?:建设?)?|筹建|谋划(?:建设)?)的/u
/** 拟改扩建原粮站, 拟迁建至东城: nothing of which a name of works is made follows. */
const SITE_BEHIND = /^(?:$|[，。；、：！（]|原|老院|旧院|老城|旧址|至|到|项目|工程)/u

/** Length of the verb of hope at a place that a verb of building follows. */
export function hopeAt(text: string, at: number, limit: number): number {
  if (!OPENS.includes(text.charAt(at))) return 0
  const said = text.slice(at, Math.min(limit, at + LONGEST))
  return (HOPE.exec(said) ?? HOPED_FOR.exec(said))?.[0].length ?? 0
}

/** Whether what is hoped for is a house, or the hospital as a whole; 拟扩建床位20张, 准备扩建食堂, 拟改造信息系统 are none. */
export function isHouseHoped(steps: readonly Step[], text: string): boolean {
  const last = steps.at(-1)
  if (last === undefined) return false
  if (last.sort === 'kind') return SITE_BEHIND.test(text.slice(last.to, last.to + 2))
  return steps.some(({ sort }) => sort === 'head' || sort === 'type' || sort === 'phase')
}
