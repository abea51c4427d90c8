/** 以下简称: a name that a document binds holds in this document from there on, before any table. */
import { matchesOf } from '../../grammar/matches.ts'
import { bindSchool } from './bind-school.ts'
import { placeOfLevel } from './place-index.ts'
import { isHan, type Line, type Named, type NamingContext } from './context.ts'

const SAID = '[“"‘《]?([〇㐀-鿿A-Za-z0-9]{2,14}?)[”"’》]?'
const CALLED = '(?:(?:以下|以?下文?|后文|文中|本文)(?:中|均|都|统一)?(?:简称|统称|称作|称为|称|简作)|简称)(?:[:：]|为|作|是)?'
/** （以下简称甲）, （又名乙，以下称甲）, （以下称“甲”或“丙”） */
const SHORT = new RegExp(`（(?:[^（）]{1,30}[，、；])?${CALLED}${SAID}(?:(?:或者?|、)${SAID})?(?:，下同)?）`, 'gu')
/** 甲医院，以下称甲， */
const SHORT_OPEN = new RegExp(`，(?:以下|下文|后文)(?:均|统一)?(?:简称|称)(?:为|作)?${SAID}(?=[，。；])`, 'gu')

/** 滇东北中心医院 after 昭通市滇东北中心医院. */
const BEHIND_PLACE = /^(?=[〇㐀-鿿]{2,4}[市县])(?:[〇㐀-鿿]{1,4}[市县区旗州]){1,2}((?!医院)[〇㐀-鿿]{2,6}(?:中心|人民|综合|专科)?医院)$/u

/** Binds the short forms that a sentence gives to the names before their brackets; what stands in a bracket is that name itself. */
export function bindAliases<Hit extends { from: number; to: number; named: Named }>(
  context: NamingContext,
  text: string,
  hits: readonly Hit[],
): readonly Hit[] {
  if (!/简称|[下文](?:均|都|统一)?统?称|简作/u.test(text)) return hits
  let bound = hits
  for (const match of [...matchesOf(SHORT, text), ...matchesOf(SHORT_OPEN, text)]) {
    const owner = hits.findLast((hit) => hit.to <= match.index && /^[”’"》]?$/u.test(text.slice(hit.to, match.index)))
    const said = match.slice(1).filter((alias) => alias !== undefined)
    if (owner === undefined) continue
    const named = { ...owner.named, aliases: [...new Set([...owner.named.aliases, ...said])] }
    for (const alias of said) context.aliases.set(alias, named)
    const end = match.index + match[0].length
    const { label } = named
    bound = bound.map((hit) => (hit.from > match.index && hit.to < end && hit.named.label === label ? { ...hit, named } : hit))
  }
  return bound
}

/** What a hospital or a consortium calls itself on its own page, and others are called as well. */
const ANYBODY = /^(?:集团|总医?院|医院|联盟|医[共联]体|中心|学校|公司)$/u

/** Whether a short name that others may bear stands for itself at a place, and is not the end of a longer one: 一家医疗|集团. */
export function standsForItself(line: Line, from: number, to: number): boolean {
  const { text } = line
  if (!ANYBODY.test(text.slice(from, to)) || !isHan(text, from - 1)) return true
  if (/^(?:公司|有限|股份|军|化)/u.test(text.slice(to, to + 2))) return false
  if (/[我本]$/u.test(text.charAt(from - 1))) return true
  const word = line.wordBefore(from)
  return word !== undefined && word.to === from && !/^(?:n|a|b|j|vn|q|m)/u.test(word.tag)
}

/** What the members of a consortium call it on its own page. */
const OWN_WORD = /(?:集团|联盟|医[共联]体)$/u

/** 集团以甲医院为核心单位 on the page of a consortium: the one that publishes it. */
export function bindOwnGroup(context: NamingContext, owner: Named | undefined): void {
  const word = owner?.label === 'Consortium' ? OWN_WORD.exec(owner.name)?.[0] : undefined
  if (owner !== undefined && word !== undefined && context.aliases.get(word) === undefined) context.aliases.set(word, owner)
}

const TAIL =
  /(?:医院|[一二三四五六附]院|(?:大学|学院|医学部)(?:[〇㐀-鿿]{0,8}学院)?(?:第[一二三四五六])?(?:附属)?)((?:(?!医院)[〇㐀-鿿]){2,8}医院)$/u
/** Tails that any other school or place may have as well. */
const COMMON =
  /^(?:[省市区县旗州一二三四五六七八九十]|妇女|公立|民营|康复|精神|传染|附属|第|人民|中心|中医|儿童|妇产|肿瘤|口腔|眼科|妇幼|综合|总)/u

/** 青岚市妇幼健康专科联盟 is 妇幼健康专科联盟 from there on. */
function bindAlliance(context: NamingContext, surface: string, named: Named): void {
  if (named.label !== 'Consortium') return
  // 甲医院牵头成立胸痛专科联盟, which is called so from there on.
  const own = named.lead === undefined || !named.name.startsWith(named.lead.name) ? '' : named.name.slice(named.lead.name.length)
  if (own.length > 4 && surface.endsWith(own) && /(?:专科联盟|专病联盟)$/u.test(own) && context.aliases.get(own) === undefined)
    context.aliases.set(own, named)
  if (named.place === undefined || named.lead !== undefined) return
  const place = [named.place.name, named.place.name.replace(/[省市区县旗]$/u, '')].find((name) => surface.startsWith(name))
  const rest = place === undefined ? '' : surface.slice(place.length)
  if (/^[〇㐀-鿿]{2,}(?:专科联盟|专病联盟)$/u.test(rest) && context.aliases.get(rest) === undefined) context.aliases.set(rest, named)
}

/** 青岚县第一医疗健康集团 is 第一集团 from there on. */
function bindGroup(context: NamingContext, surface: string, named: Named): void {
  if (named.label !== 'Consortium') return
  const [, number, kind] = /(第[一二三四五六])[〇㐀-鿿]{0,6}(集团|共同体)$/u.exec(surface) ?? []
  const alias = number === undefined || kind === undefined ? undefined : number + kind
  if (alias !== undefined && !surface.endsWith(alias) && context.aliases.get(alias) === undefined) context.aliases.set(alias, named)
}

/** 江州大学第一附属医院 is 一附院 from there on. */
function bindOrdinal(context: NamingContext, surface: string, named: Named): void {
  const [, before, after] = /第([一二三四五六])附属医院$|附属第([一二三四五六])医院$/u.exec(surface) ?? []
  const alias = before !== undefined ? `${before}附院` : after !== undefined ? `附${after}院` : undefined
  if (alias !== undefined && context.aliases.get(alias) === undefined) context.aliases.set(alias, named)
}

/** 江州市骨科医院 is 市骨科医院 from there on, in a document whose home has no 市 of its own. */
function bindLevel(context: NamingContext, surface: string, named: Named): void {
  const alias =
    named.label === 'Hospital' && named.isPlaceNamed
      ? /^[〇㐀-鿿]{2,5}((?:地区|[市县区旗盟])[〇㐀-鿿]{2,}院)$/u.exec(surface)?.[1]
      : undefined
  if (alias === undefined || placeOfLevel(context.home, alias.startsWith('地区') ? '地区' : alias.charAt(0)) !== undefined) return
  // Of several counties the one that was named last.
  if (named.place?.level === 'county' || context.aliases.get(alias) === undefined) context.aliases.set(alias, named)
}

/** 五洲妇儿医院 after 江州五洲妇儿医院: a brand that stands for itself. */
const BRANDED =
  /^(?!第?[一二三四五六七八九十]{1,2}医?院)(?!(?:第|人民|中心|中医|中西|儿童|妇|肿瘤|口腔|眼科|综合|总|康复|精神|传染|胸|骨|公共|红十字|职业|大学|医科|附属|协和|同济|市|区|县))[〇㐀-鿿]{2,8}医院$/u

function bindBrand(context: NamingContext, surface: string, named: Named): void {
  const { place } = named
  if (named.label !== 'Hospital' || !named.isPlaceNamed || place === undefined) return
  const short = place.name.replace(/[省市县区旗]$/u, '')
  const rest = surface.startsWith(short) && !surface.startsWith(place.name) ? surface.slice(short.length) : ''
  if (rest.length >= BRAND_NAME && BRANDED.test(rest) && context.aliases.get(rest) === undefined) context.aliases.set(rest, named)
}
/** Characters of a name that a brand tells. */
const BRAND_NAME = 4

/** 浙江省肿瘤医院台州院区 is 台州院区 from there on. */
const CAMPUS = /医院([〇㐀-鿿]{2,4}(?:院区|分院))$/u

/** 同济医院 after 华中科技大学同济医学院附属同济医院: the end of a long name stands for it from there on. */
export function bindTails(context: NamingContext, text: string, hits: readonly { from: number; to: number; named: Named }[]): void {
  for (const { from, to, named } of hits) {
    if (named.label === 'District') continue
    const surface = text.slice(from, to)
    bindAlliance(context, surface, named)
    bindGroup(context, surface, named)
    bindSchool(context, named.university ?? named)
    const campus = named.parent === undefined ? undefined : CAMPUS.exec(surface)?.[1]
    if (campus !== undefined && context.aliases.get(campus) === undefined) context.aliases.set(campus, named)
    const rest = named.label === 'Hospital' && named.parent === undefined ? BEHIND_PLACE.exec(surface)?.[1] : undefined
    if (rest !== undefined && !COMMON.test(rest) && context.aliases.get(rest) === undefined) context.aliases.set(rest, named)
    const tail = named.label === 'Hospital' ? TAIL.exec(surface)?.[1] : undefined
    if (surface.endsWith('医院')) bindOrdinal(context, surface, named)
    bindLevel(context, surface, named)
    bindBrand(context, surface, named)
    // 和祐医院, which elsewhere looks joined to what stands before it.
    if (named.label === 'Hospital' && /^和(?![政平田])/u.test(surface) && context.aliases.get(surface) === undefined)
      context.aliases.set(surface, named)
    if (tail !== undefined && !COMMON.test(tail) && !OF_COUNTY.test(tail) && context.aliases.get(tail) === undefined)
      context.aliases.set(tail, named)
  }
}

/** 江大一附院青岚县医院远程中心: 青岚县医院 is a whole name, and goes on to mean the county's own. */
const OF_COUNTY = /^[〇㐀-鿿]{2,5}[县区市旗](?:医院|(?:人民|中医|中心)医?院|妇幼保健院)$/u
