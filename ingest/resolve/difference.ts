/** What of the graph can come out otherwise when some documents take the place of others: most of a new edition says what the old one said. */
import type { Digest, DigestedClaim, LocalEntity } from './digest.ts'
import { foldsAnywhere } from './fold-relation.ts'
import { compareText } from './say.ts'

/** Ids, and keys of relations, to which the documents that go and those that come do not give the same. */
export interface Difference {
  readonly ids: ReadonlySet<string>
  readonly relations: ReadonlySet<string>
}

/** Things to which both sides give the same are left out: their fold reads other documents, of which there may be thousands, to no avail. */
export function differenceOf(outgoing: readonly Digest[], incoming: readonly Digest[]): Difference {
  return {
    ids: unequal(sharesOf(outgoing, entityShares), sharesOf(incoming, entityShares)),
    relations: unequal(sharesOf(outgoing, relationShares), sharesOf(incoming, relationShares)),
  }
}

type Share = readonly [key: string, share: string]

function sharesOf(digests: readonly Digest[], list: (digest: Digest) => Iterable<Share>): Map<string, string[]> {
  const shares = new Map<string, string[]>()
  for (const digest of digests) {
    for (const [key, share] of list(digest)) {
      const present = shares.get(key)
      if (present === undefined) shares.set(key, [share])
      else present.push(share)
    }
  }
  return shares
}

function unequal(a: ReadonlyMap<string, string[]>, b: ReadonlyMap<string, string[]>): Set<string> {
  const text = (shares: string[] | undefined): string => (shares ?? []).sort(compareText).join('\n')
  return new Set([...a.keys(), ...b.keys()].filter((key) => text(a.get(key)) !== text(b.get(key))))
}

/** All on which the fold of a thing depends. Statements and same-as claims count with their place: where equals differ, the earlier wins. */
function* entityShares(digest: Digest): Generator<Share> {
  const united = new Set(digest.sameAs.flatMap(({ subject, object }) => [subject, object]))
  for (const [id, local] of digest.entities) {
    const statements = digest.statements.get(id) ?? []
    const isPlaced = statements.length > 0 || united.has(id)
    yield [id, JSON.stringify([factsOf(digest), nameShare(local), isPlaced ? [digest.document.id, statements, digest.sameAs] : []])]
  }
}

function nameShare({ label, names, surfaces }: LocalEntity): unknown {
  return [label, names, surfaces]
}

/** Claims that may win or lose by their place count with it. */
function* relationShares(digest: Digest): Generator<Share> {
  for (const [key, claims] of digest.relations) {
    const isPlaced = !claims.every(({ claim }) => foldsAnywhere(claim))
    yield [key, JSON.stringify([factsOf(digest), isPlaced ? [digest.document.id, claims] : claims.map(bareShare)])]
  }
}

function bareShare({ claim, copyKeys }: DigestedClaim): unknown {
  const { start: _start, end: _end, ...rest } = claim
  return [rest, copyKeys]
}

function factsOf({ document: { id: _id, ...facts } }: Digest): unknown {
  return facts
}
