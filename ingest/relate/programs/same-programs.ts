/** One program under several names of one text: 卫生县城创建 beside 国家卫生县城创建, 宫颈癌筛查 beside 两癌筛查, with and without 免费. */
import type { Mention, Place } from '../../../cypher/model/index.ts'
import type { Found } from '../../reading.ts'

/** A mention, what makes it one program with others, and its words in the text. */
export interface NamedMention {
  readonly mention: Mention
  readonly core: string
  /** Its words in the text; of several mentions, whichever tells a level. */
  readonly text: string
  /** The core of a program of which it is a name where the text has it too. */
  readonly within: RegExp | undefined
}

const LEVEL = /^(?:国家级?|全国|省级?|自治区级?|市级|县级|区级)/u
const NATIONAL = /^(?:国家级?|全国)/u
/** 三乙创建 beside 三级乙等中医医院创建. */
const SHORT_GRADE = /^(三甲|三乙|二甲|二乙)(?:医院|院)?(创建|评审|复审|复评|复核|晋级|争创|申报)$/u
const GRADES: Readonly<Record<string, string>> = { 三甲: '三级甲等', 三乙: '三级乙等', 二甲: '二级甲等', 二乙: '二级乙等' }
const LEVEL_TOLD = /国家|全国|省|自治区|[市县区]级/u
/** Only titles are won at a level: 重点专科建设 is more than 省级重点专科建设. */
const TITLE = /(?:示范|先行|试验|先进)(?:区|县|市|旗|城市|单位)$|^卫生.+创建$/u
/** 内蒙古 of 内蒙古自治区, before a name that has as many characters of its own as this. */
const LEAST_OWN = 4
/** The end of a division's name, which its short name leaves out. */
export const OF_DIVISION = /(?:[\u4e00-\u9fff]族)*(?:自治[区州县旗]|[省市区县旗州盟])$/u
/** Shorter ones say too little: 项目. */
const LEAST_KEY = 3
/** What a name has or has not. */
const LOOSE = /免费|(?:活动|项目|工作|专项)$/gu

/** What was found, with all names of one program under the fullest of them. */
export function asOne(found: Found, named: readonly NamedMention[], home: readonly Place[]): Found {
  const fullByShort = named.length < 2 ? undefined : fullNames(onceEach(named), home)
  if (fullByShort === undefined || fullByShort.size === 0) return found
  return {
    mentions: found.mentions.map((mention) => {
      const full = fullByShort.get(mention.entity)
      return full === undefined ? mention : { ...full, start: mention.start, end: mention.end }
    }),
    claims: found.claims.map((claim) => {
      if (claim.kind === 'relation') {
        const full = fullByShort.get(claim.object)
        return full === undefined ? claim : { ...claim, object: full.entity }
      }
      const full = fullByShort.get(claim.subject)
      return full === undefined ? claim : { ...claim, subject: full.entity }
    }),
  }
}

/** One of the mentions of each program, one that tells its level if any does. */
function onceEach(named: readonly NamedMention[]): readonly NamedMention[] {
  const byEntity = new Map<string, NamedMention>()
  for (const one of named) {
    const first = byEntity.get(one.mention.entity)
    if (first === undefined || (one.text !== first.text && TITLE.test(one.core.replace(LEVEL, '')) && LEVEL_TOLD.test(one.text)))
      byEntity.set(one.mention.entity, one)
  }
  return [...byEntity.values()]
}

/** By the entities of shorter names: the mention with the full one. */
function fullNames(named: readonly NamedMention[], home: readonly Place[]): ReadonlyMap<string, Mention> {
  const full = new Map<string, Mention>()
  for (const [first, ...others] of looseGroups(named, shortNames(home)))
    for (const { mention } of others) if (first !== undefined) full.set(mention.entity, first.mention)
  for (const one of named) {
    const only = full.has(one.mention.entity) ? undefined : fullNameOf(one, named)
    if (only !== undefined) full.set(one.mention.entity, full.get(only.entity) ?? only)
  }
  return full
}

/** The only other program of the text of which a name may be a part or leave out the level. */
function fullNameOf({ mention, core, text, within }: NamedMention, named: readonly NamedMention[]): Mention | undefined {
  const base = core.replace(LEVEL, '')
  const [, grade, deed] = SHORT_GRADE.exec(core) ?? []
  if (grade !== undefined && deed !== undefined) {
    const [full, second] = named.filter((one) => one.core.startsWith(GRADES[grade] ?? grade) && one.core.endsWith(deed))
    return second === undefined ? full?.mention : undefined
  }
  const isBare = TITLE.test(base) && !LEVEL_TOLD.test(text)
  if (within === undefined && !isBare) return undefined
  const [only, other] = named.filter((one) =>
    within === undefined
      ? one.core.length > base.length && one.core.replace(LEVEL, '') === base && LEVEL_TOLD.test(one.text)
      : within.test(one.core),
  )
  return only === undefined || other !== undefined || only.mention.entity === mention.entity ? undefined : only.mention
}

/** Programs whose names differ in no more than 免费, 活动, 国家, 全国 or the name of the home; the known and the longest first. */
function looseGroups(named: readonly NamedMention[], homes: readonly string[]): readonly (readonly NamedMention[])[] {
  const byKey = new Map<string, NamedMention[]>()
  for (const one of named) {
    const own = homes.find((home) => one.core.startsWith(home) && one.core.length >= home.length + LEAST_OWN)
    const key = one.core
      .slice(own?.length ?? 0)
      .replace(NATIONAL, '国')
      .replaceAll(LOOSE, '')
    if (key.length < LEAST_KEY) continue
    const others = byKey.get(key)
    if (others === undefined) byKey.set(key, [one])
    else others.push(one)
  }
  return [...byKey.values()].filter((group) => group.length > 1).map((group) => group.toSorted((a, b) => rank(b) - rank(a)))
}

/** The names of a home's chain without the words of their level. */
const shortNames = (home: readonly Place[]): readonly string[] =>
  home.map(({ name }) => name.replace(OF_DIVISION, '')).filter(({ length }) => length >= 2)

/** Known names have aliases; those of a place stand before those of none. */
const rank = ({ mention: { aliases, entity, name } }: NamedMention): number =>
  (aliases.length > 0 ? 200 : 0) + (entity.split('/').length > 2 ? 100 : 0) + name.length
