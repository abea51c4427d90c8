/** Folds what all documents say of one thing into an Entity. */
import type {
  AttributeValue,
  AttributeValues,
  Citation,
  Conflict,
  Entity,
  EntityLabel,
  Stated,
  Statement,
} from '../../cypher/model/index.ts'
import { labelDefinitions } from '../../cypher/model/index.ts'
import { ResolveError, type Digest, type LocalEntity, type NameForm } from './digest.ts'
import { foldStatus, foldValue, projectStage } from './fold-value.ts'
import { bestForm, isTellingName } from './names.ts'
import { compareDocuments, compareText, spanOfYears, type Say } from './say.ts'
import { Tally, type CountedForm } from './tally.ts'
import type { Identity } from './unite.ts'

/** Gives the text of a span. */
export type Quote = (document: string, start: number, end: number) => string

export interface FoldContext {
  readonly identity: Identity
  readonly corrections: ReadonlyMap<string, AttributeValues>
  /** Without it mentions, statements and evidence are left out: a store keeps them as claims beside the graph. */
  readonly quote?: Quote
}

interface Told {
  readonly digest: Digest
  readonly local: LocalEntity
}

/** One entity over the documents that name it; undefined where none does. Throws ResolveError where its ids carry two labels. */
export function foldEntity(canonical: string, digests: readonly Digest[], context: FoldContext): Entity | undefined {
  const members = context.identity.members(canonical)
  const ordered = [...digests].sort((a, b) => compareDocuments(a.document, b.document))
  const tallies = new Map<string, Tally>()
  const told: Told[] = []
  for (const digest of ordered) {
    for (const id of members) {
      const local = digest.entities.get(id)
      if (local === undefined) continue
      told.push({ digest, local })
      const tally = tallies.get(id) ?? new Tally()
      tally.add(local, digest.document)
      tallies.set(id, tally)
    }
  }
  const documents = new Set(told.map(({ digest }) => digest.document)).size
  const entity = foldTallies(canonical, { tallies, documents, stating: ordered }, context)
  const { quote } = context
  if (entity === undefined || quote === undefined) return entity
  const statements = statementsOn(members, ordered).map((stated) => citeStatement(stated, quote))
  return { ...entity, statements, mentions: told.flatMap(({ digest, local }) => citeMentions(digest, local, quote)) }
}

/** What is known of a thing without reading each document that names it. */
export interface TalliedThing {
  /** By the ids under which documents know it. */
  readonly tallies: ReadonlyMap<string, Tally>
  readonly documents: number
  /** Digests among which are all that state something of it. */
  readonly stating: readonly Digest[]
}

/** The same from what was added up; without mentions and statements. */
export function foldTallies(canonical: string, { tallies, documents, stating }: TalliedThing, context: FoldContext): Entity | undefined {
  const all = [...tallies.values()]
  const [label, stranger] = new Set(all.flatMap((tally) => tally.labels))
  if (label === undefined) return undefined
  if (stranger !== undefined) throw new ResolveError('resolve.two-labels', `${canonical} is both ${label} and ${stranger}`)
  const own = tallies.get(canonical)
  const name = bestForm(own === undefined ? all.flatMap(formsOf) : formsOf(own))?.name ?? canonical
  const ordered = [...stating].sort((a, b) => compareDocuments(a.document, b.document))
  const statements = statementsOn(context.identity.members(canonical), ordered)
  const { attrs, conflicts } = foldAttributes({ label, forms: all.flatMap((tally) => [...tally.forms]), statements, name })
  const united = context.identity.united(canonical)
  return {
    id: canonical,
    label,
    name,
    aliases: aliasesOf(all, { name, label }),
    attrs: { ...attrs, ...context.corrections.get(canonical) },
    statements: [],
    mentions: [],
    documents,
    ...spanOfYears(all.flatMap((tally) => [...tally.years])),
    ...(conflicts.length > 0 ? { conflicts } : {}),
    ...(united.length > 0 ? { united: [...united] } : {}),
  }
}

function formsOf(tally: Tally): NameForm[] {
  return [...tally.forms].map(({ form }) => form)
}

function statementsOn(members: readonly string[], digests: readonly Digest[]): StatedBy[] {
  return digests.flatMap((digest) => members.flatMap((id) => withDocument(digest, digest.statements.get(id) ?? [])))
}

interface StatedBy {
  readonly digest: Digest
  readonly statement: Statement
}

function withDocument(digest: Digest, statements: readonly Statement[]): StatedBy[] {
  return [...statements].sort(compareStatements).map((statement) => ({ digest, statement }))
}

function compareStatements(a: Statement, b: Statement): number {
  return a.start - b.start || a.end - b.end || compareText(a.key, b.key) || compareText(JSON.stringify(a), JSON.stringify(b))
}

function aliasesOf(tallies: readonly Tally[], { name, label }: { name: string; label: EntityLabel }): string[] {
  const aliases = new Set<string>()
  for (const tally of tallies) {
    for (const { form } of tally.forms) for (const alias of [form.name, ...form.aliases]) aliases.add(alias)
    for (const surface of tally.surfaces) if (isTellingName(surface, label)) aliases.add(surface)
  }
  aliases.delete(name)
  return [...aliases].sort(compareText)
}

interface AttributeSources {
  readonly label: EntityLabel
  readonly forms: readonly CountedForm[]
  readonly statements: readonly StatedBy[]
  readonly name: string
}

function foldAttributes({ label, forms, statements, name }: AttributeSources): { attrs: AttributeValues; conflicts: Conflict[] } {
  const attrs: AttributeValues = {}
  const conflicts: Conflict[] = []
  const saysByKey = new Map<string, Say[]>()
  for (const { digest, statement } of statements) {
    const say = sayOf(digest, statement)
    const says = saysByKey.get(statement.key)
    if (says === undefined) saysByKey.set(statement.key, [say])
    else says.push(say)
  }
  for (const key of Object.keys(labelDefinitions[label].attributes)) {
    const says = saysByKey.get(key) ?? []
    if (key === 'status') {
      const say = foldStatus(says, projectStage)
      if (say !== undefined) attrs[key] = say.value
      else assign(attrs, key, nameValue(forms, key, name))
      continue
    }
    const folded = foldValue(key, says)
    assign(attrs, key, folded?.say.value ?? nameValue(forms, key, name))
    if (folded?.conflict !== undefined) conflicts.push(folded.conflict)
  }
  alignStatusYear(attrs, saysByKey)
  const unknown = [...saysByKey].filter(([key]) => !(key in labelDefinitions[label].attributes))
  for (const [key, says] of unknown) assign(attrs, key, foldValue(key, says)?.say.value)
  return { attrs, conflicts: conflicts.filter(({ key }) => key !== 'year') }
}

function sayOf(digest: Digest, statement: Statement): Say {
  const { value, start, year, approx } = statement
  return { value, start, document: digest.document, ...(approx === true ? { approx } : {}), ...(year === undefined ? {} : { year }) }
}

/** The year of a status is the year told with the status that won, not the latest year told. */
function alignStatusYear(attrs: AttributeValues, saysByKey: ReadonlyMap<string, readonly Say[]>): void {
  const winner = foldStatus(saysByKey.get('status') ?? [], projectStage)
  const years = saysByKey.get('year') ?? []
  if (winner === undefined || years.length === 0) return
  const beside = years.filter((say) => say.document.id === winner.document.id && say.start === winner.start)
  const folded = foldValue('year', beside)
  if (folded === undefined) delete attrs['year']
  else attrs['year'] = folded.say.value
}

/** What names say: the form that gives the entity its name first, then the most documents. */
function nameValue(forms: readonly CountedForm[], key: string, name: string): AttributeValue | undefined {
  const votes = new Map<string, { value: AttributeValue; hasName: boolean; count: number }>()
  for (const { form, count } of forms) {
    const value = form.attrs[key]
    if (value === undefined) continue
    const text = JSON.stringify(value)
    const vote = votes.get(text) ?? { value, hasName: false, count: 0 }
    votes.set(text, { value, hasName: vote.hasName || form.name === name, count: vote.count + count })
  }
  return [...votes].sort(
    ([textA, a], [textB, b]) => Number(b.hasName) - Number(a.hasName) || b.count - a.count || compareText(textA, textB),
  )[0]?.[1].value
}

function assign(attrs: AttributeValues, key: string, value: AttributeValue | undefined): void {
  if (value !== undefined) attrs[key] = value
}

function citeStatement({ digest, statement }: StatedBy, quote: Quote): Stated {
  const { start, end, key, value, rule } = statement
  const document = digest.document.id
  return {
    document,
    start,
    end,
    text: quote(document, start, end),
    key,
    value,
    rule,
    ...(statement.approx === true ? { approx: true } : {}),
  }
}

function citeMentions(digest: Digest, local: LocalEntity, quote: Quote): Citation[] {
  const document = digest.document.id
  const citations: Citation[] = []
  for (let at = 0; at + 1 < local.spans.length; at += 2) {
    const [start, end] = [local.spans[at]!, local.spans[at + 1]!]
    citations.push({ document, start, end, text: quote(document, start, end) })
  }
  return citations.sort((a, b) => a.start - b.start || a.end - b.end)
}
