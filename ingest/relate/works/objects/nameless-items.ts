/** 甲医院、川北康复中心、市医疗服务中心等3个项目，正在编制可研: items of a list of works that no rule knows by name. */
import type { Place } from '../place.ts'
import type { WorksObject } from './objects.ts'
import { afterGloss } from './tail.ts'
import type { WorksWords } from './words.ts'
import { worksObject } from './works-object.ts'

/** Heads under which a region builds for its health; 妇儿中心 is a body of its own, and the region's in no list. */
const HEALTH = '医疗|医养|医学|卫生|健康|康复|康养|疾控|疾病|急救|血液|儿童|老年|养老|护理|托育|传染|精神|应急|救治|检验|检测|体检|中医'
const NAMELESS = new RegExp(
  `^(?![^、]*妇[儿幼女])(?=[^、]{0,14}(?:${HEALTH}))[〇㐀-鿿]{3,16}(?:中心|综合体|基地|产业园|医养园|康养园)$`,
  'u',
)
const JOINT = /[、和及与]/u
const LONGEST = 20

/** The items of a list between its first and its end that lie outside all objects and are named like houses of health. */
export function namelessItems(
  objects: readonly WorksObject[],
  { from, to }: { readonly from: number; readonly to: number },
  { sentence: { text }, mentions, words }: Place,
): readonly WorksObject[] {
  const items: WorksObject[] = []
  for (let at = from; at < to;) {
    const end = itemEnd(text, at, to)
    if (
      isNameless(text.slice(at, end), words) &&
      isFree(objects, at, end) &&
      !mentions.some((one) => one.from < end && at < one.to && one.label !== 'District')
    )
      items.push(
        worksObject({ from: at, to: end, owners: [], tail: text.slice(at, end), needs: 'nothing', rule: 'works/object-without-owner' }),
      )
    at = Math.max(end, afterGloss(text, end)) + 1
  }
  return items
}

/** Whether a name can be that of such a house. */
export function isNameless(item: string, words: WorksWords): boolean {
  return item.length <= LONGEST && NAMELESS.test(item) && !words.noName.test(item)
}

function isFree(objects: readonly WorksObject[], from: number, to: number): boolean {
  return !objects.some((object) => object.from < to && from < object.to)
}

function itemEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (JOINT.test(text.charAt(at)) || text.charAt(at) === '（') return at
  return to
}

/** 川北康复中心、市医疗服务中心 read as one name: items of the list, of which those that are no such house fall out. */
export function splitNameless(object: WorksObject, words: WorksWords): readonly WorksObject[] {
  if (object.owners.length > 0 || !object.tail.includes('、') || object.to - object.from !== object.tail.length) return [object]
  let from = object.from
  const parts = object.tail.split('、').map((tail) => {
    const part = { ...object, from, to: from + tail.length, tail }
    from = part.to + 1
    return part
  })
  const houses = parts.filter(({ tail }) => isNameless(tail, words))
  return houses.length > 0 && parts.every(({ tail }) => tail.endsWith('中心')) ? houses : [object]
}
