/** The kind of a consortium without a name, and the name that it has by its kind. */
import { consortiumKinds } from '../../cypher/model/index.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { SentenceMention } from '../reading.ts'
import { spanOf } from '../read/sentence.ts'
import { specialtyBefore } from '../recognise/naming/specialty-before.ts'
import type { RuleMatch } from './passage.ts'

export type ConsortiumKind = keyof typeof consortiumKinds

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
export function kindIn({ tokens, match, sentence }: RuleMatch, lexicon: Lexicon): KindTold | undefined {
  const before = tokens.slice(0, match.first).keys()
  for (const index of [...before, ...match.words].toReversed()) {
    const token = tokens[index]
    const name = token?.classes.find((candidate) => candidate.startsWith('kind-'))
    if (token !== undefined && name !== undefined)
      return {
        kind: name.slice('kind-'.length) as ConsortiumKind,
        ...(name === 'kind-专科联盟'
          ? { field: fieldBefore(lexicon, sentence.text, { at: token.from, floor: lastNamed(tokens, index) }) }
          : {}),
        ...spanOf(sentence, token.from, token.to),
      }
  }
  return undefined
}

/** 签订|眼科专科联盟协议, 签订|中医肿瘤专科联盟协议 */
export function fieldBefore(lexicon: Lexicon, text: string, { at, floor }: { at: number; floor: number }): string {
  const field = specialtyBefore(lexicon, text, { at, floor })
  const opening = field < at ? (FIELD_OPENING.exec(text.slice(floor, field))?.[0].length ?? 0) : 0
  return text.slice(field - opening, at)
}

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
