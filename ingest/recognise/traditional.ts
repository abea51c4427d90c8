/** Reads a text in traditional characters in simplified ones; every character stays where it is. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { RawDocument } from '../read/index.ts'

/** Characters of which hardly a text of the genre lacks most, and their simplified forms. */
const TELLING = /[醫衛國會為縣區關項開進設個對與]/gu
const SIMPLIFIED = /[医卫国会为县区关项开进设个对与]/gu
const ENOUGH = 4
/** A text is in one or the other throughout: its beginning tells. */
const LOOK_AT = 4000

const tables = new WeakMap<Lexicon, ReadonlyMap<string, string>>()

function tableOf(lexicon: Lexicon): ReadonlyMap<string, string> {
  let table = tables.get(lexicon)
  if (table === undefined) {
    const pairs = lexicon.words('traditional').flatMap((row) => row.split(' '))
    table = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]))
    tables.set(lexicon, table)
  }
  return table
}

/** 隨著, 有著, but 著名, 論著, 顯著: a particle that the simplified script writes otherwise. */
const PARTICLE = /(?<=[〇㐀-鿿])(?<![显名原译编专卓昭论土巨])著(?![名作称录述书者])/gu

/** Whether a text is written in traditional characters throughout, and not in a quotation alone. */
function isTraditional(text: string): boolean {
  if (!text.includes('醫') && !text.includes('衛')) return false
  const head = text.slice(0, LOOK_AT)
  const told = head.match(TELLING) ?? []
  return new Set(told).size >= ENOUGH && told.length > 3 * (head.match(SIMPLIFIED)?.length ?? 0)
}

/** The document as it is, or, where it is in traditional characters, with simplified ones in their places. */
export function inSimplified(raw: RawDocument, lexicon: Lexicon): RawDocument {
  if (!isTraditional(raw.text)) return raw
  const table = tableOf(lexicon)
  const simplify = (text: string): string => text.replace(/[〇㐀-鿿]/gu, (unit) => table.get(unit) ?? unit).replace(PARTICLE, '着')
  const { title, source } = raw.meta
  const told = { code: 'read.traditional', message: '这份文件用繁体字，名称与关系按简体字读取' }
  return {
    ...raw,
    problems: [...raw.problems, told],
    text: simplify(raw.text),
    meta: {
      ...raw.meta,
      ...(title === undefined ? {} : { title: simplify(title) }),
      ...(source === undefined ? {} : { source: simplify(source) }),
    },
  }
}
