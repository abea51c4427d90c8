/** 瑞金、仁济、华山等医院; 上海瑞金、仁济: hospitals that the table knows, listed without the word for what they are. */
import { matchesOf } from '../../grammar/matches.ts'
import type { KnownOrganisation } from '../../lexicon/lexicon.ts'
import type { KnownHit } from './known.ts'
import { knownAs } from './known.ts'
import type { NamingContext } from './context.ts'

/** Between two 、 stand at most two names, 瑞金和仁济、华山: looked at ahead, as 和 may as well be a character of a name (和平). */
const LIST =
  /((?:(?:(?=[〇㐀-鿿]{2,4}(?:[和及][〇㐀-鿿]{2,4})?、)[〇㐀-鿿]{2,9}、)+(?:[〇㐀-鿿]{2,4}[和及])?|[〇㐀-鿿]{2,4}[和及])[〇㐀-鿿]{2,3}?)等?(?:[\d一二两三四五六七八九十]{1,2}[家所个])?(?:(?:上海|北京|省级|国内|知名|著名|大型|三甲|三级|优质|顶级|高水平)的?){0,3}(?:综合|专科)?医院/gu
const ITEM = /[〇㐀-鿿]{2,4}(?=$|[、和及])/gu
/** Behind a hospital that is told so itself: 上海瑞金、仁济. */
const BEHIND = /^(?:[、和及][〇㐀-鿿]{2,3}(?=[、和及，。；等签合]|$)){1,6}/u
const LONGEST = 3

/** Hospitals of such lists, each where its short name stands. A list of which fewer than two are known is none. */
export function knownInLists({ lexicon, home }: NamingContext, text: string, known: readonly KnownHit[]): KnownHit[] {
  const hospitalAt = (from: number, to: number): KnownOrganisation | undefined => {
    const found = knownAs(lexicon, home, `${text.slice(from, to)}医院`)
    return found?.label === 'Hospital' ? found : undefined
  }
  const listed = (list: string, index: number): KnownHit[] =>
    matchesOf(ITEM, list).flatMap((item, place) => {
      const to = index + item.index + item[0].length
      // 与瑞金、: what stands before the first item is cut off.
      for (let length = Math.min(LONGEST, item[0].length); length >= 2; length--) {
        const value = place > 0 && length < item[0].length ? undefined : hospitalAt(to - length, to)
        if (value !== undefined) return [{ from: to - length, to, value }]
      }
      return []
    })
  const hits: KnownHit[] = []
  if (text.includes('医院'))
    for (const { 1: list = '', index } of matchesOf(LIST, text)) {
      const found = listed(list, index)
      if (found.length > 1 && found.length === matchesOf(ITEM, list).length) hits.push(...found)
    }
  for (const { to, value } of known) {
    if (value.label !== 'Hospital' || text.charAt(to - 1) === '院' || !/[、和及]/u.test(text.charAt(to))) continue
    const list = BEHIND.exec(text.slice(to, to + 28))?.[0] ?? ''
    hits.push(...listed(list, to).filter(({ value: other }) => other.division === value.division))
  }
  return hits.filter((hit, index) => hits.findIndex(({ from }) => from === hit.from) === index)
}
