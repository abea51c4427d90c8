/** What one match of a rule tells of consortia: members, leads, alliances, and agreements that come with them. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import { consortiumId } from '../../recognise/identity.ts'
import { formOfEach } from '../sentence/agreements.ts'
import { antecedentsOf } from '../sentence/antecedents.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { isAgreedOnly } from './agreed.ts'
import { alliesIn, centreOf, headsFirst, isOfAnother, madeWithPlace } from './allies.ts'
import { consortiaAmong, consortiaBeside, consortiaJoined, consortiaNumbered, isNextTitle, isUntoldWhose, ledBefore } from './lists.ts'
import { FORM_OF, isKindMeant, kindIn, kindsInOrder, ownedBy, type ConsortiumKind } from './kind.ts'
import { consortiumInOrder, consortiumMeant, FOUNDED_BY_TWO, isOfEquals } from './meant.ts'
import { ownLed, type ConsortiumOwners } from './owners.ts'
import {
  isAbove,
  isOnlyAgreement,
  isKindOnlyTopic,
  isLedByOther,
  isLedElsewhere,
  isNamedBehind,
  isSideOf,
  isTalkedOver,
  isTriedOut,
  tellsOthers,
} from './others.ts'
import { isLedStill, statusIn } from './when.ts'
import { type Modality } from '../sentence/modality.ts'
import { subjectOfLast } from '../sentence/omitted-subjects.ts'
import { hasUnreadSubject, tokensOf, type RuleMatch } from '../sentence/passage.ts'
import { mentionWithin } from '../sentence/named-within.ts'
import { isMembership } from './membership.ts'
import { isLocal, isOwnPart } from '../sentence/place.ts'
import { receiverOf } from './receivers.ts'
import { clauseAround } from '../sentence/tokens.ts'
import { topicOf } from '../sentence/topic.ts'

/** 甲医院（牵头）、乙医院 */
const HEAD_NOTE = /^（(?:牵头|总院|龙头|组长)/u

const TITLE = /^的?[〇㐀-鿿“]{0,12}?(?:联盟|医联体|联合体|集团)(?:首批)?(?:成员|理事|协作)?单位/u
const LONGEST_TITLE = 24
/** 医疗集团|成员单位协议 */
const FOR_MEMBER = /^[〇㐀-鿿]{3,9}?(?:成员|理事|协作|加盟|会员)(?:单位|医院)[〇㐀-鿿]{0,6}?(?:协议|合同|协定)/u
/** 甲医共体与乙卫生院实行人财物统一管理 */
const AS_ONE = 'consortium/c-manages-m-as-one'
const TITLED_ALONE = 'consortium/topic-titled-of-c'
const CORE = /核心(?:成员)?(?:单位|医院)/u

/** One match, with what its claims have in common. */
export class Step {
  private readonly reading: Reading
  private readonly found: RuleMatch
  private readonly modality: Modality
  private readonly owners: ConsortiumOwners
  /** Hospitals that only the names of consortia name. */
  readonly mentions: Mention[] = []

  constructor(reading: Reading, found: RuleMatch, { modality, owners }: { modality: Modality; owners: ConsortiumOwners }) {
    this.reading = reading
    this.found = found
    this.modality = modality
    this.owners = owners
  }

  private slot(name: string): readonly SentenceMention[] {
    return this.found.match.slots.get(name) ?? []
  }

  private claim(said: Pick<RelationClaim, 'type' | 'subject' | 'object' | 'attrs' | 'local'>): RelationClaim {
    const { sentence, rule } = this.found
    return { ...said, kind: 'relation', basis: 'text', start: sentence.start, end: sentence.end, rule: rule.id }
  }

  private member(body: string, consortium: string, said: 'lead' | 'member' | 'owner'): RelationClaim {
    const { sentence, rule } = this.found
    const isBefore = said === 'lead' && isLedStill(this.found, this.modality)
    const year = isBefore ? undefined : dateIn(this.reading, sentence, this.modality).year
    const isTold = said === 'owner' || !isOfEquals(this.found)
    const role = rule.roles && isTold ? { role: said === 'member' ? said : 'lead' } : {}
    const status = isBefore ? 'in_effect' : statusIn(this.reading, this.modality.status, year)
    const attrs = { ...role, status, ...(year === undefined ? {} : { year }) }
    return this.claim({ type: 'MEMBER_OF', subject: body, object: consortium, attrs })
  }

  membership(): RelationClaim[] {
    const { sentence } = this.found
    if (isNextTitle(this.found, this.slot('M')) || tellsOthers(this.found)) return []
    if (this.slot('C').some(({ to }) => isTriedOut(sentence.text, to) || isAbove(sentence.text, to))) return []
    const bodies = consortiaAmong(this.found, this.slot('M')).flatMap((consortium) => this.ownerOf(consortium) ?? [])
    const receivers = this.found.rule.refers && this.slot('M').length === 0 ? receiverOf(this.reading, this.found) : []
    const isBare = receivers.length + bodies.length + this.slot('M').length === 0 && this.found.rule.topic === 'member'
    const meant = isBare ? subjectOfLast(this.reading, this.found) : receivers
    const named = isSideOf(this.found) ? [] : [...bodies, ...this.slot('M').map((mention) => mention.entity), ...meant]
    if (this.found.rule.topic === 'lead' && this.slot('L').length === 0 && isLedByOther(this.found)) return []
    const isTopic = (role: string): boolean =>
      this.found.rule.topic === role && named.length === 0 && (role === 'member' || this.slot('L').length === 0)
    const topic = this.topicOfTitle(this.topic())
    const speaker = this.reading.document.speaker ?? (topic.length === 1 ? (topic[0] ?? null) : null)
    if (named.length === 0 && this.found.rule.topic !== undefined && hasUnreadSubject(this.found, speaker)) return []
    const noted = this.slot('M').filter(({ to }) => HEAD_NOTE.test(sentence.text.slice(to, to + 5)))
    const leads = new Set([...[...this.slot('L'), ...noted].map((mention) => mention.entity), ...(isTopic('lead') ? topic : [])])
    const members = [...new Set([...named, ...(isTopic('member') ? topic : [])])].filter((entity) => !leads.has(entity))
    const own = ledBefore(this.found) ?? [...this.slot('C'), ...this.slot('C2')]
    const inOrder = consortiumInOrder(this.reading, this.found)
    const beside = consortiaBeside(this.found)
    const told = [...own, ...beside, ...consortiaJoined(this.found, own), ...consortiaNumbered(this.found, own)]
    const all = inOrder ?? (own.length > 0 ? told : consortiumMeant(this.reading, this.found))
    const owners = all.map((consortium) => this.ownerOf(consortium))
    // 甲、乙分别加入丙医联体、丁医联体: first with first.
    const isEach = all.length > 1 && all.length === members.length && this.saysEach()
    if (!isEach && leads.size === 0 && isUntoldWhose(this.found, all, members)) return []
    return all.flatMap((consortium, index) => {
      const owner = owners[index]
      // 整合甲、乙，组建甲医共体和乙医共体: neither is in the other's.
      const isOthers = (entity: string): boolean => owner !== undefined && owners.length > 1 && owners.includes(entity)
      const joining = members.filter((entity, place) => entity !== owner && !isOthers(entity) && (!isEach || place === index))
      // 以甲、乙为龙头组建丙医共体、丁医共体: first with first.
      const isPaired = all.length > 1 && all.length === leads.size
      const heads = isPaired ? [...leads].slice(index, index + 1) : [...leads]
      // 甲医共体由甲和乙组成: it is 甲 that leads it.
      const own = owner !== undefined && members.includes(owner) ? [this.member(owner, consortium.entity, 'owner')] : []
      // 组建乙医疗集团, said of 甲: it is 乙 that leads it.
      if (isTopic('lead') && owner !== undefined && !leads.has(owner)) return []
      // 甲牵头的丙联盟成员单位、丁联盟成员单位, 甲牵头的丙联盟、乙医院联盟: the next of a list need not be 甲's.
      const isApart = beside.includes(consortium) || (index > 0 && !isPaired && owner !== undefined)
      return [
        ...heads.flatMap((entity) => {
          if (isApart && owner !== entity) return []
          const led = ownLed(this.reading, sentence, { entity, consortium, owner, isOneOf: leads.size > 1 })
          const isCore = owner !== undefined && owner !== entity && this.saysCore()
          return led === undefined ? [] : [this.member(entity, led, isCore ? 'member' : 'lead')]
        }),
        ...own,
        ...joining.map((entity) => this.member(entity, consortium.entity, 'member')),
        ...(owner === undefined ? [] : this.withOwner(consortium, owner, joining)),
        ...this.ofTwo(consortium),
      ]
    })
  }

  /** The hospitals that the passage is about, or that 该院 before the match means. */
  private topic(): readonly string[] {
    const { tokens, match, sentence } = this.found
    const { first } = clauseAround(tokens, match.first, match.first)
    const reference = tokens.slice(first, match.last).find(({ classes }) => classes.includes('that'))
    const meant = reference && antecedentsOf(this.reading, this.found, { others: [], reference, acts: true })
    if (meant?.[0] !== undefined) return meant
    const topic = topicOf(this.reading, (index) => tokensOf(this.reading, index), { sentence: sentence.index, before: match.first })
    return topic.filter((id) => id.startsWith('hospital/'))
  }

  /** 本院为：甲医院远程会诊医院；|乙医疗集团成员单位: a title that stands alone is of the hospital that speaks, and not of one from elsewhere. */
  private topicOfTitle(topic: readonly string[]): readonly string[] {
    const { speaker } = this.reading.document
    const isAlone = this.found.rule.id === TITLED_ALONE && topic.length > 0 && !topic.some((entity) => isLocal(entity, this.reading))
    return !isAlone ? topic : speaker === null ? [] : [speaker]
  }

  /** 甲是乙医院医联体核心单位: one of those next to 乙, who leads it. */
  private saysCore(): boolean {
    const { tokens, match, sentence } = this.found
    return CORE.test(sentence.text.slice(tokens[match.first]?.from, tokens[match.last - 1]?.to))
  }

  private saysUnit(): boolean {
    return this.found.match.words.some((word) => this.found.tokens[word]?.classes.includes('in-kind'))
  }

  private saysEach(): boolean {
    const { tokens, match } = this.found
    return tokens.slice(match.first, match.last).some(({ classes }) => classes.includes('each'))
  }

  /** 甲与乙成立丙联盟: the two agree with one another by that. */
  private ofTwo(consortium: SentenceMention): RelationClaim[] {
    const { sentence, rule, tokens, match } = this.found
    const [one, ...others] = this.slot('L')
    const partners = this.slot('M')
    // 甲与乙、丙举行丁联盟签约仪式: each signs with 甲. What three or more found together is no agreement of two.
    const isSigned = match.words.some((word) => tokens[word]?.classes.includes('form-签约') === true)
    if (rule.id !== FOUNDED_BY_TWO || one === undefined || others.length > 0 || (partners.length !== 1 && !isSigned)) return []
    // 甲联合乙发起成立丙联盟: there are others in it.
    if (!isOfEquals(this.found)) return []
    const attrs = {
      form: FORM_OF[consortium.attrs['kind'] as ConsortiumKind] ?? '医联体',
      status: this.modality.status,
      ...dateIn(this.reading, sentence, this.modality),
    }
    return partners
      .filter(({ entity }) => entity !== one.entity && !isOwnPart(one.entity, entity, this.reading))
      .map(({ entity }) => {
        const local = isLocal(entity, this.reading) && !isLocal(one.entity, this.reading) ? 'object' : 'subject'
        return this.claim({ type: 'COOPERATES_WITH', subject: one.entity, object: entity, attrs, local })
      })
  }

  /** Whether the text gives one of two a title of the other's alliance: 甲 signs with 乙 and joins 乙医联体. */
  private titlesOneOf(parties: readonly SentenceMention[]): boolean {
    return parties.some(({ entity }) => !isLocal(entity, this.reading) && this.givesTitle(entity))
  }

  /** What two agree on where the text has a name for it: 甲 signs with 乙, whose is 乙医联体. */
  private ofOwner(parties: readonly SentenceMention[], kind: ConsortiumKind, claims: Claim[]): boolean {
    for (const { entity: owner } of parties) {
      // What a hospital of the home agrees on with another is of the two, unless they come into its group.
      const consortium = kind === '医疗集团' || !isLocal(owner, this.reading) ? this.owners.ownOf(owner, kind) : undefined
      if (consortium === undefined || this.isOfBoth(consortium)) continue
      for (const { entity } of parties) claims.push(this.member(entity, consortium.entity, entity === owner ? 'owner' : 'member'))
      return true
    }
    return false
  }

  /** “同济|江州医院医联体”: the other party stands in the name before the owner. */
  private isOfBoth(consortium: SentenceMention): boolean {
    const index = this.reading.mentions.findIndex((named) => named.includes(consortium))
    return /“[〇㐀-鿿]{2,6}$/u.test(this.reading.sentences[index]?.text.slice(0, consortium.from) ?? '')
  }

  /** 甲与乙签订医联体协议: that they agree, and no more. */
  private isAgreed(parties: readonly SentenceMention[]): boolean {
    const pair = parties.map(({ entity }) => entity)
    return !this.isForMember() && isAgreedOnly(this.reading, this.found.sentence, pair)
  }

  /** 作为江州市医疗集团牵头单位，甲与乙组建医疗集团: the one of this kind of which the sentence has told that 甲 leads it. */
  private ofLed(parties: readonly SentenceMention[], kind: ConsortiumKind, claims: Claim[]): boolean {
    const { start, index } = this.found.sentence
    const named = (this.reading.mentions[index] ?? []).filter(({ label, attrs }) => label === 'Consortium' && attrs['kind'] === kind)
    const ids = new Set(parties.map(({ entity }) => entity))
    const led = claims
      .filter(isMembership)
      .find((claim) => claim.start === start && claim.attrs['role'] === 'lead' && ids.has(claim.subject))
    const consortium = named.find(({ entity }) => entity === led?.object)
    // 甲牵头的江州市医联体成立；与省医院组建医联体: another one.
    const { tokens, match, sentence } = this.found
    if (consortium !== undefined && sentence.text.slice(consortium.to, tokens[match.first]?.from).includes('；')) return false
    if (consortium === undefined) return false
    for (const { entity } of parties) if (entity !== led?.subject) claims.push(this.member(entity, consortium.entity, 'member'))
    return true
  }

  /** 与甲签约，成为|甲眼科专科联盟单位: a title of the alliance in which the text has the other. */
  private givesTitle(entity: string): boolean {
    const { sentence, tokens, match } = this.found
    const end = tokens[match.last - 1]?.to ?? 0
    const again = this.reading.mentions[sentence.index]?.filter((mention) => mention.entity === entity && mention.from >= end) ?? []
    return again.some(({ to }) => TITLE.test(sentence.text.slice(to, to + LONGEST_TITLE)))
  }

  /** 甲与乙签订|医疗集团|成员单位协议: it is of the one whose member the other becomes. */
  private isForMember(): boolean {
    const { tokens, match, sentence } = this.found
    const kind = tokens[match.words.at(-1) ?? match.last - 1]
    return FOR_MEMBER.test(sentence.text.slice(kind?.from ?? 0))
  }

  /** The hospital after which a consortium is named. */
  private ownerOf(consortium: SentenceMention): string | undefined {
    const owner = this.owners.of(consortium)
    if (owner?.within !== undefined) this.mentions.push(mentionWithin(this.found.sentence, consortium, owner.within))
    return owner?.entity
  }

  /** 纳入X医疗集团一体化管理 is a trusteeship by X; 成为X医联体成员单位 an agreement with X, where X is from elsewhere. */
  private withOwner(consortium: SentenceMention, owner: string, members: readonly string[]): RelationClaim[] {
    const { tokens, match, sentence, rule } = this.found
    const clause = clauseAround(tokens, match.first, match.last)
    // What a consortium does with its own members as one is no trusteeship.
    const isOfOwn = rule.id === AS_ONE
    const isTrust = !isOfOwn && tokens.slice(match.first, clause.last).some((token) => token.classes.includes('form-托管'))
    const isAgreement = consortium.attrs['kind'] === '医联体' && !isLocal(owner, this.reading)
    if (!isTrust && !isAgreement) return []
    const attrs = {
      form: isTrust ? '托管' : '医联体',
      status: this.modality.status,
      ...dateIn(this.reading, sentence, this.modality),
    }
    return members.map((subject) => this.claim({ type: 'COOPERATES_WITH', subject, object: owner, attrs, local: 'subject' }))
  }

  led(mentions: Mention[], claims: Claim[]): void {
    const kind = kindIn(this.found, this.reading.lexicon)
    if (kind === undefined || isKindMeant(this.reading, this.found) || isKindOnlyTopic(this.found) || isNamedBehind(this.found)) return
    const [leads, members] = headsFirst(this.found, [...this.slot('L'), ...this.slot('L2')], [...this.slot('M'), ...this.slot('M2')])
    // 以甲、乙为龙头，分别与丙、丁组建医共体: first with first.
    const isPaired = this.slot('L2').length > 0 || (this.saysEach() && !this.hasMore(members))
    const isEach = isPaired && leads.length > 1 && leads.length === members.length
    // 甲与丙、丁，乙与戊组建医共体: each with its own.
    const sides = this.slot('L2').length === 1 && leads.length === 2 ? [this.slot('M'), this.slot('M2')] : undefined
    // 以甲、乙为龙头，与丙、丁组建医共体: who is whose is not told.
    const told = (leads.length > 1 && !isEach) || isLedElsewhere(this.found) ? [] : members
    for (const [place, lead] of leads.entries()) {
      const { kind: _, field: __, ...named } = ownedBy(lead, kind)
      const written = this.owners.called(named.name, lead.entity, kind.kind)
      const entity = written?.entity ?? named.entity
      if (written === undefined) mentions.push({ ...named, label: 'Consortium', aliases: [], attrs: { kind: kind.kind } })
      // 成为甲医院医联体单位 tells not that 甲 leads it.
      if (!this.saysUnit()) claims.push(this.member(lead.entity, entity, 'lead'))
      for (const [index, { entity: member }] of (sides?.[place] ?? told).entries())
        if (member !== lead.entity && (sides !== undefined || !isEach || index === place))
          claims.push(this.member(member, entity, 'member'))
    }
  }

  /** 分别与甲、乙|等11家卫生院组建: more of them than are named, so that who is whose is not told. */
  private hasMore(members: readonly SentenceMention[]): boolean {
    const last = members.at(-1)
    return last !== undefined && /^等(?:\d|[一二三四五六七八九十多])/u.test(this.found.sentence.text.slice(last.to))
  }

  /** A consortium of no name and its members, none of whom leads. */
  private allied(
    members: readonly SentenceMention[],
    { kind, entity: object, name, start, end }: ReturnType<typeof ownedBy>,
    { mentions, claims }: Found,
  ): void {
    if (members.length > 0) mentions.push({ entity: object, name, start, end, label: 'Consortium', aliases: [], attrs: { kind } })
    const { year } = dateIn(this.reading, this.found.sentence, this.modality)
    const attrs = { status: this.modality.status, ...(year === undefined ? {} : { year }) }
    for (const { entity } of members) claims.push(this.claim({ type: 'MEMBER_OF', subject: entity, object, attrs }))
  }

  alliance(mentions: Mention[], claims: Claim[]): void {
    const kind = kindIn(this.found, this.reading.lexicon)
    if (kind === undefined || isOfAnother(this.found) || isTalkedOver(this.found)) return
    const { sentence } = this.found
    const allies = alliesIn(this.reading, this.found)
    const centre = centreOf(this.reading, this.found, { allies, isNet: kind.kind === '远程协作网' })
    const kinds =
      this.saysEach() && kind.kind === '专科联盟' && allies.length > 1 ? kindsInOrder(this.found, this.reading.lexicon, allies.length) : []
    const isHoped = isOnlyAgreement(this.found, this.modality.status)
    const placed = allies.length === 0 && this.topic().length === 0 ? madeWithPlace(this.found) : []
    if (placed[0] !== undefined) this.allied(placed, ownedBy(placed[0], kind), { mentions, claims })
    for (const [index, [first, second]] of allies.entries()) {
      const own = kinds[index] ?? kind
      const ofKind = `${own.field ?? ''}${own.kind}`
      if (isOwnPart(first.entity, second.entity, this.reading)) continue
      // 与甲、乙分别签订托管协议、医联体协议: only 乙 is an ally.
      const partners = this.slot('B')
      const agreed = formOfEach(this.found, { place: partners.indexOf(second), count: partners.length })
      if (agreed !== undefined && agreed !== (FORM_OF[kind.kind] ?? '医联体')) continue
      // A bureau signs for its district, and belongs to nothing by that.
      if ([first, second].some(({ attrs }) => attrs['kind'] === 'government')) continue
      const parties = [first, second]
      if (this.ofLed(parties, kind.kind, claims)) continue
      const host = centre ?? (this.isForMember() ? parties.find(({ entity }) => !isLocal(entity, this.reading)) : undefined)
      const isNone = isHoped || this.titlesOneOf(parties) || this.ofOwner(parties, kind.kind, claims) || this.isAgreed(parties)
      const members = isNone ? [] : parties
      const named =
        host === undefined
          ? { entity: consortiumId([first.entity, second.entity], ofKind), name: `${first.name}—${second.name}${ofKind}`, ...own }
          : ownedBy(host, kind)
      this.allied(members, named, { mentions, claims })
      const local = isLocal(second.entity, this.reading) && !isLocal(first.entity, this.reading) ? 'object' : 'subject'
      const attrs = { form: FORM_OF[kind.kind] ?? '医联体', status: this.modality.status, ...dateIn(this.reading, sentence, this.modality) }
      claims.push(this.claim({ type: 'COOPERATES_WITH', subject: first.entity, object: second.entity, attrs, local }))
    }
  }
}
