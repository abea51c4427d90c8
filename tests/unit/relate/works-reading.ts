/** Builds a Reading by hand from marked text: 〔县医院〕 a hospital, 〔I:县疾控中心〕 an institution, 〔D:云溪镇〕 a district, 〔C:县总医院〕 a consortium; = gives the full name. */
import type { Document, EntityLabel } from '../../../cypher/model/index.ts'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import type { Cell, Section, Sentence } from '../../../ingest/read/sentence.ts'
import type { Reading, SentenceMention } from '../../../ingest/reading.ts'

export interface MarkedCase {
  readonly text: string
  readonly section?: Section
  readonly published?: string
  readonly year?: number
  readonly title?: string
  /** Name of the hospital that speaks. */
  readonly speaker?: string
  /** Headers of a table, of which each line of the text is a row. */
  readonly header?: readonly string[]
  /** The home; null where it is unknown. */
  readonly home?: { readonly name: string; readonly masked?: true } | null
}

const MARK = /〔(?:([IDC]):)?([^=〕]+)(?:=([^〕]+))?〕/gu
const LABELS: Readonly<Record<string, EntityLabel>> = { I: 'Institution', D: 'District', C: 'Consortium' }
const ADCODE = '330182'

interface Marked {
  readonly plain: string
  readonly marks: readonly { readonly from: number; readonly to: number; readonly label: EntityLabel; readonly name: string }[]
}

function unmark(text: string): Marked {
  const marks: { from: number; to: number; label: EntityLabel; name: string }[] = []
  let plain = ''
  let last = 0
  for (const match of text.matchAll(MARK)) {
    plain += text.slice(last, match.index)
    const word = match[2] ?? ''
    const label = LABELS[match[1] ?? ''] ?? 'Hospital'
    marks.push({ from: plain.length, to: plain.length + word.length, label, name: match[3] ?? word.replace(/^[县我]/u, '青岚县') })
    plain += word
    last = match.index + match[0].length
  }
  return { plain: plain + text.slice(last), marks }
}

function entityOf(label: EntityLabel, name: string): string {
  return label === 'District' ? `district/${ADCODE}.${name}` : `${label.toLowerCase()}/${ADCODE}/${name.replace(/^青岚县/u, '')}`
}

const SCHOOL = /学院$|大学$|学校$/u
const COMPANY = /公司|集团有限/u

function mentionAt(mark: Marked['marks'][number], sentence: number): SentenceMention {
  const { from, to, label, name } = mark
  const attrs =
    label === 'Institution'
      ? {
          kind: COMPANY.test(name)
            ? 'company'
            : /局|委员会|政府/u.test(name)
              ? 'government'
              : SCHOOL.test(name)
                ? 'university'
                : 'public_health',
        }
      : {}
  return { entity: entityOf(label, name), label, name, aliases: [], attrs, start: sentence + from, end: sentence + to, from, to }
}

function rowOf(plain: string, header: readonly string[]): NonNullable<Sentence['row']> {
  const cells: Cell[] = []
  let from = 0
  for (const part of plain.split('\t')) {
    cells.push({ from, to: from + part.length })
    from += part.length + 1
  }
  return { table: 0, cells, header }
}

/** The Reading of a case: each line is a paragraph, each 。 ends a sentence. */
export function readMarked(given: MarkedCase): Reading {
  const section = given.section ?? { kind: 'other' }
  const sentences: Sentence[] = []
  const mentions: SentenceMention[][] = []
  let text = ''
  given.text.split('\n').forEach((line, paragraph) => {
    for (const part of given.header === undefined ? (line.match(/[^。]+。?/gu) ?? []) : [line]) {
      const { plain, marks } = unmark(part)
      const start = text.length
      text += plain
      const offsets = Array.from({ length: plain.length + 1 }, (_, at) => start + at)
      const row = given.header === undefined ? {} : { row: rowOf(plain, given.header) }
      sentences.push({
        index: sentences.length,
        start,
        end: start + plain.length,
        text: plain,
        offsets,
        paragraph,
        heading: false,
        headings: [],
        section,
        ...row,
      })
      mentions.push(marks.map((mark) => mentionAt(mark, start)))
    }
    text += '\n'
  })
  const home = given.home === undefined ? { name: '青岚县' } : given.home
  const document: Document = {
    id: 'c'.repeat(64),
    title: given.title ?? null,
    publisher: null,
    year: given.year ?? section.year ?? null,
    kind: 'other',
    published: given.published ?? null,
    url: null,
    source: null,
    home:
      home === null
        ? []
        : [
            {
              id: home.masked === true ? `district/@cccccccccccc.${home.name}` : `district/${ADCODE}`,
              name: home.name,
              level: 'county',
              ...(home.masked === true ? { masked: true } : { adcode: ADCODE }),
            },
          ],
    speaker: given.speaker === undefined ? null : entityOf('Hospital', given.speaker),
    text,
    problems: [],
  }
  return {
    document,
    sentences,
    mentions,
    lexicon: loadLexicon(),
    segment: { engine: '@node-rs/jieba', cut: (plain) => [{ word: plain, tag: 'n', from: 0, to: plain.length }] },
    steps: { count: 0 },
  }
}
