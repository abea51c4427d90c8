/** Whether a medium speaks from the place in its name: a county's own does, one of elsewhere does not. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { lies } from '../naming/place-index.ts'
import { countNames, placeAtHead } from './home-place.ts'
import { MEDIUM } from './media.ts'

const OF_EVERYWHERE = /证券|财经/u

/** 来源：北京周报网 of a text that never says 北京, and another province again and again. */
export function isOfElsewhere(lexicon: Lexicon, source: string, text: string): boolean {
  // 上海证券报 reports of everywhere, and no text of a municipality says 我省.
  if (OF_EVERYWHERE.test(source)) return true
  const own = MEDIUM.test(source) ? placeAtHead(lexicon, source, '') : undefined
  const province = own?.level === 'province' ? own.code : undefined
  if (province === undefined) return false
  if (own?.name.endsWith('市') === true && text.includes('我省')) return true
  let within = 0
  let elsewhere = 0
  for (const [name, count] of countNames(lexicon, text.replaceAll(source, '')).names) {
    const [division] = lexicon.divisions.named(name)
    if (division === undefined || division.level === 'township') continue
    if (lies(lexicon.divisions, division, province)) within += count
    else if (division.level !== 'county' || division.name === name) elsewhere += count
  }
  return within === 0 && elsewhere >= 3
}

/** 青岚区融媒体中心: told in full, a county's medium reports of its county, whatever other medium prints it. */
export function isOfCounty(lexicon: Lexicon, wording: string): boolean {
  const division = /^[〇㐀-鿿]{2,7}[县区市旗]融媒/u.test(wording) ? placeAtHead(lexicon, wording, '') : undefined
  return division?.level === 'county' && wording.startsWith(division.name)
}

/** What a medium puts before the name of its place. */
export const SLOGAN = /^(?:云上|智慧|掌上|最|大美|看|微|爱上|健康|新)/u
