/** Reads the name of a university that ends at a place of the text: 浙江大学医学院, 广州中医药大学. */
import { Line, type Named, type NamingContext } from '../context.ts'
import { namedUniversity } from '../identify.ts'
import { brandBefore } from './brand.ts'
import { placeBefore } from './left.ts'
import { generics, modifiers, plainWords, stopWords } from '../words.ts'
import { beginsWord } from './word-start.ts'

/** （云溪） behind the name of a school. */
export const SEAT = /（[〇㐀-鿿]{2,4}）$/u
const PART_OF_COUNTRY = /^[华东西中][东南西北中部]$/u
const OF_PROVINCE = /(?:省|自治区)$/u
const LONGEST = 18
const LONGEST_HEAD = 4
const HEAD = /(?:大学|学院|医学部|科学院|研究院|军医大|专科学校|卫生学校|护理学校|医专|高专|卫校)$/u
const SCHOOL =
  /^(.*(?:大学|城市学院))((?:(?!成立|设立|组建|共建|建立|筹建|合作|联合|医院|[与和及、将把为向给由在])[〇㐀-鿿]){0,8}(?:医学院|临床学院|学院|医学部))$/u
/** 江大|公卫学院: behind a school that is told short. */
const SHORT_SCHOOL =
  /(?<=[大医])(?:公共卫生|公卫|护理|药学|口腔医?学?|临床医?学?|基础医学|中医|全科医学|医|第[一二三四]临床医?)(?:学院|学部)$/u
const OWN_SCHOOL_AFTER = new RegExp(`^${SHORT_SCHOOL.source.replace('(?<=[大医])', '').slice(0, -1)}`, 'u')
/** A school within any university, of which none is told. */
const PART_OF_SCHOOL = /(?<![〇㐀-鿿])(?:公共卫生|公卫|护理|药学|口腔医?|临床医?|基础医|中医|全科医)学院$/u
const FIELDS =
  /(?:中国|医科|中医药|中医|医药|医学|药科|医|师范|理工|科技|工业|工程|农业|农林|林业|交通|财经|民族|体育|职业技术|职业|卫生健康|卫生|高等|护理|科学院|海洋|石油|矿业|电力|邮电|政法|外国语|城市|联合|第[一二三四]军医|海军军医|空军军医|陆军军医|航空航天)$/u

/** Where the university's name begins, or undefined. */
export function universityBefore(context: NamingContext, line: Line, at: number, floor: number): number | undefined {
  const { text } = line
  const seat = text.charAt(at - 1) === '）' ? SEAT.exec(text.slice(Math.max(floor, at - 8), at))?.[0] : undefined
  // 江州大学（云溪）
  if (seat !== undefined && isSeat(context, seat)) return universityBefore(context, line, at - seat.length, floor)
  const isHeaded = HEAD.test(text.slice(Math.max(floor, at - LONGEST_HEAD), at))
  // 安医大附属…: the short name of a school that the table knows has no head.
  if (!isHeaded && !/[大医]$/u.test(text.slice(Math.max(floor, at - 1), at))) return undefined
  const { organisationByName } = context.lexicon
  // 江大附属…, 江大公卫学院: two characters are a school only before the word for what belongs to it.
  const shortest = text.startsWith('附属', at) || OWN_SCHOOL_AFTER.test(text.slice(at, at + 12)) ? 2 : 3
  for (let length = Math.min(LONGEST, at - floor); length >= shortest; length--) {
    const known = organisationByName.get(text.slice(at - length, at))
    if (known?.label === 'Institution' && known.kind !== 'government') return at - length
  }
  if (!isHeaded) return undefined
  const school = SCHOOL.exec(text.slice(Math.max(floor, at - LONGEST), at))
  if (school !== null) {
    const inner = universityBefore(context, line, at - (school[2] ?? '').length, floor)
    if (inner !== undefined) return inner
  }
  const short = SHORT_SCHOOL.exec(text.slice(Math.max(floor, at - LONGEST), at))?.[0]
  const shortFrom = short === undefined ? undefined : universityBefore(context, line, at - short.length, floor)
  if (shortFrom !== undefined) return shortFrom
  if (PART_OF_SCHOOL.test(text.slice(Math.max(floor, at - 6), at))) return undefined
  let from = at - (HEAD.exec(text.slice(Math.max(floor, at - LONGEST_HEAD), at))?.[0].length ?? 0)
  for (let field = FIELDS.exec(text.slice(floor, from)); field !== null; field = FIELDS.exec(text.slice(floor, from)))
    from -= field[0].length
  const place = placeBefore(context, line, from, floor)
  if (place !== undefined) return place.from
  // 省|中医药研究院|附属医院
  const province = OF_PROVINCE.exec(text.slice(Math.max(floor, from - 3), from))?.[0]
  if (province !== undefined && text.startsWith('附属', at) && beginsWord(line, from - province.length)) return from - province.length
  const shaped = shapedBefore(context, line, from, floor)
  if (shaped !== undefined) return shaped
  const brand = brandBefore(line, from, floor)
  if (brand !== undefined && !/[及与和]/u.test(brand.found)) {
    // 中国|传媒大学
    if (text.slice(floor, brand.from).endsWith('中国')) return brand.from - 2
    return placeBefore(context, line, brand.from, floor)?.from ?? brand.from
  }
  // 中医药研究院附属医院: a field and a kind, and the place is left out.
  const isField = /^(?:中医|医学|医药).*(?:研究院|科学院)$/u.test(text.slice(from, at)) && text.startsWith('附属', at)
  return text.startsWith('中国', from) || isField ? from : undefined
}

/** Whether what stands in brackets behind a school tells which of its houses is meant. */
export function isSeat({ lexicon }: NamingContext, seat: string): boolean {
  const inside = seat.slice(1, -1)
  return lexicon.divisions.named(inside).some(({ level }) => level !== 'township') || PART_OF_COUNTRY.test(inside)
}

/** 江州|培英|学院: two characters that are no common word, between the name of a city and the head of a school. */
function shapedBefore(context: NamingContext, line: Line, to: number, floor: number): number | undefined {
  const from = to - 2
  const pair = from < floor ? '' : line.text.slice(from, to)
  if (
    !/^(?!.?[与和及在的等各为由对向将把被到省市县区年个所名家第一二两三四五六七八九十几多])[〇㐀-鿿]{2}$/u.test(pair) ||
    stopWords.has(pair) ||
    generics.has(pair) ||
    plainWords.has(pair)
  )
    return undefined
  if (modifiers.has(pair) || line.text.startsWith('学院医院', to)) return undefined
  const place = placeBefore(context, line, from, floor)
  return place?.found.place.adcode?.endsWith('00') === true && !place.found.isFull ? place.from : undefined
}

/** The university with whose name a hospital's name begins, and how long that is; `known` is the one of the lexicon. */
export function universityWithin(
  context: NamingContext,
  surface: string,
  known: Named | undefined,
): { university: Named; length: number } | undefined {
  const line = new Line(surface, context.segment)
  const ends = [...surface.matchAll(/(?:大学|学院|医学部|科学院)/gu)]
    .map((match) => match.index + match[0].length)
    .filter((end) => end < surface.length)
  for (const end of ends.toReversed()) {
    if (universityBefore(context, line, end, 0) !== 0) continue
    const said = surface.slice(0, end)
    const isKnown = known !== undefined && (known.name.startsWith(said) || said.startsWith(known.name) || known.aliases.includes(said))
    return { university: isKnown ? known : namedUniversity(context, said), length: end }
  }
  return undefined
}
