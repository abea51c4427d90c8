/** Whose 我院 is: in the words of a hospital's officer it is his, whoever publishes the text. */
import { matchesOf } from '../../grammar/matches.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { Hit, Named } from './context.ts'
import { officersAfter } from './officers.ts'

/** Verbs of saying. */
export const SAYS = '(?:介绍|表示|告诉|坦言|透露|称|回忆|解释|感慨|直言|强调|指出|谈到|补充|致辞|说)'
/** Who says something up to its verb: 李某在致辞中表示, 据张院长介绍, 他还说. */
const FRAME = new RegExp(`([^，。；：！？“”]{1,40}?)${SAYS}(?:道|说|记者|本报记者)?(?=[，：“]|$)`, 'gu')
const PRONOUN = /^[他她](?!们)/u
/** 我院, and 医院 where a clause begins with it; 我们县 is a place's. */
const SELF =
  /[我本]院|我们(?:医院|院)?(?![县市区省州旗国乡镇]|科|部|医|这[个些]|几|老|家)|(?<=^|[，。：；“、日月年])(?:医院|院方)(?=[将已还从与和同正也又先]|目前|今年|去年|近年|计划|选派|依靠|依托)/gu
const MARKS = /[“「『]|[”」』]/gu
const OPENS = /[“「『]/u

/** Who speaks in the sentences of a document, in their order. */
export class Speech {
  private readonly officers = new Map<string, Named | null>()
  /** The hospital of whom the frame names that was told last. */
  private by: Named | undefined
  private isQuoted = false
  private paragraph = -1
  private readonly speaker: string | undefined

  /** `speaker` is the hospital that publishes the document. */
  constructor(speaker: string | undefined) {
    this.speaker = speaker
  }

  /** The names of a sentence, with 我院 as a name of the hospital whose officer speaks. */
  hear(sentence: Sentence, hits: readonly Hit[]): readonly Hit[] {
    const { text } = sentence
    for (const { named, to } of hits) if (named.label === 'Hospital') for (const name of officersAfter(text, to)) this.learn(name, named)
    if (sentence.paragraph !== this.paragraph) this.isQuoted = false
    const isNear = sentence.paragraph - this.paragraph <= 1
    if (!isNear) this.by = undefined
    this.paragraph = sentence.paragraph
    if (this.officers.size === 0) return hits
    const found = this.selvesIn(text, hits)
    return found.length === 0
      ? hits
      : [...hits.filter((hit) => found.every(({ from, to }) => hit.to <= from || hit.from >= to)), ...found].sort((a, b) => a.from - b.from)
  }

  private learn(name: string, named: Named): void {
    const known = this.officers.get(name)
    this.officers.set(name, known === undefined || known?.entity === named.entity ? named : null)
  }

  private selvesIn(text: string, hits: readonly Hit[]): Hit[] {
    const frames = matchesOf(FRAME, text)
    const marks = matchesOf(MARKS, text)
    const found: Hit[] = []
    let nextFrame = 0
    let nextMark = 0
    let isTold = frames.length > 0
    const advance = (at: number): void => {
      for (let frame; (frame = frames[nextFrame]) !== undefined && frame.index + frame[0].length <= at; nextFrame++) {
        if (!PRONOUN.test(frame[1] ?? '')) this.by = this.saysIn(frame[1] ?? '')
        isTold = true
      }
      for (let mark; (mark = marks[nextMark]) !== undefined && mark.index < at; nextMark++) this.isQuoted = OPENS.test(mark[0])
    }
    for (const { index, 0: word } of matchesOf(SELF, text)) {
      advance(index)
      const { by } = this
      const isOwn = by === undefined || by.entity === this.speaker
      // 王院长表示，将支持我院发展: outside of quotation marks 我院 is the hospital that publishes.
      const isHis = this.isQuoted || (isTold && this.speaker === undefined)
      if (isOwn || !isHis || hits.some(({ from, to }) => from <= index && to >= index + word.length)) continue
      found.push({ from: index, to: index + word.length, named: by })
    }
    advance(text.length + 1)
    return found
  }

  /** The hospital of the officer who is named last before the verb. */
  private saysIn(subject: string): Named | undefined {
    let best: { at: number; named: Named | null } | undefined
    for (const [name, named] of this.officers) {
      const at = subject.lastIndexOf(name)
      if (at >= 0 && (best === undefined || at > best.at)) best = { at, named }
    }
    return best?.named ?? undefined
  }
}
