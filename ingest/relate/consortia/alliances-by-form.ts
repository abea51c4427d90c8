/**
 * The consortium of two hospitals that the text tells by what they agree on: 甲与乙签约，成为医联体单位. Each cooperation of such a
 * form between two hospitals makes one (ontology.md, ruling 3), where the document has no consortium that it could be of.
 */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading } from '../../reading.ts'
import { consortiumId } from '../../recognise/identity.ts'
import { isAgreedOnly } from './agreed.ts'
import { fieldBefore, ownedBy, type ConsortiumKind } from './kind.ts'
import { isMembership, membershipIn } from './membership.ts'
import { anchorOf, isLocal } from '../sentence/place.ts'

const KINDS: ReadonlySet<unknown> = new Set(['医联体', '专科联盟'])
const OF_A_COUNTY: ReadonlySet<unknown> = new Set(['医共体', '远程协作网'])
const TITLE = /^的?(?:(?![为是成我本加入])[〇㐀-鿿“]){0,6}?(?:医联体|医疗联合体|专科联盟)(?:成员|协作|合作|理事)?(?:单位|医院)/u
/** 加入医疗集团: of a group, whose name may not be read. */
const GROUP_ONLY = /^(?!.*(?:联[盟体]|联合体|协作体)).*集团/u
const LONGEST_FIELD = 20
const RULE = 'consortium/by-form'

/** The consortia, and the memberships of both hospitals; `mentions` and `claims` are those found so far. */
export function relateByForm(
  reading: Reading,
  { mentions, claims }: { readonly mentions: readonly Mention[]; readonly claims: readonly Claim[] },
): { mentions: Mention[]; claims: RelationClaim[] } {
  const found: { mentions: Mention[]; claims: RelationClaim[] } = { mentions: [], claims: [] }
  const pairs = claims.filter(
    (claim): claim is RelationClaim => claim.kind === 'relation' && claim.type === 'COOPERATES_WITH' && isAlliance(claim),
  )
  // 甲医院医联体 of the same text is what they agreed on.
  if (pairs.length === 0 || mentions.some(isNamedAlliance)) return found
  const members = claims.filter(isMembership)
  const joined = new Set(members.map((claim) => `${claim.subject} ${claim.object}`))
  const areTogether = (body: string, other: string): boolean =>
    members.some((claim) => claim.subject === body && joined.has(`${other} ${claim.object}`))
  const hospital = (entity: string): Mention | undefined =>
    mentions.find((mention) => mention.entity === entity && mention.label === 'Hospital')
  const told = new Set<string>()
  for (const { subject, object, attrs, start, end } of pairs) {
    const [body, partner] = [hospital(subject), hospital(object)]
    const key = [subject, object].toSorted().join(' ')
    if (body === undefined || partner === undefined || told.has(key) || areTogether(subject, object)) continue
    const sentence = reading.sentences.find((one) => one.start === start && one.end === end)
    const { text, row } = sentence ?? { text: '' }
    const isForeign = reading.document.home.length > 0 && [subject, object].every((one) => isFar(one, reading))
    // Two of other places are told of by the way. A row of a table tells the form of what stands, and founds nothing.
    if (isForeign || row !== undefined || GROUP_ONLY.test(text)) continue
    if (sentence !== undefined && isAgreedOnly(reading, sentence, [subject, object])) continue
    told.add(key)
    const kind = String(attrs['form']) as ConsortiumKind
    const field = kind === '专科联盟' ? fieldIn(reading, text) : ''
    const hub = ONE_OF_ALL.test(text) && !APART.test(text) ? hubOf(pairs, { subject, object, attrs, start, end }) : undefined
    const owner = [body, partner].find((one) => one.entity === hub) ?? [body, partner].find((one) => titlesWith(text, one))
    const { entity, name } =
      owner === undefined
        ? { entity: consortiumId([subject, object], `${field}${kind}`), name: `${body.name}—${partner.name}${field}${kind}` }
        : ownedBy(owner, { kind, field, start, end })
    const said = { status: 'in_effect', ...(attrs['year'] === undefined ? {} : { year: attrs['year'] }) }
    if (!found.mentions.some((mention) => mention.entity === entity))
      found.mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, start, end })
    for (const member of [subject, object])
      if (!found.claims.some((claim) => claim.subject === member && claim.object === entity))
        found.claims.push(membershipIn({ start, end }, { subject: member, object: entity, attrs: said, rule: RULE }))
  }
  return found
}

/** Whether a hospital is known to stand elsewhere than at home; of one without a place nobody knows. */
function isFar(entity: string, reading: Reading): boolean {
  return !anchorOf(entity).startsWith('@') && !isLocal(entity, reading)
}

/** 组成医院联盟; 先后与乙、丙组建医联体 and 新签联盟2个 are several. */
const ONE_OF_ALL = /(?:组成|组建|结成|成立|共建|缔结)[^，。；]{0,16}?(?:联盟|医联体|联合体)/u
const APART = /先后|分别|各自|依次|陆续|相继|(?:\d|[两二三四五六七八九十])个|、[与和同跟]/u

/** 甲与乙、丙、丁组成联盟: the one that a sentence ties to several, whose one alliance it is. */
function hubOf(
  pairs: readonly RelationClaim[],
  { subject, object, attrs, start, end }: Pick<RelationClaim, 'subject' | 'object' | 'attrs' | 'start' | 'end'>,
): string | undefined {
  const near = pairs.filter((pair) => pair.start === start && pair.end === end && pair.attrs['form'] === attrs['form'])
  const partners = (body: string): number =>
    new Set(near.flatMap((pair) => (pair.subject === body ? [pair.object] : pair.object === body ? [pair.subject] : []))).size
  return [subject, object].find((body) => partners(body) > 1)
}

/** A consortium with a name of its own that hospitals of several counties may be in. */
function isNamedAlliance({ label, name, attrs }: Mention): boolean {
  return label === 'Consortium' && !name.includes('—') && !OF_A_COUNTY.has(attrs['kind'])
}

/** 签订|眼科|专科联盟协议 */
function fieldIn({ lexicon }: Reading, text: string): string {
  const at = /专科联盟|专病联盟/u.exec(text)?.index
  return at === undefined ? '' : fieldBefore(lexicon, text, { at, floor: Math.max(0, at - LONGEST_FIELD) })
}

/** 授牌“甲医院医联体单位”: whether the plaque names it after one of the two. */
function titlesWith(text: string, { name, aliases }: Mention): boolean {
  return [name, ...aliases].some((form) =>
    text
      .split(form)
      .slice(1)
      .some((after) => TITLE.test(after.slice(0, LONGEST_FIELD))),
  )
}

function isAlliance({ attrs }: RelationClaim): boolean {
  return KINDS.has(attrs['form']) && attrs['status'] === 'in_effect'
}
