/** The time that runs through a paragraph: the year told last, and a year ahead that turns a review into a plan. */
import type { Section, Sentence } from '../../read/sentence.ts'

/** 2024年，一是…: in a review of the year before, what follows is planned. */
const YEAR_OPENS = /^((?:19|20)\d{2})年[，,]/u
const YEAR_TOLD = /(?<![\d*xX])((?:19|20)\d{2})年/gu

export class Clock {
  private paragraph = -1
  private section: Section | undefined
  private told: number | undefined

  /** The sentence as time has it, with the year that the sentences before it in its paragraph told last. */
  enter(sentence: Sentence): { sentence: Sentence; told: number | undefined } {
    if (sentence.paragraph !== this.paragraph) {
      this.paragraph = sentence.paragraph
      this.section = undefined
      this.told = undefined
    }
    if (!sentence.text.includes('年')) return { sentence: this.inSection(sentence), told: this.told }
    const opened = Number(YEAR_OPENS.exec(sentence.text)?.[1])
    const { kind, year } = sentence.section
    if (kind === 'review' && year !== undefined && opened > year) this.section = { kind: 'plan', year: opened }
    const { told } = this
    YEAR_TOLD.lastIndex = 0
    for (let match = YEAR_TOLD.exec(sentence.text); match !== null; match = YEAR_TOLD.exec(sentence.text)) this.told = Number(match[1])
    return { sentence: this.inSection(sentence), told }
  }

  private inSection(sentence: Sentence): Sentence {
    return this.section === undefined ? sentence : { ...sentence, section: this.section }
  }
}
