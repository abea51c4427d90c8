/** ●甲医院 over 位于某路，总投资5亿元。计划年底完工: a line or a label that only names a hospital, of which what follows tells what only works have. */
import type { Sentence } from '../../../read/sentence.ts'
import { saysWorks } from './itself.ts'
import { canOwn, type WorksObject } from './objects.ts'
import type { Place } from '../place.ts'
import { POINT } from '../lists/point.ts'
import { afterGloss } from './tail.ts'

const OPENING = new RegExp(`^(?:(?:${POINT}|[·•■●◆▲★◎○□*-]|\\d{1,2})\\s*)?[“【]?$`, 'u')
const CLOSING = /^[”】]?[：。]?$/u
/** Sentences behind the name in which it must be told. */
const LOOK_AHEAD = 5
/** Paragraphs below the line that may still be of it. */
const MOST_PARAGRAPHS = 2
/** A name at the head of a sentence opens what is told of another. */
const MOST_OPENING = 12

type Span = Pick<WorksObject, 'from' | 'to'>

/** Whether a hospital is all that a line says. */
function isNameLine({ from, to }: Span, text: string): boolean {
  return OPENING.test(text.slice(0, from)) && CLOSING.test(text.slice(afterGloss(text, to)))
}

/** 甲医院：位于某路…: where what its label is told of begins; below 0 where it is none. */
function labelEnd({ from, to }: Span, text: string): number {
  const end = afterGloss(text, to)
  return text.charAt(end) === '：' && end < text.length - 1 && OPENING.test(text.slice(0, from)) ? end + 1 : -1
}

/** Whether a sentence stands below the line, or behind the label, that names the works which were spoken of last. */
export function isBelowName({ object, sentence }: { object: WorksObject; sentence: Sentence }, next: Sentence): boolean {
  if (object.rule !== 'works/bare-owner' || next.heading) return false
  const below = next.paragraph - sentence.paragraph
  return isNameLine(object, sentence.text) ? below <= MOST_PARAGRAPHS : below === 0 && labelEnd(object, sentence.text) >= 0
}

/** Whether what follows a bare hospital tells that it is works. */
export function headsHospital(object: WorksObject, { reading, sentence }: Pick<Place, 'reading' | 'sentence'>): boolean {
  const [owner] = object.owners
  if (object.rule !== 'works/bare-owner' || owner?.label !== 'Hospital') return false
  const label = labelEnd(object, sentence.text)
  if (label < 0 && !isNameLine(object, sentence.text)) return false
  let said = label < 0 ? '' : sentence.text.slice(label)
  for (let index = sentence.index + 1; index <= sentence.index + LOOK_AHEAD; index++) {
    const next = reading.sentences[index]
    if (next === undefined || next.row !== undefined || next.heading) break
    if (next.paragraph - sentence.paragraph > (label < 0 ? MOST_PARAGRAPHS : 0)) break
    const named = reading.mentions[index]?.filter((one) => one.label === 'Hospital' && canOwn(one)) ?? []
    if (named.some(({ from, entity }) => from < MOST_OPENING && entity !== owner.entity)) break
    // 甲医院 over 甲医院门诊楼项目总投资2亿元: what is built is another thing.
    if (named.some(({ to }) => OWN_WORKS.test(next.text.slice(afterGloss(next.text, to))))) return false
    said += next.text
  }
  // 编制床位1100张，计划年底完工: as many as it is to have.
  return said !== '' && saysWorks(STILL_BUILT.test(said) ? said.replaceAll('编制床位', '规划床位') : said)
}

const OWN_WORKS = /^(?:[^，。；：]{0,12}(?:楼|院区|新院|分院|[一二三四]期|扩建|改造|迁建|搬迁)|[^，。；：]{1,10}(?:项目|工程))/u
const STILL_BUILT = /(?:预计|计划|力争|有望|将于|拟于)[^，。；]{0,16}(?:竣工|完工|建成|交付|投用|启用|投入使用|开业|开诊)|标段|招标|筹建/u
