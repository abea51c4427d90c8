/** 以下简称: a name that a document binds holds in this document from there on, before any table. */
import type { Named, NamingContext } from './context.ts'

const SHORT = /（(?:以?下?(?:统一)?简称|下称|简称)[:：为]?[“"‘《]?([\p{Script=Han}A-Za-z0-9]{2,14}?)[”"’》]?）/gu

/** Binds the short forms that a sentence gives to the names before their brackets. */
export function bindAliases(context: NamingContext, text: string, hits: readonly { from: number; to: number; named: Named }[]): void {
  for (const match of text.matchAll(SHORT)) {
    const owner = hits.findLast((hit) => hit.to <= match.index && /^[”’"》]?$/u.test(text.slice(hit.to, match.index)))
    const alias = match[1]
    if (owner !== undefined && alias !== undefined)
      context.aliases.set(alias, { ...owner.named, aliases: [...new Set([...owner.named.aliases, alias])] })
  }
}

const TAIL =
  /(?:医院|(?:大学|学院|医学部)(?:[\p{Script=Han}]{0,8}学院)?(?:第[一二三四五六])?(?:附属)?)((?:(?!医院)[\p{Script=Han}]){2,8}医院)$/u
/** Tails that any other school or place may have as well. */
const COMMON = /^(?:附属|第|人民|中心|中医|儿童|妇产|肿瘤|口腔|眼科|妇幼|综合|总)/u

/** 浙江省肿瘤医院台州院区 is 台州院区 from there on. */
const CAMPUS = /医院(\p{Script=Han}{2,4}院区)$/u

/** 同济医院 after 华中科技大学同济医学院附属同济医院: the end of a long name stands for it from there on. */
export function bindTails(context: NamingContext, text: string, hits: readonly { from: number; to: number; named: Named }[]): void {
  for (const { from, to, named } of hits) {
    const campus = named.parent === undefined ? undefined : CAMPUS.exec(text.slice(from, to))?.[1]
    if (campus !== undefined && context.aliases.get(campus) === undefined) context.aliases.set(campus, named)
    const tail = named.label === 'Hospital' ? TAIL.exec(text.slice(from, to))?.[1] : undefined
    if (tail !== undefined && !COMMON.test(tail) && context.aliases.get(tail) === undefined) context.aliases.set(tail, named)
  }
}
