/** `npm run explain -- ID`: the sentences, rules and unions behind a relation, an entity or a claim of the ledger. */
import { parseArgs } from 'node:util'
import type { Citation, Claim, Entity, Relation } from '../../cypher/model/index.ts'
import { Ledger, type DocumentRecord } from '../ledger/index.ts'
import { shownPath } from '../ledger/document-write.ts'
import { endsOfRelation } from '../resolve/change.ts'
import { foldAll, identityOfAll } from '../resolve/fold-all.ts'
import { resolve } from '../resolve/index.ts'
import { targetOf } from '../resolve/stored-claims.ts'
import type { Identity } from '../resolve/unite.ts'
import { print, runCommand, tell, UsageError } from './terminal.ts'

const USAGE = `用法：npm run explain -- [--data 目录] 标识
  标识是关系、实体或论断（claim/…）的 id，也可以是名称的一部分`

interface Book {
  readonly ledger: Ledger
  readonly identity: Identity
}

async function explain(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { data: { type: 'string', default: '.yilian' } } })
  const [id] = positionals
  if (id === undefined || positionals.length > 1) throw new UsageError('要一个标识')
  const ledger = await Ledger.peek(values.data)
  const book = { ledger, identity: identityOfAll(ledger) }
  const lines = id.startsWith('claim/') ? await explainClaim(book, id) : await explainFolded(book, id)
  if (lines === undefined) return suggest(book, id)
  await print(`${lines.join('\n')}\n`)
  return 0
}

async function explainClaim({ ledger, identity }: Book, id: string): Promise<string[] | undefined> {
  const [, prefix = '', index = ''] = id.split('/')
  const entry = ledger.entries().find((one) => one.id.startsWith(prefix))
  const record = entry === undefined ? undefined : await ledger.read(entry.id)
  const claim = record?.claims[Number(index)]
  if (record === undefined || claim === undefined) return undefined
  return [
    id,
    ...describeClaim(record, claim),
    `归入：${targetOf(claim, identity) ?? '两头是同一个，不成立'}`,
    ...describeEnds(claim, identity),
  ]
}

function describeClaim(record: DocumentRecord, claim: Claim): string[] {
  const text = record.document.text.slice(claim.start, claim.end).replace(/\s+/gu, '')
  return [
    `原句：${text}`,
    `位置：${shownPath(record.paths[0] ?? '')} ${claim.start}–${claim.end}`,
    `规则：${claim.rule}`,
    `所述：${JSON.stringify(saidBy(claim))}`,
  ]
}

function saidBy(claim: Claim): unknown {
  const { start: _start, end: _end, rule: _rule, ...said } = claim
  return said
}

function describeEnds(claim: Claim, identity: Identity): string[] {
  const ids = claim.kind === 'statement' ? [claim.subject] : [claim.subject, claim.object]
  return ids.flatMap((id) => describeIdentity(id, identity))
}

function describeIdentity(id: string, identity: Identity): string[] {
  const canonical = identity.canonical(id)
  if (identity.members(canonical).length === 1) return [`归一：${id} 只此一个`]
  return [`归一：${id} → ${canonical}`, ...identity.united(canonical).map((union) => `  并入 ${union.id}，依据 ${union.reason}`)]
}

/** The records that name or state the thing are read whole, the others stay on disk. */
async function explainFolded({ ledger, identity }: Book, given: string): Promise<string[] | undefined> {
  const id = identity.canonical(given)
  const ids = endsOfRelation(ledger, identity, id) ?? [id]
  const reach = ledger.index.reach(ids, ledger.decisions)
  const records = await Promise.all(ledger.index.naming(reach).map(({ document }) => ledger.read(document.id)))
  const { entities, relations } = resolve(
    records.flatMap((record) => record ?? []),
    { decisions: ledger.decisions, only: new Set([id]) },
  )
  const pathOf = (document: string): string => shownPath(ledger.entry(document)?.paths[0] ?? document)
  if (relations[0] !== undefined) return describeRelation(relations[0], identity, pathOf)
  return entities[0] === undefined ? undefined : describeEntity(entities[0], identity, pathOf)
}

type PathOf = (document: string) => string

function describeRelation(relation: Relation, identity: Identity, pathOf: PathOf): string[] {
  const { id, from, to, attrs, basis, confidence, documents, evidence } = relation
  return [
    id,
    `属性：${JSON.stringify(attrs)}`,
    `依据：${basis}；可信度 ${confidence}（${documents} 份互相独立的文件）`,
    ...evidence.flatMap((piece, index) => [
      `出处 ${index + 1}：${quote(piece)}`,
      `  ${pathOf(piece.document)} ${piece.start}–${piece.end}`,
      `  规则 ${piece.rule}，可信度 ${piece.confidence}，所述 ${JSON.stringify(piece.attrs)}`,
    ]),
    ...describeConflicts(relation, pathOf),
    ...[from, to].flatMap((end) => describeIdentity(end, identity)),
  ]
}

function describeEntity(entity: Entity, identity: Identity, pathOf: PathOf): string[] {
  const { id, label, name, aliases, attrs, statements, mentions, documents } = entity
  return [
    `${id}（${label}）`,
    `名称：${name}`,
    `别名：${aliases.length === 0 ? '无' : aliases.join('、')}`,
    `属性：${JSON.stringify(attrs)}`,
    ...statements.flatMap((stated) => [
      `说法：${stated.key} = ${JSON.stringify(stated.value)}，规则 ${stated.rule}`,
      `  ${quote(stated)}`,
      `  ${pathOf(stated.document)} ${stated.start}–${stated.end}`,
    ]),
    ...describeConflicts(entity, pathOf),
    `提及：${mentions.length} 处，${documents} 份文件`,
    ...mentions.map((mention) => `  ${quote(mention)} ${pathOf(mention.document)} ${mention.start}–${mention.end}`),
    ...describeIdentity(id, identity),
  ]
}

function describeConflicts({ conflicts }: Pick<Entity, 'conflicts'>, pathOf: PathOf): string[] {
  return (conflicts ?? []).map(({ key, values }) => {
    const told = values.map(({ value, documents }) => `${JSON.stringify(value)}（${documents.map(pathOf).join('，')}）`)
    return `分歧：${key}：${told.join(' / ')}`
  })
}

function quote({ text }: Citation): string {
  return `“${text.replace(/\s+/gu, '')}”`
}

const MOST_SUGGESTIONS = 20

/** Ids whose things have the given text in their name, an alias, or the id itself. */
async function suggest({ ledger, identity }: Book, text: string): Promise<number> {
  const digests = [...ledger.index.digests.values()]
  const found: string[] = []
  for (const { entities, relations } of foldAll(digests, ledger, identity)) {
    for (const { id, name, aliases } of entities)
      if ([id, name, ...aliases].some((word) => word.includes(text))) found.push(`${name}\t${id}`)
    for (const { id } of relations) if (id.includes(text)) found.push(id)
  }
  if (found.length === 0) {
    tell(`没有 ${text}`)
    return 1
  }
  const rest = found.length - MOST_SUGGESTIONS
  await print(`${found.slice(0, MOST_SUGGESTIONS).join('\n')}\n${rest > 0 ? `… 还有 ${rest} 个\n` : ''}`)
  return 0
}

await runCommand(USAGE, explain)
