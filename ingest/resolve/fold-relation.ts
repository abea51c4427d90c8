/** Folds all claims of one type between two things into a Relation. */
import type { AttributeValues, ClaimedType, Conflict, Evidence, Relation, RelationClaim } from '../../cypher/model/index.ts'
import { formRank, mostSpecificForm, relationDefinitions } from '../../cypher/model/index.ts'
import { claimConfidence, weighClaims, type StatedClaim, type Weight } from './confidence.ts'
import { orderedRelationId } from './digest.ts'
import type { FoldContext, Quote } from './fold-entity.ts'
import { agreementStage, foldStatus, foldValue, participationStage, projectStage } from './fold-value.ts'
import { compareDocuments, compareText, yearsOf, type Say } from './say.ts'

const stages: Readonly<Partial<Record<ClaimedType, (status: string) => number>>> = {
  COOPERATES_WITH: agreementStage,
  MEMBER_OF: agreementStage,
  CONSTRUCTS: projectStage,
  PARTICIPATES_IN: participationStage,
}

/** Attributes that have a fold of their own; the others go by the general order. */
const OWN_FOLD = new Set(['form', 'forms', 'specialties', 'status', 'year', 'date', 'role', 'basis'])

/** Attributes whose fold looks at values and years alone; the others also ask which of two equal documents comes first. */
const PLACELESS = new Set(['form', 'forms', 'status', 'year', 'date', 'role', 'basis'])

/** Whether a relation folds alike wherever in equal documents this claim of it stands. */
export function foldsAnywhere({ type, attrs }: Pick<RelationClaim, 'type' | 'attrs'>): boolean {
  if (type === 'CONSTRUCTS') return Object.keys(attrs).length === 0
  return Object.keys(attrs).every((key) => PLACELESS.has(key))
}

/**
 * One relation over all claims that state it. Undefined where both ends are one thing, or where no claim is given.
 * `weight` is to be given where the claims stand for others that say the same.
 */
export function foldRelation(
  claims: readonly StatedClaim[],
  context: FoldContext,
  weight: Weight = weighClaims(claims),
): Relation | undefined {
  const ordered = [...claims].sort(compareClaims)
  const first = ordered[0]
  if (first === undefined) return undefined
  const { type } = first.claim
  const [from, to] = endsOf(first, context)
  if (from === to) return undefined
  const id = orderedRelationId(type, from, to)
  const { attrs, conflicts } = foldAttributes(type, ordered)
  const bases = new Set(ordered.map(({ claim }) => claim.basis))
  return {
    id,
    type,
    from,
    to,
    basis: bases.has('text') ? 'text' : bases.has('name') ? 'name' : 'gazetteer',
    attrs: { ...attrs, ...context.corrections.get(id) },
    ...weight,
    ...yearsOf(ordered.map(({ document }) => document)),
    ...(conflicts.length > 0 ? { conflicts } : {}),
    evidence: citeClaims(ordered, [from, to], context),
  }
}

/** The two ends as the relation has them: the ends of an undirected one in order of id. */
export function endsOf({ claim }: Pick<StatedClaim, 'claim'>, { identity }: Pick<FoldContext, 'identity'>): [string, string] {
  const [from, to] = [identity.canonical(claim.subject), identity.canonical(claim.object)]
  return relationDefinitions[claim.type].directed || from <= to ? [from, to] : [to, from]
}

function compareClaims(a: StatedClaim, b: StatedClaim): number {
  return (
    compareDocuments(a.document, b.document) ||
    a.claim.start - b.claim.start ||
    a.claim.end - b.claim.end ||
    compareText(a.claim.rule, b.claim.rule) ||
    compareText(JSON.stringify(a.claim), JSON.stringify(b.claim))
  )
}

function foldAttributes(type: ClaimedType, claims: readonly StatedClaim[]): { attrs: AttributeValues; conflicts: Conflict[] } {
  const says = (key: string, among = claims): Say[] =>
    among.flatMap(({ claim, document }) => {
      const value = claim.attrs[key]
      return value === undefined ? [] : [{ value, document, start: claim.start }]
    })
  const attrs: AttributeValues = { ...foldForms(claims), ...foldTime(type, claims, says) }
  const specialties = textsOf(says('specialties'))
  if (specialties.length > 0) attrs['specialties'] = specialties
  const role = foldRole(says('role'))
  if (role !== undefined) attrs['role'] = role
  const conflicts: Conflict[] = []
  const keys = new Set(claims.flatMap(({ claim }) => Object.keys(claim.attrs)))
  for (const key of [...keys].sort(compareText)) {
    if (OWN_FOLD.has(key)) continue
    const folded = foldValue(key, says(key))
    if (folded === undefined) continue
    attrs[key] = folded.say.value
    if (folded.conflict !== undefined) conflicts.push(folded.conflict)
  }
  return { attrs, conflicts }
}

function foldForms(claims: readonly StatedClaim[]): AttributeValues {
  const forms = textsOf(
    claims.flatMap(({ claim, document }) =>
      [claim.attrs['form'], claim.attrs['forms']].flatMap((value) =>
        value === undefined ? [] : [{ value, document, start: claim.start }],
      ),
    ),
  )
  forms.sort((a, b) => formRank(a) - formRank(b) || compareText(a, b))
  const form = mostSpecificForm(forms)
  return form === undefined ? {} : { form, forms }
}

/** All texts that are said, in the order in which they were first said. */
function textsOf(says: readonly Say[]): string[] {
  return [...new Set(says.flatMap(({ value }) => (Array.isArray(value) ? value : [String(value)])))]
}

/** Leading is told of few and being a member or partner is implied by it, so that a later "member" does not undo "lead". */
function foldRole(says: readonly Say[]): string | undefined {
  const roles = textsOf(says).sort(compareText)
  return roles.includes('lead') ? 'lead' : roles[0]
}

function foldTime(
  type: ClaimedType,
  claims: readonly StatedClaim[],
  says: (key: string, among?: readonly StatedClaim[]) => Say[],
): AttributeValues {
  const attrs: AttributeValues = {}
  const winner = foldStatus(type === 'CONSTRUCTS' ? stagesSaid(claims) : says('status'), stages[type] ?? agreementStage)
  if (winner !== undefined) attrs['status'] = winner.value
  const year = type === 'CONSTRUCTS' ? yearOfStage(claims, winner) : yearOfDeed(claims, winner)
  if (year !== undefined) attrs['year'] = year
  const date = dateOf(says('date'), year)
  if (date !== undefined) attrs['date'] = date
  return attrs
}

/** Works go on by the year of each step; an agreement's standing is what the latest document says of it. */
function stagesSaid(claims: readonly StatedClaim[]): Say[] {
  return claims.flatMap(({ claim, document }) => {
    const { status, year } = claim.attrs
    if (status === undefined) return []
    return [{ value: status, document, start: claim.start, ...(typeof year === 'number' ? { year } : {}) }]
  })
}

/** The year in which works reached the stage that won. */
function yearOfStage(claims: readonly StatedClaim[], winner: Say | undefined): number | undefined {
  const same = claims.filter(
    ({ claim, document }) => winner === undefined || (claim.attrs['status'] === winner.value && document.id === winner.document.id),
  )
  return Math.min(...yearsIn(same)) === Infinity ? undefined : Math.min(...yearsIn(same))
}

/** The first year in which it was begun; for a mere plan the last year for which it is planned; else the year that it ended. */
function yearOfDeed(claims: readonly StatedClaim[], winner: Say | undefined): number | undefined {
  const withStatus = (status: string): number[] => yearsIn(claims.filter(({ claim }) => claim.attrs['status'] === status))
  if (winner?.value === 'planned') return withStatus('planned').sort((a, b) => b - a)[0]
  const begun = yearsIn(claims.filter(({ claim }) => !['planned', 'ended', 'achieved'].includes(String(claim.attrs['status']))))
  const years = begun.length > 0 ? begun : [...withStatus('ended'), ...withStatus('achieved')]
  return years.sort((a, b) => a - b)[0]
}

function yearsIn(claims: readonly StatedClaim[]): number[] {
  return claims.flatMap(({ claim }) => (typeof claim.attrs['year'] === 'number' ? [claim.attrs['year']] : []))
}

/** The most precise date of the year that was chosen; of two as precise the earlier. */
function dateOf(says: readonly Say[], year: number | undefined): string | undefined {
  return says
    .map(({ value }) => String(value))
    .filter((date) => year === undefined || date.startsWith(String(year)))
    .sort((a, b) => b.length - a.length || compareText(a, b))[0]
}

function citeClaims(claims: readonly StatedClaim[], ends: readonly [string, string], context: FoldContext): Evidence[] {
  const { quote } = context
  if (quote === undefined) return []
  const seen = new Set<string>()
  const evidence: Evidence[] = []
  for (const stated of claims) {
    if (stated.claim.end <= stated.claim.start) continue
    const piece = citeClaim(stated, ends, { identity: context.identity, quote })
    const key = JSON.stringify([piece.document, piece.start, piece.end, piece.rule, piece.attrs])
    if (!seen.has(key)) evidence.push(piece)
    seen.add(key)
  }
  return evidence
}

function citeClaim(
  { claim, document }: StatedClaim,
  ends: readonly [string, string],
  { identity, quote }: { identity: FoldContext['identity']; quote: Quote },
): Evidence {
  const { start, end, rule, attrs } = claim
  const isTurned = identity.canonical(claim.subject) !== ends[0]
  const local = claim.local === undefined ? undefined : isTurned ? turned(claim.local) : claim.local
  return {
    document: document.id,
    start,
    end,
    text: quote(document.id, start, end),
    rule,
    attrs,
    ...(local === undefined ? {} : { local }),
    confidence: claimConfidence(claim),
  }
}

/** `local` of evidence names an end of the folded relation, whose ends may have changed places. */
function turned(end: 'subject' | 'object'): 'subject' | 'object' {
  return end === 'subject' ? 'object' : 'subject'
}
