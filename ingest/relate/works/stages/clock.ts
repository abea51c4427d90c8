/** The time that runs through a paragraph: the year told last, and a year ahead that turns a review into a plan. */
import type { Reading } from '../../../reading.ts'
import type { Section, Sentence } from '../../../read/sentence.ts'

/** 2024年，一是…; 二、2024年安排：…: in a review of the year before, what follows is planned. */
const YEAR_OPENS = /^(?:[一二三四五六]、)?((?:19|20)\d{2})年(?:[，,]|(?:度|工作|重点|主要)*(?:安排|计划|打算|思路|目标|任务)：)/u
const YEAR_TOLD = /(?<![\d*xX])((?:19|20)\d{2})年/gu

/** 力争2025年底投用: when something is to be, and not of which year the paragraph tells. */
const AHEAD = /(?:力争|预计|计划|有望|争取|确保|拟|将|可)(?:于|在|到|至)?$/u
const MOST_AHEAD = 4

/** 第一季度, 二季度：完成装修: a line of a schedule. */
const QUARTER = /^(?:(?:19|20)\d{2}年)?第?([一二三四1-4])季度(?:末|前)?(?:(?:的?工作)?(?:计划|目标|安排)|进度(?:安排|计划))?(?=：|$)/u
const LOOKS_BACK = /总结|回顾|完成情况|进展情况/u
const MOST_QUARTER = 20
/** Quarters that make a schedule. */
const SCHEDULED = 3

function scheduleFrom(sentences: readonly Sentence[]): number {
  const quarters = new Set<string>()
  let first = Infinity
  for (const { index, text } of sentences) {
    const quarter = text.slice(0, MOST_QUARTER).includes('季度') ? QUARTER.exec(text)?.[1] : undefined
    if (quarter === undefined) continue
    quarters.add(quarter)
    first = Math.min(first, index)
  }
  return quarters.size < SCHEDULED ? Infinity : first
}

/** 6大项目建设任务：一是…: a list of what a year is to bring. */
const TASKS =
  /^(?:[^，。；：]{0,12}?(?:确定|敲定|明确|部署|安排)了?[^，。；：]{0,12}?)?(?:\d+|[一二两三四五六七八九十]+)[大项个]{1,2}[^，。；：]{0,12}任务(?:为|是)?：(?=[^。]*；)/u
/** 敲定了2012年卫生工作目标任务. */
const SETS_TASKS = /(?:敲定|确定|明确|提出|制定|部署|安排)了?((?:19|20)\d{2}|今|本|明|新一)年[^。；：]{0,24}(?:目标|任务)(?!的?完成)/u
const TASKS_HEAD = /任务(?:为|是)?[：:]/u
const MOST_TASKS = 24

/** 某区2021年民生实事: a page that sets what a year is to bring, up to where it tells how far that has come. */
const SETS_YEAR = /(?:民生实事|为民办实事|重点(?:工作)?任务|目标任务|任务(?:清单|分解))/u
const TOLD_BACK = /总结|回顾|完成|进展|落实|推进情况|通报|交出|纪实|盘点|解读/u

/** The sentence from which on a page with such a title tells of what was done; 0 where its title sets nothing. */
function targetsTo({ sentences }: Pick<Reading, 'sentences'>): number {
  const title = sentences[0]?.text ?? ''
  if (!SETS_YEAR.test(title) || TOLD_BACK.test(title) || title.length > MOST_TITLE || title.endsWith('。')) return 0
  const told = sentences.findIndex(({ text }) => text.length <= MOST_TITLE && TOLD_BACK.test(text) && /情况/u.test(text))
  return told < 0 ? sentences.length : told
}

const MOST_TITLE = 40

interface Tasks {
  readonly from: number
  readonly year?: number
}

function tasksFrom({ document, sentences }: Pick<Reading, 'document' | 'sentences'>): Tasks {
  if (!TASKS_HEAD.test(document.text)) return { from: Infinity }
  const today = Number(document.published?.slice(0, 4) ?? document.year ?? 0)
  for (const { index, text } of sentences) {
    const year = SETS_TASKS.exec(text)?.[1]
    if (year === undefined) continue
    if (!/\d/u.test(year)) return { from: index }
    if (Number(year) >= today) return { from: index, year: Number(year) }
  }
  return { from: Infinity }
}

/** “十三五”期间, in a plan of the five years after them. */
const FIVE_YEARS = /^[^，。；：十]{0,4}十([一二三四五])五”?(?:期间|时期|以来)/u
const FIVES = '一二三四五'

function pastFives({ title }: Reading['document'], text: string): boolean {
  const told = FIVE_YEARS.exec(text)?.[1]
  const planned = told === undefined ? undefined : /十([一二三四五])五/u.exec(title ?? '')?.[1]
  return told !== undefined && planned !== undefined && FIVES.indexOf(told) < FIVES.indexOf(planned)
}

/** 县卫生健康委2023年度工作报告: what the year has brought. */
const ANNUAL_REPORT = /(?:卫生|卫健|医院|中心)[^，。；]{0,10}(20\d{2})年度工作报告$/u
/** 下半年：完成装修并投用. */
const SECOND_HALF = /^(?:[（(]?[一二三四五][、）)])?下半年(?:工作|重点)*(?:打算|计划|安排|思路|任务)?[：，]/u
/** 2023年工作总结和2024年工作计划: 下一步 plans for 2024. */
const NEXT = /[^\d](20\d{2})年(?:度|工作|重点|卫生|主要|健康)*(?:计划|打算|安排|思路|要点|谋划|展望)/u

export class Clock {
  /** The first sentence of a schedule by quarters. */
  private readonly scheduled: number
  /** Where a document sets the tasks of a year, and which year it says. */
  private readonly tasks: Tasks
  /** Sentences before this one say what a year is to bring. */
  private readonly targets: number
  /** A report on the first half of a year and on what its second half is to bring. */
  private readonly isHalf: boolean
  /** The year of which a bureau's annual report tells. */
  private readonly reviewed: number | undefined
  /** The year that the title says is planned for. */
  private readonly next: number | undefined
  private readonly document: Reading['document']
  private paragraph = -1
  private section: Section | undefined
  private told: number | undefined

  constructor({ document, sentences }: Reading) {
    this.scheduled = document.text.includes('季度') && !LOOKS_BACK.test(sentences[0]?.text ?? '') ? scheduleFrom(sentences) : Infinity
    this.tasks = tasksFrom({ document, sentences })
    this.targets = targetsTo({ sentences })
    this.isHalf = /上半年/u.test(document.title ?? '')
    const reviewed = Number(ANNUAL_REPORT.exec(document.title ?? '')?.[1])
    this.reviewed = reviewed > 0 ? reviewed : undefined
    const next = Number(NEXT.exec(document.title ?? '')?.[1])
    this.next = document.year !== null && next > document.year ? next : undefined
    this.document = document
  }

  /** The sentence as time has it, with the year that the sentences before it in its paragraph told last. */
  enter(sentence: Sentence): { sentence: Sentence; told: number | undefined } {
    if (sentence.paragraph !== this.paragraph) {
      this.paragraph = sentence.paragraph
      this.section = undefined
      this.told = undefined
    }
    if (this.listsTasks(sentence)) this.section = this.planned(sentence)
    if (this.isHalf && sentence.section.kind === 'review' && SECOND_HALF.test(sentence.text))
      this.section = { kind: 'plan', ...(this.document.year === null ? {} : { year: this.document.year }) }
    if (sentence.section.kind === 'plan' && pastFives(this.document, sentence.text)) this.section = { kind: 'other' }
    if (!sentence.text.includes('年')) return { sentence: this.inSection(sentence), told: this.told }
    const opened = Number(YEAR_OPENS.exec(sentence.text)?.[1])
    const { kind, year } = sentence.section
    if (kind === 'review' && year !== undefined && opened > year) this.section = { kind: 'plan', year: opened }
    const { told } = this
    YEAR_TOLD.lastIndex = 0
    for (let match = YEAR_TOLD.exec(sentence.text); match !== null; match = YEAR_TOLD.exec(sentence.text))
      if (!AHEAD.test(sentence.text.slice(Math.max(0, match.index - MOST_AHEAD), match.index)) && !this.isAhead(Number(match[1]), sentence))
        this.told = Number(match[1])
    return { sentence: this.inSection(sentence), told }
  }

  /** 2026年交付, told in a review of 2023: a year to come is not the one that the paragraph is about. */
  private isAhead(year: number, { section }: Sentence): boolean {
    if (section.kind === 'plan') return false
    const today = section.year ?? (Number(this.document.published?.slice(0, 4)) || this.document.year)
    return today !== null && year > today
  }

  /** Whether a sentence counts up tasks that it, or one not long before it, sets for a year. */
  private listsTasks({ index, section, text }: Sentence): boolean {
    const { from } = this.tasks
    return section.kind === 'other' && index >= from && index - from <= MOST_TASKS && TASKS.test(text)
  }

  private planned({ section }: Sentence): Section {
    const { year } = this.tasks
    return { ...section, kind: 'plan', ...(year === undefined ? {} : { year }) }
  }

  private inSection(sentence: Sentence): Sentence {
    if (this.section !== undefined) return { ...sentence, section: this.section }
    if (this.next !== undefined && sentence.section.kind === 'plan' && sentence.section.year === undefined)
      return { ...sentence, section: { ...sentence.section, year: this.next } }
    if (sentence.index > 0 && sentence.index < this.targets && sentence.section.kind === 'other') {
      const { year } = this.document
      return { ...sentence, section: { ...sentence.section, kind: 'plan', ...(year === null ? {} : { year }) } }
    }
    if (this.reviewed !== undefined && sentence.index > 0 && sentence.section.kind === 'other')
      return { ...sentence, section: { ...sentence.section, kind: 'review', year: this.reviewed } }
    // 第一季度, 第二季度, 第三季度: what follows such lines is to be done in them.
    if (sentence.index < this.scheduled || sentence.section.kind === 'plan') return sentence
    return { ...sentence, section: { ...sentence.section, kind: 'plan' } }
  }
}
