/** Plaques: a hospital bears a second name, which is its alias, and says whose branch or teaching hospital it is. */
import type { Claim, Mention, RelationClaim, SameAs } from '../../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../../reading.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { modalityOf } from '../sentence/modality.ts'
import { bodiesOf, bodyWithin, mentionWithin } from '../sentence/named-within.ts'
import type { OwnName } from './parties-told.ts'
import { areOfTwoCities, isDistrict } from '../sentence/place.ts'
import { hasUnreadSubject, tokensOf, type RuleMatch } from '../sentence/passage.ts'
import { topicOf } from '../sentence/topic.ts'

/** Claims of the plaques of a match: one bearer with all its names, or as many bearers as names side by side. */
export function claimPlaques(reading: Reading, found: RuleMatch): Found & { readonly names: readonly OwnName[] } {
  const { sentence, tokens, match } = found
  const plaques = match.slots.get('P') ?? []
  const bearers = match.slots.get('A') ?? []
  const claims: Claim[] = []
  const mentions: Mention[] = []
  const names: OwnName[] = []
  // 甲卫生院、乙卫生院分别挂牌丙医院分院: one plaque at each of them.
  const isOneEach = bearers.length > 1 && plaques.length === 1 && plaques.every((plaque) => isBranchOf(sentence.text, plaque))
  const hung = isOneEach ? bearers.flatMap(() => plaques) : plaques
  if (bearers.length > 1 && bearers.length !== hung.length) return { mentions, claims, names }
  // 在市二医挂牌…: where it is hung is told, and not read.
  const [place, unread] = tokens.slice(Math.max(0, match.first - 2), match.first)
  if (bearers.length === 0 && unread?.kind === 'gap' && place?.classes.includes('at') === true) return { mentions, claims, names }
  const former = match.words.some((word) => tokens[word]?.classes.includes('former'))
  const topic = bearers.length > 0 ? undefined : bearerBefore(reading, { sentence: sentence.index, before: match.first, former })
  for (const [index, plaque] of hung.entries()) {
    const isCentre = isCentreOf(sentence.text, plaque)
    const isWhole = isCentre || isBranchOf(sentence.text, plaque)
    const school = found.rule.own ? schoolWithin(reading, found, plaque) : undefined
    if (school !== undefined) {
      claims.push(...claimPlaque(reading, found, { bearer: plaque.entity, plaque: { ...plaque, ...school }, parent: school }))
      continue
    }
    const { parent, isWithin } = isWhole ? { parent: plaque, isWithin: false } : parentOf(reading, plaque)
    const named = found.rule.own
      ? bearerWithin(reading, plaque, parent)
      : wholeOf(reading, (bearers.length > 1 ? bearers[index] : bearers[0])?.entity ?? topic)
    const isGiver = parent !== undefined && parent.entity === named
    const bearer = isGiver && bearers.length === 0 ? otherBefore(found, parent.entity) : named
    if (bearer === undefined && found.rule.own && parent?.label === 'Hospital' && FOUNDED.test(sentence.text.slice(plaque.to)))
      claims.push(...claimFounded(found, plaque, parent))
    if (bearer === undefined || isDistrict(bearer)) continue
    if (plaque.label === 'Hospital' && plaque !== parent) names.push([bearer, plaque.entity])
    const made = claimPlaque(reading, found, { bearer, plaque, parent, isCentre })
    claims.push(...made)
    if (isWithin && parent !== undefined && made.some(({ kind }) => kind === 'relation'))
      mentions.push(mentionWithin(sentence, plaque, parent))
  }
  return { mentions, claims, names }
}

/** 甲医院|新院区启用，挂牌“乙医院青岚院区”: the hospital bears the name, and not its new house (readings.md, 48). */
function wholeOf(reading: Reading, bearer: string | undefined): string | undefined {
  const house = bodiesOf(reading).find(({ entity, attrs }) => entity === bearer && attrs['kind'] === 'campus')
  if (house === undefined || !NEW_HOUSE.test(house.name)) return bearer
  const { parent } = parentOf(reading, house)
  return parent?.label === 'Hospital' ? parent.entity : bearer
}

const NEW_HOUSE = /新(?:院区?|址|区)$/u

/** 江州市医院青岚医院正式挂牌成立: who bears the name has no other one. */
const FOUNDED =
  /^[”’]?(?:[、以及和]{1,2}[^，。；]{0,60})?(?:等\d{1,3}[家所个][〇㐀-鿿]{0,8}?)?(?:也|已|在今天|今天|今日|昨日|日前|正式|顺利|成功)*(?:挂牌|揭牌)成立/u

/** The cooperation of such a hospital with the one whose name it bears; nothing, where it is only planned. */
function claimFounded({ rule, sentence, tokens, match }: RuleMatch, plaque: SentenceMention, parent: Parent): RelationClaim[] {
  const modality = modalityOf(tokens, match, { section: sentence.section, standing: false, text: sentence.text, says: rule.says })
  if (modality?.status !== 'in_effect') return []
  const attrs = { form: rule.form ?? '挂牌', status: modality.status } as const
  const { start, end } = sentence
  const ends = { subject: plaque.entity, object: parent.entity } as const
  return [
    { kind: 'relation', type: 'COOPERATES_WITH', ...ends, attrs, basis: 'text', local: 'subject', weak: true, start, end, rule: rule.id },
  ]
}

/** 挂牌省医院分院: what is named is whose branch the bearer is, and not what it is called. */
function isBranchOf(text: string, { to }: SentenceMention): boolean {
  return /^”?(?:[〇㐀-鿿]{0,4})(?:分院|分部|院区)/u.test(text.slice(to, to + 8))
}

/** 冠名“省医院消化内科青岚中心”: a centre or a base of the one that is named, and no name of the bearer. */
function isCentreOf(text: string, { label, to }: SentenceMention): boolean {
  return label === 'Hospital' && OF_CENTRE.test(text.slice(to, to + 30))
}

const OF_CENTRE =
  /^(?![、与和及的])[〇㐀-鿿]{2,20}(?:中心|基地|工作[站室]|实验室|研究室|诊疗室|诊室|协作点|教学点|病[房区]|门诊|单元|科)(?=[”’"』」》，。；（]|$)/u

/** 省中医院集团青岚县中医院: the hospital of the document with whose name the plaque's ends, after its parent's. */
function bearerWithin(reading: Reading, plaque: SentenceMention, parent: Parent | undefined): string | undefined {
  const begun = parent === undefined ? [] : [parent.name, ...parent.aliases].filter((known) => plaque.name.startsWith(known))
  const rest = plaque.name.slice(Math.max(0, ...begun.map(({ length }) => length))).replace(JOINING, '')
  if (begun.length === 0) return undefined
  const ends = bodiesOf(reading).filter(
    ({ label, entity, name, aliases }) =>
      label === 'Hospital' && entity !== plaque.entity && entity !== parent?.entity && (name.endsWith(rest) || aliases.includes(rest)),
  )
  const [only, ...more] = new Set(ends.map(({ entity }) => entity))
  return rest.length >= OWN_NAME && more.length === 0 ? only : undefined
}

/** 江州大学附属|青岚县中医院揭牌, where that is known to be 青岚县中医院: the school before its own name. */
function schoolWithin(reading: Reading, { sentence }: RuleMatch, plaque: SentenceMention): Parent | undefined {
  const written = sentence.text.slice(plaque.from, plaque.to)
  if (plaque.label !== 'Hospital' || !written.includes('附属') || plaque.name.includes('附属')) return undefined
  const { parent } = parentOf(reading, { ...plaque, name: written, entity: '' })
  return parent?.attrs['kind'] === 'university' && written.startsWith('附属', parent.name.length) ? parent : undefined
}

/** What joins the name of a parent to that of a hospital of its own. */
const JOINING = /^(?:医院|医疗|医疗健康)?集团|^附属/u
/** Characters of a name that tells one hospital: 青岚县中医院. */
const OWN_NAME = 5

/** What a hospital's name says after the name of its university or parent: 附属青岚医院, 青岚医院, 临床学院. */
const BELONGING = /^[〇㐀-鿿]{0,12}(?:医院|临床学院|临床医学院|分院|院区|[东南西北新]院)$/u

const GOES_ON =
  /^“|^”?(?:所?(?:牵头|领衔|主导|发起|挂帅|主办|领头|挑头|领军|组织|倡议)|的?[〇㐀-鿿]{0,16}(?:联盟|医联体|协作网|理事单位|成员)|的?[〇㐀-鿿]{0,30}(?:协同|协作|合作)?网络(?:的)?(?:成员|核心|协作|理事|分中心)|(?:远程[〇㐀-鿿]{0,6}|[〇㐀-鿿]{0,4}(?:培训|协作|联盟|会诊|诊疗|研究|医联体|教学))(?:中心|基地|单位|成员|平台|网络))/u

/** Claims of 成为甲大学附属医院: whose hospital the bearer becomes, told by the university B or by the name P that begins with one. */
export function claimAffiliation(reading: Reading, found: RuleMatch): Found & { readonly names: readonly OwnName[] } {
  const { sentence, match } = found
  const claims: Claim[] = []
  const mentions: Mention[] = []
  // 成为甲大学第一附属医院远程会诊中心: what stands behind the name is what it becomes.
  // 成为我院的联系点: 我院 stands for a name and is none.
  const plaques = (match.slots.get('P') ?? []).filter(({ from, to }) => to - from > SHORT && !GOES_ON.test(sentence.text.slice(to)))
  const told = match.slots.get('A') ?? []
  if (plaques.length > 0 && told.length > 1 && told.length !== plaques.length) return { mentions, claims, names: [] }
  const bearers = affiliatesOf(reading, found)
  for (const body of match.slots.get('B') ?? [])
    for (const bearer of bearers)
      if (bearer !== undefined) claims.push(...claimPlaque(reading, found, { bearer, plaque: body, parent: body }))
  for (const [index, plaque] of plaques.entries()) {
    const bearer = bearers.length > 1 ? bearers[index] : bearers[0]
    if (bearer !== undefined && isCentreOf(sentence.text, plaque)) {
      claims.push(...claimPlaque(reading, found, { bearer, plaque, parent: plaque, isCentre: true }))
      continue
    }
    // 成为丙大学附属胸科医院, which the reader knows to be the bearer itself: the name as written tells whose it is.
    const written = bearer === plaque.entity ? { ...plaque, name: sentence.text.slice(plaque.from, plaque.to), entity: '' } : plaque
    const { parent, isWithin } = parentOf(reading, written)
    if (written !== plaque && parent?.entity === bearer) continue
    if (bearer === undefined || parent === undefined || !BELONGING.test(written.name.slice(parent.name.length))) continue
    claims.push(...claimPlaque(reading, found, { bearer, plaque: written === plaque ? plaque : { ...plaque, ...parent }, parent }))
    if (isWithin) mentions.push(mentionWithin(sentence, plaque, parent))
  }
  return { mentions, claims, names: [] }
}

/** The hospitals that become somebody's: those of A, else the topic. A campus is where the plaque is hung, not what bears it. */
function affiliatesOf(reading: Reading, found: RuleMatch): (string | undefined)[] {
  const at = found.match.slots.get('A') ?? []
  const named = at.map((mention) => (mention.attrs['kind'] === 'campus' ? undefined : mention.entity))
  // 与甲合作，我院作为乙大学附属医院…: it is not 甲 that is.
  if (hasUnreadSubject(found, reading.document.speaker)) return []
  if (at.length > 0) return named
  const topic = bearerBefore(reading, { sentence: found.sentence.index, before: found.match.first, former: false })
  return topic?.startsWith('hospital/') === true ? [topic] : []
}

/** Whose name a hospital's begins with. */
export type Parent = Pick<SentenceMention, 'entity' | 'label' | 'name' | 'aliases' | 'attrs'>

/** Same-as for a hospital's name; affiliation or branch, and a cooperation of form 挂牌, with whose name it begins. */
function claimPlaque(
  reading: Reading,
  found: RuleMatch,
  named: { bearer: string; plaque: SentenceMention; parent: Parent | undefined; isCentre?: boolean },
): (RelationClaim | SameAs)[] {
  const { rule, sentence, tokens, match } = found
  const { bearer, plaque, parent } = named
  const modality = modalityOf(tokens, match, { section: sentence.section, standing: false, text: sentence.text, says: rule.says })
  if (modality === undefined || modality.status === 'ended' || bearer === plaque.entity) return []
  const common = { start: sentence.start, end: sentence.end, rule: rule.id }
  const claims: (RelationClaim | SameAs)[] = []
  const title = named.isCentre === true ? (rule.form ?? '挂牌') : parent === undefined ? undefined : titleForm(plaque, parent)
  const isName =
    plaque.label === 'Hospital' && plaque.entity !== parent?.entity && (parent !== undefined || !areOfTwoCities(bearer, plaque.entity))
  // 甲医院云溪医院作为甲医院的一部分: the name with which the bearer's own begins is its parent's.
  const isParents = bearer.startsWith(plaque.entity) && bearer.length > plaque.entity.length
  if (title === undefined && isName && !isParents && modality.status === 'in_effect')
    claims.push({
      kind: 'same-as',
      ...(isRenaming(found, bearer) ? { subject: plaque.entity, object: bearer } : { subject: bearer, object: plaque.entity }),
      ...common,
    })
  // 甲大学附属青岚医院 becomes nobody's by the name that it has.
  if (parent === undefined || parent.entity === bearer || bearer.includes(parent.name)) return claims
  // 始建于1950年，是甲大学的附属医院: since when is not told.
  const stands = match.words.some((word) => tokens[word]?.classes.includes('is'))
  const date = stands ? {} : dateIn(reading, sentence, modality)
  claims.push({
    kind: 'relation',
    type: 'COOPERATES_WITH',
    subject: bearer,
    object: parent.entity,
    attrs: { form: title ?? rule.form ?? '挂牌', status: modality.status, ...date },
    basis: 'text',
    local: 'subject',
    weak: true,
    ...common,
  })
  // A research institute has no teaching hospitals.
  if (modality.status !== 'in_effect' || title !== undefined || parent.attrs['kind'] === 'research') return claims
  const type = parent.label === 'Hospital' ? 'BRANCH_OF' : 'AFFILIATED_WITH'
  claims.push({ kind: 'relation', type, subject: bearer, object: parent.entity, attrs: {}, basis: 'text', ...common })
  return claims
}

/** 甲医院更名为乙医院: the later name is the hospital's, where the sentence tells the earlier one. 医院更名为乙医院 may be long ago. */
function isRenaming({ sentence, tokens, match }: RuleMatch, bearer: string): boolean {
  return (
    match.words.some((word) => sentence.text.slice(tokens[word]?.from, tokens[word]?.to).startsWith('更名')) &&
    tokens.slice(0, match.last).some(({ things }) => things.some(({ entity, from, to }) => entity === bearer && to - from > SHORT))
  )
}

/** 我院, 医院 */
const SHORT = 3

const TITLES: readonly (readonly [RegExp, string])[] = [
  [/(?:教学|实习)(?:医院|单位)$/u, '教学科研'],
  [/(?:帮扶|支援|受援)(?:医院|单位)$/u, '对口支援'],
  [/(?:协作|指导|合作|联盟|成员|友好|定点)(?:医院|单位)$/u, '技术协作'],
]

/** The form that a plaque stands for which is a title and no name: 省医院技术协作医院 (readings.md, 10). */
function titleForm(plaque: SentenceMention, parent: Parent): string | undefined {
  return TITLES.find(([title]) => plaque.entity !== parent.entity && title.test(plaque.name))?.[1]
}

/** 省医院托管县医院，挂牌“省医院青岚医院”: the one other hospital that the sentence names before, since none bears its own name. */
function otherBefore({ tokens, match }: RuleMatch, giver: string): string | undefined {
  const others = tokens
    .slice(0, match.first)
    .flatMap((token) => token.things)
    .filter((thing) => thing.label === 'Hospital' && thing.entity !== giver)
    .map((thing) => thing.entity)
  return new Set(others).size === 1 ? others[0] : undefined
}

/** Who hangs it, where the clause leaves it out: 前者 is the first of the list before, otherwise the topic. */
function bearerBefore(reading: Reading, at: { sentence: number; before: number; former: boolean }): string | undefined {
  const topic = topicOf(reading, (index) => tokensOf(reading, index), at)
  return at.former || topic.length === 1 ? topic[0] : undefined
}

/** Whose name the plaque's name begins with: the longest name of the document, else a body that only the plaque names. */
export function parentOf(reading: Reading, plaque: SentenceMention): { parent: Parent | undefined; isWithin: boolean } {
  let best: Parent | undefined
  for (const mention of bodiesOf(reading)) {
    if (mention.entity === plaque.entity) continue
    const begins = [mention.name, ...mention.aliases].some(
      (known) => known.length > 3 && known.length < plaque.name.length && plaque.name.startsWith(known),
    )
    if (begins && mention.name.length > (best?.name.length ?? 0)) best = mention
  }
  // 甲大学|乙医院|丙医院, where the text names 甲大学 alone: the longer name is whose it is.
  const within = best?.label === 'Hospital' ? undefined : bodyWithin(reading, plaque)
  const isWithin = (within?.name.length ?? 0) > (best?.name.length ?? 0)
  return { parent: isWithin ? within : best, isWithin }
}
