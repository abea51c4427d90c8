/** What documents are read with: the words, the segmenter, and a version of the reading code itself. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from './ledger/record.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Segmenter } from './recognise/segment.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
/** The rooms whose code decides what is read out of a text. */
const READING = ['read', 'recognise', 'relate', 'grammar', 'lexicon', 'extract-document.ts', 'reading.ts']

let version: string | undefined

/** SHA-256 over the reading code, so that a change of a rule in code makes documents be read again. */
export function codeVersion(): string {
  if (version !== undefined) return version
  const hash = createHash('sha256')
  for (const name of READING) {
    const paths = name.endsWith('.ts')
      ? [name]
      : readdirSync(join(HERE, name), { recursive: true, encoding: 'utf8' }).map((path) => join(name, path))
    for (const path of paths.filter((file) => /\.m?[tj]s$/u.test(file)).sort()) hash.update(readFileSync(join(HERE, path)))
  }
  version = hash.digest('hex').slice(0, 16)
  return version
}

export function engineOf(lexicon: Lexicon, segment: Segmenter): Engine {
  return { segmenter: segment.engine, lexicon: lexicon.version, code: codeVersion() }
}
