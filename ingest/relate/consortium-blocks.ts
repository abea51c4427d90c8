/** Consortia told as lines with labels: 牵头医院：甲 · 成员单位： · 1.乙 · 2.丙, or 第一组：甲（牵头）、乙、丙. */
import type { Claim, Mention, RelationClaim } from '../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'
import { ownedBy, type ConsortiumKind } from './consortium-kind.ts'
import { ownersIn } from './consortium-owners.ts'

const LABEL = /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．、]|（[\d一二三四五六七八九十]{1,2}）|[①-⑳])?([^：，。；]{0,16})：/u
const LEAD_LABEL = /(?<!副)(?:牵头|龙头|总院|总医院|核心|盟主|组长|理事长|领衔|主体)(?:单位|医院|机构)?(?:为|是)?$/u
const MEMBER_LABEL =
  /(?:成员|分院|协作|加盟|参与|参加|下属|下辖|紧密型|半紧密型|松散型|基层)(?:单位|医院|机构|卫生院|医疗机构|分院)*(?:名单|名录|包括|为|有|是)?$/u
/** 第一组：, 1组：, 责任单位：, 城东医共体：: the line itself notes who leads. */
const GROUP_LABEL = /组$|单位$|医共体$|集团$|医联体$|片区$|^[一二三四五六七八九]$/u
const HEAD_NOTE = /^（(?:[^（）]{0,4})?(?:牵头|总院|总医院|龙头|组长|盟主|核心)/u
/** What a line of such a list has beside its names. */
const BESIDE_NAMES =
  /^(?:\d{1,2}[.．、]|（\d{1,2}）|[①-⑳]|[、，；。和及与]|以及|等|共?\d{1,2}[家所个]|（[^（）]{0,12}）|医疗机构|卫生院|成员单位|分院|[·•●▪—-])*$/u
const KIND = /(医联体|医疗联合体)|(医共体|健共体|(?:医疗|健康|医疗卫生|医疗服务)共同体)|(医疗集团|健康集团|医院集团)/u
const KINDS: readonly ConsortiumKind[] = ['医联体', '医共体', '医疗集团']
/** Sentences before and behind a block that may tell its kind. */
const NEAR = 3
const NOT_YET = /拟|计划|筹备|筹建/u

/** Lines of one consortium, as they come. */
interface Block {
  readonly lead: SentenceMention
  readonly leadAt: Sentence
  readonly members: { readonly entity: string; readonly at: Sentence }[]
  /** A label above says that what is listed now are members. */
  isOpen: boolean
}

/** Memberships of such lines that nothing has found; `found` are the claims so far. */
export function relateBlocks(reading: Reading, found: readonly Claim[]): { mentions: Mention[]; claims: RelationClaim[] } {
  const into = { mentions: [] as Mention[], claims: [] as RelationClaim[] }
  const known = found.filter((claim): claim is RelationClaim => claim.kind === 'relation' && claim.type === 'MEMBER_OF')
  let block: Block | undefined
  const flush = (): void => {
    if (block !== undefined) tell(reading, block, known, into)
    block = undefined
  }
  for (const sentence of reading.sentences) {
    let isRead = false
    for (const piece of sentence.row === undefined ? piecesOf(reading, sentence) : []) {
      const { label, bodies, isList } = piece
      const noted = bodies.filter(({ to }) => HEAD_NOTE.test(sentence.text.slice(to, to + 10)))
      const [lead, more] = LEAD_LABEL.test(label ?? '') && noted.length === 0 ? bodies : noted
      if (label !== undefined && lead !== undefined && more === undefined && (LEAD_LABEL.test(label) || GROUP_LABEL.test(label))) {
        flush()
        const members = bodies.filter((body) => body !== lead).map(({ entity }) => ({ entity, at: sentence }))
        block = { lead, leadAt: sentence, members, isOpen: false }
        isRead = true
      } else if (block !== undefined && label !== undefined && MEMBER_LABEL.test(label) && !/数$/u.test(label)) {
        block.members.push(...bodies.map(({ entity }) => ({ entity, at: sentence })))
        block.isOpen = true
        isRead = true
      } else if (block?.isOpen === true && label === undefined && isList) {
        block.members.push(...bodies.map(({ entity }) => ({ entity, at: sentence })))
        isRead = true
      }
    }
    if (!isRead) flush()
  }
  flush()
  return into
}

/** A part of a sentence between semicolons: its label, the bodies behind it, and whether it names nothing but bodies. */
interface Piece {
  readonly label: string | undefined
  readonly bodies: readonly SentenceMention[]
  readonly isList: boolean
}

function piecesOf(reading: Reading, { index, text }: Sentence): Piece[] {
  const named = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Hospital')
  let from = 0
  return text.split('；').map((part) => {
    const start = from
    const end = start + part.length
    from = end + 1
    const label = LABEL.exec(part)
    const behind = start + (label?.[0].length ?? 0)
    const bodies: SentenceMention[] = []
    let last = behind
    for (const mention of named) {
      if (mention.from < behind || mention.to > end || !BESIDE_NAMES.test(text.slice(last, mention.from))) continue
      bodies.push(mention)
      last = mention.to
    }
    return { label: label?.[1], bodies, isList: bodies.length > 0 && BESIDE_NAMES.test(text.slice(last, end)) }
  })
}

function tell(
  reading: Reading,
  { lead, leadAt, members }: Block,
  known: readonly RelationClaim[],
  into: { mentions: Mention[]; claims: RelationClaim[] },
): void {
  const others = members.filter(({ entity }) => entity !== lead.entity)
  const kind = others.length === 0 ? undefined : kindNear(reading, leadAt, others.at(-1)?.at ?? leadAt)
  if (kind === undefined) return
  const { start, end } = leadAt
  const named = ownedBy(lead, { kind, start, end })
  const led = known.find(({ subject, object, attrs }) => subject === lead.entity && attrs['role'] === 'lead' && object.endsWith(kind))
  const object = led?.object ?? ownersIn(reading).named(named.name)?.entity ?? named.entity
  if (object === named.entity && led === undefined)
    into.mentions.push({ entity: object, label: 'Consortium', name: named.name, aliases: [], attrs: { kind }, start, end })
  const status = leadAt.section.kind === 'plan' && NOT_YET.test(leadAt.headings.join('')) ? 'planned' : 'in_effect'
  const claim = (subject: string, at: Sentence, role: string): void => {
    if (known.some((other) => other.subject === subject && other.object === object)) return
    into.claims.push({
      kind: 'relation',
      type: 'MEMBER_OF',
      subject,
      object,
      attrs: { role, status },
      basis: 'text',
      start: at.start,
      end: at.end,
      rule: 'consortium/block',
    })
  }
  claim(lead.entity, leadAt, 'lead')
  for (const { entity, at } of others) claim(entity, at, 'member')
}

/** The kind that the lines around a block tell, the nearest above first; undefined where none does. */
function kindNear(reading: Reading, first: Sentence, last: Sentence): ConsortiumKind | undefined {
  const around = [
    ...reading.sentences.slice(first.index, last.index + 1),
    ...reading.sentences.slice(Math.max(0, first.index - NEAR), first.index).toReversed(),
    ...reading.sentences.slice(last.index + 1, last.index + 2),
  ].map(({ text }) => text)
  for (const text of [...around, ...first.headings.toReversed(), reading.document.title]) {
    const told = KIND.exec(text)
    if (told !== null) return KINDS[told.slice(1).findIndex((word) => word !== undefined)]
  }
  return undefined
}
