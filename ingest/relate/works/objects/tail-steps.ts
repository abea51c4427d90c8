/** Cuts the words of works behind a name where a list goes on, and joins those that are one project. */
import type { Step } from './steps.ts'

const CAMPUS = /(?:院区|分院|新院)$/u

/** 发热门诊楼、实验室项目双双投用: each is one. */
const OF_EACH =
  /^(?:（[^（）]{2,20}）)?(?:已|目前|也|正)*(?:双双|均|都|分别|先后|相继|陆续|同时|同步|等?[两二三四五六2-6][个项][^，。；]{0,4}(?:项目|工程))/u
const MOST_EACH = 30

/** 传染病大楼、新疾控中心投用: a list of houses, but where a project is all of them. */
export function cutList(steps: Step[], text: string): void {
  for (let index = 1; index < steps.length; index++) {
    const [before, step] = [steps[index - 1], steps[index]]
    if (before === undefined || step === undefined || text.charAt(before.to) !== '、') continue
    if (before.sort === 'head' && OF_EACH.test(text.slice(steps.at(-1)?.to, (steps.at(-1)?.to ?? 0) + MOST_EACH))) {
      steps.length = index
      return
    }
    if (before.sort !== 'head' || (!CAMPUS.test(before.word) && steps.slice(index).some(({ sort }) => sort === 'type'))) continue
    steps.length = index
    return
  }
}

/** 扩建项目主楼, 综合楼裙楼: a part of what is built, told as far as the part has come. */
const MAIN_HOUSE = /^的?[主裙附辅副塔]$/u

export function cutMainHouse(steps: Step[], text: string): void {
  const [before, last] = steps.slice(-2)
  if (before !== undefined && last?.word === '楼' && MAIN_HOUSE.test(text.slice(before.to, last.from))) steps.pop()
}

const LONGEST = 12
/** 甲医院迁建、扩建项目: one project of two kinds. */
const KINDS = /^(?:[、和与及](?:改扩建|扩建|新建|迁建|改建|改造|装修|修缮)){1,2}(?:项目|工程)/u

/** Takes the kinds that a joiner adds into one project with the words before. */
export function joinKinds(steps: Step[], text: string, limit: number): void {
  const last = steps.at(-1)
  const joined = last?.sort === 'kind' ? KINDS.exec(text.slice(last.to, Math.min(limit, last.to + LONGEST)))?.[0] : undefined
  if (last !== undefined && joined !== undefined) steps.push({ sort: 'type', from: last.to, to: last.to + joined.length, word: joined })
}

/** 启动内科楼搬迁: who is in a house moves; 门诊楼搬迁改造项目 builds one. */
export function isMove(steps: readonly Step[]): boolean {
  const [house, move] = steps.slice(-2)
  return (
    house !== undefined && move !== undefined && house.to === move.from && /^(?:整体)?搬迁$/u.test(move.word) && house.word.endsWith('楼')
  )
}

/** 支持甲医院提标扩能: what it is to be able to do; 提标扩能项目 builds. */
export function isRaise([first, ...others]: readonly Step[]): boolean {
  return others.length === 0 && first !== undefined && /^(?:提标|提质|扩容|扩能){1,2}(?:提升)?$/u.test(first.word)
}
