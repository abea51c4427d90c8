/** The text by which a thing is found: its name, its aliases, and the pinyin of both, one to a line. */
import { customPinyin, pinyin } from 'pinyin-pro'

/** Place names that the general table reads wrongly (research: chinese-text.md §7, checked against the division table). */
customPinyin({
  乐清: 'yuè qīng',
  单县: 'shàn xiàn',
  莘庄: 'xīn zhuāng',
  任县: 'rén xiàn',
  甪直: 'lù zhí',
})

/** What people type and what is stored, in one form: NFKC, lower case, no spaces. */
export function foldSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
}

/** Full pinyin of a text and its initials (`fenghuaqu`, `fhq`); what is not Chinese stays as it is. */
export function pinyinOf(text: string): { full: string; initials: string } {
  const syllables = pinyin(foldSearch(text), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const folded = foldSearch(text)
  const isChinese = (syllable: string): boolean => /^[a-z]+$/.test(syllable) && !folded.includes(syllable)
  return {
    full: syllables.join(''),
    initials: syllables.map((syllable) => (isChinese(syllable) ? syllable[0] : syllable)).join(''),
  }
}

/** The `search` property of a node: each line one way to write it, the name first, its pinyin at the end. */
export function searchText(name: string, aliases: readonly string[]): string {
  const names = [name, ...aliases].map(foldSearch)
  const spelled = names.map(pinyinOf)
  const lines = [...names, ...spelled.map(({ initials }) => initials), ...spelled.map(({ full }) => full)]
  return [...new Set(lines)].filter((line) => line !== '').join('\n')
}
