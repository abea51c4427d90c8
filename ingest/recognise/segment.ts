/** Word boundaries and parts of speech, from nodejieba where it loads and from @node-rs/jieba otherwise. */
import { createRequire } from 'node:module'

export interface Word {
  readonly word: string
  /** Part of speech in jieba's tag set (n, ns, nr, v, vn, p, c …). */
  readonly tag: string
  readonly from: number
  readonly to: number
}

/** Cuts a text into words that join to exactly the text. */
export interface Segmenter {
  readonly engine: 'nodejieba' | '@node-rs/jieba'
  /** Words of a text that begins at `from`. Tags cost as much as the words, so they are looked up when one is first asked for. */
  cut(text: string, from?: number): Word[]
}

type Engine = Segmenter['engine']
interface Tagged {
  readonly word: string
  readonly tag: string
}
interface Tagger {
  cut(text: string): readonly string[]
  /** Parts a text as `cut` does. */
  tag(text: string): readonly Tagged[]
}

/** Neither engine could be loaded, or YILIAN_SEGMENTER names none. */
export class SegmenterError extends Error {
  readonly code: 'segment.unknown-engine' | 'segment.no-engine'
  constructor(code: SegmenterError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SegmenterError'
    this.code = code
  }
}

const ENGINES: readonly Engine[] = ['nodejieba', '@node-rs/jieba']
/** nodejieba is a compiled addon that is missing or fails to load on some machines; both are CommonJS. */
const require = createRequire(import.meta.url)
const taggers = new Map<Engine, Tagger>()
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Its own dictionary only: nodejieba aborts the process when given a file that is not there. */
function loadNodejieba(): Tagger {
  const jieba: unknown = require('nodejieba')
  if (!isRecord(jieba) || typeof jieba['tag'] !== 'function' || typeof jieba['cut'] !== 'function')
    throw new TypeError('nodejieba has no cut() or no tag()')
  const nodejieba = jieba as unknown as { cut(text: string, withUnknown: true): string[]; tag(text: string): Tagged[] }
  return { cut: (text) => nodejieba.cut(text, true), tag: (text) => nodejieba.tag(text) }
}

function loadNodeRs(): Tagger {
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba')
  const { dict } = require('@node-rs/jieba/dict') as { dict: Uint8Array }
  const jieba = Jieba.withDict(dict)
  return { cut: (text) => jieba.cut(text, true), tag: (text) => jieba.tag(text, true) }
}

/** The engine itself, loaded once. Throws what its loading throws. */
export function loadEngine(engine: Engine): Tagger {
  let tagger = taggers.get(engine)
  if (tagger === undefined) taggers.set(engine, (tagger = engine === 'nodejieba' ? loadNodejieba() : loadNodeRs()))
  return tagger
}

/** The engine that is asked for (YILIAN_SEGMENTER forces one), or the first that loads. */
function chooseEngine(asked: string | undefined): { engine: Engine; tagger: Tagger } {
  if (asked !== undefined) {
    const engine = ENGINES.find((name) => name === asked)
    if (engine === undefined)
      throw new SegmenterError('segment.unknown-engine', `没有名为 ${asked} 的分词引擎，可选：${ENGINES.join('、')}`)
    return { engine, tagger: loadEngine(engine) }
  }
  const causes: unknown[] = []
  for (const engine of ENGINES) {
    try {
      return { engine, tagger: loadEngine(engine) }
    } catch (error) {
      causes.push(error)
    }
  }
  throw new SegmenterError('segment.no-engine', '两种分词引擎都未能载入，请重新安装依赖', { cause: new AggregateError(causes) })
}

/** Surrogates without a partner would not come back from either engine. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * A segmenter; its engine and dictionary are loaded at the first cut (nodejieba: 1.2 s and 255 MB, @node-rs/jieba: 0.15 s and 40 MB).
 * Throws a SegmenterError at the first use where no engine loads.
 */
export function createSegmenter(asked?: Engine): Segmenter {
  const environment = process.env['YILIAN_SEGMENTER']
  const wanted = environment !== undefined && environment !== '' ? environment : asked
  let chosen: ReturnType<typeof chooseEngine> | undefined
  const choose = (): ReturnType<typeof chooseEngine> => (chosen ??= chooseEngine(wanted))
  let tags: WordTags | undefined
  return {
    get engine() {
      return choose().engine
    },
    cut: (text, from = 0) =>
      text === '' ? [] : placeWords(text, from, { tagger: choose().tagger, tags: (tags ??= new WordTags(choose().tagger)) }),
  }
}

/** What the engines can be given: text without lone surrogates, of the same length. */
const sound = (text: string): string => text.replace(LONE, '\uFFFD')

/** More tags than this are forgotten together, so that they never fill the memory. */
const MOST_TAGS = 50_000

/** Tags by word: to both engines a word has the same tag wherever it stands. */
class WordTags {
  private readonly tagger: Tagger
  private readonly known = new Map<string, string>()

  constructor(tagger: Tagger) {
    this.tagger = tagger
  }

  /** The tag of a word of a text; what else stands in the text is tagged with it. */
  of(word: string, text: string, index: number): string {
    const known = this.known.get(word)
    if (known !== undefined) return known
    if (this.known.size >= MOST_TAGS) this.known.clear()
    const tagged = this.tagger.tag(sound(text))
    for (const other of tagged) this.known.set(other.word, other.tag.trim())
    const tag = (tagged[index]?.tag ?? '').trim()
    this.known.set(word, tag)
    return tag
  }
}

/** A text that was cut, in which its words find their tags. */
interface CutText {
  readonly text: string
  readonly tags: WordTags
}

class CutWord implements Word {
  readonly word: string
  readonly from: number
  readonly to: number
  private readonly cut: CutText
  private readonly index: number

  constructor(word: string, from: number, place: { cut: CutText; index: number }) {
    this.word = word
    this.from = from
    this.to = from + word.length
    this.cut = place.cut
    this.index = place.index
  }

  get tag(): string {
    return this.cut.tags.of(this.word, this.cut.text, this.index)
  }
}

function placeWords(text: string, start: number, { tagger, tags }: { tagger: Tagger; tags: WordTags }): Word[] {
  const cut: CutText = { text, tags }
  let from = start
  return tagger.cut(sound(text)).map((word, index) => {
    const placed = new CutWord(text.slice(from - start, from - start + word.length), from, { cut, index })
    from = placed.to
    return placed
  })
}
