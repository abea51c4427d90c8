/** Tells to which of the closed families a program belongs, by the words of its name. */
import type { FamilyName } from '../../cypher/model/index.ts'
import type { FamilyWord, Lexicon } from './lexicon.ts'

type Known = Pick<Lexicon, 'programByName' | 'familyWords' | 'divisions'>

/** A place-wide health action is named after its place: 健康奉化24个专项行动, 健康XX; 卫生健康惠民政策 names none. */
const HEALTHY = /(?<!卫生)健康(?=(.{1,8}))/gu
const MASK = /^(?:[XxＸ×*＊]{1,4}|某)/u

/** `健康` + a division (down to the county) or a mask, as a word of healthy_city_action. */
function healthyPlace(text: string, lexicon: Known): FamilyWord | undefined {
  for (const match of text.matchAll(HEALTHY)) {
    const rest = match[1] ?? ''
    const mask = MASK.exec(rest)?.[0]
    const place = mask ?? [4, 3, 2].map((length) => rest.slice(0, length)).find((name) => isPlace(name, lexicon))
    if (place !== undefined) return { word: `健康${place}`, family: 'healthy_city_action', weight: 2 + place.length }
  }
  return undefined
}

function isPlace(name: string, lexicon: Known): boolean {
  return lexicon.divisions.named(name).some((division) => division.level !== 'township')
}

/** The heaviest word that the text holds; of equals the one that ends last, since a Chinese name's head stands at its end. */
function heaviest(text: string, lexicon: Known): FamilyWord | undefined {
  let best: FamilyWord | undefined
  let bestEnd = -1
  const place = healthyPlace(text, lexicon)
  for (const word of place === undefined ? lexicon.familyWords : [...lexicon.familyWords, place]) {
    const at = text.lastIndexOf(word.word)
    if (at === -1) continue
    const end = at + word.word.length
    if (best === undefined || word.weight > best.weight || (word.weight === best.weight && end > bestEnd)) {
      best = word
      bestEnd = end
    }
  }
  return best
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s"“”'‘’《》「」]/gu, '')

/**
 * The family of a program: of the known program with this name, else of the heaviest family word in the name,
 * else of the heaviest one in `context` (the heading under which the name stands); `other` where nothing tells.
 */
export function classifyFamily(name: string, lexicon: Known, context?: string): FamilyName {
  const known = lexicon.programByName.get(name) ?? lexicon.programByName.get(bare(name))
  if (known !== undefined) return known.family
  const word = heaviest(bare(name), lexicon) ?? (context === undefined ? undefined : heaviest(bare(context), lexicon))
  return word?.family ?? 'other'
}
