/** Counties whose short name is a word of its own: 新建区, of which a text says 新建院区. */
import type { Division } from '../../lexicon/lexicon.ts'
import type { NamingContext } from './context.ts'
import { resolvePlace } from './place-index.ts'

/** The county that such a word means, where the text has its full name as well. */
export function countyCalled(context: NamingContext, word: string): Division | undefined {
  const { lexicon, home } = context
  const full = ['区', '县', '市']
    .map((suffix) => word + suffix)
    .find((name) => lexicon.divisions.named(name).length > 0 && context.says(name))
  const division = full === undefined ? undefined : resolvePlace(lexicon, home, full)
  return division?.level === 'county' ? division : undefined
}

/** 新建|区中医院, in a report of a district of another city: a verb, and the district's own. */
export function isVerbAndLevel({ home, lexicon }: NamingContext, surface: string): boolean {
  const own = surface === '新建区' ? home.at(-1) : undefined
  return (
    own?.level === 'county' &&
    own.name.endsWith('区') &&
    lexicon.divisions.named(surface).every(({ code }) => code.slice(0, 4) !== own.adcode?.slice(0, 4))
  )
}
