/** Lists that tell a prefix or a head once: 县人民医院、中医院; 青岚、柏川3县人民医院; 西坞、松岙分院. */
import { ownPrefix } from './bare-names.ts'
import type { Line, NamingContext, Prefix, RawName } from './context.ts'
import { placeBefore } from './grammar/left.ts'
import { NO_PREFIX } from './grammar/reach.ts'
import { matchesOf } from '../../grammar/matches.ts'
import { centresOfDistrict, firstOfCounty } from './district-lists.ts'
import { isListedWord, unknownItem } from './unknown-item.ts'
import { generics, stopWords } from './words.ts'

/** Between the names of a list; 县医院二期、|中医院门诊楼: what is built for the first may stand before the mark. */
const JOINT =
  /^(?:[〇㐀-鿿]{0,8}(?:楼|[一二三]期|院区|项目|工程|[迁扩新]建|改造|搬迁))?(?:、|和|及|与|以及|，)(?:(?:中医|妇幼|妇保|儿童)、)?$/u
const COUNT = /[\d一二两三四五六七八九十]+(?:个|家|所)?$/u

/** Gives bare names (中医院) the prefix of the name before them in the same list; drops those that have none. */
export function inheritPrefixes(context: NamingContext, line: Line, names: readonly RawName[]): RawName[] {
  const kept: RawName[] = []
  for (const name of names) {
    const isBare =
      name.prefix.kind === 'none' &&
      name.brand === '' &&
      name.known === undefined &&
      name.bound === undefined &&
      name.label === 'Hospital' &&
      name.sort !== 'campus'
    if (!isBare) {
      const beside = asJoint(line, kept.at(-1), name)
      kept.push({ ...beside, prefix: countyOfList(context, line, kept.at(-1), beside) ?? beside.prefix })
      continue
    }
    const before = kept.findLast((other) => other.to <= name.from)
    const joint = before === undefined ? '' : line.text.slice(before.to, name.from)
    const prefix =
      before !== undefined && JOINT.test(joint) && lends(before) ? before.prefix : ownPrefix(context, line, { name, before: kept })
    if (prefix !== undefined) kept.push({ ...name, prefix })
  }
  return kept
}

/**
 * 江州区云溪街社区卫生服务中心、鲁山道街社区卫生服务中心: a street that no table has, listed behind one of another place's county, is
 * of that county, and so is 集美区后溪卫生院、灌口医院, called after a township of it.
 */
function countyOfList(
  { home, lexicon }: NamingContext,
  line: Line,
  before: RawName | undefined,
  { sort, prefix, brand, from }: RawName,
): Prefix | undefined {
  if (prefix.kind !== 'none' || brand === '' || before?.sort !== 'primary') return undefined
  if (before.prefix.kind !== 'place' || before.prefix.place.level !== 'county' || line.text.slice(before.to, from) !== '、')
    return undefined
  const { kind, place, township } = before.prefix
  const isOfTownship = lexicon.divisions.named(brand).some(({ level, parent }) => level === 'township' && parent === place.adcode)
  if (sort !== 'primary' && !(sort === 'hospital' && isOfTownship)) return undefined
  // 白音华镇卫生院 tells its county by the table alone, and nothing of what is listed behind it.
  if (township !== undefined && !line.text.slice(before.from, before.to).includes(place.name)) return undefined
  return home.some(({ id }) => id === place.id) ? undefined : { kind, place, surface: place.name, isFull: true }
}

/** 江州大学一院青岚医院、柏川医院: the second is the same hospital's as well. */
function asJoint(line: Line, before: RawName | undefined, name: RawName): RawName {
  const isPlain = name.prefix.kind === 'place' && name.stem === '医院' && !name.prefix.isFull && name.bound === undefined
  if (!isPlain || before?.prefix.kind !== 'parent' || before.sort !== 'hospital' || line.text.slice(before.to, name.from) !== '、')
    return name
  const { parent } = before.prefix
  return { ...name, prefix: before.prefix, stem: line.text.slice(parent.from, parent.to) + line.text.slice(name.from, name.to) }
}

function lends({ prefix, label, stem }: RawName): boolean {
  return (
    // 市疾控中心、第二人民医院: a service that every place has lends it too.
    (label === 'Hospital' || (label === 'Institution' && SERVICE.test(stem))) &&
    (prefix.kind === 'level' || prefix.kind === 'mask' || (prefix.kind === 'place' && prefix.township === undefined))
  )
}

/** 和政县、临夏县、康乐县3家人民医院: the head is told once behind a count, after the last place. */
export function afterCount(context: NamingContext, line: Line, name: RawName): RawName {
  if (name.label !== 'Hospital' || name.prefix.kind !== 'none' || name.brand !== '' || name.known !== undefined) return name
  const count = /[\d一二两三四五六七八九十]+(?:个|家|所)$/u.exec(line.text.slice(0, name.from))?.[0]
  const last = count === undefined ? undefined : placeBefore(context, line, name.from - count.length, 0)
  return last === undefined || count === undefined || line.text.charAt(last.from - 1) !== '、'
    ? name
    : { ...name, from: last.from, prefix: last.found }
}

/** 八一街道 is called after a day. */
const TOTAL =
  /^(?!八一|五一|三八|七一|五四|二七|六一|九一)[\d一二两三四五六七八九十]+个?(?:[县市区旗]|乡镇|(镇|乡(?!镇)|街道))(?=[〇㐀-鿿])/u
const TOWNSHIP_END = /(街道|镇|乡)$/u

/** 溪头 in 溪头、溪尾镇卫生院 is 溪头镇 where there is such a one: the suffix of townships is told once. */
function withSuffix<Given extends Prefix>(prefix: Given, suffix: string | undefined): Given {
  const isSo = prefix.kind === 'place' && suffix !== undefined && prefix.township?.name === prefix.surface + suffix
  return isSo ? { ...prefix, surface: prefix.surface + suffix, isFull: true } : prefix
}

/** 丹江县、云溪县疾控中心: a service that every county has. */
const SERVICE = /^(?:疾控中心|疾病预防控制中心|中心血站|血站|急救中心|卫生监督所|妇计中心)$/u

function isShared({ label, stem }: RawName): boolean {
  return label === 'Hospital' || (label === 'Institution' && SERVICE.test(stem))
}

/** What stands behind a count of places: 唐河、桐柏|两县|医院 are 唐河县医院 and 桐柏县医院, for 唐河医院 is another. */
function ofTotal(total: string, stem: string): string {
  const rest = stem.slice(total.length)
  return rest === '医院' && /[县市区旗]$/u.test(total) ? total.slice(-1) + rest : rest
}

/** Names of the places in a list before a head that all of them share: each is a name of its own, its span the place. */
export function shareHead(context: NamingContext, line: Line, read: RawName): RawName[] {
  // 唐河、桐柏、内乡|三县|人民医院; 溪头、溪尾|两镇|卫生院
  const total = read.prefix.kind === 'place' ? TOTAL.exec(read.stem) : null
  const name = total === null ? read : { ...read, prefix: withSuffix(read.prefix, total[1]), stem: ofTotal(total[0], read.stem), brand: '' }
  const isUnknown = name.sort === 'primary' && name.prefix.kind === 'none' && name.brand !== '' && name.stem.startsWith(name.brand)
  if (!isUnknown && (!isShared(name) || name.prefix.kind !== 'place')) return counted(context, line, name)
  const behind = line.text.slice(name.to, name.to + 12)
  const all = centresOfDistrict(context, line, name) ?? [...itemsBefore(context, line, name, name.from), name]
  return all.map((item) => (item.prefix.kind === 'place' ? { ...item, stem: headOf(item.stem, item.prefix.township?.name, behind) } : item))
}

/** 青岚、柏川、云溪3县人民医院: the count and the level word stand before the head. */
function counted(context: NamingContext, line: Line, name: RawName): RawName[] {
  if (name.label !== 'Hospital' || name.prefix.kind !== 'level') return [name]
  const before = line.text.slice(0, name.from)
  const count = COUNT.exec(before)?.[0]
  if (count === undefined) return [name]
  const end = name.from - count.length
  const last = placeBefore(context, line, end, 0)
  if (last === undefined) return [name]
  const item: RawName = { ...name, from: last.from, to: end, prefix: last.found }
  const items = itemsBefore(context, line, item, last.from)
  return items.length === 0 ? [name] : [...items, { ...item, to: name.to }]
}

function itemsBefore(context: NamingContext, line: Line, name: RawName, from: number): RawName[] {
  const items: RawName[] = []
  for (let at = from; line.text.charAt(at - 1) === '、' || /[和及]$/u.test(line.text.slice(0, at));) {
    const place = placeBefore(context, line, at - 1, 0)
    const own = name.sort === 'primary' && place?.found.township === undefined ? ownItem(context, line, at - 1) : undefined
    if (place === undefined || own !== undefined || !isLike(place.found, name)) {
      const unknown = own ?? (place === undefined && name.sort === 'primary' ? unknownItem(context, line, at - 1) : undefined)
      // 养老、慢病、城南社区卫生服务中心: what is listed beside a word that is no place is none either.
      if (unknown === undefined) return isListedWord(line.text, at - 1) ? items.filter(({ prefix }) => prefix.kind === 'place') : items
      const county = ownOf(name.prefix)
      const suffix = county === undefined || TOWNSHIP_END.test(unknown.name) ? '' : (TOWNSHIP_END.exec(surfaceOf(name.prefix))?.[1] ?? '')
      const stem = unknown.name.replace(/社区$/u, '') + suffix + name.stem.slice(name.brand.length)
      items.unshift({ ...name, from: unknown.from, to: at - 1, prefix: county ?? NO_PREFIX, brand: unknown.name, stem })
      at = unknown.from
      continue
    }
    const suffix = name.prefix.kind === 'place' ? TOWNSHIP_END.exec(name.prefix.surface)?.[1] : undefined
    items.unshift({
      ...name,
      from: place.from,
      to: at - 1,
      prefix: withSuffix(place.found, suffix),
      stem: stemFor(name, place.found.surface).slice(name.prefix.kind === 'none' ? name.brand.length : 0),
      brand: '',
    })
    at = place.from
  }
  return items
}

/** 城关, beside townships of one county: one of that county's own, of which many counties have one. */
function ownOf(beside: Prefix): Prefix | undefined {
  if (beside.kind !== 'place' || beside.township === undefined) return undefined
  const { place } = beside
  const word = place.name.at(-1)
  return place.level === 'county' && place.masked !== true && word !== undefined ? { kind: 'level', word, place } : undefined
}

const surfaceOf = (prefix: Prefix): string => (prefix.kind === 'place' ? prefix.surface : '')

/** 稻城、得荣县: items are told alike, or the suffix of counties of one city is told once. */
function isLike(item: Extract<Prefix, { kind: 'place' }>, { prefix: last, brand }: RawName): boolean {
  if (last.kind !== 'place') return !item.isFull || (item.township !== undefined && /(?:街道?|镇|乡)$/u.test(brand))
  if (item.isFull === last.isFull) return true
  // 广河县、东乡县: the short form of a long name ends alike.
  if (/[县市区旗]$/u.test(item.surface) && item.surface.at(-1) === last.surface.at(-1)) return true
  // 青岚、云溪街道: the suffix of townships is told once.
  if (item.township !== undefined && last.township !== undefined && (!item.isFull || TOWNSHIP_END.test(last.surface))) return true
  const [code, other] = [item.place.adcode, last.place.adcode]
  const isCounty = item.place.level === 'county' && item.township === undefined && last.township === undefined
  return isCounty && !item.isFull && code !== undefined && code.slice(0, 4) === other?.slice(0, 4)
}

/** A campus keeps its place in its stem: 西坞分院. */
function stemFor(name: RawName, surface: string): string {
  if (name.prefix.kind !== 'place' || !name.stem.startsWith(name.prefix.surface)) return name.stem
  return surface + name.stem.slice(name.prefix.surface.length)
}

/** 等11家乡镇卫生院, 三处卫生院, 两镇卫生院, 等镇卫生院, 等一批乡镇卫生院, 等20家乡镇（中心）卫生院: a class that is counted, or goes on, behind a list of places. */
const COUNTED_CLASS =
  /(?:[\d一二两三四五六七八九十]+(?:[个家所处地]|(?=街道|[乡镇]))|(?<=等)(?:一批|多[家所个]|部分|若干[家所个]?)?|(?<=[〇㐀-鿿])(?=乡镇|镇乡))(?:乡镇|镇乡|镇街|街镇|镇（街道）|乡镇（街道）|乡（镇）|镇（乡）|镇（街）|乡镇（街）|镇（办）|(街道|乡|镇))?(?:（中心）)?((?:中心)?卫生院|(?:社区)?卫生服务中心|(?<=\d家|[两三四五六七八九十]家)(?:分院|医院)|(?<=乡镇|镇街)分院)/gu
/** An item between two marks that no table has, or the first of a list, behind a whole name. */
const UNKNOWN_ITEM = /(?:、|(?<=[院心站])[和及与]|(?<=[和及与、](?:下属|所属|下辖)(?:的|(?!的))))((?:(?![院心站和及与])[〇㐀-鿿]){2,4})$/u
const NUMERALS = '零一二三四五六七八九十'

/** 拟将|丁嘴、侍岭2家卫生院: the first item of a list that has as many as are counted. */
const FIRST_ITEM = /(?<=[将把对纳管辖括合盖含为有与])(?![的了过各其该])[〇㐀-鿿]{2,3}$/u

/** 三甲 in a list of townships of its county: a word for something else as well. */
function isOwnTownship({ lexicon, home }: NamingContext, word: string): boolean {
  const code = home.at(-1)?.level === 'county' ? home.at(-1)?.adcode : undefined
  return code !== undefined && lexicon.divisions.named(word).some(({ level, parent }) => level === 'township' && parent === code)
}

const ITEM = /(?<=^|[、，；：。（和及与])[〇㐀-鿿]{2,4}$/u

/** 于田、大汾 of 遂川县: an item by whose word a township of the home is called, though it means another place or a class elsewhere. */
function ownItem(context: NamingContext, { text }: Line, at: number): { readonly from: number; readonly name: string } | undefined {
  const name = ITEM.exec(text.slice(Math.max(0, at - 5), at))?.[0]
  return name === undefined || !isOwnTownship(context, name) ? undefined : { from: at - name.length, name }
}

/** The home as the prefix of a body of its own. */
function ofHome({ home }: NamingContext): Prefix {
  const place = home.at(-1)
  return place === undefined ? NO_PREFIX : { kind: 'level', word: place.name.slice(-1), place }
}

/** What stands behind a list of places and counts bodies: 11家乡镇卫生院, and behind another list of the sentence 4家 alone. */
interface Counted {
  readonly index: number
  readonly whole: string
  readonly suffix: string | undefined
  readonly head: string
}

/** 河口、户胡、孟集3家；: the head was told behind the list before. */
const COUNT_ONLY = /(?<=[〇㐀-鿿])(?:\d{1,2}|[两三四五六七八九十])家(?=[；。，]|$)/gu

function countedIn(text: string): Counted[] {
  const told = matchesOf(COUNTED_CLASS, text).map((match): Counted => {
    const [whole, suffix, head = ''] = match
    return { index: match.index, whole, suffix, head }
  })
  const [first] = told
  if (first === undefined || !first.head.endsWith('卫生院')) return told
  const bare = matchesOf(COUNT_ONLY, text).filter(({ index }) => index > first.index)
  return [...told, ...bare.map(({ index, 0: whole }): Counted => ({ ...first, index, whole }))]
}

/** Whether a list has as many items as are counted behind it. */
function isCounted({ whole }: Counted, length: number): boolean {
  const count = /^(?:\d+|[一二三四五六七八九十])/u.exec(whole)?.[0] ?? ''
  return length > 1 && (Number(count) === length || NUMERALS.indexOf(count) === length)
}

/** 6家社区卫生服务中心（卫生院）: streets have the one, and townships the other. */
const OF_EITHER = /^（(?:乡镇)?(?:中心)?(卫生院|社区卫生服务中心)/u

/** The head of a township in a list behind which both heads are told; the `stem` that was read otherwise. */
function headOf(stem: string, township: string | undefined, behind: string): string {
  const other = township === undefined || !behind.startsWith('（') ? undefined : OF_EITHER.exec(behind)?.[1]
  const head = /(?:社区卫生服务中心|卫生院)$/u.exec(stem)?.[0]
  if (other === undefined || head === undefined || head === other || stem.endsWith('中心卫生院')) return stem
  return township?.endsWith('街道') === (other === '社区卫生服务中心') ? stem.slice(0, -head.length) + other : stem
}

/** 南溪、北溪、柳坡等11家乡镇卫生院: each place of the list has one, whose span is the place. */
export function countedBodies(context: NamingContext, line: Line): RawName[] {
  const { text } = line
  if (!/卫生院|卫生服务中心|(?:家|乡镇|镇街)(?:分院|医院)/u.test(text)) return []
  return countedIn(text).flatMap((counted) => {
    const { index, whole, suffix, head } = counted
    const bodies: RawName[] = []
    const sort = head === '分院' ? 'campus' : head === '医院' ? 'hospital' : 'primary'
    const common = { sort, label: 'Hospital', stem: head, brand: '' } as const
    const behind = text.slice(index + whole.length, index + whole.length + 12)
    // 等共11家
    const end = index - (/等?共?$/u.exec(text.slice(Math.max(0, index - 2), index))?.[0].length ?? 0)
    for (let at = end; at > 0;) {
      const place = placeBefore(context, line, at, 0)
      const isTown = place?.found.township !== undefined
      const listed = place === undefined ? (UNKNOWN_ITEM.exec(text.slice(0, at))?.[1] ?? unknownItem(context, line, at)?.name) : undefined
      const headed = place === undefined && listed === undefined ? firstOfCounty(context, line, at) : undefined
      const own = isTown ? undefined : ownItem(context, line, at)?.name
      const first = isCounted(counted, bodies.length + 1) ? FIRST_ITEM.exec(text.slice(Math.max(0, at - 5), at))?.[0] : undefined
      const unknown = own ?? listed ?? headed?.word ?? (place === undefined ? first : undefined)
      if (!isTown && (unknown === undefined || stopWords.has(unknown) || (generics.has(unknown) && unknown !== own))) break
      const from = isTown ? place.from : (headed?.county.from ?? at - (unknown ?? '').length)
      bodies.unshift(
        isTown
          ? {
              ...common,
              stem: headOf(common.stem, place.found.township?.name, behind),
              from,
              to: at,
              prefix: withSuffix(place.found, suffix),
            }
          : {
              ...common,
              from,
              to: at,
              prefix: headed?.county.found ?? (unknown === own ? ofHome(context) : NO_PREFIX),
              stem: unknown + (suffix ?? '') + common.stem,
              brand: unknown ?? '',
            },
      )
      if (!/[、和及]$/u.test(text.slice(0, from)) || /[院心站][和及]$/u.test(text.slice(0, from))) break
      at = from - 1
    }
    const own = bodies.map(({ prefix }) => (prefix.kind === 'level' ? prefix : ownOf(prefix))).find((prefix) => prefix !== undefined)
    if (own !== undefined) bodies.forEach((body, index) => body.prefix.kind === 'none' && (bodies[index] = { ...body, prefix: own }))
    const isPlaced = bodies.some(({ prefix }) => prefix.kind === 'place') && (bodies.length > 1 || text.charAt(end) === '等')
    return isPlaced || isCounted(counted, bodies.length) ? bodies : []
  })
}

/** Verbs of joining before a list of which each hospital stands for its own consortium. */
const JOINING = /(?:加入|纳入|并入|划入|划归|归入|融入|成为|入选)了?$/u

/** 加入市三院、市妇保院医联体: the head of the last is that of all. */
export function shareAlliance(line: Line, all: readonly RawName[]): readonly RawName[] {
  const isLast = ({ label, prefix, from }: RawName): boolean =>
    label === 'Consortium' && prefix.kind === 'parent' && line.text.charAt(from - 1) === '、'
  if (!all.some(isLast)) return all
  const names = all.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const shared = new Map<RawName, RawName>()
  for (const [index, name] of names.entries()) {
    if (!isLast(name)) continue
    let first = name.from
    const hospitals: RawName[] = []
    for (const before of names.slice(0, index).toReversed()) {
      if (before.to !== first - 1 || before.label !== 'Hospital' || !/[、和与]/u.test(line.text.charAt(before.to))) continue
      hospitals.push(before)
      first = before.from
    }
    if (!JOINING.test(line.text.slice(Math.max(0, first - 4), first))) continue
    for (const parent of hospitals) shared.set(parent, { ...name, from: parent.from, to: parent.to, prefix: { kind: 'parent', parent } })
  }
  return names.map((name) => shared.get(name) ?? name)
}
