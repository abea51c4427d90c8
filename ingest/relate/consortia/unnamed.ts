/** Members and leads of consortia that only their kind tells: 甲作为总医院，与乙、丙组建医共体. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import type { GroupMeant } from './anaphora.ts'
import { consortiumCues } from './cues.ts'
import { KIND_WORD, kindOfWord, SPEAKS_OF_KIND, type ConsortiumKind } from './kind.ts'
import { ownersIn } from './owners.ts'
import { GROUP, LIST, slotLine, unnamed, UNNAMED, type SlotLine } from './slots.ts'
import { membersTold } from './told.ts'
import { foundedWhen } from './told-when.ts'
import { BODY_LABELS, isMembership, membershipIn } from './membership.ts'

/** 2个紧密型医共体, 医共体两个 */
const COUNTED = new RegExp(
  `(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})个(?:紧密型|县域|城市|城乡|区域|新的?)*(${KIND_WORD})|(医共体|医联体|医疗集团)(?:\\d{1,2}|[两二三四五六])个`,
  'u',
)
const ONE_OF_SEVERAL = /[一二三四那这另][个家]|(?:总院|龙头|牵头|领衔)的[，：]/u
/** Sentences of a paragraph over which those counted are told. */
const SENTENCES_BACK = 3
/** 甲牵手乙、丙结成另一个医共体: the one that takes the others along. */
const CENTRE =
  /Ｌ[^，；：。ＣＬＫ]{0,6}(?:牵手|携手|联手|联合|会同|携同?|联动|连着|牵着|带着|领着|拉上|带上|带领)[^，；：。ＣＬＫ]{0,4}Ｌ[^；：。ＣＬＫ]{0,8}(?:组成|组建|结成|成立|建成|建立|构建|结为|抱团)[^，；：。ＣＬＫ]{0,6}Ｃ/u

/** 甲吸纳乙、丙组成医疗集团, 由甲统领乙、丙建起医共体: the one that takes the others in leads. */
const TAKES_IN =
  /Ｌ[^，；：。ＣＬＫ]{0,6}(?:吸纳|吸收|接纳|收编|兼并|统领|统管|统筹|托管|领办|带领|带动|率领|整合|下带|下挂|下联|辐射带动|集结|凝聚|团结)[^，；：。ＣＬＫ]{0,4}Ｌ[^；：。ＣＬＫ]{0,10}(?:组成|组建|结成|成立|建成|建立|构建|结为|抱团|办起|建起|打造|搭建|形成)[^，；：。ＣＬＫ]{0,8}Ｃ/u

/** 甲卫生院、乙卫生院和丙医院|组建医共体: the only list makes it, or is run by it. */
const OF_ITSELF =
  /Ｌ(?=Ｃ(?:正式|顺利)?(?:挂牌|揭牌|成立))|Ｌ[^，；：。ＣＬＫ]{0,8}(?:组成|组建|结成|成立|建成|建立|构建|结为|抱团|行|施|现)[^，；：。ＣＬＫ]{0,6}Ｃ/u
/** 组建后的|集团|以甲为牵头医院: not 集团公司, 集团化. */
const BARE = /(?:^|[，；：。在是入的该])集团(?!公司|化|医院|办公室|党委)/u
const NAMED_SO = /医疗集团|健康集团|医院集团/u

/** 以甲为总院，乙、丙卫生院|为分院, whose heading alone may tell the kind: 医疗健康总院建设。 */
const HEAD_AND_BRANCHES = /总院.{1,120}?[为是作](?:其|各|总院)?(?:的|紧密型|基层)?分院|分院.{1,60}?[为是作]总院/u
const TOLD_KIND = new RegExp(KIND_WORD, 'u')
const OF_COUNTY = /总院|总医院|[县乡]一体|一体化/u

/** 2个医共体, 两大医疗集团 */
const SEVERAL = new RegExp(`(?:[2-9]|[两二三四五六七八九])(?:个|大)(?:紧密型|县域|城市|区域|新型)*(?:${KIND_WORD})`, 'u')

/** Bodies that lead a consortium of a kind each. */
interface Each {
  readonly leads: readonly string[]
  readonly kind: ConsortiumKind
  /** One of each, in their order, where the members are told so. */
  readonly members?: readonly string[]
}

/** What else than a kind word stands for a consortium in a sentence. */
interface KindTold {
  readonly counted?: ConsortiumKind | undefined
  readonly meant?: GroupMeant | undefined
  /** The parts between semicolons that are meant, where it is not the whole sentence. */
  readonly parts?: ReadonlySet<number>
}

interface Found {
  readonly mentions: Mention[]
  readonly claims: RelationClaim[]
  /** Leads, by the place of their sentence, of memberships that a rule has found without a role. */
  readonly leads: Map<number, ReadonlySet<string>>
}

/** Memberships of consortia without a name, in sentences where no rule has found any; the lead gives the name. */
export function relateUnnamed(reading: Reading, found: readonly Claim[]): Found {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  const leads: Found['leads'] = new Map()
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || sentence.heading) continue
    const named = reading.mentions[sentence.index] ?? []
    if (named.filter(({ label }) => BODY_LABELS.has(label)).length < 2) continue
    if (named.some(({ label }) => label === 'Consortium')) {
      const parts = partsUnnamed(sentence.text, named)
      if (parts.size > 0) addGroups(reading, sentence, { parts }, { mentions, claims }, takenIn(found, sentence))
      continue
    }
    const counted = countedKind(reading, sentence)
    const meant = counted === undefined ? (bareGroup(reading, sentence) ?? headed(reading, sentence)) : undefined
    if (counted === undefined && meant === undefined && !SPEAKS_OF_KIND.test(sentence.text)) continue
    const read = found.filter((claim): claim is RelationClaim => isMembership(claim) && claim.start === sentence.start)
    if (read.length === 0) {
      addApart(reading, sentence, leadsEach(reading, sentence), { mentions, claims })
      if (!claims.some(({ start }) => start === sentence.start)) addGroups(reading, sentence, { counted, meant }, { mentions, claims })
    } else if (read.some(({ attrs }) => attrs['role'] === undefined)) leads.set(sentence.start, leadsOf(membersOf(reading, sentence).told))
    else {
      claims.push(...furtherMembers(reading, sentence, read), ...membersApart(reading, sentence, read))
      addGroups(reading, sentence, { counted }, { mentions, claims }, takenIn(found, sentence))
    }
  }
  return { mentions, claims, leads }
}

/** Those of whom a sentence tells a membership already. */
function takenIn(found: readonly Claim[], { start }: Sentence): ReadonlySet<string> {
  return new Set(found.flatMap((claim) => (isMembership(claim) && claim.start === start ? [claim.subject] : [])))
}

/** 甲医共体成员有乙；|丙牵头的医共体，成员有丁: the parts between semicolons, from 1, that tell a kind and name no consortium. */
function partsUnnamed(text: string, named: readonly SentenceMention[]): ReadonlySet<number> {
  if (!text.includes('；')) return new Set()
  let from = 0
  const found = text.split('；').flatMap((part, index) => {
    const [start, end] = [from, from + part.length]
    from = end + 1
    const isNamed = named.some((mention) => mention.label === 'Consortium' && mention.from >= start && mention.to <= end)
    return SPEAKS_OF_KIND.test(part) && !isNamed ? [index + 1] : []
  })
  return new Set(found)
}

/** 全县组建2个医共体。以甲为总院的一个…，乙当总院的那个…: of which kind those are, where the paragraph has counted them. */
function countedKind(reading: Reading, { index, paragraph, text }: Sentence): ConsortiumKind | undefined {
  if (!ONE_OF_SEVERAL.test(text)) return undefined
  for (let back = index; back >= Math.max(0, index - SENTENCES_BACK); back--) {
    const other = reading.sentences[back]
    if (other?.paragraph !== paragraph) return undefined
    const counted = COUNTED.exec(other.text)
    // 甲牵头办着一个医联体，成员单位有乙: it is the only one.
    if (back === index && counted?.[0].startsWith('一') === true) return undefined
    const kind = counted?.slice(1).find((word) => word !== undefined)
    if (kind !== undefined) return kindOfWord(kind)
  }
  return undefined
}

/** 组建紧密型城市医疗集团。集团以甲为牵头医院: what the word alone stands for, where no consortium was named before. */
function bareGroup(reading: Reading, { index, paragraph, text }: Sentence): GroupMeant | undefined {
  if (!BARE.test(text) || SPEAKS_OF_KIND.test(text)) return undefined
  for (let back = index - 1; back >= Math.max(0, index - SENTENCES_BACK); back--) {
    const other = reading.sentences[back]
    if (other === undefined || paragraph - other.paragraph > 1) return undefined
    if ((reading.mentions[back] ?? []).some(({ label }) => label === 'Consortium')) return undefined
    if (NAMED_SO.test(other.text)) return { consortium: unnamed('医疗集团', 0, 1, '').consortium, word: '集团' }
  }
  return undefined
}

/** 以甲为总院，乙、丙卫生院为分院: a consortium of the kind that the sentences before tell, where they name none. */
function headed(reading: Reading, { index, paragraph, text }: Sentence): GroupMeant | undefined {
  if (!HEAD_AND_BRANCHES.test(text) || SPEAKS_OF_KIND.test(text)) return undefined
  if (!(reading.mentions[index] ?? []).some(({ attrs }) => attrs['kind'] === 'primary')) return undefined
  for (let back = index - 1; back >= Math.max(0, index - SENTENCES_BACK); back--) {
    const other = reading.sentences[back]
    if (other === undefined || paragraph - other.paragraph > 1) break
    if ((reading.mentions[back] ?? []).some(({ label }) => label === 'Consortium')) return undefined
    const word = TOLD_KIND.exec(other.text)?.[0]
    if (word === undefined && !OF_COUNTY.test(other.text)) continue
    return { consortium: unnamed(word === undefined ? '医共体' : kindOfWord(word), 0, 1, '').consortium, word: '' }
  }
  return undefined
}

/** 组建以甲为总院的医共体，乙为分院: members told beside those that a rule has found, of the one lead. */
function furtherMembers(reading: Reading, sentence: Sentence, read: readonly RelationClaim[]): RelationClaim[] {
  const [lead, more] = read.filter(({ attrs }) => attrs['role'] === 'lead')
  if (lead === undefined || more !== undefined || read.some(({ object }) => object !== lead.object)) return []
  const { told } = membersOf(reading, sentence)
  if (new Set(told.map(({ object }) => object)).size !== 1 || !leadsOf(told).has(lead.subject)) return []
  const known = new Set(read.map(({ subject }) => subject))
  return told
    .filter(({ subject, object, attrs }) => attrs['role'] === 'member' && !known.has(subject) && lead.object.endsWith(kindOf(object)))
    .map((claim) => ({ ...claim, object: lead.object }))
}

const kindOf = (object: string): string => object.slice(object.lastIndexOf('/') + 1)

/** The part of its sentence, from 1, in which a consortium without a name stands. */
const partOf = (object: string): number => Number(object.slice(UNNAMED.length + 1, object.lastIndexOf('/')))

function membersOf(
  reading: Reading,
  sentence: Sentence,
  { counted, meant, parts }: KindTold = {},
): { line: SlotLine; told: RelationClaim[] } {
  const line = slotLine(
    reading,
    sentence,
    counted === undefined ? { unnamed: true, ...(meant === undefined ? {} : { meant: [meant] }) } : { counted },
  )
  return {
    line,
    told: membersTold(reading, sentence, line).filter(({ object }) => object.startsWith(UNNAMED) && parts?.has(partOf(object)) !== false),
  }
}

const leadsOf = (told: readonly RelationClaim[]): Set<string> =>
  new Set(told.filter(({ attrs }) => attrs['role'] === 'lead').map(({ subject }) => subject))

function addGroups(
  reading: Reading,
  sentence: Sentence,
  how: KindTold,
  { mentions, claims }: Pick<Found, 'mentions' | 'claims'>,
  taken: ReadonlySet<string> = new Set(),
): void {
  const { line, told } = membersOf(reading, sentence, how)
  if (PAIRS.test(line.text) || CLASSES.test(line.text)) return
  for (const object of new Set(told.map((claim) => claim.object))) {
    const own = told.filter((claim) => claim.object === object)
    if (own.some(({ subject }) => taken.has(subject))) continue
    const taking = takingIn(line)
    const leads = taking === undefined ? leadsOf(own) : new Set([taking])
    const [lead] = leads.size === 0 ? centreOf(reading, line) : leads
    const others = own.filter(({ subject }) => subject !== lead)
    const [first] = others
    if (lead === undefined || leads.size > 1 || first === undefined) continue
    const kind = kindOf(object)
    const name = `${nameOf(reading, lead)}${kind}`
    const entity = ownersIn(reading).called(name, lead, kind)?.entity ?? lead.replace(/^\w+/, 'consortium') + kind
    const slot = [...line.slots.values()].find((other) => other.slot === GROUP && other.consortium.entity === object)
    if (slot?.slot !== GROUP) continue
    const span = spanOf(sentence, slot.consortium.from, slot.consortium.to)
    mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, ...span })
    const { role: _, ...plain } = first.attrs
    const leading = own.find(({ subject }) => subject === lead) ?? {
      ...first,
      subject: lead,
      attrs: leads.size === 0 ? plain : { role: 'lead', ...plain },
    }
    claims.push({ ...leading, object: entity, attrs: leads.size === 0 ? plain : leading.attrs })
    for (const claim of others) claims.push({ ...claim, object: entity, attrs: leads.size === 0 ? plain : claim.attrs })
  }
}

/** 甲联合乙，丙联合丁，分别组建了医联体: each its own. */
const PAIR =
  'Ｌ[^，；：。ＣＬＫ]{0,8}(?:联合|联手|携手|会同|牵手|托管|领办|带动|整合|与|和|同)[^，；：。ＣＬＫ]{0,4}Ｌ[^，；：。ＣＬＫ]{0,8}'
/** 综合类，由甲…；中医类，由乙…: for the reader of classes. */
const CLASSES = /类，[^；。]{0,80}；[^；，。]{0,8}类，/u
const PAIRS = new RegExp(`${PAIR}，${PAIR}`, 'u')

/** The one body of a line that takes the others in. */
function takingIn({ text, slots }: SlotLine): string | undefined {
  const match = TAKES_IN.exec(text)
  const list = match === null ? undefined : slots.get(match.index)
  return list?.slot === LIST && list.entities.length === 1 ? list.entities[0] : undefined
}

/** The first list of a line that takes a second along, where it is one body; or the one hospital among the 卫生院 of the only list. */
function centreOf(reading: Reading, { text, slots }: SlotLine): readonly string[] {
  const match = CENTRE.exec(text)
  const list = match === null ? undefined : slots.get(match.index)
  if (list?.slot === LIST && list.entities.length === 1) return list.entities
  const [only, more] = [...slots.values()].flatMap((slot) => (slot.slot === LIST ? [slot.entities] : []))
  if (!OF_ITSELF.test(text)) return []
  const heads = only?.filter((entity) => kindOfBody(reading, entity) !== 'primary') ?? []
  return more === undefined && heads.length === 1 ? heads : []
}

const kindOfBody = (reading: Reading, entity: string): unknown =>
  reading.mentions.flat().find((mention) => mention.entity === entity)?.attrs['kind']

/** 甲、乙各牵头一个医共体: what each of them leads, and its kind; none where it is told otherwise. */
function leadsEach(reading: Reading, sentence: Sentence): Each | undefined {
  const counted = SEVERAL.exec(sentence.text)
  if (counted === null && !/各|分别/u.test(sentence.text)) return undefined
  const line = slotLine(reading, sentence, { unnamed: true })
  const { text, slots } = line
  if (counted !== null) return leadsCounted(reading, { text, slots }, sentence)
  const match = consortiumCues(reading.lexicon).eachLeads.exec(text)
  if (match === null) return leadsPaired(reading, sentence, line)
  const list = slots.get(match.index)
  const group = slots.get(match.index + match[0].length - 1)
  if (list?.slot !== LIST || group?.slot !== GROUP || list.entities.length < 2) return undefined
  return { leads: list.entities, kind: kindOf(group.consortium.entity) as ConsortiumKind }
}

/** 甲、乙作为牵头医院，分别与丙、丁组建医联体: first with first. */
function leadsPaired(reading: Reading, sentence: Sentence, { text, at, slots }: SlotLine): Each | undefined {
  const match = consortiumCues(reading.lexicon).leadsWith.exec(text)
  if (match === null) return undefined
  const place = match.index + match[0].lastIndexOf(LIST)
  const [heads, below] = [slots.get(match.index), slots.get(place)]
  const group = slots.get(match.index + match[0].length - 1)
  if (heads?.slot !== LIST || below?.slot !== LIST || group?.slot !== GROUP) return undefined
  if (heads.entities.length < 2 || heads.entities.length !== below.entities.length) return undefined
  const isOpen = /等\d/u.test(sentence.text.slice(at[place], at[place + 1]))
  return { leads: heads.entities, kind: kindOf(group.consortium.entity) as ConsortiumKind, ...(isOpen ? {} : { members: below.entities }) }
}

/** 2个医共体：甲牵头，成员为乙；丙牵头，成员为丁: those that head a list, where they are more than one. */
function leadsCounted(reading: Reading, { text, slots }: Pick<SlotLine, 'text' | 'slots'>, sentence: Sentence): Each | undefined {
  const kinds = new Set([...slots.values()].flatMap((slot) => (slot.slot === GROUP ? [kindOf(slot.consortium.entity)] : [])))
  const [kind, more] = kinds
  const leads = matchesOf(consortiumCues(reading.lexicon).gathers, text).flatMap(({ 0: words, index }) => {
    const list = slots.get(index)
    const isLed = consortiumCues(reading.lexicon).leads.test(words)
    return isLed && list?.slot === LIST && list.entities.length === 1 && isNamed(reading, sentence, list.entities) ? list.entities : []
  })
  const several = new Set(leads).size > 1 ? leads : leadsTogether({ text, slots })
  const isSeveral = new Set(several).size > 1 && new Set(several).size === several.length
  return kind !== undefined && more === undefined && isSeveral ? { leads: several, kind: kind as ConsortiumKind } : undefined
}

/** 甲、乙、丙三家医院牵头，组建|三大|医共体 */
const LEAD_TOGETHER =
  /(?:^|[，：])[^，；：。ＣＬＫ]{0,6}Ｌ(?:分别|各自)?(?:牵头|领衔|(?:为|作为|担任)(?:龙头|牵头(?:单位|医院)?|总院))，?(?:分别)?(?:组建|成立|建成|组成|建立|打造)了?([2-9两二三四五六七八九])[个大][^，；：。ＣＬＫ]{0,3}Ｃ/u
const NUMERALS = '二三四五六七八九'

/** Those that lead one each, where as many lead as are made. */
function leadsTogether({ text, slots }: Pick<SlotLine, 'text' | 'slots'>): readonly string[] {
  const match = LEAD_TOGETHER.exec(text)
  const list = match === null ? undefined : slots.get(match.index + match[0].indexOf(LIST))
  const said = match?.[1]?.replace('两', '二') ?? ''
  const count = NUMERALS.includes(said) ? NUMERALS.indexOf(said) + 2 : Number(said)
  return list?.slot === LIST && list.entities.length === count ? list.entities : []
}

function isNamed(reading: Reading, { index }: Sentence, [entity]: readonly string[]): boolean {
  return (reading.mentions[index] ?? []).some((mention) => mention.entity === entity && mention.attrs['kind'] !== 'primary')
}

/** A consortium for each of those that lead one, and whom each has in it. */
function addApart(
  reading: Reading,
  sentence: Sentence,
  each: Each | undefined,
  { mentions, claims }: Pick<Found, 'mentions' | 'claims'>,
): void {
  const { start, end } = sentence
  const status = foundedWhen(sentence)
  if (status === undefined) return
  const led = (each?.leads ?? []).map((subject): RelationClaim => {
    const kind = each?.kind ?? '医共体'
    const name = `${nameOf(reading, subject)}${kind}`
    const written = ownersIn(reading).called(name, subject, kind)?.entity
    const entity = written ?? subject.replace(/^\w+/, 'consortium') + kind
    if (written === undefined) mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, start, end })
    const attrs = { role: 'lead', status }
    return membershipIn(sentence, { subject, object: entity, attrs, rule: 'consortium/told' })
  })
  const paired = led.flatMap((claim, index): RelationClaim[] => {
    const subject = each?.members?.[index]
    return subject === undefined ? [] : [{ ...claim, subject, attrs: { role: 'member', status } }]
  })
  claims.push(...led, ...paired, ...membersApart(reading, sentence, led))
}

/** 甲、乙分别牵头医共体，前者覆盖丙，后者覆盖丁: the members of each, where several lead one of their own. */
export function membersApart(reading: Reading, sentence: Sentence, read: readonly RelationClaim[]): RelationClaim[] {
  const leads = new Map(read.filter(({ attrs }) => attrs['role'] === 'lead').map((claim) => [claim.subject, claim]))
  const known = new Set(read.map(({ subject }) => subject))
  if (leads.size < 2 || new Set([...leads.values()].map(({ object }) => object)).size !== leads.size) return []
  const { text, slots } = slotLine(reading, sentence)
  return matchesOf(consortiumCues(reading.lexicon).gathers, text).flatMap(({ 0: words, index }) => {
    const [head, list] = [slots.get(index), slots.get(index + words.length)]
    const lead = head?.slot === LIST && head.entities.length === 1 ? leads.get(head.entities[0] ?? '') : undefined
    if (lead === undefined || list?.slot !== LIST) return []
    const attrs = { role: 'member', status: lead.attrs['status'] ?? 'in_effect' }
    const { start, end } = sentence
    return list.entities.filter((subject) => !known.has(subject)).map((subject) => ({ ...lead, subject, attrs, start, end }))
  })
}

function nameOf(reading: Reading, entity: string): string {
  return reading.mentions.flat().find((mention) => mention.entity === entity)?.name ?? ''
}
