/** What was signed just before is no plan: 甲市与乙大学共建项目签约仪式举行。今后，丙医院将与乙大学开展合作. */
import type { Reading } from '../../reading.ts'
import type { Modality } from '../sentence/modality.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import type { Pair } from './pairs-meant.ts'
import { anchorOf, isBelow, isDistrict } from '../sentence/place.ts'

/** Sentences after a signing in which 将 says what it is for. */
const SENTENCES = 2

/** Documents that tell what has happened; in a summary 将 opens its plans. */
const TELLS: readonly string[] = ['news', 'feature', 'other']
const TO_COME = /将|今后|未来|后续/u

/** A signing that has been told. */
export interface Signing {
  readonly pairs: readonly Pair[]
  readonly sentence: number
  readonly paragraph: number
}

/** The signing that a match tells of; undefined where nothing was signed or unveiled. */
export function signingIn({ tokens, match, sentence }: RuleMatch, pairs: readonly Pair[], { status }: Modality): Signing | undefined {
  const isSigned = tokens
    .slice(match.first)
    .some(({ classes }) => classes.includes('deed') && SIGNED.some((name) => classes.includes(name)))
  return status === 'in_effect' && isSigned ? { pairs, sentence: sentence.index, paragraph: sentence.paragraph } : undefined
}

const SIGNED = ['form-签约', 'hang', 'grant']
/** How a pair stands for which 将 or 今后 alone tells of what is to come, where one signed just before is of the same two. */
export function sinceSigned(
  reading: Reading,
  { sentence, tokens, match }: RuleMatch,
  said: { pair: Pair; modality: Modality; signing: Signing | undefined },
): Modality {
  const { pair, modality, signing } = said
  if (modality.status !== 'planned' || !TELLS.includes(reading.document.kind)) return modality
  const words = tokens.slice(0, match.last).filter(({ classes }) => classes.includes('plan'))
  const isToCome =
    words.every(({ from, to }) => /^将[与同由]?$/u.test(sentence.text.slice(from, to))) &&
    TO_COME.test(sentence.text.slice(0, tokens[match.last - 1]?.to))
  if (!isToCome) return modality
  const isNear = signing !== undefined && sentence.index - signing.sentence <= SENTENCES && sentence.paragraph - signing.paragraph <= 1
  return isNear && signing.pairs.some((other) => areOfSame(pair, other)) ? { ...modality, status: 'in_effect' } : modality
}

/** Whether two pairs are of the same two; a place signs for its hospitals. */
function areOfSame(pair: Pair, signed: Pair): boolean {
  return pair.every((party) => signed.some((other) => other === party || signsFor(other, party)))
}

function signsFor(place: string, party: string): boolean {
  return isDistrict(place) && isBelow(anchorOf(party), anchorOf(place))
}
