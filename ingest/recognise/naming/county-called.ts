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

/** 新建|区中医院, in a report of a district of another province: a verb, and the district's own. */
export function isVerbAndLevel({ home }: NamingContext, surface: string, { code }: Division): boolean {
  const own = home.at(-1)
  return surface === '新建区' && own?.level === 'county' && own.name.endsWith('区') && own.adcode?.slice(0, 4) !== code.slice(0, 4)
}
