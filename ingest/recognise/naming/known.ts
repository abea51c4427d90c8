/** Finds organisations that the lexicon knows by name, alias, or an alias that holds in the document's home. */
import { Trie, type TrieHit } from '../../grammar/trie.ts'
import type { KnownOrganisation, Lexicon } from '../../lexicon/lexicon.ts'
import type { Line } from './context.ts'
import type { Home } from './place-index.ts'

interface Sense {
  readonly organisation: KnownOrganisation
  /** Code prefix of the homes in which the alias holds. */
  readonly within?: string
  /** Whether the wording begins with two characters for a school, which end other words as well: 西|安医附院. */
  readonly isShort?: true
}

/** 江大附二 is written 江大附二院 and 江大附二医院 as well. */
function wordings(term: string): readonly string[] {
  const stem = /^(.+附[一二三四五六])院?$/u.exec(term)?.[1]
  return stem === undefined ? [term] : [term, `${stem}院`, `${stem}医院`]
}

/** 江州大学第二附属医院, 江州大学附属第二医院, 江州大学第二医院 */
const OF_SCHOOL = /^(.+(?:大学|学院))(?:附属第([一二三四五六七八九十])医院|第([一二三四五六七八九十])(?:附属)?医院)$/u

/** 江州大学附属医院 */
const ONLY_OF_SCHOOL = /^(.+(?:大学|学院))附属医院$/u

/** 江州大学附属妇产科医院, 江州大学医学院附属儿童医院, 首都医科大学附属北京友谊医院 */
const OF_SCHOOL_BY_FIELD = /^(.+(?:大学|学院))附属(北京|上海)?((?!第[一二三四五六七八九十]医院)[〇㐀-鿿]{2,}(?:医院|医学中心))$/u
/** 江州大学医学院 is called by the name of its university too. */
const SCHOOL_WITHIN = /(?<=大学)[〇㐀-鿿]*医学院$/u

/** 江州大学妇产科医院, 江大附属妇产科医院: how another hospital is called by any name of its school. */
function fieldWordings({ organisationByName }: Lexicon, term: string): readonly SchoolWording[] {
  const [, school = '', seat = '', field = ''] = OF_SCHOOL_BY_FIELD.exec(term) ?? []
  const known = organisationByName.get(school)
  if (known?.label !== 'Institution') return []
  const names = [known.name, ...known.aliases, known.name.replace(SCHOOL_WITHIN, '')]
  const ends = [...new Set([field, seat + field])].flatMap((end) => [end, `附属${end}`])
  return names.flatMap((name) => ends.map((end) => ({ term: name + end, isShort: name.length < 3 })))
}

/** 江医大二院, 江医大二附院, 江医大附属二院, 江州医科大学附二院: how a numbered hospital is called by any name of its school. */
function schoolWordings({ organisationByName }: Lexicon, term: string): readonly SchoolWording[] {
  const [, school = '', after, before] = OF_SCHOOL.exec(term) ?? ONLY_OF_SCHOOL.exec(term) ?? []
  const ordinal = after ?? before
  const known = organisationByName.get(school)
  if (known?.label !== 'Institution') return []
  const ends =
    ordinal === undefined
      ? ['附属医院', '附院']
      : [
          `第${ordinal}医院`,
          `第${ordinal}附属医院`,
          `附属第${ordinal}医院`,
          `附属${ordinal}医院`,
          `附属${ordinal}院`,
          `${ordinal}附院`,
          `附${ordinal}院`,
          `附${ordinal}医院`,
          `附${ordinal}`,
          `${ordinal}院`,
        ]
  return [known.name, ...known.aliases].flatMap((name) => ends.map((end) => ({ term: name + end, isShort: name.length < 3 })))
}

interface SchoolWording {
  readonly term: string
  readonly isShort: boolean
}

/** 江大, 江州中医: how a school is called before the word for its hospital alone (江大附一), and by itself only in more words. */
const isPrefixAlone = ({ label, kind }: KnownOrganisation, term: string): boolean =>
  label === 'Institution' && kind === 'university' && (term.length < 3 || !/[大学院部校专]$/u.test(term))

const tries = new WeakMap<Lexicon, Trie<Sense[]>>()

function knownTrie(lexicon: Lexicon): Trie<Sense[]> {
  let trie = tries.get(lexicon)
  if (trie !== undefined) return trie
  trie = new Trie<Sense[]>()
  const add = (term: string, sense: Sense): void => {
    const senses = trie?.get(term)
    if (senses === undefined) trie?.set(term, [sense])
    else senses.push(sense)
  }
  for (const organisation of lexicon.organisations) {
    for (const term of new Set([organisation.name, ...organisation.aliases].flatMap(wordings)))
      if (!isPrefixAlone(organisation, term)) add(term, { organisation })
    for (const { alias, within } of organisation.localAliases ?? []) for (const term of wordings(alias)) add(term, { organisation, within })
  }
  for (const organisation of lexicon.organisations)
    if (organisation.label === 'Hospital')
      for (const { term, isShort } of [organisation.name, ...organisation.aliases].flatMap((name) => [
        ...schoolWordings(lexicon, name),
        ...fieldWordings(lexicon, name),
      ]))
        if (trie.get(term) === undefined) add(term, { organisation, ...(isShort ? { isShort } : {}) })
  tries.set(lexicon, trie)
  return trie
}

/** The organisation that a wording means in a document of this home; the narrowest alias first. */
export function knownAs(lexicon: Lexicon, home: Home, wording: string): KnownOrganisation | undefined {
  return choose(knownTrie(lexicon).get(wording) ?? [], home, wording)
}

/** The school that a wording names, by whatever of its names: 江大 in 江大附属医院. */
export function schoolAs(lexicon: Lexicon, home: Home, wording: string): KnownOrganisation | undefined {
  const found = knownAs(lexicon, home, wording) ?? lexicon.organisationByName.get(wording)
  return found?.label === 'Institution' ? found : undefined
}

/** 市二院 in a text of a county-level city is its own, and not the city's around it for which the table has the alias. */
const OF_CITY = /^\d{4}$/u

function choose(senses: readonly Sense[], home: Home, wording: string): KnownOrganisation | undefined {
  const own = home.findLast((place) => place.adcode !== undefined)
  const code = own?.adcode
  const isCity = own?.level === 'county' && own.name.endsWith('市') && wording.startsWith('市')
  const local = senses
    .filter(({ within }) => within !== undefined && code?.startsWith(within) === true && !(isCity && OF_CITY.test(within)))
    .sort((a, b) => (b.within?.length ?? 0) - (a.within?.length ?? 0))[0]
  return (local ?? senses.find((sense) => sense.within === undefined))?.organisation
}

const OPENS = /[^〇㐀-鿿]|[与和及在由到赴向对同为是]/u
const HEADED = /[院心所部局会司团校学]$/u

export type KnownHit = TrieHit<KnownOrganisation>

/** Leftmost-longest known names of a sentence. A short alias (华西, 省中) must be a word of its own. */
export function findKnown(lexicon: Lexicon, home: Home, line: Line): KnownHit[] {
  const { text } = line
  const accepts = ({ from, to, value }: TrieHit<Sense[]>): boolean => {
    const surface = text.slice(from, to)
    if (choose(value, home, surface) === undefined) return false
    if (value.every(({ isShort }) => isShort === true) && !line.isBoundary(from) && !OPENS.test(text.charAt(from - 1))) return false
    // 第|三中心医院, where the table has 三中心医院 for one of a city.
    if (text.charAt(from - 1) === '第') return false
    // 47家北京医院: hospitals of a place.
    if (/[\d一二三四五六七八九十几多][家所]$/u.test(text.slice(Math.max(0, from - 2), from)) && /^[〇㐀-鿿]{2,3}医院$/u.test(surface))
      return false
    // 江州协和 is a hospital, and 江州协和医学院 a school.
    if (
      surface.endsWith('医院') ||
      (surface.length > 3 &&
        (HEADED.test(surface) ||
          !/^(?:医|大学|(?:(?:公共|公卫|卫生|临床|口腔|护理|药学|基础|中医|医学){1,2})?学院)/u.test(text.slice(to, to + 8))))
    )
      return true
    if (surface.length > 3) return false
    return line.isBoundary(from) && !/^(?:医|学|院|药|国|心|央|共|级|内|外|疗|了|什么|何)/u.test(text.slice(to))
  }
  const hits: KnownHit[] = []
  for (const hit of knownTrie(lexicon).find(text, accepts)) {
    const organisation = choose(hit.value, home, text.slice(hit.from, hit.to))
    if (organisation !== undefined) hits.push({ from: hit.from, to: hit.to, value: organisation })
  }
  return hits
}
