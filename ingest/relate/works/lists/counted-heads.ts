/** 计划开工建设3家医疗机构，分别为甲院区、乙院区二期、丙院现址扩建: a head that counts bodies to build, and as many items, each with its own works or none. */
import { numberOf } from '../../sentence/dates.ts'
import type { SentenceMention } from '../../../reading.ts'
import { canOwn, type WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { kindOfText } from '../objects/tail.ts'
import type { WorksWords } from '../objects/words.ts'
import { worksObject } from '../objects/works-object.ts'
import { SMALL_NUMBER } from './counts.ts'

const BODY = '(?:医疗|卫生|公立|综合|专科|重[点大]|公共|[省市县区]级|三甲|三级|[优大新])*(?:医疗机构|卫生机构|医院|院区|分院|中心)'
/** The verb, how many bodies, and that they follow. */
const HEAD = new RegExp(
  String.raw`(?<verb>[^，。；：]{0,24}?(?:新?开工(?:建设)?|动工(?:建设)?|开建|规划(?:建设|新建)?|谋划(?:建设|新建)?|新建|迁建|改扩建|扩建|续建|筹建|拟建|在建|启动建设|推进建设|加快建设|建设|引进(?:建设)?))(?:了|的)?` +
    String.raw`(?<count>${SMALL_NUMBER})[家所个座](?:${BODY})(?:项目|工程)?(?:建设)?(?:，?(?:它们|具体)?分别[为是]|：|，即|，包括|，?[是为]|（(?:分别[为是])?)`,
  'u',
)
const JOINT = /、|，|以及|(?<=[〇-鿿]{4})[和及与](?=[〇-鿿]{4})/u
const KIND = /改扩建|迁建|扩建|续建/u
/** What may follow a body's name in an item: its campus, phase or kind of works. */
const REST =
  /^(?:[〇㐀-鿿]{0,8}?(?:院区|分院|分部|部|分中心|中心|新院|[东西南北]院|[东西南北]区|[一二三四五]期|新址|[新迁扩改重][改扩]?建|改造|楼|项目|工程))?$/u
const AHEAD = /计划|拟|将|规划|谋划|筹|力争|年内|争取|准备|未来/u

/** The objects of a sentence, with the items of such a list in place of what is read of them alone. */
export function asHeadCounts(objects: readonly WorksObject[], { sentence: { text }, mentions, words }: Place): readonly WorksObject[] {
  if (!/[家所个座]/u.test(text) || objects.length === 0) return objects
  const head = HEAD.exec(text)
  const count = numberOf(head?.groups?.['count'])
  if (head === null || count === undefined || count < 2) return objects
  const verb = head.groups?.['verb'] ?? ''
  const from = head.index + head[0].length
  const items = itemsOf(text, from, count)
  const made = items.flatMap((item) => objectOf(item, { text, mentions, verb, words }) ?? [])
  if (items.length === 0 || made.length < items.length - 1) return objects
  const to = items.at(-1)?.to ?? from
  return [...objects.filter((one) => one.to <= from || one.from >= to), ...made].sort((a, b) => a.from - b.from)
}

interface Item {
  readonly from: number
  readonly to: number
}

/** As many items as the head counts, up to the end of the list. */
function itemsOf(text: string, from: number, count: number): readonly Item[] {
  const end = /[。；）]/u.exec(text.slice(from))?.index ?? text.length - from
  const items: Item[] = []
  let at = from
  for (const part of text.slice(from, from + end).split(JOINT)) {
    const begin = text.indexOf(part, at)
    items.push({ from: begin, to: begin + part.length })
    at = begin + part.length
  }
  return items.length === count ? items : []
}

function objectOf(
  { from, to }: Item,
  at: { text: string; mentions: readonly SentenceMention[]; verb: string; words: WorksWords },
): WorksObject | undefined {
  const { text, mentions, verb, words } = at
  const owner = mentions.find((one) => one.from === from && one.to <= to && canOwn(one))
  if (owner === undefined) return undefined
  const rest = text.slice(owner.to, to)
  if (!REST.test(rest)) return undefined
  const kind = KIND.exec(verb)?.[0]
  const tail = rest === '' ? (kind === undefined || kind === '续建' ? '建设' : kind) : rest
  const works = words.kindOf(/[新迁扩改重][改扩]?建$/u.exec(tail)?.[0] ?? '') ?? kindOfText(tail)
  const hoped = AHEAD.test(verb)
  return worksObject({ from, to, owners: [owner], tail, works, needs: 'nothing', hoped, rule: 'works/shared-object' })
}
