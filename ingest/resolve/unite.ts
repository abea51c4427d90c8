/** Which ids are one thing: by sentences that say so and by people's decisions. "Not the same" wins. */
import type { SameAs } from '../../cypher/model/index.ts'
import type { Decision } from '../ledger/decision.ts'
import type { Digest, LocalEntity, NameForm } from './digest.ts'
import { bestForm, compareNames } from './names.ts'
import { compareText } from './say.ts'

export interface UniteProblem {
  readonly code: 'resolve.same-as-refused'
  readonly message: string
  readonly document?: string
}

export interface Identity {
  /** The id of the thing that an id belongs to; an id that was never united is its own. */
  readonly canonical: (id: string) => string
  /** All ids of a thing, its own first. */
  readonly members: (canonical: string) => readonly string[]
  /** Ids that were united into this one, with why. */
  readonly united: (canonical: string) => readonly { id: string; reason: string }[]
  readonly problems: readonly UniteProblem[]
}

interface Edge {
  readonly a: string
  readonly b: string
  readonly reason: string
  readonly document?: string
  /** The second is another name of the first, and should not become the name of both. */
  readonly isNaming: boolean
}

/** A key that holds a masked division; such a thing belongs to its document alone. */
const MASKED = /@([0-9a-f]{1,12})\./

/**
 * Unites ids. Independent of the order of documents: edges are taken decisions first, then in order of their ids.
 * `digests` must hold every document that names an id of `scope` (all ids where absent).
 */
export function uniteIds(digests: readonly Digest[], decisions: readonly Decision[], scope?: ReadonlySet<string>): Identity {
  const { edges: all, apart } = listEdges(digests, decisions)
  const edges = scope === undefined ? all : all.filter(({ a, b }) => scope.has(a) && scope.has(b))
  const localById = new Map<string, LocalEntity[]>()
  for (const { a, b } of edges) for (const id of [a, b]) localById.set(id, [])
  for (const digest of digests)
    for (const id of digest.entities.keys()) {
      const local = localById.has(id) ? digest.entities.get(id) : undefined
      if (local !== undefined) localById.get(id)?.push(local)
    }
  const groups = new Groups(apart)
  const problems: UniteProblem[] = []
  for (const edge of edges) {
    const refusal = refusalOf(edge, localById) ?? groups.join(edge)
    if (refusal !== undefined && refusal !== '' && edge.document !== undefined)
      problems.push({ code: 'resolve.same-as-refused', message: refusal, document: edge.document })
  }
  return identityOf(groups, localById, problems)
}

function listEdges(digests: readonly Digest[], decisions: readonly Decision[]): { edges: Edge[]; apart: [string, string][] } {
  const decided = new Map<string, Decision & { kind: 'same' | 'different' }>()
  for (const decision of decisions) {
    if (decision.kind === 'correct') continue
    decided.set([decision.a, decision.b].sort(compareText).join('\n'), decision)
  }
  const edges: Edge[] = []
  const apart: [string, string][] = []
  for (const decision of decided.values()) {
    if (decision.kind === 'different') apart.push([decision.a, decision.b])
    else edges.push({ a: decision.a, b: decision.b, reason: decision.note ?? '由人确认', isNaming: false })
  }
  const order = (edge: Edge): string => [edge.a, edge.b, edge.reason, edge.document].join('\n')
  edges.sort((x, y) => compareText(order(x), order(y)))
  const claimed = digests.flatMap((digest) => digest.sameAs.map((claim) => edgeOf(claim, digest.document.id)))
  return { edges: [...edges, ...claimed.sort((x, y) => compareText(order(x), order(y)))], apart }
}

function edgeOf(claim: SameAs, document: string): Edge {
  return { a: claim.subject, b: claim.object, reason: claim.rule, document, isNaming: true }
}

function refusalOf(edge: Edge, localById: ReadonlyMap<string, readonly LocalEntity[]>): string | undefined {
  const [labelA, labelB] = [labelOf(edge.a, localById), labelOf(edge.b, localById)]
  if (labelA === undefined || labelB === undefined || edge.a === edge.b) return ''
  if (labelA !== labelB) return `${edge.a} (${labelA}) 与 ${edge.b} (${labelB}) 类别不同，未合并`
  const [maskA, maskB] = [MASKED.exec(edge.a)?.[1], MASKED.exec(edge.b)?.[1]]
  if (maskA !== maskB) return `${edge.a} 与 ${edge.b} 中有隐去的地名，未合并`
  return undefined
}

function labelOf(id: string, localById: ReadonlyMap<string, readonly LocalEntity[]>): string | undefined {
  return localById.get(id)?.[0]?.label
}

/** Union-find that keeps given pairs apart. */
class Groups {
  readonly members = new Map<string, readonly string[]>()
  readonly edges = new Map<string, Edge[]>()
  private readonly root = new Map<string, string>()
  private readonly apart: readonly [string, string][]

  constructor(apart: readonly [string, string][]) {
    this.apart = apart
  }

  find(id: string): string {
    return this.root.get(id) ?? id
  }

  /** Gives a refusal in words, or nothing where the two are one now. */
  join(edge: Edge): string | undefined {
    const [a, b] = [this.find(edge.a), this.find(edge.b)]
    if (a !== b && this.isApart(a, b)) return `${edge.a} 与 ${edge.b} 被判定不是同一个，未合并`
    const members = a === b ? this.membersOf(a) : [...this.membersOf(a), ...this.membersOf(b)]
    const edges = [...(this.edges.get(a) ?? []), ...(a === b ? [] : (this.edges.get(b) ?? [])), edge]
    for (const id of members) this.root.set(id, a)
    this.members.set(a, members)
    this.edges.set(a, edges)
    if (a !== b) {
      this.members.delete(b)
      this.edges.delete(b)
    }
    return undefined
  }

  private membersOf(root: string): readonly string[] {
    return this.members.get(root) ?? [root]
  }

  private isApart(a: string, b: string): boolean {
    return this.apart.some(([x, y]) => {
      const [rootX, rootY] = [this.find(x), this.find(y)]
      return (rootX === a && rootY === b) || (rootX === b && rootY === a)
    })
  }
}

function identityOf(groups: Groups, localById: ReadonlyMap<string, readonly LocalEntity[]>, problems: readonly UniteProblem[]): Identity {
  const canonicalById = new Map<string, string>()
  const membersByCanonical = new Map<string, readonly string[]>()
  const unitedByCanonical = new Map<string, { id: string; reason: string }[]>()
  for (const [root, members] of groups.members) {
    const edges = groups.edges.get(root) ?? []
    const canonical = chooseCanonical(members, edges, localById)
    const others = members.filter((id) => id !== canonical).sort(compareText)
    membersByCanonical.set(canonical, [canonical, ...others])
    for (const id of members) canonicalById.set(id, canonical)
    unitedByCanonical.set(
      canonical,
      others.map((id) => ({ id, reason: reasonOf(id, edges) })),
    )
  }
  return {
    canonical: (id) => canonicalById.get(id) ?? id,
    members: (id) => membersByCanonical.get(id) ?? [id],
    united: (id) => unitedByCanonical.get(id) ?? [],
    problems,
  }
}

/** Not a mere other name; placed by a division before by a document; then the best name; then the smallest id. */
function chooseCanonical(
  members: readonly string[],
  edges: readonly Edge[],
  localById: ReadonlyMap<string, readonly LocalEntity[]>,
): string {
  const isOtherName = (id: string): boolean => edges.some((edge) => edge.isNaming && edge.b === id)
  return [...members].sort((a, b) => {
    const formOf = (id: string): NameForm | undefined => bestForm((localById.get(id) ?? []).flatMap(({ names }) => names))
    const [formA, formB] = [formOf(a), formOf(b)]
    return (
      Number(isOtherName(a)) - Number(isOtherName(b)) ||
      Number(a.includes('/@')) - Number(b.includes('/@')) ||
      (formA === undefined || formB === undefined
        ? Number(formA === undefined) - Number(formB === undefined)
        : compareNames(formA, formB)) ||
      compareText(a, b)
    )
  })[0]!
}

function reasonOf(id: string, edges: readonly Edge[]): string {
  return [...new Set(edges.filter((edge) => edge.a === id || edge.b === id).map((edge) => edge.reason))].sort(compareText).join('；')
}
