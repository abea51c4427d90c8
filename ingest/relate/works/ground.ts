/** A sentence as works are read in it: its names blanked out, its clauses, and what each clause says. Made as far as it is asked for. */
import type { SentenceMention } from '../../reading.ts'
import { findAmounts, type Amount } from '../sentence/numbers.ts'
import { figuresIn, type Figure } from './figures.ts'
import type { WorksObject } from './objects/objects.ts'
import { clausesOf, hitsIn, type Clause, type StageHit } from './stages/stage-hits.ts'
import type { WorksWords } from './objects/words.ts'

export class Ground {
  readonly text: string
  readonly mentions: readonly SentenceMention[]
  readonly words: WorksWords
  private readonly objects: readonly WorksObject[]
  private blanked: string | undefined
  private cut: readonly Clause[] | undefined
  private counted: readonly Amount[] | undefined
  private readonly hits = new Map<number, readonly StageHit[]>()
  private readonly figures = new Map<number, readonly Figure[]>()

  constructor(
    text: string,
    { objects, mentions }: { objects: readonly WorksObject[]; mentions: readonly SentenceMention[] },
    words: WorksWords,
  ) {
    this.text = text
    this.mentions = mentions
    this.objects = objects
    this.words = words
  }

  /** Names and objects blanked out by □, so that 计划 in 计划生育服务中心 plans nothing. */
  get masked(): string {
    return (this.blanked ??= blankOut(this.text, [...this.mentions, ...this.objects]))
  }

  /** Whether an object is named at a place. */
  objectAt(at: number): boolean {
    return this.objects.some(({ from }) => from === at)
  }

  get clauses(): readonly Clause[] {
    return (this.cut ??= clausesOf(this.text))
  }

  get amounts(): readonly Amount[] {
    return (this.counted ??= findAmounts(this.text))
  }

  /** Stage words of a stretch; the same stretch is asked for by several judges. */
  hitsIn(clause: Clause): readonly StageHit[] {
    const key = this.keyOf(clause)
    let hits = this.hits.get(key)
    if (hits === undefined) this.hits.set(key, (hits = hitsIn(this.masked, clause, this.words)))
    return hits
  }

  /** Figures of a stretch, left to right. */
  figuresIn(clause: Clause): readonly Figure[] {
    const key = this.keyOf(clause)
    let figures = this.figures.get(key)
    if (figures === undefined) this.figures.set(key, (figures = figuresIn(this, clause)))
    return figures
  }

  private keyOf({ from, to }: Clause): number {
    return from * (this.text.length + 1) + to
  }
}

function blankOut(text: string, spans: { readonly from: number; readonly to: number }[]): string {
  let masked = ''
  let at = 0
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (to <= at) continue
    masked += text.slice(at, from) + '□'.repeat(to - Math.max(from, at))
    at = to
  }
  return masked + text.slice(at)
}
