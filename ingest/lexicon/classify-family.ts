/** Tells to which of the closed families a program belongs, by the words of its name. */
import type { FamilyName } from '../../cypher/model/index.ts'
import { Trie } from '../grammar/trie.ts'
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

interface Ranked {
  readonly word: FamilyWord
  /** Place in the list, which decides between words of one weight with one end. */
  readonly rank: number
}

const tries = new WeakMap<readonly FamilyWord[], Trie<Ranked>>()

/** Family words by their wording; of two of one wording the heavier, of equals the first. */
function familyTrie(words: readonly FamilyWord[]): Trie<Ranked> {
  let trie = tries.get(words)
  if (trie !== undefined) return trie
  trie = new Trie()
  for (const [rank, word] of words.entries())
    if (word.weight > (trie.get(word.word)?.word.weight ?? -Infinity)) trie.set(word.word, { word, rank })
  tries.set(words, trie)
  return trie
}

/** The heaviest word that the text holds; of equals the one that ends last, since a Chinese name's head stands at its end. */
function heaviest(text: string, lexicon: Known): FamilyWord | undefined {
  const trie = familyTrie(lexicon.familyWords)
  let best: (Ranked & { readonly end: number }) | undefined
  const offer = ({ word, rank }: Ranked, end: number): void => {
    if (best === undefined || (word.weight - best.word.weight || end - best.end || best.rank - rank) > 0) best = { word, rank, end }
  }
  for (let at = 0; at < text.length; at++) for (const { to, value } of trie.allAt(text, at)) offer(value, to)
  const place = text.includes('健康') ? healthyPlace(text, lexicon) : undefined
  if (place !== undefined) offer({ word: place, rank: Infinity }, text.lastIndexOf(place.word) + place.word.length)
  return best?.word
}

/** Most names: nothing to narrow, nothing to take out. */
const PLAIN = /^[\u4e00-\u9fff]*$/

const bare = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFKC').replace(/[\s"“”'‘’《》「」]/gu, ''))

/**
 * The family of a program: of the known program with this name, else of the heaviest family word in the name,
 * else of the heaviest one in `context` (the heading under which the name stands); `other` where nothing tells.
 */
export function classifyFamily(name: string, lexicon: Known, context?: string): FamilyName {
  const plain = bare(name)
  const known = lexicon.programByName.get(name) ?? lexicon.programByName.get(plain)
  if (known !== undefined) return known.family
  const word = heaviest(plain, lexicon) ?? (context === undefined ? undefined : heaviest(bare(context), lexicon))
  return word?.family ?? 'other'
}
