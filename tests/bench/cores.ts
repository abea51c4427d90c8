/** Reads a folder with so many processes; gives the time that passes and a digest of all records. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { loadLexicon } from '../../ingest/lexicon/load.ts'
import { jobsFor } from '../../ingest/many/document-reader.ts'
import { extractFiles } from '../../ingest/pipeline.ts'
import { createSegmenter } from '../../ingest/recognise/segment.ts'

const [folder = '.', asked] = process.argv.slice(2)
const jobs = asked === undefined ? jobsFor((await readdir(folder)).length) : Number(asked)
const hash = createHash('sha256')
const since = performance.now()
for await (const one of extractFiles([folder], { lexicon: loadLexicon(), segment: createSegmenter() }, { jobs }))
  hash.update(JSON.stringify(one))
const seconds = (performance.now() - since) / 1000
process.stdout.write(`${JSON.stringify({ jobs, seconds, digest: hash.digest().readUInt32LE(0) })}\n`)
