/**
 * A small pattern engine over tokens. It knows no word of any language: classes, literals and slots are names that
 * the caller gives to tokens. Every attempt is counted, and every (element, token) pair that failed is remembered,
 * so that the work for one start is bounded by pattern length × window, and for a text by its length.
 */

/** A unit of a sentence. Slots match `things`, classes match words; everything else is gap or stop. */
export interface Token<Thing> {
  readonly kind: 'things' | 'word' | 'gap' | 'stop'
  readonly from: number
  readonly to: number
  /** Of a group of things: its members, left to right. */
  readonly things: readonly Thing[]
  /** Classes that a word, a stop or a connector belongs to. */
  readonly classes: readonly string[]
}

/**
 * `{A:Hospital|District}` one group of things of these labels; `{A+:…}` several groups joined by tokens of class `and`;
 * `@with|tie` a word of one of these classes; `_12` up to 12 characters without a stop or a thing;
 * `~30` up to 30 characters, commas (class `comma`) allowed, no thing; `#30` up to 30 characters of anything but `end` stops;
 * `^` the start of a clause. `?` makes the element before it optional.
 */
export interface Pattern {
  readonly source: string
  readonly elements: readonly Element[]
  /** Classes of which at least one must stand in the sentence for the pattern to be tried. */
  readonly needs: readonly (readonly string[])[]
  /** Labels of which at least one thing of the sentence must have one. */
  readonly labels: readonly (readonly string[])[]
}

type Element =
  | { readonly kind: 'slot'; readonly name: string; readonly many: boolean; readonly labels: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'class'; readonly classes: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly reach: number; readonly over: 'clause' | 'sentence' | 'things'; readonly optional: boolean }
  | { readonly kind: 'start'; readonly optional: boolean }

export interface Match<Thing> {
  /** Index of the first token and of the one after the last. */
  readonly first: number
  readonly last: number
  readonly slots: ReadonlyMap<string, readonly Thing[]>
  /** Indices of the tokens that filled class elements, in order. */
  readonly words: readonly number[]
}

const SLOT = /^\{(\w+)(\+?):([\w|]+)\}$/
const LONGEST = 120

/** Compiles a pattern. Throws an Error that names the element it cannot read. */
export function compilePattern(source: string): Pattern {
  const elements = source.trim().split(/\s+/).map(compileElement)
  const needs = elements.flatMap((element) => (element.kind === 'class' && !element.optional ? [element.classes] : []))
  const labels = elements.flatMap((element) => (element.kind === 'slot' && !element.optional ? [element.labels] : []))
  return { source, elements, needs, labels }
}

function compileElement(text: string): Element {
  const optional = text.endsWith('?')
  const body = optional ? text.slice(0, -1) : text
  const slot = SLOT.exec(body)
  if (slot !== null) return { kind: 'slot', name: slot[1] ?? '', many: slot[2] === '+', labels: (slot[3] ?? '').split('|'), optional }
  if (body === '^') return { kind: 'start', optional }
  if (/^@[^\s@]+$/.test(body)) return { kind: 'class', classes: body.slice(1).split('|'), optional }
  const gap = /^([_~#])(\d+)$/.exec(body)
  if (gap !== null) {
    const over = gap[1] === '_' ? 'clause' : gap[1] === '~' ? 'sentence' : 'things'
    return { kind: 'gap', reach: Number(gap[2]), over, optional }
  }
  throw new Error(`无法识别的规则成分「${text}」`)
}

export interface MatchOptions<Thing> {
  readonly labelOf: (thing: Thing) => string
  readonly steps: { count: number }
}

/** What stands in a sentence: the classes of its tokens and the labels of its things. */
export interface Contents {
  readonly classes: ReadonlySet<string>
  readonly labels: readonly string[]
}

export function contentsOf<Thing>(tokens: readonly Token<Thing>[], labelOf: (thing: Thing) => string): Contents {
  const classes = new Set<string>()
  const labels: string[] = []
  for (const token of tokens) {
    for (const name of token.classes) classes.add(name)
    for (const thing of token.things) {
      const label = labelOf(thing)
      if (!labels.includes(label)) labels.push(label)
    }
  }
  return { classes, labels }
}

/** Whether things of these labels are all that a pattern cannot match without. */
export function mayName({ labels }: Pick<Pattern, 'labels'>, given: readonly string[]): boolean {
  return labels.every((names) => names.some((name) => given.includes(name)))
}

/** Whether a sentence has a word for each class that a pattern cannot match without; spares the attempts in most sentences. */
export function maySay({ needs }: Pick<Pattern, 'needs'>, { classes }: Contents): boolean {
  for (const names of needs) if (!hasAny(classes, names)) return false
  return true
}

/** Whether one of some names is in a set; asked for each pattern of each sentence. */
function hasAny(set: ReadonlySet<string>, names: readonly string[]): boolean {
  for (const name of names) if (set.has(name)) return true
  return false
}

/** All matches of a pattern, leftmost first; the next one begins after the last class word of the one before. */
export function matchPattern<Thing>(pattern: Pattern, tokens: readonly Token<Thing>[], options: MatchOptions<Thing>): Match<Thing>[] {
  const found: Match<Thing>[] = []
  let start = 0
  while (start < tokens.length) {
    const match = canBegin(pattern, tokens, start) ? new Attempt(pattern, tokens, options, start).run() : undefined
    if (match === undefined) start++
    else {
      found.push(match)
      start = Math.max(start + 1, match.last)
    }
  }
  return found
}

/** Whether the first element can stand at `start`; spares an attempt for most of the tokens. */
function canBegin<Thing>({ elements }: Pattern, tokens: readonly Token<Thing>[], start: number): boolean {
  const [first] = elements
  const token = tokens[start]
  if (first === undefined || first.optional || token === undefined) return true
  if (first.kind === 'class') return token.classes.some((name) => first.classes.includes(name))
  if (first.kind === 'slot') return token.things.length > 0
  return first.kind !== 'start' || start === 0 || tokens[start - 1]?.kind === 'stop'
}

class Attempt<Thing> {
  private readonly slots = new Map<string, readonly Thing[]>()
  private readonly words: number[] = []
  private readonly failed = new Set<number>()
  private readonly pattern: Pattern
  private readonly tokens: readonly Token<Thing>[]
  private readonly options: MatchOptions<Thing>
  private readonly start: number

  constructor(pattern: Pattern, tokens: readonly Token<Thing>[], options: MatchOptions<Thing>, start: number) {
    this.pattern = pattern
    this.tokens = tokens
    this.options = options
    this.start = start
  }

  run(): Match<Thing> | undefined {
    const last = this.match(0, this.start)
    return last === undefined ? undefined : { first: this.start, last, slots: new Map(this.slots), words: [...this.words] }
  }

  private match(index: number, at: number): number | undefined {
    this.options.steps.count++
    const element = this.pattern.elements[index]
    if (element === undefined) return at
    if (at > this.start + LONGEST) return undefined
    const key = index * (LONGEST + 2) + (at - this.start)
    if (this.failed.has(key)) return undefined
    const end = this.matchElement(element, index, at) ?? (element.optional ? this.match(index + 1, at) : undefined)
    if (end === undefined) this.failed.add(key)
    return end
  }

  private matchElement(element: Element, index: number, at: number): number | undefined {
    switch (element.kind) {
      case 'start':
        return at === 0 || this.tokens[at - 1]?.kind === 'stop' ? this.match(index + 1, at) : undefined
      case 'class':
        return this.matchClass(element.classes, index, at)
      case 'slot':
        return this.matchSlot(element, index, at)
      case 'gap':
        return this.matchGap(element, index, at)
    }
  }

  private matchClass(classes: readonly string[], index: number, at: number): number | undefined {
    const token = this.tokens[at]
    if (token === undefined || !token.classes.some((name) => classes.includes(name))) return undefined
    this.words.push(at)
    const end = this.match(index + 1, at + 1)
    if (end === undefined) this.words.pop()
    return end
  }

  /** Tries the longest run of joined groups first. */
  private matchSlot(slot: Extract<Element, { kind: 'slot' }>, index: number, at: number): number | undefined {
    const ends: { next: number; things: readonly Thing[] }[] = []
    let things: Thing[] = []
    for (let next = at; ; next += 2) {
      const fit = (this.tokens[next]?.things ?? []).filter((thing) => slot.labels.includes(this.options.labelOf(thing)))
      this.options.steps.count++
      if (fit.length === 0) break
      things = [...things, ...fit]
      ends.push({ next: next + 1, things })
      if (!slot.many || this.tokens[next + 1]?.classes.includes('and') !== true) break
    }
    for (const end of ends.toReversed()) {
      this.slots.set(slot.name, end.things)
      const last = this.match(index + 1, end.next)
      if (last !== undefined) return last
      this.slots.delete(slot.name)
    }
    return undefined
  }

  /** Tries the shortest gap first. */
  private matchGap(gap: Extract<Element, { kind: 'gap' }>, index: number, at: number): number | undefined {
    const origin = this.tokens[at]?.from ?? 0
    for (let next = at; ; next++) {
      const last = this.match(index + 1, next)
      if (last !== undefined) return last
      const token = this.tokens[next]
      if (token === undefined || token.to - origin > gap.reach || !passable(token, gap.over)) return undefined
    }
  }
}

function passable<Thing>(token: Token<Thing>, over: 'clause' | 'sentence' | 'things'): boolean {
  if (token.kind === 'things') return over === 'things'
  if (token.kind === 'stop') return over !== 'clause' && token.classes.includes('comma')
  return true
}
