/** 完成甲医院急诊科、乙医院手术室、丙卫生院病房的改造: rooms of several bodies, to all of which the end of the list does the same. */
import type { SentenceMention } from '../../../reading.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { worksObject } from '../objects/works-object.ts'
import type { WorksWords } from '../objects/words.ts'

const ROOM = String.raw`(?:(?![的和与及、])[〇㐀-鿿A-Z]){0,8}(?:科|室|房|楼|部|病区|ICU|门诊|院区|中心|用房|宿舍|食堂|厅|区|堂|馆)`
const ROOMS = String.raw`${ROOM}(?:[、和与及]${ROOM}){0,3}`
/** What stands behind the name of an item, up to the next name. */
const ITEM = new RegExp(`^(?<rooms>${ROOMS})(?:[、，和与及]|以及)$`, 'u')
/** What stands behind the last: its rooms and what is done to all. */
const LAST = new RegExp(
  `^(?<rooms>${ROOMS})(?:的|等)?(?<deed>(?:全面|整体)?(?:升级改造|提升改造|改造提升|装修改造|提档改造|提质改造|改扩建|扩建|改造|改建|迁建|翻建|翻新|翻修|装修|修缮|维修|加固|新建)(?:项目|工程)?)`,
  'u',
)
/** 建成外科大楼: a deed of its own. */
const DEEDS = /完成|建成|启用|投用|启动|推进|实施|开展|进行|争取/u
const MOST_ITEM = 34
const MOST_LAST = 48
const FEWEST = 2

interface Item {
  readonly owner: SentenceMention
  readonly to: number
  readonly tail: string
}

/** The objects of a sentence with the items of such lists in place of what was read of them one by one. */
export function roomsOfLists(objects: readonly WorksObject[], { sentence: { text }, mentions, words }: Place): readonly WorksObject[] {
  if (!/[造建新修固]/u.test(text)) return objects
  const bodies = mentions.filter((mention) => mention.label !== 'District' && canOwn(mention))
  if (bodies.length < FEWEST) return objects
  const made: WorksObject[] = []
  for (let index = bodies.length - 1; index > 0; index--) {
    const list = listEndingAt(bodies, index, text)
    if (list.some(({ tail }) => DEEDS.test(tail) || words.noName.test(tail))) continue
    if (list.length < FEWEST) continue
    made.unshift(...list.map((item) => toObject(item, words)))
    index -= list.length - 1
  }
  if (made.length === 0) return objects
  const others = objects.filter((object) => !made.some((one) => object.from < one.to && one.from < object.to))
  return [...others, ...made].sort((a, b) => a.from - b.from)
}

function listEndingAt(bodies: readonly SentenceMention[], index: number, text: string): readonly Item[] {
  const owner = bodies[index]
  const last = owner === undefined ? undefined : LAST.exec(text.slice(owner.to, owner.to + MOST_LAST))
  const { rooms, deed } = last?.groups ?? {}
  if (owner === undefined || last === null || last === undefined || rooms === undefined || deed === undefined) return []
  const items: Item[] = [{ owner, to: owner.to + last[0].length, tail: rooms + deed }]
  for (let at = index - 1; at >= 0; at--) {
    const [before, next] = [bodies[at], bodies[at + 1]]
    if (before === undefined || next === undefined || next.from - before.to > MOST_ITEM) break
    const said = ITEM.exec(text.slice(before.to, next.from))?.groups?.['rooms']
    if (said === undefined) break
    items.unshift({ owner: before, to: before.to + said.length, tail: said + deed })
  }
  return items
}

function toObject({ owner, to, tail }: Item, words: WorksWords): WorksObject {
  const works = words.kindOf(KIND.exec(tail)?.[0] ?? '')
  return worksObject({ from: owner.from, to, owners: [owner], tail, works, needs: 'nothing', rule: 'works/shared-object' })
}

const KIND = /(?:改扩建|扩建|改造|改建|迁建|翻建|翻新|翻修|修缮|维修|加固|新建)(?=项目|工程|$)/u
