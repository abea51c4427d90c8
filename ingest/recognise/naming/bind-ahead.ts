/** Short names that a document explains anywhere, bound before its first sentence: 甲医院全称为乙医院, 江大附三医院. */
import { matchesOf } from '../../grammar/matches.ts'
import { bindOwnAffiliates } from './own-affiliates.ts'
import { bindSchool, shortNames } from './bind-school.ts'
import type { Hit, Named, NamingContext } from './context.ts'
import { namedKnown } from './identify.ts'

type FindNames = (context: NamingContext, text: string) => readonly Hit[]

/** Binds what any of the sentences explains; `find` reads the names of one of them. */
export function bindAhead(context: NamingContext, sentences: readonly { readonly text: string }[], find: FindNames): void {
  if (context.says('大学')) bindSchools(context, sentences)
  bindOwnAffiliates(context, sentences, find)
  if (context.says('全称')) for (const { text } of sentences) if (text.includes('全称')) bindFull(context, text, find)
  if (!context.says('附') || !sentences.some(({ text }) => SHORT_AFFILIATE.test(text))) return
  const bound = new Map<string, Named | undefined>()
  for (const { text } of sentences)
    if (AFFILIATE.test(text))
      for (const { from, to, named } of find(context, text))
        for (const said of shortAffiliates(text.slice(from, to), named))
          if (context.says(said) && context.aliases.get(said) === undefined)
            bound.set(said, !bound.has(said) || bound.get(said)?.entity === named.entity ? named : undefined)
  // 江大附三院 in a text of 江州大学 and 江南大学 may be either's.
  for (const [said, named] of bound) if (named !== undefined) context.aliases.set(said, named)
  bindBare(context, sentences, find)
}

const LONGEST_SCHOOL = 12

/** 江大 in a title above a text of 江州大学: the schools that the table knows are known from the first sentence on. */
function bindSchools(context: NamingContext, sentences: readonly { readonly text: string }[]): void {
  const { organisationByName } = context.lexicon
  const bound = new Map<string, Named | undefined>()
  for (const { text } of sentences)
    for (let at = text.indexOf('大学'); at >= 0; at = text.indexOf('大学', at + 2))
      for (let from = Math.max(0, at + 2 - LONGEST_SCHOOL); from <= at - 2; from++) {
        const known = organisationByName.get(text.slice(from, at + 2))
        if (known?.kind !== 'university') continue
        for (const short of shortNames(known.name))
          if (context.says(short)) {
            const other = bound.get(short)
            bound.set(short, !bound.has(short) || other?.name === known.name ? namedKnown(context, known) : undefined)
          }
        break
      }
  for (const school of bound.values()) if (school !== undefined) bindSchool(context, school)
}

/** 一附院 alone, before any of its names. */
const BARE = /(?<![〇㐀-鿿])(?:附?([一二三四五六])附?院)(?=[〇㐀-鿿])|(?<=[与和由到在对])(?:([一二三四五六])附院|附([一二三四五六])院)/gu
const OF_ORDINAL = /(?:([一二三四五六])附院|附([一二三四五六])医?院|第([一二三四五六])附属医院|附属第([一二三四五六])医院)$/u

/** 一附院 is the one hospital of that number whose school the text names: 江州大学第一附属医院, 江医一附院. */
function bindBare(context: NamingContext, sentences: readonly { readonly text: string }[], find: FindNames): void {
  const bare = new Map<string, string>()
  for (const { text } of sentences) {
    if (!text.includes('附')) continue
    for (const [said, ...ordinals] of matchesOf(BARE, text)) {
      const ordinal = ordinals.find((found) => found !== undefined)
      if (said.includes('附') && ordinal !== undefined && context.aliases.get(said) === undefined) bare.set(said, ordinal)
    }
  }
  if (bare.size === 0) return
  const named = new Map<string, Named | undefined>()
  for (const { text } of sentences)
    if (text.includes('附'))
      for (const hit of find(context, text)) {
        const surface = text.slice(hit.from, hit.to)
        const ordinal = hit.named.label !== 'Hospital' || surface.length < 5 ? undefined : OF_ORDINAL.exec(surface)?.slice(1).find(Boolean)
        if (ordinal === undefined) continue
        const other = named.get(ordinal)
        named.set(ordinal, !named.has(ordinal) || other?.entity === hit.named.entity ? hit.named : undefined)
      }
  for (const [said, ordinal] of bare) {
    const only = named.get(ordinal)
    if (only !== undefined) context.aliases.set(said, only)
  }
}

/** 甲医院全称为乙医院, 甲医院（全称：乙医院） */
const FULL = /[”’"》]?(?:的|，其|，|（)?全称(?:叫|为|是|即|：)?[“‘"《]?/gu

function bindFull(context: NamingContext, text: string, find: FindNames): void {
  const hits = find(context, text)
  for (const { 0: link, index } of matchesOf(FULL, text)) {
    const owner = hits.find((hit) => hit.from === index + link.length && hit.named.label !== 'District')
    if (owner === undefined) continue
    const short = hits.find((hit) => hit.to === index && hit.named.label === owner.named.label)
    const said =
      short !== undefined ? text.slice(short.from, short.to) : /(?:^|[，。；：“])([〇㐀-鿿]{2,6})$/u.exec(text.slice(0, index))?.[1]
    if (said === undefined || said.length < 3 || short?.named.entity === owner.named.entity) continue
    context.aliases.set(said, { ...owner.named, aliases: [...new Set([...owner.named.aliases, said])] })
  }
}

const SHORT_AFFILIATE = /附[一二三四五六]医?院|[一二三四五六]附院|[大医]附[属院]/u
const AFFILIATE = /(?:大学|学院)(?:附属第([一二三四五六])|第([一二三四五六])附属|(附属(?!第)[〇㐀-鿿]{0,6}))医院/u

/** 江州大学附属第三医院 is 江大附三院, 江大附三医院, 江大三附院 and 江州附三院; 江州大学附属云溪医院 is 江大附属云溪医院, 江州大学附属医院 江大附院. */
function shortAffiliates(surface: string, named: Named): string[] {
  const [, before, after, rest] = AFFILIATE.exec(surface) ?? []
  const ordinal = before ?? after
  const school = named.university?.name ?? /^.*?(?:大学|学院)/u.exec(named.name)?.[0]
  if (named.label !== 'Hospital' || named.parent !== undefined || school === undefined) return []
  if (rest === '附属') return shortNames(school).map((head) => `${head}附院`)
  if (rest !== undefined) return shortNames(school).map((head) => `${head}${rest}医院`)
  if (ordinal === undefined) return []
  const heads = [...shortNames(school), school.replace(/(?:大学|学院)$/u, '')]
  return heads.flatMap((head) => [`附${ordinal}院`, `附${ordinal}医院`, `${ordinal}附院`].map((end) => head + end))
}
