/** Whether works are pushed on or paid for, where no stage of them is told. */
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import type { Clause, StageHit } from './stage-hits.ts'

/** What may follow works that nothing more is said of. */
export const END =
  /^(?:(?:建设|施工)?(?:进度|步伐)(?=[，。；、]|$)|建设|等|施工|仪式|并|和|及|与|、|以及|[，。；：！？|\t]|（(?=[^（）]{0,20}\d)|$)/u
/** Characters before an object that tell what it is for. */
const FAR = 120

/** 争取投资3200万元，用于甲医院康复楼建设: what the money is for is to be built. */
const MONEY_FOR = /[万亿]元[^。；]{0,12}(?:用于|支持)(?:新建|改扩建|扩建|改造|迁建|建设|实施)?$/u

/** Whether a sentence gives money for what it names. */
export function isPaidFor(group: Group, ground: Ground): boolean {
  const first = group.objects[0]
  if (first === undefined || !END.test(ground.text.slice(group.objects.at(-1)?.to, group.clause.to))) return false
  const before = ground.text.slice(Math.max(0, first.from - FAR), first.from)
  return MONEY_FOR.test(before) && /(?:建设|项目|工程|[一二三四]期|[迁扩改新重]建|改造|新院区?|楼)$/u.test(first.tail)
}

/** 甲楼、乙楼“三栋大楼”建设: how many they are. */
const SUMMED = /^“?(?:\d+|[一二两三四五六七八九十]+)[大个栋座项幢][^，。；“”]{0,8}?”?(?=建设|$)/u

/** 新建甲卫生院综合楼1幢3200平方米: one house, and how large it is. */
const ONE_OF_SIZE = /^[1一][幢栋座](?:，?(?:共|约|近|建筑面积|面积)*\d[\d.]*万?(?:平方米|平米|㎡))?/u

/** 积极申报甲医院城北院区等项目. */
const APPLIES = /申报(?:了)?$/u

/** 推进A新院区建设: a verb of works before, and nothing of another kind behind. */
export function isDriven(group: Group, ground: Ground): boolean {
  const verb = ground.masked.slice(group.clause.from, group.objects[0]?.from)
  const said = ground.text.slice(group.objects.at(-1)?.to, group.clause.to)
  const behind = group.objects.length > 1 ? said.replace(SUMMED, '') : said.replace(ONE_OF_SIZE, '')
  if (/(?:合作|共同|联合)(?:共建|建设)$/u.test(verb)) return false
  return (
    END.test(behind) &&
    (ground.words.start.test(verb) || ground.words.goesOn.test(verb) || ground.words.plan.test(verb) || APPLIES.test(verb))
  )
}

/** 甲医院累计完成投资2亿元: works are paid for as they grow. */
const PAID_OUT = /^(?:项目|工程|今年|全年|年内|当年|目前|截至目前|分别|各自|已)*(?:累计)?(?:已)?完成(?:固定资产)?投资\d/u
const DOES = /^(?:现|目前)?已?(?:完成|正)/u
const PAID_BEHIND = /^累计(?:已)?完成(?:固定资产)?投资\d/u

/** Whether a hospital's name stands for its works, of which is told how much was paid: 甲医院完成裙楼浇筑，累计完成投资2300万元. */
export function isPaidOut(behind: string, hits: { all: readonly StageHit[]; following: readonly Clause[] }, { text }: Ground): boolean {
  const next = hits.following[0]
  return (
    PAID_OUT.test(behind) ||
    (behind === '' && next !== undefined && PAID_BEHIND.test(text.slice(next.from, next.to))) ||
    (hits.all.length > 0 && DOES.test(behind) && hits.following.some((clause) => PAID_BEHIND.test(text.slice(clause.from, clause.to))))
  )
}
