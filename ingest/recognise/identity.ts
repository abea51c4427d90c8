/**
 * Ids of entities: readable, deterministic, a function of the mention, its document's home and the lexicon alone.
 * Things that are masked or have no known place carry their document's id, so that they can never merge across documents.
 */
import type { Place } from '../../cypher/model/index.ts'

/** Where something belongs for its identity: a division, or, failing that, the one document that names it. */
export type Anchor = { readonly place: Place } | { readonly document: string }

/** `330213` for a coded division, `330200.前湾新区` for one without a code below a coded parent, `@1a2b3c4d` for a document. */
export function anchorKey(anchor: Anchor): string {
  if ('document' in anchor) return `@${anchor.document.slice(0, 12)}`
  return anchor.place.id.slice('district/'.length)
}

/** Id of a District: by code, or by parent and name, or by document and mask. */
export function districtId(place: { adcode?: string; name: string; parent?: string; document?: string }): string {
  if (place.adcode !== undefined) return `district/${place.adcode}`
  if (place.document !== undefined) return `district/@${place.document.slice(0, 12)}.${place.name}`
  return `district/${place.parent ?? ''}.${place.name}`
}

/** Id of a Hospital, Institution or named Consortium: `hospital/330213/中医医院`. */
export function organisationId(label: 'Hospital' | 'Institution' | 'Consortium', anchor: Anchor, core: string): string {
  return `${label.toLowerCase()}/${anchorKey(anchor)}/${core}`
}

/** Id of an unnamed Consortium, from its members' ids (order does not matter) and its kind. */
export function consortiumId(members: readonly string[], kind: string): string {
  return `consortium/${[...members]
    .sort()
    .map((id) => id.slice(id.indexOf('/') + 1))
    .join('+')}/${kind}`
}

/** Id of a Project: its owner and its object without words of works, progress and year. */
export function projectId(owner: string, object: string): string {
  return `project/${owner}/${object}`
}

/** Id of a Program: one node for all districts, unless its core name holds a place or a brand of its own. */
export function programId(core: string, anchor?: Anchor): string {
  return anchor === undefined ? `program/${core}` : `program/${anchorKey(anchor)}/${core}`
}

/** Id of a folded relation: type and both ends; the ends of an undirected one in order of id. */
export function relationId(type: string, from: string, to: string): string {
  return `${type}(${from})(${to})`
}
