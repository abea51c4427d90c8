/** What becomes of a home that was found: it is taken down to the county that the text tells, and has the name of the text's time. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import type { Clues } from './clues.ts'
import { tellsBodies } from './home-words.ts'
import { countyOfCity, countyOfTowns, onlyCounty } from './own-parts.ts'
import { placeToldInFull } from './told-in-full.ts'
import { placeOfTrail } from './trail.ts'

/** The home of a text without a publisher, as its page's trail tells it, or down to the county that its offices and its names tell. */
export function ofOwnCounty({ lexicon, raw, title, text }: Clues, home: Place[]): Place[] {
  const last = home.at(-1)
  const county =
    last === undefined
      ? (placeOfTrail(lexicon, raw.text, text) ?? countyOfTowns(lexicon, text) ?? onlyCounty(lexicon, text))
      : last.level === 'city' && last.adcode !== undefined && !tellsBodies(last.name, text)
        ? (countyOfCity(lexicon, last.adcode, text) ?? countyCity(lexicon, { city: last.adcode, title, text }))
        : undefined
  return county === undefined ? home : [...lexicon.divisions.chain(county.code)]
}

/** 青岚市人民医院新院奠基 in the paper of its prefecture, and 市人民医院 below: the county-level city whose hospital the text tells first. */
function countyCity(lexicon: Lexicon, { city, title, text }: { city: string; title: string | null; text: string }): Division | undefined {
  const told = placeToldInFull(lexicon, title ?? '', text)
  const isWithin = told?.level === 'county' && told.name.endsWith('市') && told.code.startsWith(city.slice(0, 4))
  if (!isWithin || !text.includes('市长')) return undefined
  const first = FULL_NAME.exec(text)?.[0]
  return first !== undefined && first.startsWith(told.name) ? told : undefined
}

/** The first hospital of a place that a text tells in full. */
const FULL_NAME = /(?<=[^〇㐀-鿿]|[在于日]|的)[〇㐀-鿿]{1,5}市(?:第[一二三四]?人民|人民|中心|中)医?院/u

/** 江州市 in a text from before it became 江州区, which it never says: 市人民医院 is its own. */
export function asCalled({ lexicon, text }: Clues, home: Place[]): Place[] {
  const own = home.at(-1)
  const division = own?.level !== 'county' || own.adcode === undefined ? undefined : lexicon.divisions.byCode(own.adcode)
  if (own === undefined || division === undefined || !/[市区]$/u.test(own.name) || text.includes(own.name)) return home
  const former = division.short.find((name) => name.length > 2 && /[县市]$/u.test(name) && !own.name.endsWith(name) && text.includes(name))
  return former === undefined ? home : [...home.slice(0, -1), { ...own, name: former }]
}
