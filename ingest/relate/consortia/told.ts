/** Members and leads told in any order of names, verbs, lists and counts; what the rules have found is left to them. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { groupsMeant } from './anaphora.ts'
import { consortiumCues } from './cues.ts'
import { NUMBER, NUMBERS, numbersBefore } from './lists.ts'
import { isEventOf } from './others.ts'
import { ownSide } from './own-side.ts'
import { HEADS } from './meant.ts'
import { ownersIn } from './owners.ts'
import { GROUP, KIND, LIST, mentionsMade, slotLine, type ListSlot, type SlotLine } from './slots.ts'
import { statusIn } from './when.ts'
import { segmentsOf, toldModality, type Hit, type Segment } from './told-when.ts'
import type { Modality } from '../sentence/modality.ts'
import { mentionWithin } from '../sentence/named-within.ts'
import { BODY_LABELS, isMembership, membershipIn } from './membership.ts'
import { LED_BY_NAME } from './over.ts'

/** What follows a verb of joining where the consortium stands before it. */
const JOINED_BEFORE =
  /^(?:$|[，；。）]|其|该|这一|麾下|集团|联盟|医共体|医联体|旗下|进来|管理|统管|统一管理|统筹管理|统一调度|一体管理|一体化|之中|其中|其内|大家庭)/u
/** 参加年会 is no joining, and nor is 参加 alone where a consortium was named before. */
const ATTENDS = /(?:参加|参与|走进|投身|投入|携手|成为|进入|进驻|接入|迈入|入选|留在|加到)[了到于至为]?$/u
/** 甲医联体成立，|乙、丙|参加|: those of whom that is told with the founding. */
const FOUNDED_BEFORE = /Ｃ(?:已|也)?(?:正式|顺利|宣告)?(?:成立|组建|挂牌|揭牌|启动|诞生|组建完成)，$/u
const JOINED_IT = /^(?:其|该|麾下|集团|联盟|医共体|医联体|旗下|之中|大家庭)/u
const ALSO = /^(?:(?:、|和|及|以及|与)Ｃ)*/u
const WITHIN_LIST = /Ｃ(?:、|和|及|以及)由?$/u
const ALSO_LED = /^(?:(?:、|和|及|以及|与)(?:Ｌ[^，；：。（）ＣＬＫ]{0,11})?Ｃ)*/u
const POINT = /^(?:[二三四五六七八九十]是|第[二三四五六]|其[二三四])/u
const PAIR_BEFORE = /Ｃ[、和与及]Ｃ$/u
const FOUND_BEFORE =
  /(?:组成|组建|结成|成立|合组|构成|建立|构建|打造|创建|建成|形成|搭建|共建|发起|缔结|建起|办起|织起|搭起|结为|签订|签署|整合[为成])(?:了|起|的)?(?:[以由]Ｌ[^，；：。ＣＬＫ]{0,6}的)?[^，；：。ＣＬＫ]{0,4}$/u
/** 组成|另一个|医共体 */
const ANOTHER = /^(?:了|起)?(?:[另又再第]?[一二三四两\d]?[个家]|新的?)$/u
/** The consortium that a sentence told of before it says its kind. */
const THIS_ONE =
  /[，；：](?:这个|这一|该|此|至此|目前，?|(?:这|那)?(?:就|便|即|正)?(?:是|构成|形成|组成|成为)了?(?:[我全本][县市区旗州师])?的?[^，；：。ＣＬＫ]{0,6})Ｃ/u
/** 牵头成立江州市首家医院集团，即|甲医院集团 */
const NAMED_SO =
  /^(?:组成|组建|成立|建立|构建|打造|发起)?了?[^，；：。ＣＬＫ]{0,12}Ｋ(?:（[^，；：。ＣＬ]{0,6}）)?，(?:即|也就是|名为|取名为?|命名为|定名为)$/u
/** 甲牵头的丙联盟、乙牵头的丁联盟，|戊均已加入 */
const ALL_BEFORE = /Ｃ(?:(?:、|和|及|以及|与)(?:[由以]?Ｌ[^，；：。ＣＬＫ]{0,11})?Ｃ)*，$/u
const EACH = /分别|依次|各自|各$/u
/** 该联盟, 医共体 of no name between a consortium and what may be of another. */
const OTHER_KIND = /(?<![该此本其这])(?<!该[〇㐀-鿿]{1,4}|这[一个])Ｋ/u
/** 组建甲医疗集团，|将乙纳入医共体: the one that was founded right before. */
const FOUNDED = /(?:组建|成立|建立|组成|构建|打造)了?[^，；：。ＣＬＫ]{0,6}Ｃ，(?:并|同时)?[将把]?$/u
/** 以甲为龙头，7月前把乙编入|丙 */
const TAKEN_BEFORE = /，[^，；：。ＣＬＫ]{0,10}(?:将|把|带动|整合)Ｌ[^，；：。ＣＬＫ]{0,10}(?:入|进|到|归|为|成)$/u
/** 以甲为总院|，乙、丙为分院的|医共体 */
const BOTH_TOLD = /^，Ｌ(?:等)?为[^，；：。ＣＬＫ]{0,8}的[^，；：。ＣＬＫ]{0,6}$/u
/** ，|儿科联盟|预计下半年挂牌: an alliance of its own field acts in a clause. */
const UNREAD_NAME =
  /[，；](?!加入|参加|组建|成立|建立|构建|打造|纳入|融入|发起|目前|现在|如今|我院|本院|[该本此其这各全])([〇㐀-鿿]{2,6}联盟)(?=预计|将|拟|计划|已|也|于|由|以|则|正|首批|有望|成立|成员|的成员|吸|纳)/u
const REACH_AFTER = 44
const REACH_BEFORE = 90

/** What follows a lead and is a consortium that nothing has named. */
const OTHER_GROUP = /^的?[^，；。：ＣＬＫ]{0,10}(?:联盟|集团|协作网)/u
/** 与甲共建|胸外科，同年牵头成立联盟; 与甲组建|了医联体，去年又成立联盟: what was founded is another. */
const OWN_OBJECT =
  /^(?:(?![了起为的])[〇㐀-鿿]{2,10}|[了起]?[^，；：。ＣＬＫ]{0,6}Ｋ[^，；：。ＣＬＫ]{0,6})，(?!(?:即|名为|取名|称为|命名))/u
/** What acts in a clause: a name, or a body without one. */
const OWN_SUBJECT = /Ｌ|医院|卫生院|[我本该]院/u

/** 由甲牵头，联合乙、丙|共同发起的联盟: those that only start it with the one that leads are members. */
const ONLY_STARTS = /发起|倡议|创建/u

/** A claim, and whether its consortium stands in or behind the words that tell it. */
interface Told {
  readonly claim: RelationClaim
  readonly isBeside: boolean
  /** Whether it tells a lead by no more than that it started the consortium. */
  readonly onlyStarts: boolean
}

/** What the sentences of a document tell: memberships that no rule has found, and roles of those that one has. */
export interface ToldMembers {
  readonly claims: RelationClaim[]
  readonly mentions: Mention[]
  readonly leads: ReadonlyMap<number, ReadonlySet<string>>
}

/** Memberships that no rule has found; `found` are the claims of the rules. */
export function relateTold(reading: Reading, found: readonly Claim[]): ToldMembers {
  const claims: RelationClaim[] = []
  const mentions: Mention[] = []
  const leads = new Map<number, Set<string>>()
  const known = found.filter(isMembership)
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined || sentence.heading) continue
    const named = reading.mentions[sentence.index] ?? []
    if (!named.some(({ label }) => BODY_LABELS.has(label))) continue
    const isNamed = named.some(({ label }) => label === 'Consortium')
    const meant = isNamed ? [] : groupsMeant(reading, sentence)
    if (meant.length === 0 && !isNamed) continue
    const slots = slotLine(reading, sentence, { meant })
    const line = new Line(reading, sentence, slots)
    for (const { claim, isBeside } of line.claims()) {
      if (claim.attrs['role'] === 'lead') leads.set(sentence.start, (leads.get(sentence.start) ?? new Set()).add(claim.subject))
      const isTaken = known.some(
        ({ subject, object, start }) => subject === claim.subject && (object === claim.object || (!isBeside && start === sentence.start)),
      )
      const same = claims.findIndex(({ subject, object }) => subject === claim.subject && object === claim.object)
      // 甲与乙同在丙，后者是牵头单位: what is told of its role stands.
      // 成立之初有甲、乙，后来乙划出: it is over, whoever has found that it was.
      const isOver = claim.attrs['status'] === 'ended' && claim.attrs['role'] === 'member' && known.some((other) => isOf(other, claim))
      if ((!isTaken && same < 0) || isOver) claims.push(claim)
      else if (!isTaken && claims[same]?.start === claim.start && (claim.attrs['role'] === 'lead' || claim.attrs['status'] === 'ended'))
        claims[same] = claim
    }
    mentions.push(...line.mentions, ...mentionsMade(sentence, slots, claims))
  }
  return { claims, mentions, leads }
}

/** Whether both tell the same membership in the same sentence. */
function isOf(other: RelationClaim, { subject, object, start }: RelationClaim): boolean {
  return other.subject === subject && other.object === object && other.start === start
}

/** Memberships of one sentence in a line of its slots, as they are told. */
export function membersTold(reading: Reading, sentence: Sentence, line: SlotLine): RelationClaim[] {
  return new Line(reading, sentence, line).claims().map(({ claim }) => claim)
}

function isLedByAnother({ claim }: Told, all: readonly Told[]): boolean {
  return all.some(
    (other) =>
      !other.onlyStarts &&
      other.claim.attrs['role'] === 'lead' &&
      other.claim.object === claim.object &&
      other.claim.subject !== claim.subject,
  )
}

/** 甲、乙与丙签署协议，成为集团成员: those before 与 come into what 丙 leads; undefined where nothing was signed. */
function beforeWith(list: ListSlot, { role }: Hit['cue'], words: string): ListSlot | undefined {
  if (role !== 'member' || list.pairedAt === 0 || !/^Ｌ[^，；：。]{0,12}签/u.test(words.slice(words.indexOf(LIST)))) return undefined
  return { ...list, entities: list.entities.slice(0, list.pairedAt), isPaired: false, pairedAt: 0 }
}

function withRole(told: Told, role: 'lead' | 'member'): Told {
  const { claim } = told
  return claim.attrs['role'] === undefined ? told : { ...told, claim: { ...claim, attrs: { ...claim.attrs, role } } }
}

const isMove = ({ cue }: Hit): boolean => cue.moves === true || cue.stands === true

class Line {
  private readonly reading: Reading
  private readonly sentence: Sentence
  private readonly line: SlotLine
  /** Hospitals that only the names of consortia name. */
  readonly mentions: Mention[] = []

  constructor(reading: Reading, sentence: Sentence, line: SlotLine) {
    this.reading = reading
    this.sentence = sentence
    this.line = line
  }

  claims(): Told[] {
    const claims: Told[] = []
    for (const segment of segmentsOf(this.line.text)) {
      const told = new Set<number>()
      for (const hit of this.hitsIn(segment)) {
        if (told.has(hit.listAt)) continue
        const beside = this.groupsBeside(hit, segment)
        const groups = beside.length > 0 ? beside : this.groupsBefore(hit, segment)
        if (groups.length === 0) continue
        const modality = toldModality(this.reading, this.sentence, this.line, { hit, segment })
        told.add(hit.listAt)
        const words = this.line.text.slice(hit.from, hit.to)
        if (modality !== undefined)
          claims.push(
            ...[...this.membersOf(hit, groups, modality), ...this.left(hit, modality)].map((claim) => ({
              claim,
              isBeside: beside.length > 0 || hit.cue.all === true,
              onlyStarts: ONLY_STARTS.test(words) && !words.includes('牵头'),
            })),
          )
      }
    }
    return claims.map((told): Told => (told.onlyStarts && isLedByAnother(told, claims) ? withRole(told, 'member') : told))
  }

  private hitsIn({ from, to }: Segment): Hit[] {
    const text = this.line.text.slice(from, to)
    if (!text.includes(LIST)) return []
    const hits: Hit[] = []
    for (const cue of consortiumCues(this.reading.lexicon).cues)
      for (const match of matchesOf(cue.pattern, text)) {
        const inner = match[0].indexOf(LIST)
        const listAt = from + match.index + inner
        const given = this.line.slots.get(listAt)
        if (inner < 0 || given?.slot !== LIST) continue
        const list = cue.alone === true && given.isPaired ? beforeWith(given, cue, match[0]) : given
        if (list === undefined) continue
        if (cue.several === true && list.entities.length < 2) continue
        const end = match.index + match[0].length
        const own = cue.role === 'member' ? ownSide(list, text.slice(0, listAt - from + 1).slice(-12), text.slice(listAt - from + 1)) : list
        hits.push({ cue, list: own, from: from + match.index, to: from + end, listAt })
      }
    // 甲过去是乙医共体的分院，去年转入丙医共体: the move tells of both. 甲因划归丙，没有加入: so does that.
    return hits.some(isMove) ? hits.toSorted((one, other) => Number(isMove(other)) - Number(isMove(one))) : hits
  }

  /** The consortia within the words of a hit, or those that follow it. */
  private groupsBeside(hit: Hit, segment: Segment): SentenceMention[] {
    const inside = this.groupsBetween(hit.from, hit.to).slice(hit.cue.moves === true ? -1 : 0)
    return inside.length > 0 || hit.cue.side === 'before' ? inside : this.groupsAfter(hit, segment)
  }

  /** The consortium that stands before a hit. */
  private groupsBefore(hit: Hit, segment: Segment): SentenceMention[] {
    const { text } = this.line
    if (hit.cue.side === 'after') return []
    const rest = text.slice(hit.to, segment.to)
    // 甲牵头的乙联盟、丙牵头的|骨伤科联盟, which has no name of its own: it is not of 乙联盟.
    if (hit.cue.role === 'lead' && OTHER_GROUP.test(rest)) return []
    const all = hit.cue.all === true ? ALL_BEFORE.exec(text.slice(segment.from, hit.from)) : null
    if (all !== null) return this.groupsBetween(segment.from + all.index, hit.from)
    const isWeak = ATTENDS.test(text.slice(hit.from, hit.to))
    const isOwnKind = rest.startsWith(KIND) && FOUNDED.test(text.slice(segment.from, hit.from))
    const isFirst = /^(?:$|[，；。])/u.test(rest) && FOUNDED_BEFORE.test(text.slice(segment.from, hit.listAt))
    if (hit.cue.closes === true && !isOwnKind && !isFirst && !(isWeak ? JOINED_IT : JOINED_BEFORE).test(rest)) return []
    const before = text.slice(segment.from, hit.from).lastIndexOf(GROUP)
    // 加入甲联盟；医院托管乙，带动丙: the consortium of another clause does nothing where this one has a subject.
    if (before < 0 && hit.cue.acts === true && OWN_SUBJECT.test(text.slice(segment.from, hit.from))) return []
    const known = before < 0 ? this.onlyGroup(hit, segment) : segment.from + before
    const at = known < 0 ? this.groupToldAfter(hit, segment) : known
    if (at < 0 || hit.from - at > REACH_BEFORE) return []
    // 推进甲联盟建设，先期加入的有乙: the list is of 甲联盟, whatever else is done with that.
    const isListed = hit.cue.lists === true && text.slice(at + 1, hit.from).includes('，')
    if (!isListed && isEventOf(text.slice(at + 1))) return []
    // 组建甲联盟；联合乙成立专科医联体: it is of another.
    const clauseEnd = /[，；。]|$/u.exec(text.slice(hit.to))?.index ?? 0
    if (!isOwnKind && OTHER_KIND.test(text.slice(at + 1, hit.to + clauseEnd))) return []
    const between = text.slice(at + 1, hit.from)
    if (this.isOfUnread(between, at)) return []
    const { notSubject, ranked } = consortiumCues(this.reading.lexicon)
    const isOther = hit.cue.acts === true && notSubject.test(between.replace(/Ｌ.*$/u, ''))
    if (isOther || (hit.cue.counts === true && ranked.test(between))) return []
    // 甲医共体、乙医共体同时运行，成员分别有丙、丁: in order, or not told.
    const joined = PAIR_BEFORE.exec(text.slice(segment.from, at + 1))?.[0].length ?? 0
    if (joined > 0) return EACH.test(text.slice(hit.from, hit.to)) ? this.groupsBetween(at + 1 - joined, at + 1) : []
    return this.groupsBetween(at, at + 1)
  }

  /** 甲牵头的联盟筹备当中，|儿科联盟|首批拟吸收乙: what was not read as a name is another. */
  private isOfUnread(between: string, at: number): boolean {
    const name = UNREAD_NAME.exec(between)?.[1]
    const slot = this.line.slots.get(at)
    return name !== undefined && slot?.slot === GROUP && !slot.consortium.name.endsWith(name)
  }

  /** 任牵头医院的|甲医共体; 以甲为龙头，联合乙|组成甲医共体. */
  private groupsAfter(hit: Hit, segment: Segment): SentenceMention[] {
    const rest = this.line.text.slice(hit.to, Math.min(segment.to, hit.to + REACH_AFTER))
    const at = rest.indexOf(GROUP)
    if (at < 0) return []
    const between = rest.slice(0, at).replace(NUMBERS, '')
    // 甲与乙共建丙科，支持丁与戊发起|联盟: others found it.
    if (hit.cue.together === true && (between.includes(LIST) || OWN_OBJECT.test(between))) return []
    const isNear =
      /^[^，；：。]*$/u.test(between) && (hit.cue.closes === true || /的[^的，]{0,8}$/u.test(between) || /^[^）]{0,2}$/u.test(between))
    const isLed = hit.cue.role === 'lead' && (TAKEN_BEFORE.test(between) || BOTH_TOLD.test(between))
    const isFounded = FOUND_BEFORE.test(between) || ANOTHER.test(between) || NAMED_SO.test(between) || isLed
    const isListed = /^[^，；：。]*的[^，；：。]{0,4}$/u.test(between)
    // 除牵头单位甲外，|丙还包含乙
    const isBesides = /^[以之]?外，$/u.test(between)
    if (!isNear && !isFounded && !isListed && !isBesides) return []
    if (isEventOf(this.line.text.slice(hit.to + at + 1, segment.to))) return []
    // 甲牵头的丙联盟、乙牵头的丁联盟: one joins both, and each leads its own.
    // 甲联盟、乙牵头的丙联盟、丁联盟: in such a list the lead is of the next alone.
    const isWithin = hit.cue.role === 'lead' && WITHIN_LIST.test(this.line.text.slice(0, hit.listAt))
    const joined = isWithin ? 0 : ((hit.cue.role === 'lead' ? ALSO : ALSO_LED).exec(rest.slice(at + 1))?.[0].length ?? 0)
    return this.groupsBetween(hit.to + at, hit.to + at + 1 + joined)
  }

  /** The one consortium that the sentence has named before. */
  private onlyGroup(hit: Hit, segment: Segment): number {
    const own = this.line.text.slice(segment.from, segment.to)
    // 丙加盟，组成甲医联体；戊|加盟，组成乙医联体: it is of the one of its own part.
    if (own.includes(GROUP) || POINT.test(own) || (own.startsWith(LIST) && HEADS.test(own.slice(1)))) return -1
    const places = [...this.line.slots].filter(([at, { slot }]) => slot === GROUP && at < hit.from)
    const ids = new Set(places.map(([, slot]) => (slot.slot === GROUP ? slot.consortium.entity : '')))
    return ids.size === 1 ? (places.at(-1)?.[0] ?? -1) : -1
  }

  /** 成员单位包括甲、乙，牵头单位由丙担任，|这个健康共同体…: those before are of it. */
  private groupToldAfter(hit: Hit, segment: Segment): number {
    const told = THIS_ONE.exec(this.line.text.slice(hit.to, segment.to))
    return told === null ? -1 : hit.to + told.index + told[0].length - 1
  }

  private groupsBetween(from: number, to: number): SentenceMention[] {
    const found: SentenceMention[] = []
    for (let at = from; at < to; at++) {
      const slot = this.line.slots.get(at)
      if (slot?.slot === GROUP) found.push(...this.numbered(slot.consortium, at))
    }
    return found
  }

  /** 第一、第二、|第三医共体: those whose kind is told with the last, and that one. */
  private numbered(last: SentenceMention, at: number): SentenceMention[] {
    const before = numbersBefore(this.line.text.slice(0, at), last)
    const own = before.map((number) => ({ ...last, entity: last.entity.replace(NUMBER, number), name: last.name.replace(NUMBER, number) }))
    for (const { entity, label, name, aliases, attrs, start, end } of own)
      this.mentions.push({ entity, label, name, aliases, attrs, start, end })
    return [...own, last]
  }

  private membersOf({ cue, list, from, to }: Hit, groups: readonly SentenceMention[], modality: Modality): RelationClaim[] {
    const { year } = dateIn(this.reading, this.sentence, modality)
    const { entities, heads, isPaired } = list
    const isEach = EACH.test(this.line.text.slice(from, to))
    const pairs = groups.length > 1 && (isEach || (cue.role === 'lead' && entities.length > 1))
    if (pairs && entities.length !== groups.length) return []
    // 整合甲、乙组建丙医共体和丁医共体: who is in which is not told.
    if (groups.length > 1 && entities.length > 1 && !pairs && cue.closes !== true && cue.all !== true) return []
    const isEqual = cue.together === true && isPaired && heads.size === 0
    // 作为丙牵头单位，我院与甲、乙统一目录: with whom the one that leads does it.
    const withUs = cue.role === 'lead' && isPaired && entities[0] === this.reading.document.speaker
    const roleOf = (subject: string): string => {
      if (heads.has(subject)) return 'lead'
      return withUs && subject !== entities[0] ? 'member' : cue.role
    }
    // 甲、乙签署加入甲医疗集团协议书: it is 甲 that leads it.
    const isOwner = (subject: string, consortium: SentenceMention): boolean =>
      cue.role === 'member' && cue.ends !== true && entities.length > 1 && ownersIn(this.reading).of(consortium)?.entity === subject
    return groups.flatMap((consortium, index) => [
      ...(pairs ? entities.slice(index, index + 1) : entities).map((subject) =>
        this.claim(subject, consortium, {
          ...(isOwner(subject, consortium) ? { role: 'lead' } : isEqual || cue.equal === true ? {} : { role: roleOf(subject) }),
          status: statusIn(this.reading, modality.status, year),
          ...(year === undefined ? {} : { year }),
        }),
      ),
      ...this.leadByName(consortium),
    ])
  }

  /** 甲由乙医共体划入丙医共体: it has left 乙医共体. */
  private left({ cue, list, from, to }: Hit, modality: Modality): RelationClaim[] {
    if (cue.moves !== true || modality.status !== 'in_effect') return []
    return this.groupsBetween(from, to)
      .slice(0, -1)
      .flatMap((consortium) => list.entities.map((subject) => this.claim(subject, consortium, { role: cue.role, status: 'ended' })))
  }

  /** 甲牵头的医共体管着乙: the name itself tells who leads. */
  private leadByName(consortium: SentenceMention): RelationClaim[] {
    const isHere = this.reading.mentions[this.sentence.index]?.includes(consortium) === true
    if (!isHere || !LED_BY_NAME.test(this.sentence.text.slice(consortium.from, consortium.to))) return []
    const lead = ownersIn(this.reading).of(consortium)
    if (lead === undefined) return []
    if (lead.within !== undefined) this.mentions.push(mentionWithin(this.sentence, consortium, lead.within))
    return [this.claim(lead.entity, consortium, { role: 'lead', status: 'in_effect' })]
  }

  private claim(subject: string, consortium: SentenceMention, attrs: RelationClaim['attrs']): RelationClaim {
    return membershipIn(this.sentence, { subject, object: consortium.entity, attrs, rule: 'consortium/told' })
  }
}
