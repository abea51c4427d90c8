/** 县中医院新院区：一期住院楼封顶，二期尚未启动: whose phases a line tells, by the name at its head. */
import type { SentenceMention } from '../../../reading.ts'
import { POINT_AT_HEAD } from '../lists/point.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'

/** The hospital that stands before the colon of the part of a sentence in which an object is told, where no other is named behind it. */
export function labelOwner({ from }: WorksObject, { sentence: { text }, mentions }: Place): SentenceMention | undefined {
  const colon = text.lastIndexOf('：', from - 1)
  const stop = Math.max(text.lastIndexOf('；', from - 1), text.lastIndexOf('。', from - 1))
  if (colon <= stop) return undefined
  const head = stop + 1 + (POINT_AT_HEAD.exec(text.slice(stop + 1, colon))?.[0].length ?? 0)
  const bodies = mentions.filter((one) => one.label === 'Hospital' && one.from > stop && one.to <= from)
  const [body, ...others] = bodies
  return body !== undefined && others.length === 0 && canOwn(body) && body.from === head && body.to === colon ? body : undefined
}
