/** Memberships in tables: 联盟名称 | 牵头医院 | 成员单位, or the last two alone. */
import { consortiumKinds, type Mention, type RelationClaim } from '../../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { dateInCell } from '../sentence/claim-date.ts'
import { membershipIn } from './membership.ts'
import { cellsOf } from '../sentence/table-cells.ts'

const LEAD_HEADER = /牵头|总院|总医院|龙头|核心|盟主|理事长/
const MEMBER_HEADER = /成员|分院|加盟|协作单位|参与单位|下辖/
/** 单位 | 所在联盟 | 盟主 | 身份: who is a member stands under a header of its own. */
const UNIT_HEADER = /^(?:医疗机构|机构|单位|医院|本[地市县区]单位|本[地市县区]医院)(?:名称)?$/u
const ROLE_HEADER = /身份|角色|成员类[别型]|加入时间|入盟时间|加盟时间|担任职务|承担职务/u
const GROUP_HEADER = /联盟|医联体|医共体|集团|协作网/u
const NO_MEMBER_HEADER = /数|名单号/
const NAME_END = /(?:联盟|医联体|医共体|集团)$/u
const NOTE_HEADER = /备注|变化|变动|说明|情况|动态/u
const LEFT = /退出|脱离|撤出/u
const JOINED = /加入|新增|加盟|入盟/u
const COMING = /(?:拟|计划|将|待|申请|准备|争取)[^，；。]{0,10}(?:加入|加盟|入盟|纳入)/u
const ANNOUNCES =
  /(?:成员|分院|加盟|协作|下辖|组成)[^，；。]{0,12}(?:有|为|是|包括|如下|情况|名单|名录|一览|见下表|下表)[^，；。：]{0,6}[：:。]?$/u
/** Sentences of the paragraph above a table. */
const LEAD_IN_SENTENCES = 3
const KINDS = Object.keys(consortiumKinds) as (keyof typeof consortiumKinds)[]

/** Whether a row tells of a consortium and its members, and so of no agreement of two. */
export function namesMembers(reading: Reading, sentence: Sentence): boolean {
  const header = sentence.row?.header ?? []
  const hasMembers = header.some((text) => MEMBER_HEADER.test(text) && !NO_MEMBER_HEADER.test(text)) || namesUnits(header)
  const hasLead = header.some((text) => LEAD_HEADER.test(text))
  // 医疗集团 | 牵头医院, and no column of members
  const isRoster = hasLead && header.some((text) => GROUP_HEADER.test(text) && !LEAD_HEADER.test(text))
  const hasUnits = hasMembers || (!hasLead && header.some((text) => UNIT_HEADER.test(text)))
  if (isRoster || (hasMembers && (hasLead || consortiumIn(reading, sentence) !== undefined))) return true
  return hasUnits && announcedAbove(reading, sentence) !== undefined
}

/** 甲集团以乙为总医院，成员单位有：, 甲医共体成员单位如下: the one consortium that the line right above a table names whose rows name none. */
function announcedAbove({ sentences, mentions }: Reading, { index, headings }: Sentence): SentenceMention | undefined {
  const last = sentences.slice(0, index).findLast(({ row }) => row === undefined)
  if (last === undefined || !ANNOUNCES.test(last.text) || (!last.heading && last.headings.at(-1) !== headings.at(-1))) return undefined
  const named = (mentions[last.index] ?? []).filter(({ label }) => label === 'Consortium')
  return named.every(({ entity }) => entity === named[0]?.entity) ? named[0] : undefined
}

function namesUnits(header: readonly string[]): boolean {
  return [UNIT_HEADER, ROLE_HEADER, GROUP_HEADER].every((pattern) => header.some((text) => pattern.test(text)))
}

function consortiumIn(reading: Reading, sentence: Sentence): SentenceMention | undefined {
  return (reading.mentions[sentence.index] ?? []).find(({ label }) => label === 'Consortium')
}

/** Memberships that the rows of tables tell; a consortium without a name is named after its lead. */
export function relateMemberRows(reading: Reading): Found {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    if (sentence.row === undefined || !namesMembers(reading, sentence)) continue
    const cells = cellsOf(reading, sentence)
    const bodies = (pattern: RegExp): SentenceMention[] =>
      cells
        .filter(({ header }) => pattern.test(header))
        .flatMap((cell) => cell.mentions)
        .filter(({ label }) => label === 'Hospital' || label === 'Institution')
    const [lead] = bodies(LEAD_HEADER)
    const hasMembers = sentence.row.header.some((text) => MEMBER_HEADER.test(text))
    const memberHeader = namesUnits(sentence.row.header) || !hasMembers ? UNIT_HEADER : MEMBER_HEADER
    const named =
      consortiumIn(reading, sentence) ??
      announcedAbove(reading, sentence) ??
      (lead === undefined ? undefined : unnamedOf(reading, sentence, lead))
    if (named === undefined) continue
    if (!('from' in named)) mentions.push(named)
    const date = dateInCell(reading, sentence, cells)
    const member = (subject: string, role: 'lead' | 'member', status = 'in_effect'): RelationClaim => {
      const attrs = { role, status, ...(date.year === undefined ? {} : { year: date.year }) }
      return membershipIn(sentence, { subject, object: named.entity, attrs, rule: 'consortium/table-row' })
    }
    if (lead !== undefined) claims.push(member(lead.entity, 'lead'))
    const members = new Set(bodies(memberHeader).map(({ entity }) => entity))
    for (const body of members) if (body !== lead?.entity) claims.push(member(body, 'member'))
    for (const { entity, status } of notedIn(cells)) if (!members.has(entity)) claims.push(member(entity, 'member', status))
  }
  return { mentions, claims }
}

/** 备注 | 甲12月退出; 乙拟于明年加入: who is no longer a member, or is to be one. */
function notedIn(cells: ReturnType<typeof cellsOf>): { entity: string; status: string }[] {
  return cells
    .filter(({ header }) => NOTE_HEADER.test(header))
    .flatMap(({ text, mentions }) => {
      const status = LEFT.test(text) ? 'ended' : COMING.test(text) ? 'planned' : undefined
      const bodies = mentions.filter(({ label }) => label === 'Hospital' || label === 'Institution')
      // Of several one may have left, and another come.
      const isPlain = status !== undefined && !(LEFT.test(text) && JOINED.test(text))
      return isPlain ? bodies.map(({ entity }) => ({ entity, status })) : []
    })
}

/** 县人民医院医共体, where the header or the heading above the table says the kind. */
function unnamedOf(reading: Reading, sentence: Sentence, lead: SentenceMention): Mention | undefined {
  const above = `${sentence.row?.header.join('') ?? ''}${sentence.headings.at(-1) ?? ''}${leadIn(reading, sentence)}${noteBelow(reading, sentence)}`
  const { title } = reading.document
  const kind = KINDS.find((name) => above.includes(name)) ?? KINDS.find((name) => title?.includes(name))
  // 皖北儿科联盟: it has a name of its own, which was not read.
  const isUnread = cellsOf(reading, sentence).some(({ text }) => NAME_END.test(text))
  if (kind === undefined || lead.label !== 'Hospital' || isUnread) return undefined
  const name = `${lead.name}${kind}`
  const written = reading.mentions.flat().find((mention) => mention.label === 'Consortium' && mention.name === name)
  if (written !== undefined) return written
  const entity = lead.entity.replace(/^\w+/, 'consortium') + kind
  return { entity, label: 'Consortium', name, aliases: [], attrs: { kind }, ...spanOf(sentence, lead.from, lead.to) }
}

/** The paragraph above a table, which may say what it lists: 全县有县域医共体3个，情况如下. */
function leadIn(reading: Reading, { index, headings }: Sentence): string {
  const last = reading.sentences.slice(0, index).findLast(({ row }) => row === undefined)
  if (last === undefined || last.headings.at(-1) !== headings.at(-1)) return ''
  return reading.sentences
    .slice(Math.max(0, last.index - LEAD_IN_SENTENCES), last.index + 1)
    .filter(({ paragraph, row }) => paragraph === last.paragraph && row === undefined)
    .map(({ text }) => text)
    .join('')
}

/** （表为全县医共体组成情况） */
const NOTE_BELOW = /^[（(]?(?:注|备注|说明|[上该本]?表)(?:[：:]|为|系|中|内|所列)/u

/** The note below a table, which may say what it lists. */
function noteBelow(reading: Reading, { index }: Sentence): string {
  const next = reading.sentences.slice(index + 1).find(({ row }) => row === undefined)
  return next !== undefined && NOTE_BELOW.test(next.text) ? next.text : ''
}
