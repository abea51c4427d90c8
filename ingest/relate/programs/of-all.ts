/** What the state has everybody do, told in news: what something else is good for, unless the place itself is told to do it. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'

const NONE: readonly never[] = []
const OF_ALL = /^[“"]?(?:深化|推进|落实)*(?:分级诊疗(?:制度)?|医药卫生体制改革|医改)[”"]?$/u
/** 分级诊疗改革试点: a thing of its own. */
const OF_OWN = /^(?:制度|体系)?(?:综合)?(?:改革|试点|示范|先行)/u
const NEWS: ReadonlySet<string> = new Set(['news', 'feature'])
/** 我县推进分级诊疗, 近年来全市深化医改. */
const OF_PLACE = /[我全本][省市县区旗州盟]|[省市县区旗州盟]委/u
/** Characters up to which the subject of a sentence begins. */
const MOST_BEFORE_SUBJECT = 8

/** 医联体让资源下沉，促进分级诊疗, in a report of news. */
export function isOfAll(
  { document, mentions }: Reading,
  { index, text }: Sentence,
  { marked: { from, to }, clause }: { marked: BareSpan; clause: BareSpan },
): boolean {
  if (!NEWS.has(document.kind) || !OF_ALL.test(text.slice(from, to)) || OF_OWN.test(text.slice(to))) return false
  if (OF_PLACE.test(text.slice(clause.from, from)) || OF_PLACE.test(text.slice(0, MOST_BEFORE_SUBJECT))) return false
  return !(mentions[index] ?? NONE).some(
    (mention) => mention.label === 'District' && mention.to <= from && (mention.from <= MOST_BEFORE_SUBJECT || mention.from >= clause.from),
  )
}
