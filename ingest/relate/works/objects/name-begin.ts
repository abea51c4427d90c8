/** Where the name of a building begins that a sentence names without its body: behind the verb, the number or the date before it. */
import { partsBefore } from './houses-on.ts'
import { MADE_INTO } from './made-into.ts'
import type { Step } from './steps.ts'
import type { WorksWords } from './words.ts'

/** 两栋, 3个: a number of things, and no name. */
export const COUNTED = /^(?:(?!(?:19|20)\d{2}年|\d{1,2}月|\d{1,2}[号#](?!\s))\d|[一二三四五六七八九十两几多]+[个座栋幢处家所：])/u
/** Characters before a name that tell whether it is only what something becomes. */
export const FAR = 24

const NAME_OPENS =
  /^(?:[“】]|(?:总?建筑)?(?:面积)?(?:为|达|约|近|超)*\d[\d.]*[余多]?万?[余多]?(?:平方米|平米|㎡)的?|[▲△●■◆★·•▪]\s?|[1一][栋座幢](?:[\d一二三四五六七八九十]{1,3}层高?的?)?|(?:(?:19|20)\d{2}年)?\d{1,2}月份?(?:\d{1,2}日)?(?:[上中下]旬|[底末初])?\s?|\d{1,2}日\s?|(?:\d+|[一二三四五六七八九十]+)层高?的?|\d{1,2}[.．、](?!\d)|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,2}是)/u
/** 2015年9月一期项目建成. */
const PHASE_OPENS = /^(?:[“】]|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上中下]旬|[底末初])?)/u

/** 停车场扩建, 新建传染病区项目：…: a room with its kind of works, or one that heads its line. */
function isWorksOfRoom(text: string, { word, to }: Step, words: WorksWords): boolean {
  return (
    word.length > 1 &&
    (words.steps.at(text, to, text.length)?.sort === 'kind' || /^(?:改造|建设|扩建)?(?:项目|工程)：/u.test(text.slice(to, to + 7)))
  )
}

/** Whether what stands before a centre says what it was made of, or what it cost. */
export function isMade(text: string, begin: number): boolean {
  return MADE_INTO.test(text.slice(Math.max(0, begin - FAR), begin))
}

const DONE_TO_OTHER = /^.*(?:施工|安装|装修|抹灰|砌筑|浇筑)、/u

/** 疾病预防控制和|检验检测中心: one centre of two services. */
const HALF_NAME =
  /(?:疾病预防控制|疾控|妇幼保健|医疗救治|应急救治|公共卫生|卫生监督|紧急救援|急救|康复|医养|中医馆|国医馆|国医堂|名医馆|体检|健康管理|治未病)[和与暨及]$/u
const MOST_HALF = 8

/** 高水平医院建设综合楼: what a house is built for, a part of its name and no verb. */
const BUILT_FOR = /(?:高水平医院|区域医疗中心|医学中心|疫情救治基地)建设(?=[\u4e00-\u9fff]{0,6}$)/u

/** Where the name of a building begins: behind the last verb, particle or number before it. */
export function nameBegin(text: string, from: number, step: Step, words: WorksWords): number | undefined {
  const before = text.slice(Math.max(from, step.from - 20), step.from)
  // 直线加速器机房: nothing is sped up.
  const boundary = words.boundary.lastEndIn(before.replace('加速器', '□□□').replace(BUILT_FOR, (name) => '□'.repeat(name.length)))
  const opening = step.from - before.length + boundary
  // “住院楼已封顶: where one begins to speak; 一栋21层外科大楼: how high it is.
  const opened = text.slice(opening, step.from)
  // 依托医院新院区: of the hospital that leans on another, which is no part of the name.
  if (opened.startsWith('医院') && text.startsWith('依托', opening - 2)) return opening + 2
  const begin = opening + ((step.sort === 'phase' ? PHASE_OPENS : NAME_OPENS).exec(opened)?.[0].length ?? 0)
  const half =
    begin === opening && (step.sort === 'weak' || step.sort === 'head')
      ? (HALF_NAME.exec(text.slice(Math.max(from, begin - MOST_HALF), begin))?.[0].length ?? 0)
      : 0
  if (half > 0) return begin - half
  const name = text.slice(begin, step.from)
  // 门诊楼幕墙施工、住院楼抹灰: the name begins behind what is done to another.
  const done = DONE_TO_OTHER.exec(name)
  if (done !== null) return begin + done[0].length
  // 该院一期: the hospital spoken of.
  if (name === '院' && step.sort === 'phase' && /[该本我]/u.test(text.charAt(begin - 1))) return step.from
  if (name.length > 16 || COUNTED.test(name) || /[“”《》（）【】*]/u.test(name)) return undefined
  if (boundary === 0 && step.from - before.length > from) return undefined
  const parts = partsBefore(text, { from, begin })
  if (parts > 0 && step.sort === 'head') return begin - parts
  if (name.length === 0 && step.sort === 'weak' && (isWorksOfRoom(text, step, words) || isMade(text, begin))) return begin
  return name.length === 0 && step.sort !== 'phase' && !step.word.startsWith('新') ? undefined : begin
}
