/** The unit of bare sums in a table, where it is written once above the table and in no header. */
import type { Place } from '../place.ts'

/** （金额单位：万元）, 单位：亿元. */
const UNIT = /(?:单位|计量)(?:均?[为是]|：)?(?:人民币|\/)?[、，]?(?:万平方米、)?(?<unit>[万亿]元)/u
/** Lines above a table in which its unit may stand: the caption and its unit line. */
const MOST_ABOVE = 3

/** The unit of money that the lines right above a row's table give. */
export function unitAbove({ reading, sentence }: Place): string {
  let at = sentence.index - 1
  while (reading.sentences[at]?.row?.table === sentence.row?.table && at >= 0) at--
  for (let above = at; above > at - MOST_ABOVE && above >= 0; above--) {
    const unit = UNIT.exec(reading.sentences[above]?.text ?? '')?.groups?.['unit']
    if (unit !== undefined) return unit
  }
  return ''
}
