/** 国际中医中心是甲医院的二期项目: works of which a sentence says whose they are, told before as the district's. */
import type { Reading, SentenceMention } from '../../../reading.ts'
import type { Sentence } from '../../../read/sentence.ts'
import { canOwn } from '../objects/objects.ts'
import type { Gathered, Told } from '../tell.ts'

const NAME_END = /(?:建设)?(?:项目|工程)+$/u
const IS = /^(?:建设)?(?:项目|工程)?(?:就)?(?:是|系|为|作为)$/u
const ITS_WORKS = /^的?(?:[一二三四]期|新院|新址|新区|分院|[东西南北][院区]|[〇㐀-鿿]{0,4}院区|整体|异地|易地|迁建|改?扩建|新建|新建?楼)/u
const LONGEST_IS = 8
const LONGEST_WORKS = 10

/** Gives works of the district to the hospital whose second phase or campus the document says that they are, or that will run them. */
export function ownAsTold(into: Gathered, { sentences, mentions }: Reading): void {
  const owned = new Map<string, string>()
  for (const told of into.told) {
    if (owned.has(told.id)) continue
    const run = runBy(told, mentions[told.sentence.index] ?? [])
    if (run !== undefined) owned.set(told.id, run.entity)
    if (run !== undefined || told.owners[0]?.label !== 'District') continue
    const name = told.object.tail.replace(NAME_END, '')
    if (name.length < 4) continue
    const owner = sentences.map((sentence, index) => ownerIn(sentence, mentions[index] ?? [], name)).find((one) => one !== undefined)
    if (owner !== undefined) owned.set(told.id, owner.entity)
  }
  if (owned.size === 0) return
  const claims = into.claims.map((claim) => {
    const owner = claim.kind === 'relation' && claim.type === 'CONSTRUCTS' ? owned.get(claim.object) : undefined
    return owner === undefined ? claim : { ...claim, subject: owner }
  })
  into.claims.splice(0, into.claims.length, ...claims)
}

function ownerIn({ text }: Sentence, mentions: readonly SentenceMention[], name: string): SentenceMention | undefined {
  const at = text.indexOf(name)
  if (at < 0) return undefined
  const to = at + name.length
  return mentions.find(
    (one) =>
      one.label === 'Hospital' &&
      canOwn(one) &&
      one.from > to &&
      one.from <= to + LONGEST_IS &&
      IS.test(text.slice(to, one.from)) &&
      ITS_WORKS.test(text.slice(one.to, one.to + LONGEST_WORKS)),
  )
}

const CENTRE = /中心$/u
const ITS_WORKS_ONLY = /^(?:建设|项目|工程)*$/u
const RUNS =
  /^(?:来|具体|统一|全面|整体|直接)*(?:负责|承担)?(?:日常|具体|后期|统一|整体)?(?:运营|运行|管理|使用|托管|代管)(?:[、和及与]?(?:运营|运行|管理|使用|维护))?(?:工作)?(?:$|[，。；）])/u
const MOST_RUN = 16
const BY_WHOM = /(?:^|[，（后])(?:将|拟|交|归)*由$/u

/** 市公共卫生临床中心项目完成可研，由甲医院负责运营: a centre of the district is for the hospital that is to run it. */
function runBy({ owners: [owner], object, sentence: { text } }: Told, mentions: readonly SentenceMention[]): SentenceMention | undefined {
  const isCentre =
    owner?.label === 'District' ? /中心/u.test(object.tail) : CENTRE.test(owner?.name ?? '') && ITS_WORKS_ONLY.test(object.tail)
  if (!isCentre) return undefined
  const stop = /[；。]|$/u.exec(text.slice(object.to))?.index ?? 0
  const [body, ...others] = mentions.filter((one) => one.label === 'Hospital' && one.from > object.to && one.to <= object.to + stop)
  if (body === undefined || others.length > 0 || !canOwn(body)) return undefined
  return BY_WHOM.test(text.slice(object.to, body.from)) && RUNS.test(text.slice(body.to, body.to + MOST_RUN)) ? body : undefined
}
