/** 在建项目11个 · 甲新区、乙县中医院、丙中心血站: what a heading counts as works of one stage, and the line below lists. */
import type { ProjectStatus } from '../../../../cypher/model/statuses.ts'
import type { SentenceMention } from '../../../reading.ts'
import { numberOf } from '../../sentence/dates.ts'
import { canOwn } from '../objects/objects.ts'
import { ownersOf } from '../owners/owner.ts'
import type { Place } from '../place.ts'
import { nameProject, tellProgress } from '../tell.ts'
import { worksObject } from '../objects/works-object.ts'

const HEADER =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、])?(?:(?<use>已?经?(?:投入使用|投用|启用|交付使用))|(?<done>已?经?(?:建成|竣工|完工)(?:投用|使用)?)|(?<going>在建|续建|正在(?:建设|施工))|(?<begun>新?已?开工(?:建设)?)|(?<kind>新建|迁建|改扩建|扩建|改造)|(?<plan>拟建|拟开工|计划(?:开工|新建|建设)|规划(?:建设)?|储备|谋划|筹建))的?(?:重点|重大|医疗|卫生|健康|建设|民生)*(?:项目|工程)(?:[（有共]{0,2}(?<count>\d{1,2}|[一二三四五六七八九十]{1,3})[个项]?）?)?：?$/u
const STATUS: Readonly<Record<string, ProjectStatus>> = {
  use: 'in_use',
  done: 'completed',
  going: 'under_construction',
  begun: 'started',
  plan: 'planned',
}
const FEWEST = 2

interface Item {
  readonly from: number
  readonly to: number
}

/** Tells the works of such a list; false where the sentence is none, or lists more or fewer than its heading counts. */
export function relateHeadedList(place: Place): boolean {
  const { reading, sentence, into, words } = place
  const groups = HEADER.exec(reading.sentences[sentence.index - 1]?.text ?? '')?.groups
  const count = numberOf(groups?.['count'])
  const stage = Object.keys(STATUS).find((name) => groups?.[name] !== undefined)
  const kind = groups?.['kind']
  const status = stage === undefined ? undefined : STATUS[stage]
  if ((status === undefined && kind === undefined) || (count !== undefined && count < FEWEST)) return false
  const items = itemsOf(sentence.text)
  if (items.length !== (count ?? Math.max(items.length, FEWEST))) return false
  // Without a count each item must be a body and at most its house.
  if (count === undefined && !items.every((item) => isWholeItem(item, place))) return false
  const year = status === 'planned' ? undefined : (sentence.section.year ?? reading.document.year ?? undefined)
  for (const item of items) {
    const owner = ownerOf(item, place.mentions)
    if (owner === undefined) continue
    const tail = sentence.text.slice(owner.to, item.to)
    const object = worksObject({ ...item, owners: [owner], tail, needs: 'nothing', rule: 'works/shared-object' })
    const { entity, label, name } = owner
    const owned = label === 'District' ? { object, owners: [{ entity, label, name, campus: '' }] } : ownersOf(object, { place, before: [] })
    const told =
      owned === undefined
        ? undefined
        : nameProject(owned.object, owned.owners, { reading, sentence, works: kind === undefined ? undefined : words.kindOf(kind), into })
    if (told === undefined) continue
    tellProgress(told, status === undefined ? { planned: false } : { status, planned: status === 'planned' }, {
      sentence,
      year,
      rule: object.rule,
      into,
      bare: true,
    })
  }
  return true
}

/** The parts of the first clause that 、 parts. */
function itemsOf(text: string): readonly Item[] {
  const end = /[，。；]/u.exec(text)?.index ?? text.length
  const items: Item[] = []
  let from = 0
  let depth = 0
  for (let at = 0; at <= end; at++) {
    const mark = at === end ? '、' : text.charAt(at)
    if (mark === '（') depth++
    else if (mark === '）') depth--
    else if (mark === '、' && (depth === 0 || at === end)) {
      items.push({ from, to: at })
      from = at + 1
    }
  }
  return items
}

const HOUSE_TAIL = /^(?:（[^（）]{1,16}）)?(?:[〇㐀-鿿]{0,10}(?:楼|[一二三四]期|新?院区|新[院址]|[新迁扩改重]建|改造|项目|工程|用房))?$/u

function isWholeItem(item: Item, { sentence: { text }, mentions }: Place): boolean {
  const owner = mentions.find((one) => one.from === item.from && one.to <= item.to && canOwn(one))
  return owner !== undefined && HOUSE_TAIL.test(text.slice(owner.to, item.to))
}

/** Whose name an item begins with; a district only where a house follows. */
function ownerOf({ from, to }: Item, mentions: readonly SentenceMention[]): SentenceMention | undefined {
  const named = mentions.filter((mention) => mention.from === from && mention.to <= to)
  return named.find(canOwn) ?? named.find(({ label, to: end }) => label === 'District' && end < to)
}
