/** Media whose names do not tell their place, and media of everywhere that tell one by chance. */
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'

const mediaByLexicon = new WeakMap<Lexicon, ReadonlyMap<string, string>>()

function media(lexicon: Lexicon): ReadonlyMap<string, string> {
  let known = mediaByLexicon.get(lexicon)
  if (known === undefined) {
    known = new Map(lexicon.words('media').map((row): [string, string] => [row.slice(0, -6), row.slice(-6)]))
    mediaByLexicon.set(lexicon, known)
  }
  return known
}

/** The division of a medium that is known by name: 华龙网, 极目新闻客户端, and 华龙 before 网讯. */
export function placeOfKnownMedium(lexicon: Lexicon, wording: string): Division | undefined {
  const name = wording.replace(/(?:新闻)?客户端$|[（(].*$/u, '')
  const code = ['', '网', '新闻', '报'].map((end) => media(lexicon).get(name + end)).find((found) => found !== undefined)
  return code === undefined ? undefined : lexicon.divisions.byCode(code)
}

/** A medium, and no body that publishes. */
export const MEDIUM = /(?:日报|晚报|早报|晨报|时报|都市报|周报|电视台|广播|新闻网|新闻|在线|网|客户端|融媒体?(?:中心)?|发布|报社|通讯社)$/u
