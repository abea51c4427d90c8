/** The kind of a consortium without a name, and the name that it has by its kind. */
import { consortiumKinds } from '../../../cypher/model/index.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf } from '../../read/sentence.ts'
import { specialtyBefore } from '../../recognise/naming/specialty-before.ts'
import type { RuleMatch } from '../sentence/passage.ts'

export type ConsortiumKind = keyof typeof consortiumKinds

/** Words for the kinds that a place builds: 医疗健康服务集团, 医疗卫生共同体. */
export const kindWords = {
  医联体: '医联体|健联体|医疗联合体',
  医共体: '医共体|健共体|(?:医疗|健康)(?:卫生|健康|服务){0,2}共同体',
  医疗集团: '医院集团|(?:医疗|健康)(?:卫生|健康|服务|保健|发展){0,2}集团',
} as const satisfies Partial<Record<ConsortiumKind, string>>

/** All of them. */
export const KIND_WORD = Object.values(kindWords).join('|')

/** Words by which a sentence speaks of such a consortium, 共同体 alone among them. */
export const SPEAKS_OF_KIND = new RegExp(`${KIND_WORD}|共同体`, 'u')

/** Which kind such a word tells. */
export function kindOfWord(word: string): keyof typeof kindWords {
  return word.endsWith('集团') ? '医疗集团' : /联(?:合|医)?体$/u.test(word) ? '医联体' : '医共体'
}

/** The form of an agreement that makes a consortium of a kind; 医联体 for the others. */
export const FORM_OF: Partial<Record<ConsortiumKind, string>> = { 专科联盟: '专科联盟', 远程协作网: '远程医疗' }

/** A kind, and the span of the word that tells it. */
interface KindTold {
  readonly kind: ConsortiumKind
  /** What a 专科联盟 is for: 眼科. */
  readonly field?: string
  readonly start: number
  readonly end: number
}

/** The kind that a match names, or else the sentence before it: 组建两个医共体：甲与乙；丙与丁. */
export function kindIn(found: RuleMatch, lexicon: Lexicon): KindTold | undefined {
  const { tokens, sentence } = found
  const { index, kind } = kindWord(found) ?? {}
  const token = index === undefined ? undefined : tokens[index]
  if (index === undefined || kind === undefined || token === undefined) return undefined
  const isAlliance = kind === '专科联盟'
  return {
    kind,
    ...(isAlliance ? { field: fieldBefore(lexicon, sentence.text, { at: token.from, floor: lastNamed(tokens, index) }) } : {}),
    ...spanOf(sentence, token.from, token.to),
  }
}

/** 分别与甲、乙建立|胸痛专科联盟、卒中专科联盟|: the kinds of a list that a match ends in, if they are as many as its allies. */
export function kindsInOrder(found: RuleMatch, lexicon: Lexicon, count: number): readonly KindTold[] {
  const { tokens, sentence } = found
  const first = tokens.findIndex(({ classes }, index) => index >= found.match.first && classes.includes('ally'))
  const clause = tokens.slice(0, found.match.last).length
  const end = tokens.findIndex(({ kind }, index) => index >= clause && kind === 'stop')
  const told = tokens.flatMap((token, index): KindTold[] => {
    const name = token.classes.find((candidate) => candidate.startsWith('kind-'))
    if (first < 0 || index < first || (end >= 0 && index >= end) || name === undefined) return []
    const field = fieldBefore(lexicon, sentence.text, { at: token.from, floor: lastNamed(tokens, index) })
    return [{ kind: name.slice('kind-'.length) as ConsortiumKind, field, ...spanOf(sentence, token.from, token.to) }]
  })
  const [only, more] = told
  if (only !== undefined && more === undefined) {
    const at = tokens.find((token, index) => index >= first && token.classes.includes('kind'))?.from ?? 0
    const fields = fieldsBefore(lexicon, sentence.text, { at, floor: tokens[first]?.to ?? 0 })
    return fields.length === count ? fields.map((field) => ({ ...only, field })) : []
  }
  return told.length === count && told.every(({ kind }) => kind === only?.kind) ? told : []
}

/** 分别与甲、乙建立|卒中、胸痛|专科联盟: all fields of a list, first to last. */
function fieldsBefore(lexicon: Lexicon, text: string, { at, floor }: { at: number; floor: number }): readonly string[] {
  const fields: string[] = []
  for (let end = at; end > floor;) {
    const from = specialtyBefore(lexicon, text, { at: end, floor })
    if (from === end) break
    fields.unshift(text.slice(from, end))
    const mark = FIELD_JOINT.exec(text.slice(floor, from))?.[0].length ?? 0
    if (mark === 0) break
    end = from - mark
  }
  return fields
}

/** The last token that tells a kind, within a match or before it. */
function kindWord({ tokens, match }: RuleMatch): ReturnType<typeof lastKind> {
  return lastKind(tokens, match.words) ?? lastKind(tokens, [...tokens.slice(0, match.first).keys()])
}

/** The last of some tokens that tells a kind. */
export function lastKind(
  tokens: RuleMatch['tokens'],
  indexes: readonly number[],
): { readonly index: number; readonly kind: ConsortiumKind } | undefined {
  for (const index of indexes.toReversed()) {
    const name = tokens[index]?.classes.find((candidate) => candidate.startsWith('kind-'))
    if (name !== undefined) return { index, kind: name.slice('kind-'.length) as ConsortiumKind }
  }
  return undefined
}

const SENTENCES_BACK = 2
/** 该片区|医共体, 这一|医联体 */
const THIS = /(?:该|此|这一|这个)[〇㐀-鿿]{0,4}$/u

/** 肾病专科联盟成立。|联盟|由甲牵头 */
const OPENS = /^(?:目前|据悉|据了解|据介绍)?，?$/u
const BARE = /^(?:联盟|集团|医联体|医共体|联合体|共同体)$/u

/** 清溪片区医共体揭牌，该医共体以甲为龙头: whether the kind of a match stands for a consortium of a name. */
export function isKindMeant(reading: Reading, found: RuleMatch): boolean {
  const told = kindWord(found)
  const { tokens, sentence } = found
  const token = told === undefined ? undefined : tokens[told.index]
  if (told === undefined || token === undefined) return false
  const isBare = OPENS.test(sentence.text.slice(0, token.from)) && BARE.test(sentence.text.slice(token.from, token.to))
  if (!isBare && !THIS.test(sentence.text.slice(0, token.from))) return false
  const named = reading.mentions.slice(Math.max(0, sentence.index - SENTENCES_BACK), sentence.index + 1).flat()
  return named.some(({ label, attrs }) => label === 'Consortium' && attrs['kind'] === told.kind)
}

/** 签订|眼科专科联盟协议, 签订|中医肿瘤专科联盟协议; '' of 卒中、|胸痛专科联盟, which is one for both. */
export function fieldBefore(lexicon: Lexicon, text: string, { at, floor }: { at: number; floor: number }): string {
  const field = specialtyBefore(lexicon, text, { at, floor })
  const opening = FIELD_OPENING.exec(text.slice(floor, field))?.[0].length ?? 0
  const mark = FIELD_JOINT.exec(text.slice(floor, field - opening))?.[0].length ?? 0
  const before = field - opening - mark
  if (field < at && mark > 0 && specialtyBefore(lexicon, text, { at: before, floor }) < before) return ''
  return text.slice(field - opening, at)
}

const FIELD_JOINT = /(?:、|和|及|与|以及|暨)$/u

const FIELD_OPENING = /(?:中西医结合|中西医|中医|小儿|儿童|老年|孕产妇)$/u

/** Where the last name before a token ends. */
function lastNamed(tokens: RuleMatch['tokens'], index: number): number {
  return tokens.slice(0, index).findLast(({ things }) => things.length > 0)?.to ?? 0
}

/** The consortium that is named after a hospital and its kind: 甲医院医共体. */
export function ownedBy(owner: Pick<SentenceMention, 'entity' | 'name'>, told: KindTold): KindTold & { entity: string; name: string } {
  const kind = `${told.field ?? ''}${told.kind}`
  return { ...told, entity: owner.entity.replace(/^\w+/, 'consortium') + kind, name: `${owner.name}${kind}` }
}
