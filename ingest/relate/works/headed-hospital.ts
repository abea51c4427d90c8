/** ●甲医院 over 位于某路，总投资5亿元。计划年底完工: a line that only names a hospital, of which those below tell what only works have. */
import type { Sentence } from '../../read/sentence.ts'
import { saysWorks } from './itself.ts'
import { canOwn, type WorksObject } from './objects.ts'
import type { Place } from './place.ts'
import { POINT } from './point.ts'
import { afterGloss } from './tail.ts'

const OPENING = new RegExp(`^(?:(?:${POINT}|[·•■●◆▲★◎○□*-]|\\d{1,2})\\s*)?“?$`, 'u')
const CLOSING = /^”?[：。]?$/u
/** Sentences below the line in which it must be told. */
const LOOK_AHEAD = 5
/** Paragraphs below the line that may still be of it. */
const MOST_PARAGRAPHS = 2

type Span = Pick<WorksObject, 'from' | 'to'>

/** Whether a hospital is all that a line says. */
function isNameLine({ from, to }: Span, text: string): boolean {
  return OPENING.test(text.slice(0, from)) && CLOSING.test(text.slice(afterGloss(text, to)))
}

/** Whether a sentence stands below the line that names the works which were spoken of last. */
export function isBelowName({ object, sentence }: { object: WorksObject; sentence: Sentence }, next: Sentence): boolean {
  const below = next.paragraph - sentence.paragraph
  return object.rule === 'works/bare-owner' && !next.heading && below <= MOST_PARAGRAPHS && isNameLine(object, sentence.text)
}

/** Whether the lines below a bare hospital tell that it is works. */
export function headsHospital(object: WorksObject, { reading, sentence }: Pick<Place, 'reading' | 'sentence'>): boolean {
  const [owner] = object.owners
  if (object.rule !== 'works/bare-owner' || owner?.label !== 'Hospital' || !isNameLine(object, sentence.text)) return false
  let said = ''
  for (let index = sentence.index + 1; index <= sentence.index + LOOK_AHEAD; index++) {
    const next = reading.sentences[index]
    if (next === undefined || next.row !== undefined || next.heading || next.paragraph - sentence.paragraph > MOST_PARAGRAPHS) break
    if (
      reading.mentions[index]?.some(
        (one) => one.label === 'Hospital' && canOwn(one) && one.from < MOST_OPENING && one.entity !== owner.entity,
      )
    )
      break
    said += next.text
  }
  // 编制床位1100张，计划年底完工: as many as it is to have.
  return said !== '' && saysWorks(STILL_BUILT.test(said) ? said.replaceAll('编制床位', '规划床位') : said)
}

/** A name at the head of a sentence opens what is told of another. */
const MOST_OPENING = 12
const STILL_BUILT = /(?:预计|计划|力争|有望|将于|拟于)[^，。；]{0,16}(?:竣工|完工|建成|交付|投用|启用|投入使用|开业|开诊)|标段|招标|筹建/u
