/** 力争开工：甲医院二期等2个; 主体封顶的也有3个，分别是甲、乙和丙: bare names that are works, as the head of their list says how far all are. */
import { headBefore } from './head-words.ts'
import { CAMPUS_NAME, type WorksObject } from '../objects/objects.ts'
import type { Place } from '../place.ts'
import { afterGloss } from '../objects/tail.ts'

/** The objects of a sentence, with the items of such lists as works. */
export function asStaged(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  const { sentence, words } = place
  const { text } = sentence
  if (!/[：（]|分别|[有是为即]/u.test(text) || !objects.some(isLoose)) return objects
  const told = new Map<WorksObject, string>()
  objects.forEach((first, index) => {
    const head = told.has(first) ? undefined : headBefore(text, first.from)
    if (head === undefined && !told.has(first) && OPENED.test(text.slice(Math.max(0, first.from - MOST_OPENED), first.from)))
      for (const item of itemsFrom(objects, index, { text, bracket: false }))
        if (item.tail === '' && item.owners.length > 0 && CAMPUS_NAME.test(text.slice(item.from, item.to))) told.set(item, '建设')
    if (head === undefined || (head.isLoose && !speaksOfWorks(place))) return
    const items = itemsFrom(objects, index, { text, bracket: head.bracket })
    if (items.length <= (head.count ?? items.length)) for (const item of items) if (isLoose(item)) told.set(item, head.said)
  })
  if (told.size === 0) return objects
  return objects.map((object) => {
    const said = told.get(object)
    if (said === undefined) return object
    const kind = object.tail === '' ? KIND.exec(said)?.[0] : undefined
    const works = object.works ?? (kind === undefined ? undefined : words.kindOf(kind))
    const tail = object.tail === '' ? (kind ?? '建设') : object.tail
    return { ...object, tail, works, needs: 'nothing', ...(object.tail === '' ? { rule: 'works/shared-object' as const } : {}) }
  })
}

/** 已开门接诊的有甲医院东院和乙医院城南院区: a campus alone is opened so. */
const OPENED =
  /(?:^|[，。；：])(?:目前|现|今年|已经?|新近?|正式|全面|顺利|先后|陆续|建成)*(?:开门接诊|开诊|接诊|开业|投用|启用|投入使用|投入运营|交付使用|落成)的(?:还|也|则|共)?有$/u
const MOST_OPENED = 24

/** Sentences before a label, of its own paragraph. */
const LOOK_BACK = 3
const OF_WORKS = /项目|工程|基建|开工|封顶|竣工|基础设施/u

/** 推进智慧医院建设。在建：甲、乙 is of no house: what a label without 项目 is of, the sentences before it say, and the headings. */
function speaksOfWorks({ reading: { sentences }, sentence }: Place): boolean {
  const { index, paragraph, headings } = sentence
  const before = sentences.slice(Math.max(0, index - LOOK_BACK), index).filter((one) => one.paragraph === paragraph)
  return before.length === 0 || [...headings, ...before.map(({ text }) => text)].some((text) => OF_WORKS.test(text))
}

const KIND = /迁建|改扩建|扩建|改建|改造|重建/u

const isLoose = ({ owners, needs, tail }: WorksObject): boolean => owners.length > 0 && (tail === '' || needs !== 'nothing')

const ENDS = /^(?:$|[、，。；）]|[和及与]|以及|等|（|\d|[一二两三四五六七八九十][个家所项])/u

/** The objects of the list that opens with one, as long as each is a whole item of it. */
function itemsFrom(
  objects: readonly WorksObject[],
  index: number,
  { text, bracket }: { readonly text: string; readonly bracket: boolean },
): readonly WorksObject[] {
  const first = objects[index]
  if (first === undefined) return []
  const end = closeOf(text, first.from, bracket ? '）' : '。，：')
  const items: WorksObject[] = []
  for (let at = index; at < objects.length; at++) {
    const object = objects[at]
    if (object === undefined || object.from >= end) break
    const last = items.at(-1)
    // 市急救中心 read as a body and as a house is one.
    if (last !== undefined && object.from < last.to) continue
    if (last !== undefined && !/^(?:[、，；和及与]|以及)/u.test(text.slice(afterGloss(text, last.to)))) break
    if (!ENDS.test(text.slice(object.to))) break
    items.push(object)
  }
  return items
}

/** Where a list ends: at one of the marks that stands in no bracket of its own. */
function closeOf(text: string, from: number, marks: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const mark = text.charAt(at)
    if (depth === 0 && marks.includes(mark)) return at
    if (mark === '（') depth++
    else if (mark === '）') depth--
  }
  return text.length
}
