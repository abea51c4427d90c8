/** 甲医院（东院区）项目: a campus that a bracket behind its hospital names. */
import type { SentenceMention } from '../../../reading.ts'
import { kindOfText, type Tail } from './tail.ts'

const CAMPUS = /^（([〇㐀-鿿\d]{0,7}(?:院区|分院|新院|[东西南北]院|[东西南北]区))）/u
/** 甲医院（东院区）、乙医院（新院）建设: what is said of all may stand at the end. */
const LIST_GOES_ON = /[、和及与]/u
const PROJECT = /(?:项目|工程)$/u
const LONGEST = 12
/** 甲医院（异地）建设项目: how it is built, before the words of works. */
const ANEW = /^（(?:异地|易地|迁建|搬迁|整体搬迁)）/u

/** The words of works behind a hospital with the campus of its bracket before them; the campus alone where there are none. */
export function withCampus(text: string, { to, label }: SentenceMention, tail: Tail | undefined): Tail | undefined {
  const campus = label === 'Hospital' && text.charAt(to) === '（' ? CAMPUS.exec(text.slice(to, to + LONGEST)) : null
  const anew = label === 'Hospital' && tail !== undefined ? ANEW.exec(text.slice(to, to + LONGEST))?.[0] : undefined
  if (tail !== undefined && anew !== undefined) return { ...tail, text: anew + tail.text, works: 'relocation' }
  const name = campus?.[1]
  if (tail !== undefined && label === 'Hospital' && PROJECT.test(tail.text)) {
    // 甲医院项目（东院区）: behind the word of works.
    const behind = CAMPUS.exec(text.slice(tail.to, tail.to + LONGEST))
    if (behind?.[1] !== undefined && name === undefined) return { ...tail, to: tail.to + behind[0].length, text: behind[1] + tail.text }
  }
  if (campus === null || name === undefined) return tail
  if (tail !== undefined) return { ...tail, text: name + tail.text, works: tail.works ?? kindOfText(name), own: name.length }
  return {
    to: to + campus[0].length,
    text: name,
    works: kindOfText(name),
    needs: name.startsWith('新') || LIST_GOES_ON.test(text.charAt(to + campus[0].length)) ? 'stage' : 'site',
    whole: undefined,
    shared: false,
    phased: false,
  }
}
