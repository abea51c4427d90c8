/** Everything that the stages find in one text: names, then what each relater says of them. The same for one process or many. */
import type { Claim, Mention, Problem } from '../cypher/model/index.ts'
import { relationDefinitions } from '../cypher/model/index.ts'
import { engineOf } from './engine.ts'
import { RECORD_FORMAT, type DocumentRecord } from './ledger/record.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { RawDocument } from './read/index.ts'
import type { Reading, Relater } from './reading.ts'
import { mentionsOfBureaus, mentionsOfHome, prepareReadings } from './recognise/index.ts'
import type { Segmenter } from './recognise/segment.ts'
import { relateHierarchy } from './recognise/hierarchy.ts'
import { relateByForm } from './relate/consortia/alliances-by-form.ts'
import { leaveOutBystanders } from './relate/bystanders.ts'
import { relateConsortia } from './relate/consortia.ts'
import { relateCooperation } from './relate/cooperation.ts'
import { relateNamedBranches } from './relate/named-branches.ts'
import { relateGrades } from './relate/grades.ts'
import { relatePrograms } from './relate/programs.ts'
import { relateWorks } from './relate/works.ts'

/** In order: a later relater may name things, never change what an earlier one found. */
export const relaters: readonly Relater[] = [
  relateHierarchy,
  relateCooperation,
  relateNamedBranches,
  relateConsortia,
  relateWorks,
  relatePrograms,
  relateGrades,
]

/** What texts are read with. */
export interface Tools {
  readonly lexicon: Lexicon
  readonly segment: Segmenter
}

/** Everything that reading found in one document, before anything is compared with other documents. */
export type ExtractedRecord = Pick<DocumentRecord, 'document' | 'mentions' | 'claims' | 'problems'>

/** Reads one text. Pure: the same text, words and engine give the same record. */
export function extractDocument(raw: RawDocument, { lexicon, segment }: Tools): ExtractedRecord {
  const { document, readings } = prepareReadings(raw, lexicon, segment)
  const mentions: Mention[] = []
  const told: Claim[] = []
  for (const reading of readings) addNames(reading, mentions)
  for (const reading of readings) if (reading.document.home !== document.home) mentions.push(...mentionsOfHome(reading))
  for (const reading of readings) {
    const found = relaters.map((relate) => relate(reading))
    const named = [...reading.mentions.flat(), ...found.flatMap((one) => one.mentions)]
    for (const one of [...found, relateByForm(reading, { mentions: named, claims: found.flatMap(({ claims }) => claims) })]) {
      for (const mention of one.mentions) mentions.push(mention)
      for (const claim of one.claims) told.push(claim)
    }
  }
  const labelById = new Map<string, string>()
  const keep = (found: readonly Mention[]): void => found.forEach(({ entity, label }) => labelById.set(entity, label))
  keep(mentions)
  const ends = new Set(told.flatMap((claim) => (claim.kind === 'relation' ? [claim.subject, claim.object] : [])))
  for (const reading of readings) {
    const bureaus = mentionsOfBureaus(reading, (entity) => ends.has(entity) && !labelById.has(entity))
    keep(bureaus)
    mentions.push(...bureaus)
  }
  for (const { id } of document.home) if (!labelById.has(id)) labelById.set(id, 'District')
  const problems: Problem[] = []
  const claims = told.filter((claim) => {
    const fault = faultOf(claim, labelById, raw.text.length)
    if (fault !== undefined)
      problems.push({ code: 'relate.bad-claim', message: `${claim.rule}：${fault}`, start: claim.start, end: claim.end })
    return fault === undefined
  })
  return { document, ...leaveOutBystanders(mentions, claims), problems }
}

function addNames(reading: Reading, into: Mention[]): void {
  for (const names of reading.mentions)
    for (const { start, end, entity, label, name, aliases, attrs } of names) into.push({ start, end, entity, label, name, aliases, attrs })
}

/** A claim about what no mention names, or between labels that its type does not join, is a bug of its relater. */
function faultOf(claim: Claim, labelById: ReadonlyMap<string, string>, length: number): string | undefined {
  if (claim.start > claim.end || claim.end > length) return `${claim.start}–${claim.end} 不在正文里`
  const ends = claim.kind === 'statement' ? [claim.subject] : [claim.subject, claim.object]
  const unnamed = ends.find((id) => !labelById.has(id))
  if (unnamed !== undefined) return `${unnamed} 没有出处`
  if (claim.kind !== 'relation') return undefined
  const { from, to, needsSentence } = relationDefinitions[claim.type]
  if (needsSentence && claim.start === claim.end) return `${claim.type} 没有句子`
  const fits = (labels: readonly string[], id: string): boolean => labels.includes(labelById.get(id) ?? '')
  return fits(from, claim.subject) && fits(to, claim.object) ? undefined : `${claim.type} 不能连接 ${claim.subject} 与 ${claim.object}`
}

/** The record that the ledger keeps of a text which was read at these paths. */
export function recordOf(raw: RawDocument, paths: string[], tools: Tools): DocumentRecord {
  return { format: RECORD_FORMAT, ...extractDocument(raw, tools), paths, engine: engineOf(tools.lexicon, tools.segment) }
}
