/** What recognition of names knows of its document, and what one recognised name is made of. */
import type { EntityLabel, Place } from '../../../cypher/model/index.ts'
import { Trie } from '../../grammar/trie.ts'
import type { KnownOrganisation, Lexicon } from '../../lexicon/lexicon.ts'
import type { Segmenter, Word } from '../segment.ts'
import type { Home } from './place-index.ts'
import type { HeadSort } from './words.ts'

export type OrganisationLabel = Extract<EntityLabel, 'Hospital' | 'Institution' | 'Consortium'>

/** An entity as one document knows it. */
export interface Named {
  readonly entity: string
  readonly label: EntityLabel
  readonly name: string
  readonly aliases: readonly string[]
  readonly attrs: Record<string, string | boolean>
  /** The lowest division that name or home gives. */
  readonly place: Place | undefined
  /** Whether the name itself gives the place, and not only the home. */
  readonly isPlaceNamed: boolean
  /** A township below `place` that the name gives. */
  readonly township: Place | undefined
  /** The hospital of which this is a campus. */
  readonly parent: Named | undefined
  /** The hospital whose name begins the name of this consortium. */
  readonly lead: Named | undefined
  /** The university whose name the hospital's name holds. */
  readonly university: Named | undefined
}

/** Where a text names an entity. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly named: Named
}

/** A hospital that a text names, as it is worded, and where. */
export interface HospitalAt {
  readonly named: Named
  readonly wording: string
  readonly from: number
}

type Surroundings = Pick<Named, 'township' | 'parent' | 'lead' | 'university'>

/** An entity. All have the same fields, so that reading one costs as little as it can. */
export function namedEntity(
  { entity, label, name, aliases, attrs, place, isPlaceNamed }: Omit<Named, keyof Surroundings>,
  { township, parent, lead, university }: Partial<Surroundings> = {},
): Named {
  return { entity, label, name, aliases, attrs, place, isPlaceNamed, township, parent, lead, university }
}

export interface NamingContext {
  readonly lexicon: Lexicon
  readonly segment: Segmenter
  readonly document: string
  readonly home: Home
  readonly speaker: Named | undefined
  /** The school that speaks: 我校. */
  readonly school: Named | undefined
  /** Names that the document itself binds: 以下简称. */
  readonly aliases: Trie<Named>
  /**
   * The one county of which the sentences before speak, in the paragraph or item at hand, and the hospital that is the subject of
   * the last of them; renewed sentence by sentence.
   */
  readonly told: { county: Place | undefined; province: Place | undefined; subject: Named | undefined } | undefined
  /** Whether 青岚县总医院 is one hospital in this document, and not the consortium of its county. */
  readonly isGeneralOne: boolean
  /** Whether the document holds this wording anywhere. */
  says(wording: string): boolean
}

/** What a context has from its document before anybody speaks and anything is bound. */
export type ContextBase = Pick<NamingContext, 'lexicon' | 'segment' | 'document' | 'home' | 'says'> &
  Partial<Pick<NamingContext, 'isGeneralOne'>>

/** A context. All have the same fields, so that reading one, which every reader of a name does, costs as little as it can. */
export function namingContext(
  { lexicon, segment, document, home, says, isGeneralOne = false }: ContextBase,
  { speaker, school, aliases = new Trie(), told }: Partial<Pick<NamingContext, 'speaker' | 'school' | 'aliases' | 'told'>> = {},
): NamingContext {
  return { lexicon, segment, document, home, speaker, school, aliases, told, isGeneralOne, says }
}

export type Prefix =
  | {
      readonly kind: 'place'
      readonly place: Place
      readonly surface: string
      readonly isFull: boolean
      readonly township?: Place
      readonly isLed?: true
    }
  | { readonly kind: 'level'; readonly word: string; readonly place: Place | undefined }
  | { readonly kind: 'mask'; readonly surface: string; readonly place: Place | undefined }
  | { readonly kind: 'university'; readonly surface: string }
  /** A country leads the name, which stands in the stem as a whole. */
  | { readonly kind: 'abroad' }
  | { readonly kind: 'parent'; readonly parent: RawName }
  /** A campus of the hospital that speaks: 龙凤院区. */
  | { readonly kind: 'speaker'; readonly parent: Named }
  | { readonly kind: 'none' }

/** A name as the grammar found it, before it is resolved against the home. */
export interface RawName {
  readonly from: number
  readonly to: number
  readonly sort: HeadSort
  readonly label: OrganisationLabel | 'District'
  readonly prefix: Prefix
  /** The wording after the prefix: 中医医院, 何贤纪念医院, 方桥院区. */
  readonly stem: string
  /** A part of the stem that no table knows: 何贤, 合盛. */
  readonly brand: string
  readonly known?: KnownOrganisation
  /** Already resolved: a name that the document bound before, or the hospital that speaks. */
  readonly bound?: Named
}

/** Both engines cut what these part by itself, so that a clause has the same words alone as in its sentence. */
const isClauseEnd = (unit: number): boolean => unit === 0xff0c || unit === 0x3002

/** A sentence on its way through the grammar; a clause is cut into words when one of them is first asked for. */
export class Line {
  readonly text: string
  private readonly segment: Segmenter
  /** Clauses that are cut, each with the word that holds each of its units. */
  private readonly clauses: { readonly from: number; readonly holders: readonly Word[] }[] = []

  constructor(text: string, segment: Segmenter) {
    this.text = text
    this.segment = segment
  }

  /** Whether a word begins or ends at this place. */
  isBoundary(at: number): boolean {
    if (at <= 0 || at >= this.text.length || !isHan(this.text, at - 1)) return true
    return this.wordBefore(at)?.to === at
  }

  /** The word that holds the unit before `at`. */
  wordBefore(at: number): Word | undefined {
    if (at <= 0 || at > this.text.length) return undefined
    for (const { from, holders } of this.clauses) if (from < at && at <= from + holders.length) return holders[at - 1 - from]
    return this.cutAround(at - 1)
  }

  /** Words that hold any unit of a range. */
  wordsOver(from: number, to: number): Word[] {
    const words: Word[] = []
    for (let at = from, word; at < to && (word = this.wordBefore(at + 1)) !== undefined; at = word.to) words.push(word)
    return words
  }

  private cutAround(at: number): Word | undefined {
    const { text } = this
    let from = at
    while (from > 0 && !isClauseEnd(text.charCodeAt(from - 1))) from--
    let to = at
    while (to < text.length && !isClauseEnd(text.charCodeAt(to))) to++
    const holders: Word[] = []
    for (const word of this.segment.cut(text.slice(from, to + 1), from))
      for (let unit = word.from; unit < word.to; unit++) holders.push(word)
    this.clauses.push({ from, holders })
    return holders[at - from]
  }
}

/** Whether the unit is a Chinese character; asked for nearly every unit, so that the common block is told without an expression. */
export function isHan(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0x4e00 && unit <= 0x9fff) || /[〇㐀-鿿]/u.test(text.charAt(at))
}
