/** Prints scores in the words and figures of the reference, so that two runs can be compared line by line. */
import { claimedTypes, type ClaimedType } from '../../cypher/model/index.ts'
import { addCounts, figuresOf, noCounts, sumCounts, type Counts, type Share } from './counts.ts'
import { LABEL_ORDER, type Scores } from './score.ts'

/** Types of the headline: who works with whom, who belongs where, who builds what. */
const CORE: readonly ClaimedType[] = ['COOPERATES_WITH', 'MEMBER_OF', 'CONSTRUCTS']

/** Three decimals; what lies exactly between two goes to the even one, as the reference rounds. Only sixteenths do. */
export function threeDecimals(value: number): string {
  const thousandths = value * 1000
  const floor = Math.floor(thousandths)
  if (thousandths - floor === 0.5 && Number.isInteger(value * 16)) return ((floor % 2 === 0 ? floor : floor + 1) / 1000).toFixed(3)
  return value.toFixed(3)
}

function showShare({ right, of }: Share): string {
  return of === 0 ? '0/0' : `${right}/${of} = ${threeDecimals(right / of)}`
}

function showFigures(counts: Counts): string {
  const { precision, recall, f1 } = figuresOf(counts)
  return `P ${threeDecimals(precision)} R ${threeDecimals(recall)} F1 ${threeDecimals(f1)}`
}

/** One line for each type that has anything, and the sum of all. */
function showTable<K extends string>(title: string, order: readonly K[], countsByType: Readonly<Record<K, Counts>>): string[] {
  const lines = [title]
  const sum = noCounts()
  for (const type of order) {
    const counts = countsByType[type]
    const { right, extra, missing } = counts
    if (right + extra + missing === 0) continue
    addCounts(sum, counts)
    lines.push(`  ${type.padEnd(16)} ${showFigures(counts)}  (tp ${right} fp ${extra} fn ${missing})`)
  }
  lines.push(`  ${'micro'.padEnd(16)} ${showFigures(sum)}`)
  return lines
}

/** The figures by which readings are compared, each 0 to 1. */
export interface Headline {
  readonly coreF1: number
  readonly corePrecision: number
  readonly entitiesF1: number
  readonly attributes: number
  readonly programsF1: number
  readonly families: number
  readonly evidence: number
}

/** Core relations and all entities but programs with canonical names, attributes, programs. */
export function headlineOf(scores: Scores): Headline {
  const core = figuresOf(sumCounts(CORE.map((type) => scores.relations.canonical[type])))
  const named = LABEL_ORDER.filter((label) => label !== 'Program').map((label) => scores.entities.canonical[label])
  return {
    coreF1: core.f1,
    corePrecision: core.precision,
    entitiesF1: figuresOf(sumCounts(named)).f1,
    attributes: shareOf(scores.attributes),
    programsF1: figuresOf(scores.entities.canonical.Program).f1,
    families: shareOf(scores.families),
    evidence: shareOf(scores.evidence),
  }
}

function shareOf({ right, of }: Share): number {
  return of === 0 ? 0 : right / of
}

/** The printed report, without a last line break; with `detail` each error has its line before the figures. */
export function formatScores(scores: Scores, detail: boolean = false): string {
  const headline = headlineOf(scores)
  const lines = [
    ...(detail ? scores.details : []),
    ...showTable('entities, canonical name', LABEL_ORDER, scores.entities.canonical),
    ...showTable('entities, any surface form', LABEL_ORDER, scores.entities.surface),
    ...showTable('relations, canonical ends', claimedTypes, scores.relations.canonical),
    ...showTable('relations, ends by surface form', claimedTypes, scores.relations.surface),
  ]
  if (scores.unknownTypes > 0) lines.push(`relations of unknown type: ${scores.unknownTypes}`)
  lines.push(
    `attributes right: ${showShare(scores.attributes)}`,
    `attributes made up: ${scores.attributes.madeUp} of ${scores.attributes.said} said`,
    `evidence holds the gold quote: ${showShare(scores.evidence)}`,
    `families of found programs right: ${showShare(scores.families)}`,
  )
  if (scores.denied.of > 0) lines.push(`said what the text denies: ${scores.denied.said}/${scores.denied.of}`)
  if (scores.merge !== undefined) {
    const { same, different } = scores.merge
    lines.push(`merge same ${same.right}/${same.of}, kept apart ${different.right}/${different.of}`)
  }
  lines.push(
    `core relations F1 ${threeDecimals(headline.coreF1)} (P ${threeDecimals(headline.corePrecision)}) | ` +
      `entities F1 ${threeDecimals(headline.entitiesF1)} | attributes ${threeDecimals(headline.attributes)} | ` +
      `programs F1 ${threeDecimals(headline.programsF1)}`,
  )
  return lines.join('\n')
}
