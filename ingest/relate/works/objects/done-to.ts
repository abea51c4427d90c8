/** 对门诊楼进行了全面改造: a house with what is done to it, which makes the works of it. */
import type { Tail } from './tail.ts'
import type { WorksKind, WorksWords } from './words.ts'

const TO = /对[^，。；：]{0,20}$/u
const MOST_TO = 21
/** Behind the house, up to the kind of works. */
const DOES =
  /^(?:目前|现|均|都|也|先后|分别|全部|统一)*(?:正在|已经?|将|拟|计划)?(?:进行|实施|开展|启动|完成|施以|作|做)了?(?:全面|整体|部分|彻底|系统|局部|大规模|全方位|内部|较大规模|二次)*(?:为期[^，。；]{1,6})?的?/u
const MOST_DOES = 24
const HOUSE = /(?:楼|房|院区?|区|部|堂|场|室|站|馆|病房|门诊|宿舍|公寓|食堂)$/u

/** What is done to a house: the kind of works, as written and as read, and where it ends. */
export interface Deed {
  readonly to: number
  readonly word: string
  readonly works: WorksKind
}

/** The deed that a house between two places is the object of, or undefined where none is told. */
export function deedTo(text: string, { from, to }: { readonly from: number; readonly to: number }, words: WorksWords): Deed | undefined {
  if (!TO.test(text.slice(Math.max(0, from - MOST_TO), from)) || !HOUSE.test(text.slice(from, to))) return undefined
  const does = DOES.exec(text.slice(to, to + MOST_DOES))?.[0]
  const step = does === undefined ? undefined : words.steps.at(text, to + does.length, text.length)
  const works = step?.sort === 'kind' ? words.kindOf(step.word) : undefined
  return step === undefined || works === undefined ? undefined : { to: step.to, word: step.word, works }
}

/** 住院部一至六层改造, 门诊楼三层以上装修: a part of a house, told with what is done to it. */
const STOREYS =
  /^(?:地下|地上)?(?:[一二三四五六七八九十\d][至到\-—～~、]?)+[层楼](?:以[上下])?(?:整体|全面|病房|病区|部分|局部|区域|用房|室内)*(?=[\u4e00-\u9fff])/u
const MOST_STOREYS = 18
/** 三层改造为血透中心: what it is made into is what is built. */
const INTO = /^(?:为|成|的|建|后)/u

function deedOnStoreys(text: string, to: number, words: WorksWords): Deed | undefined {
  if (!OPENS_STOREY.test(text.charAt(to))) return undefined
  const part = STOREYS.exec(text.slice(to, to + MOST_STOREYS))?.[0]
  const step = part === undefined ? undefined : words.steps.at(text, to + part.length, text.length)
  const works = step?.sort === 'kind' ? words.kindOf(step.word) : undefined
  if (part === undefined || step === undefined || works === undefined || works === 'new' || INTO.test(text.slice(step.to, step.to + 1)))
    return undefined
  return { to: step.to, word: part + step.word, works }
}

/** 启动门诊楼装修: what begins is the fitting out, and no house. */
const BEGINS = /(?:启动|实施|开展|谋划|计划|筹备)了?$/u
const FITS_OUT = /^装修(?:改造)?(?=$|[，。；、：（]|工程|项目)/u
/** 污水处理站扩容: what serves the houses is enlarged. */
const SERVES = /(?:污水处理站|供氧站|制氧站|停车场|配电房|机房|血透室|透析室)$/u
const ENLARGED = /^扩容(?=$|[，。；、：（]|工程|项目|完|已|正)/u

/** 启动内科住院楼的适老化改造: what is done to a house that stands. */
const DOES_TO = /(?:启动|实施|开展|谋划|计划|筹备|完成|推进|进行)了?$/u
const OF_HOUSE =
  /^的(?<word>(?:全面|整体|内部|外立面|外墙|适老化|智能化|无障碍|升级|提升|提质|抗震|节能|消防){0,2}(?<kind>改造|装修|改扩建|扩建|修缮|翻新|加固)(?:升级|提升)?(?:工程|项目)?)(?=$|[，。；、：（])/u
const MOST_OF_HOUSE = 20

function doneOf(text: string, { from, to }: { readonly from: number; readonly to: number }, words: WorksWords): Deed | undefined {
  if (text.charAt(to) !== '的' || !HOUSE.test(text.slice(from, to)) || !DOES_TO.test(text.slice(Math.max(0, from - 3), from)))
    return undefined
  const { word = '', kind = '' } = OF_HOUSE.exec(text.slice(to, to + MOST_OF_HOUSE))?.groups ?? {}
  const works = words.kindOf(kind)
  return works === undefined ? undefined : { to: to + 1 + word.length, word, works }
}

function fittedOut(text: string, { from, to }: { readonly from: number; readonly to: number }, tail: string): Deed | undefined {
  const behind = text.slice(to, to + 6)
  if (SERVES.test(tail) && ENLARGED.test(behind)) return { to: to + 2, word: '扩容', works: 'expansion' }
  const word = HOUSE.test(tail) && BEGINS.test(text.slice(Math.max(0, from - 3), from)) ? FITS_OUT.exec(behind)?.[0] : undefined
  return word === undefined ? undefined : { to: to + word.length, word, works: 'renovation' }
}

const OPENS_STOREY = /[一二三四五六七八九十\d地]/u

/** The words of works behind a name, with what is done to the house that they tell. */
export function withDeed(tail: Tail, from: number, text: string, words: WorksWords): Tail {
  if (tail.works !== undefined && tail.works !== 'new') return tail
  const deed =
    deedTo(text, { from, to: tail.to }, words) ??
    fittedOut(text, { from, to: tail.to }, tail.text) ??
    doneOf(text, { from, to: tail.to }, words) ??
    (HOUSE.test(tail.text) ? deedOnStoreys(text, tail.to, words) : undefined)
  return deed === undefined ? tail : { ...tail, to: deed.to, text: tail.text + deed.word, works: deed.works, needs: 'nothing' }
}
