/** What `extract` prints: all documents folded together, with the paths as given in place of document ids. */
import type { Conflict, Extraction, ExtractedDocument, Problem } from '../../cypher/model/index.ts'
import type { DocumentRecord } from '../ledger/record.ts'
import { resolve, type ResolveOptions } from './index.ts'

/** A file that could not be read; it is told among the documents. */
export interface UnreadFile {
  readonly path: string
  readonly id: string | null
  readonly problems: readonly Problem[]
}

/** `document` of every citation is the first path of the document; what folding could not do stands with its document. */
export function foldExtraction(
  records: readonly DocumentRecord[],
  unread: readonly UnreadFile[],
  options: ResolveOptions = {},
): Extraction {
  const { entities, relations, problems } = resolve(records, options)
  const pathById = new Map(records.map((record) => [record.document.id, record.paths[0] ?? record.document.id]))
  const cite = <T extends { document: string }>(citation: T): T => ({
    ...citation,
    document: pathById.get(citation.document) ?? citation.document,
  })
  const problemsOf = (id: string): Problem[] =>
    problems
      .filter(({ document }) => document === id)
      .map(({ code, message, start, end }) => ({ code, message, ...(start === undefined ? {} : { start, end }) }))
  const documents = records.map((record) => describe(record, problemsOf(record.document.id)))
  return {
    documents: [...documents, ...unread.map(describeUnread)].sort((a, b) => (a.path < b.path ? -1 : 1)),
    entities: entities.map((entity) => ({
      ...entity,
      ...citeConflicts(entity.conflicts, pathById),
      statements: entity.statements.map(cite),
      mentions: entity.mentions.map(cite),
    })),
    relations: relations.map((relation) => ({
      ...relation,
      ...citeConflicts(relation.conflicts, pathById),
      evidence: relation.evidence.map(cite),
    })),
  }
}

function citeConflicts(conflicts: readonly Conflict[] | undefined, pathById: ReadonlyMap<string, string>): { conflicts?: Conflict[] } {
  if (conflicts === undefined) return {}
  const citeValue = ({ value, documents }: Conflict['values'][number]): Conflict['values'][number] => ({
    value,
    documents: documents.map((id) => pathById.get(id) ?? id),
  })
  return { conflicts: conflicts.map(({ key, values }) => ({ key, values: values.map(citeValue) })) }
}

function describe({ document, paths, problems }: DocumentRecord, folding: readonly Problem[]): ExtractedDocument {
  const { id, title, publisher, year, kind, published, url, home, text } = document
  return {
    id,
    path: paths[0] ?? id,
    title,
    publisher,
    year,
    kind,
    published,
    url,
    home: home.map(({ name }) => name),
    characters: text.length,
    problems: [...document.problems, ...problems, ...folding],
  }
}

function describeUnread({ path, id, problems }: UnreadFile): ExtractedDocument {
  const unknown = { title: null, publisher: null, year: null, published: null, url: null, home: [], characters: 0 } as const
  return { ...unknown, home: [], id: id ?? path, path, kind: 'other', problems: [...problems] }
}
