/** The table of administrative divisions, packed in seeds/lexicon/divisions.tsv.br and unpacked into memory once. */
import { brotliDecompressSync } from 'node:zlib'
import { districtLevels, type DistrictLevel, type Place } from '../../cypher/model/index.ts'
import { districtId } from '../recognise/identity.ts'
import type { Division, Divisions } from './lexicon.ts'
import { SeedError } from './seed-error.ts'
import { shortNames } from './short-names.ts'

/** What an analyst adds to the table: further names by which texts call a division, and names that are none. */
export interface DivisionNames {
  readonly added: ReadonlyMap<string, readonly string[]>
  /** Short forms that are everyday words (市中, 和平) and never stand for a place by themselves. */
  readonly stopped: ReadonlySet<string>
}

/** 新疆生产建设兵团 has no code in GB/T 2260; 660000 is the one that statistics use. It runs the cities 6590xx. */
const CORPS = '660000'
const CORPS_CITY = /^6590\d\d$/

/** Province, city, county or township by the shape of the code; the corps' cities stand as high as its divisions (师). */
export function levelOf(code: string): DistrictLevel {
  if (code.length === 9) return 'township'
  if (code.endsWith('0000')) return 'province'
  if (code.endsWith('00') || CORPS_CITY.test(code)) return 'city'
  return 'county'
}

/** The header and the rows `code<TAB>name` of the unpacked table. Throws a SeedError where a row has another shape. */
function parseTable(text: string, file: string): { asOf: string; nameByCode: Map<string, string> } {
  const asOf = /^#.*data_as_of=(\S+)/.exec(text)?.[1]
  if (asOf === undefined) throw new SeedError('seed.bad-divisions', [{ file, line: 1, message: 'the header has no data_as_of' }])
  const nameByCode = new Map<string, string>()
  let line = 2
  for (let at = text.indexOf('\n') + 1; at < text.length; line++) {
    const end = text.indexOf('\n', at)
    const tab = text.indexOf('\t', at)
    if (end === -1 || (tab !== at + 6 && tab !== at + 9))
      throw new SeedError('seed.bad-divisions', [{ file, line, message: 'not "code<TAB>name"' }])
    nameByCode.set(text.slice(at, tab), text.slice(tab + 1, end))
    at = end + 1
  }
  return { asOf, nameByCode }
}

const RANK = Object.keys(districtLevels)
const NONE: readonly Division[] = []

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

class DivisionTable implements Divisions {
  readonly asOf: string
  readonly #nameByCode: ReadonlyMap<string, string>
  readonly #names: DivisionNames
  /** 吉林, 海南, 河北: where a province has the name, no city (吉林市), county (河北区) or town is meant by it alone. */
  readonly #provinces: ReadonlySet<string>
  readonly #made = new Map<string, Division>()
  /** Answers to `named`, as texts ask for the same names over and over. */
  readonly #chains = new Map<string, readonly Place[]>()
  readonly #named = new Map<string, readonly Division[]>()
  /** Codes behind one another, separated by spaces: most names have one, and 70,000 lists would cost time at start. */
  #codesByName: Map<string, string> | undefined
  #codesByParent: Map<string, string[]> | undefined

  constructor(asOf: string, nameByCode: ReadonlyMap<string, string>, names: DivisionNames) {
    this.asOf = asOf
    this.#nameByCode = nameByCode
    this.#names = names
    const provinces = new Set<string>()
    for (const [code, name] of nameByCode)
      if (code.length === 6 && code.endsWith('0000')) for (const short of shortNames(name, 'province')) provinces.add(short)
    this.#provinces = provinces
  }

  byCode(code: string): Division | undefined {
    const known = this.#made.get(code)
    if (known !== undefined) return known
    const name = this.#nameByCode.get(code)
    if (name === undefined) return undefined
    const parent = this.#parentOf(code)
    const division: Division = {
      code,
      name,
      level: levelOf(code),
      ...(parent === undefined ? {} : { parent }),
      short: this.#shortOf(code, name),
    }
    this.#made.set(code, division)
    return division
  }

  named(name: string): readonly Division[] {
    const known = this.#named.get(name)
    if (known !== undefined) return known
    this.#codesByName ??= this.#indexNames()
    const codes = this.#codesByName.get(name)
    if (codes === undefined) return NONE
    const found = this.#all(codes.split(' ')).sort((a, b) => RANK.indexOf(a.level) - RANK.indexOf(b.level))
    this.#named.set(name, found)
    return found
  }

  parts(code: string): readonly Division[] {
    this.#codesByParent ??= this.#indexParents()
    return this.#all(this.#codesByParent.get(code))
  }

  chain(code: string): readonly Place[] {
    const known = this.#chains.get(code)
    if (known !== undefined) return known
    const chain: Place[] = []
    for (let division = this.byCode(code); division !== undefined;) {
      const { code: adcode, name, level } = division
      chain.unshift({ id: districtId({ adcode, name }), name, level, adcode })
      division = division.parent === undefined ? undefined : this.byCode(division.parent)
    }
    this.#chains.set(code, chain)
    return chain
  }

  *all(): Iterable<Division> {
    for (const code of this.#nameByCode.keys()) yield this.byCode(code) as Division
  }

  #shortOf(code: string, name: string): string[] {
    const level = levelOf(code)
    const own = shortNames(name, level)
    const added = this.#names.added.get(code)
    if (added !== undefined) own.push(...added)
    return own.filter((word) => !this.#names.stopped.has(word) && (level === 'province' || !this.#provinces.has(word)))
  }

  /** The nearest wider code that is in the table: counties of 北京 or directly below a province skip the middle level. */
  #parentOf(code: string): string | undefined {
    if (CORPS_CITY.test(code)) return CORPS
    const wider = [code.slice(0, 6), `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
    return wider.find((candidate) => candidate !== code && this.#nameByCode.has(candidate))
  }

  #all(codes: readonly string[] | undefined): Division[] {
    return (codes ?? []).flatMap((code) => this.byCode(code) ?? [])
  }

  #indexNames(): Map<string, string> {
    const codesByName = new Map<string, string>()
    const add = (name: string, code: string): void => {
      const codes = codesByName.get(name)
      codesByName.set(name, codes === undefined ? code : `${codes} ${code}`)
    }
    for (const [code, name] of this.#nameByCode) {
      add(name, code)
      for (const short of this.#shortOf(code, name)) add(short, code)
    }
    return codesByName
  }

  #indexParents(): Map<string, string[]> {
    const codesByParent = new Map<string, string[]>()
    for (const code of this.#nameByCode.keys()) {
      const parent = this.#parentOf(code)
      if (parent !== undefined) append(codesByParent, parent, code)
    }
    return codesByParent
  }
}

/** Unpacks the table. Names are indexed when they are first asked for. Throws a SeedError where the file is damaged. */
export function unpackDivisions(packed: Uint8Array, file: string, names: DivisionNames): Divisions {
  let text: string
  try {
    text = brotliDecompressSync(packed).toString('utf8')
  } catch (cause) {
    throw new SeedError('seed.bad-divisions', [{ file, message: 'is not brotli' }], { cause })
  }
  const { asOf, nameByCode } = parseTable(text, file)
  return new DivisionTable(asOf, nameByCode, names)
}
