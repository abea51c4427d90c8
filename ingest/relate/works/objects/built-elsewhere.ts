/** 甲医院在某区的江畔新建总院部: premises that a hospital builds at another place than where it stands. */
import { canOwn, type WorksObject } from './objects.ts'
import type { Place } from '../place.ts'
import { worksObject } from './works-object.ts'

const BUILDS =
  /^(?:（[^（）]{1,20}）)?(?<lead>(?:也|还|又|将|拟|要|计划|规划|正|正在|已|已经|决定|另)*)(?:选址)?[在于][^，。；、：]{2,20}?(?:选址)?(?:新建|兴建|建设|开建|筹建|再建)了?(?:一[个所处座])?(?<tail>新?(?:总院部|总院区|院区|院部|分院|分部))(?=$|[，。；！（])/u
const MOST_BEHIND = 60
const AHEAD = /将|拟|要|计划|规划|决定/u
/** 规划显示，甲医院在某处新建总院部. */
const PLAN = /(?:规划|方案)(?:显示|提出|明确|中)?，/u
const MOST_PLAN = 80

/** The objects of a sentence with such premises, where nothing else was read of them. */
export function withElsewhere(objects: readonly WorksObject[], { sentence: { text }, mentions }: Place): readonly WorksObject[] {
  if (!/院[区部]|分[院部]/u.test(text)) return objects
  const made: WorksObject[] = []
  for (const owner of mentions) {
    if (owner.label !== 'Hospital' || !canOwn(owner)) continue
    const match = BUILDS.exec(text.slice(owner.to, owner.to + MOST_BEHIND))
    const { lead = '', tail } = match?.groups ?? {}
    if (match === null || tail === undefined) continue
    const to = owner.to + match[0].length
    const hoped = AHEAD.test(lead) || PLAN.test(text.slice(Math.max(0, owner.from - MOST_PLAN), owner.from))
    const from = to - tail.length
    if (objects.some((one) => one.tail !== '' && one.from < to && from < one.to)) continue
    const written = /^(?:院区|院部|分部)$/u.test(tail) ? `新${tail}` : tail
    made.push(
      worksObject({ from, to, owners: [owner], tail: written, works: 'new', needs: 'nothing', hoped, rule: 'works/owner-and-object' }),
    )
  }
  return made.length === 0 ? objects : [...objects, ...made].sort((a, b) => a.from - b.from)
}
