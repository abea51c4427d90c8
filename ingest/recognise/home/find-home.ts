/** Finds the place that a document speaks from: the order in which its publisher, title, medium and own words are asked for it. */
import type { Place } from '../../../cypher/model/index.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { divisionTrie, lies } from '../naming/place-index.ts'
import type { Clues } from './clues.ts'
import { placeAtHead, placeByCount, placeInBody, placeOfAll, placeOfTitle, withoutNames } from './home-place.ts'
import { hospitalAtHead, placeOfAbbreviation, placeOfDateline, placeOfLead, placeOfPeople, provinceOfWords } from './last-clues.ts'
import { MEDIUM, placeOfKnownMedium } from './media.ts'
import { placeOfFew, zoneOfLead } from './few-words.ts'
import { maskedHome, maskUnderPlace } from './masked-home.ts'
import {
  cityOfParts,
  placeOfHospitals,
  placeOfListed,
  placeOfOwnBodies,
  placeOfOwnOfficers,
  placeOfOnly,
  placeOfPaper,
  placeUnderFarTitle,
  provinceOfParts,
  regionOfWords,
} from './only-place.ts'
import { bareSuffix } from './home-words.ts'
import { placeOfFirstHospital, placeOfFirstSubject, placeOfOpening, placeOfOwnSubject, placeOfProfile } from './subject-hospital.ts'
import { placeOfHost, placeOfTitleInFull, placeToldInFull, placeTurnedTo } from './told-in-full.ts'
import { zoneAtHead, zoneByCount } from './zones.ts'
import { headless, isOfPartner, nearerInBody, placeBehindMotto, placeHelped, spokenOf, townshipAtHead } from './title-place.ts'
import { jointOfTitle, placeOfJoint } from './joint-hospital.ts'
import { asCalled, ofOwnCounty } from './settled-home.ts'
import { placeBeside, placeBesideOpening, placeOfOwnByWeight } from './own-place.ts'
import { isOfCounty, isOfElsewhere, SLOGAN } from './medium-home.ts'

/** The chain of the home, widest first, its last place by the name that the text calls it. */
export function findHome(clues: Clues, sure: readonly string[], paired: readonly string[]): Place[] {
  const own = sure.length === 0 ? (placeOfOwnByWeight(clues) ?? placeOfProfile(clues)) : undefined
  const home = placesOfHome(clues, { sure, paired, own })
  const isUntold = home.length === 0 || (sure.length === 0 && paired.length === 0) || BESIDE_COUNTY.test(clues.title ?? '')
  const isOwn = own !== undefined && own.code === home.at(-1)?.adcode
  return asCalled(clues, isUntold && !isOwn ? ofOwnCounty(clues, home) : home)
}

/** 江州人民医院与县人民医院签约: the hospital of a city beside that of a county, which the title does not name. */
const BESIDE_COUNTY = /[与和同向对到赴][县区旗](?:人民|中医|中心|妇幼|医院|第)/u

/** 江南省人民医院专家来院指导, 江南省人民医院专家到我院坐诊 */
const OF_OWN = /[我本来莅]院/u

/** Wordings of the publisher, hospitals that need not be it, and where the hospital stands that is 我院, or is introduced, on a page without either. */
interface Told {
  readonly sure: readonly string[]
  readonly paired: readonly string[]
  readonly own: Division | undefined
}

function placesOfHome({ lexicon, raw, text, title, lines }: Clues, { sure, paired, own: ours }: Told): Place[] {
  const spoken = paired.length > 0 && title !== null ? spokenOf(lexicon, title, text) : undefined
  const turned = spoken ?? (title === null ? undefined : placeUnderFarTitle(lexicon, title, text))
  if (turned !== undefined) return [...lexicon.divisions.chain(turned.code)]
  // 江南省人民医院来院指导: the title names the other.
  if (ours !== undefined && OF_OWN.test(title ?? '')) return [...lexicon.divisions.chain(ours.code)]
  const host =
    title === null
      ? undefined
      : (placeHelped(lexicon, title, text) ??
        placeOfHost(lexicon, title, text) ??
        (sure.length === 0 ? placeOfTitleInFull(lexicon, title, text) : undefined))
  if (host !== undefined) return [...lexicon.divisions.chain(host.code)]
  const under = maskUnderPlace(lexicon, { text, title: title ?? '' }, raw.id)
  if (under.length > 0) return under
  const { medium } = lines
  const wordings = [...sure, ...(medium === null ? [] : [medium]), ...paired]
  const titled =
    title === null
      ? undefined
      : (jointOfTitle(lexicon, title, text) ?? placeOfTitle(lexicon, headless(title), text) ?? placeBehindMotto(lexicon, title, text))
  const reporter = [lines.source, medium]
    .map((name) => (name === null ? undefined : placeOfKnownMedium(lexicon, name)))
    .find((found) => found)
  for (const wording of wordings) {
    const school = lexicon.organisationByName.get(wording)
    if (school?.kind === 'university' && school.division !== undefined) return [...lexicon.divisions.chain(school.division)]
    const isMedium = wording === lines.source || wording === medium
    if (isMedium && !isOfCounty(lexicon, wording) && (reporter !== undefined || isOfElsewhere(lexicon, wording, text))) continue
    const zone = zoneAtHead(lexicon, wording, text)
    if (zone.length > 0) return zone
    const division =
      placeOfJoint(lexicon, wording, text) ?? placeAtHead(lexicon, wording, text) ?? placeAtHead(lexicon, wording.replace(SLOGAN, ''), text)
    if (wording === medium && division?.level !== 'county' && division?.level !== 'city') continue
    if (division === undefined || (division.level === 'province' && paired.includes(wording))) continue
    // 承德县医院加挂…, with the city's bureau in the text or the city's paper as its source.
    const isLoose = wording === lines.source || !(title ?? '').includes(wording)
    const nearer = (isLoose ? placeWithin(lexicon, [titled, ...countiesIn(lexicon, title ?? '')], division) : undefined) ?? division
    const isOfProvince =
      nearer.level === 'province' && (wording.endsWith('院') || MEDIUM.test(wording)) && title !== null && !/[我本]院/u.test(title)
    const seat = isOfProvince ? nearerInBody(lexicon, nearer, { title, text }) : nearer
    const chain = lexicon.divisions.chain(seat.code)
    // A health centre of a township speaks from its county.
    return /(?:中心|院)$/u.test(wording) ? chain.filter((place) => place.level !== 'township') : [...chain]
  }
  for (const wording of sure) {
    const known = lexicon.organisationByName.get(wording)
    if (known?.label === 'Hospital' && known.division !== undefined) return [...lexicon.divisions.chain(known.division)]
  }
  if (titled !== undefined && title !== null)
    return lexicon.divisions.chain(nearerInBody(lexicon, titled, { title, text }).code).filter((place) => place.level !== 'township')
  const masked = maskedHome(lexicon, { text, title: title ?? '' }, raw.id)
  if (masked.length > 0 && masked.at(-1)?.name.startsWith('我') !== true) return masked
  const inBody =
    ours ??
    (/我院[与和同]/u.test(title ?? '') ? placeBeside(lexicon, title, text) : placeBesideOpening(lexicon, text)) ??
    placeOfOwnSubject(lexicon, title ?? '', text) ??
    placeOfOwnBodies(lexicon, text) ??
    placeInBody(lexicon, title ?? '', text) ??
    placeOfOpening(lexicon, text) ??
    (masked.length === 0 || masked.at(-1)?.name === '我省' ? placeByCount(lexicon, text) : undefined) ??
    placeOfFew(lexicon, text)
  const found =
    inBody ??
    placeToldInFull(lexicon, title ?? '', text) ??
    townshipAtHead(lexicon, title ?? '') ??
    (masked.length === 0 && /我院|本院/u.test(text) ? placeOfFirstHospital(lexicon, text) : undefined)
  if (found === undefined && masked.length === 0) {
    const zone = zoneByCount(lexicon, text)
    if (zone.length > 0) return zone
    const governed = zoneOfLead(lexicon, text)
    if (governed.length > 0) return governed
    const lead = placeOfLead(lexicon, text)
    const all = /我[院校]/u.test(text) ? placeBeside(lexicon, title, text) : (lead ?? placeOfAll(lexicon, text))
    const last =
      all ??
      placeOfPeople(lexicon, text) ??
      reporter ??
      placeOfDateline(lexicon, text) ??
      provinceOfWords(lexicon, text) ??
      hospitalAtHead(lexicon, title ?? '') ??
      placeOfOnly(lexicon, text) ??
      placeOfHospitals(lexicon, text) ??
      placeOfListed(lexicon, text, bareSuffix(withoutNames(lexicon, text))) ??
      placeOfFirstSubject(lexicon, title ?? '', text) ??
      provinceOfParts(lexicon, text) ??
      placeOfAbbreviation(lexicon, text) ??
      placeTurnedTo(lexicon, title ?? '', text)
    if (last !== undefined && isOfPartner(last, title ?? '')) return []
    return last === undefined ? corpsHome(lexicon, text) : [...lexicon.divisions.chain(last.code)]
  }
  const own = masked.at(-1)?.name ?? ''
  const turnedTo = placeTurnedTo(lexicon, title ?? '', text)
  const home =
    found ??
    (own === '我区'
      ? regionOfWords(lexicon, text)
      : own === '我省'
        ? provinceOfParts(lexicon, text)
        : own === '我市'
          ? cityOfParts(lexicon, text)
          : undefined) ??
    placeOfPaper(lexicon, raw.text, own) ??
    placeOfOwnOfficers(lexicon, text, own) ??
    (turnedTo !== undefined && (own === '我省' || turnedTo.name.endsWith(own.charAt(1))) ? turnedTo : undefined)
  return home === undefined ? masked : [...lexicon.divisions.chain(home.code)]
}

/** The first of some places that lies within another, and is no township. */
function placeWithin({ divisions }: Lexicon, places: readonly (Division | undefined)[], { code }: Division): Division | undefined {
  return places.find((place) => place !== undefined && place.level !== 'township' && place.code !== code && lies(divisions, place, code))
}

/** 江州市对口帮扶青岚县: the counties that a title tells in full. */
function countiesIn(lexicon: Lexicon, title: string): readonly Division[] {
  return divisionTrie(lexicon)
    .find(title)
    .map(({ from, to }) => title.slice(from, to))
    .filter((name) => name.length > 2 && /[市县区旗]$/u.test(name))
    .flatMap((name) => lexicon.divisions.named(name).filter(({ level }) => level === 'county'))
}

/** 兵团卫生健康委, 兵团医院 without a division or a city: the corps itself. */
function corpsHome({ divisions }: Lexicon, text: string): Place[] {
  const said = text.match(/兵团(?:卫生健康委|卫健委|党委|医院|党政)/gu)?.length ?? 0
  const corps = said < 2 ? undefined : divisions.named('兵团').find(({ level }) => level === 'province')
  return corps === undefined ? [] : [...divisions.chain(corps.code)]
}
