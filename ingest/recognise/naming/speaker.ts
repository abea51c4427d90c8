/** The hospital that speaks in a document (我院), from its publisher. */
import type { Document } from '../../../cypher/model/index.ts'
import { Line, namingContext, type ContextBase, type HospitalAt, type Named } from './context.ts'
import { identify, namedUniversity } from './identify.ts'
import { knownAs } from './known.ts'
import { parseNames } from './grammar/parse-name.ts'

/** The hospital with a given name, as this home gives it; undefined where the wording is no hospital's name. */
export function namedHospital(base: ContextBase, name: string): Named | undefined {
  const context = namingContext(base)
  const known = knownAs(context.lexicon, context.home, name)
  const raw =
    known === undefined
      ? parseNames(context, new Line(name, context.segment), []).findLast((found) => found.from === 0 && found.to === name.length)
      : undefined
  const named =
    known !== undefined
      ? identify(context, {
          from: 0,
          to: name.length,
          sort: 'hospital',
          label: known.label,
          prefix: { kind: 'none' },
          stem: name,
          brand: '',
          known,
        })
      : raw === undefined
        ? undefined
        : identify(context, raw)
  return named?.label === 'Hospital' ? named : undefined
}

/** The hospital whose name ends at a place of the text, and the wording of the name. */
export function hospitalAt(base: ContextBase, text: string, to: number): HospitalAt | undefined {
  const from = Math.max(0, to - 30)
  const context = namingContext(base)
  const raw = parseNames(context, new Line(text.slice(from, to), context.segment), []).findLast((found) => found.to === to - from)
  // 中西医结合医院 at the end of a name that the table knows: no name by itself.
  const isBare = raw?.prefix.kind === 'none' && raw.brand === ''
  const named = raw === undefined || isBare ? undefined : identify(context, raw)
  return raw === undefined || named?.label !== 'Hospital'
    ? undefined
    : { named, wording: text.slice(from + raw.from, to), from: from + raw.from }
}

export function hospitalEndingAt(base: ContextBase, text: string, to: number): Named | undefined {
  return hospitalAt(base, text, to)?.named
}

/** The speaker of a document whose description names one. */
export function namedSpeaker(
  { speaker, publisher, title }: Pick<Document, 'speaker' | 'publisher' | 'title'>,
  base: ContextBase,
): Named | undefined {
  if (speaker === null || publisher === null) return undefined
  const named = namedHospital(base, publisher)
  if (named?.entity === speaker) return named
  // 来源：江南日报 of a page that has the hospital at the head of its title.
  for (const { index } of (title ?? '').matchAll(/院/gu)) {
    const titled = namedHospital(base, (title ?? '').slice(0, index + 1))
    if (titled?.entity === speaker) return titled
  }
  return undefined
}

const OWNER = /(?<![〇㐀-鿿])([〇㐀-鿿]{2,8}?大学)(?:第[一二三四五六])?附属/u

/** 成都医学院新闻网: a school at the head of a page that says 我校. */
const AT_HEAD = /(?<![〇㐀-鿿])([〇㐀-鿿]{2,12}?(?:大学|学院|专科学校))(?=新闻|官网|20\d{2}年|召开|举行|党委|与|[\s，、])/gu
const HEAD = 160

/** The school that speaks (我校) in a document that a school publishes. */
export function speakingSchool(document: Pick<Document, 'publisher' | 'source' | 'text'>, base: ContextBase): Named | undefined {
  const wording = [document.publisher, document.source].find((said) => said !== null && /(?:大学|学院|高等专科学校)$/u.test(said))
  // 我校附属医院, in a text that names 江州大学附属医院
  const named = wording ?? (document.text.includes('我校附属') ? OWNER.exec(document.text)?.[1] : schoolAtHead(document.text))
  return named === undefined || !/我校|学校/u.test(document.text) ? undefined : namedUniversity(namingContext(base), named)
}

/** The one school that the head of a page names. */
function schoolAtHead(text: string): string | undefined {
  const [only, more] = new Set(Array.from(text.slice(0, HEAD).matchAll(AT_HEAD), ([, name]) => name))
  return text.includes('我校') && more === undefined ? only : undefined
}
