/** The names by which a text of a home may mean a division without a wider one before it: a tenth of all, so that they stay at hand. */
import { Trie, type TrieHit } from '../../grammar/trie.ts'
import type { Division, Divisions, Lexicon } from '../../lexicon/lexicon.ts'
import { addNames, divisionTrie, renamings, type Home } from './place-index.ts'
import { rememberLast } from './remember.ts'

/** Homes whose townships are kept; more are forgotten together. */
const MOST_HOMES = 100

interface Tables {
  /** Names of provinces, cities and counties. */
  readonly wide: Trie<string>
  /** Names of the townships around a home, by its codes. */
  readonly own: Map<string, Trie<string>>
}

const tablesByDivisions = new WeakMap<Divisions, Tables>()

function tablesOf({ divisions }: Lexicon): Tables {
  let tables = tablesByDivisions.get(divisions)
  if (tables === undefined) {
    tables = { wide: new Trie(), own: new Map() }
    for (const division of divisions.all()) if (division.level !== 'township') addNames(tables.wide, division)
    tablesByDivisions.set(divisions, tables)
  }
  return tables
}

export const namesAlone = rememberLast((home: Home, lexicon: Lexicon): NamesAlone => new NamesAlone(lexicon, home))

class NamesAlone {
  private readonly wide: Trie<string>
  private readonly own: Trie<string>

  constructor(lexicon: Lexicon, home: Home) {
    const { wide, own } = tablesOf(lexicon)
    const roots = rootsOf(home)
    const key = roots.join(' ')
    let names = own.get(key)
    if (names === undefined) {
      if (own.size >= MOST_HOMES) own.clear()
      own.set(key, (names = townshipNames(lexicon, roots)))
    }
    this.wide = wide
    this.own = names
  }

  /** The first place from `from` on where a name may begin, or the length of the text. */
  next(text: string, from: number): number {
    let at = from
    while (at < text.length && !this.wide.opens(text, at) && !this.own.opens(text, at)) at++
    return at
  }

  /** All names that begin at `from`, the shortest first. */
  allAt(text: string, from: number): readonly TrieHit<string>[] {
    const wide = this.wide.allAt(text, from)
    const own = this.own.allAt(text, from).filter((hit) => wide.every(({ to }) => to !== hit.to))
    return own.length === 0 ? wide : [...wide, ...own].sort((a, b) => a.to - b.to)
  }
}

/** The divisions in which a township counts as of the home. */
function rootsOf(home: Home): string[] {
  const last = home.at(-1)
  if (last === undefined || last.masked === true) return []
  const city = home.find(({ level }) => level === 'city') ?? last
  const own = home.findLast(({ level }) => level === 'county' || level === 'city')
  return [...new Set([city, own].flatMap((place) => (place?.adcode === undefined || place.level === 'province' ? [] : [place.adcode])))]
}

function townshipNames(lexicon: Lexicon, roots: readonly string[]): Trie<string> {
  const { divisions } = lexicon
  const names = new Trie<string>()
  const all = divisionTrie(lexicon)
  const add = (division: Division | undefined): void => {
    if (division === undefined) return
    if (division.level === 'township') {
      addNames(names, division)
      for (const name of [division.name, ...division.short].flatMap(renamings)) if (all.get(name) !== undefined) names.set(name, name)
    }
    for (const part of divisions.parts(division.code)) add(part)
  }
  for (const root of roots) add(divisions.byCode(root))
  return names
}
