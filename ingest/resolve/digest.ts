/** What folding needs of one document: its names and claims without its text, so that all documents fit in memory. */
import type {
  AttributeValues,
  Claim,
  Document,
  EntityLabel,
  Mention,
  Place,
  RelationClaim,
  SameAs,
  Span,
  Statement,
} from '../../cypher/model/index.ts'
import { relationDefinitions } from '../../cypher/model/index.ts'
import { relationId } from '../recognise/identity.ts'
import { copyKeys } from './near-copy.ts'

export type DocumentFacts = Pick<Document, 'id' | 'year' | 'kind' | 'publisher' | 'published'>

/** One name under which a document knows an entity. */
export interface NameForm {
  readonly name: string
  readonly aliases: readonly string[]
  readonly attrs: AttributeValues
}

/** One entity as one document alone gives it. */
export interface LocalEntity {
  readonly id: string
  readonly label: EntityLabel
  readonly names: NameForm[]
  readonly surfaces: string[]
  /** Spans of its mentions, flat: start, end, start, end … */
  readonly spans: number[]
}

export interface DigestedClaim {
  readonly claim: RelationClaim
  /** Keys by which near-copies of its sentence are found; empty where no sentence stands behind it. */
  readonly copyKeys: readonly number[]
}

/** What a map can be asked; the things of a digest may lie on a disk. */
export interface Lookup<Value> extends Iterable<[string, Value]> {
  get(id: string): Value | undefined
  keys(): Iterable<string>
  values(): Iterable<Value>
}

export interface Digest {
  readonly document: DocumentFacts
  readonly entities: Lookup<LocalEntity>
  readonly statements: Lookup<readonly Statement[]>
  /** Relation claims by the relation that they would be part of if nothing were united. */
  readonly relations: Lookup<readonly DigestedClaim[]>
  readonly sameAs: readonly SameAs[]
}

/** What a record of the ledger and a fresh extraction have in common. */
export interface Extracted {
  readonly document: Document
  readonly mentions: readonly Mention[]
  readonly claims: readonly Claim[]
}

/** A label conflict or a claim about nothing: a bug of an earlier stage, never of the input. */
export class ResolveError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ResolveError'
    this.code = code
  }
}

/** The key of a relation claim: its relation's id before anything is united. */
export function claimKey(claim: Pick<RelationClaim, 'type' | 'subject' | 'object'>): string {
  return orderedRelationId(claim.type, claim.subject, claim.object)
}

/** The id of a relation; the ends of an undirected one are put in order of id. */
export function orderedRelationId(type: RelationClaim['type'], from: string, to: string): string {
  return relationDefinitions[type].directed || from <= to ? relationId(type, from, to) : relationId(type, to, from)
}

const digests = new WeakMap<Extracted, Digest>()

/** Digests one document; the same object is digested once. Throws ResolveError where one id carries two labels. */
export function digestDocument(extracted: Extracted): Digest {
  const known = digests.get(extracted)
  if (known !== undefined) return known
  const digest = digestAnew(extracted)
  digests.set(extracted, digest)
  return digest
}

function digestAnew(extracted: Extracted): Digest {
  const { document } = extracted
  const entities = new Map<string, LocalEntity>()
  for (const mention of extracted.mentions) addMention(entities, mention, document.text)
  for (const place of document.home) addPlace(entities, place)
  const statements = new Map<string, Statement[]>()
  const relations = new Map<string, DigestedClaim[]>()
  const sameAs: SameAs[] = []
  const keysOf = rememberCopyKeys(document.text)
  for (const claim of extracted.claims) {
    if (claim.kind === 'same-as') sameAs.push(claim)
    else if (claim.kind === 'statement') append(statements, claim.subject, claim)
    else append(relations, claimKey(claim), { claim, copyKeys: keysOf(claim) })
  }
  const { id, year, kind, publisher, published } = document
  return { document: { id, year, kind, publisher, published }, entities, statements, relations, sameAs }
}

/** Many claims stand in one sentence; its keys are reckoned and kept once. */
function rememberCopyKeys(text: string): (span: Span) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return ({ start, end }) => {
    const place = `${start}-${end}`
    const keys = known.get(place) ?? copyKeys(text.slice(start, end))
    known.set(place, keys)
    return keys
  }
}

function addMention(entities: Map<string, LocalEntity>, mention: Mention, text: string): void {
  const entity = entityOf(entities, mention.entity, mention.label)
  const form: NameForm = { name: mention.name, aliases: mention.aliases, attrs: mention.attrs }
  const written = JSON.stringify(form)
  const isKnown = entity.names.some((other) => JSON.stringify(other) === written)
  if (!isKnown) entity.names.push(form)
  if (mention.end <= mention.start) return
  const surface = text.slice(mention.start, mention.end).replace(/\s+/gu, '')
  if (!entity.surfaces.includes(surface)) entity.surfaces.push(surface)
  entity.spans.push(mention.start, mention.end)
}

function addPlace(entities: Map<string, LocalEntity>, place: Place): void {
  if (entities.has(place.id)) return
  const attrs: AttributeValues = { level: place.level }
  if (place.adcode !== undefined) attrs['adcode'] = place.adcode
  if (place.masked === true) attrs['masked'] = true
  entityOf(entities, place.id, 'District').names.push({ name: place.name, aliases: [], attrs })
}

function entityOf(entities: Map<string, LocalEntity>, id: string, label: EntityLabel): LocalEntity {
  const present = entities.get(id)
  if (present === undefined) {
    const fresh: LocalEntity = { id, label, names: [], surfaces: [], spans: [] }
    entities.set(fresh.id, fresh)
    return fresh
  }
  if (present.label !== label) throw new ResolveError('resolve.two-labels', `${id} is both ${present.label} and ${label}`)
  return present
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
