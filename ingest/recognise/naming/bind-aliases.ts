/** 以下简称: a name that a document binds holds in this document from there on, before any table. */
import type { Named, NamingContext } from './context.ts'

const SHORT = /（(?:以?下?(?:统一)?简称|下称|简称)[:：为]?[“"‘《]?([\p{Script=Han}A-Za-z0-9]{2,14}?)[”"’》]?）/gu

/** Binds the short forms that a sentence gives to the names before their brackets. */
export function bindAliases(context: NamingContext, text: string, hits: readonly { from: number; to: number; named: Named }[]): void {
  for (const match of text.matchAll(SHORT)) {
    const owner = hits.findLast((hit) => hit.to <= match.index && /^[”’"》]?$/u.test(text.slice(hit.to, match.index)))
    const alias = match[1]
    if (owner !== undefined && alias !== undefined) context.aliases.set(alias, { ...owner.named, aliases: [...new Set([...owner.named.aliases, alias])] })
  }
}
