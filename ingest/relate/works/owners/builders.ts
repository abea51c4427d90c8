/** Who builds, in clauses that tell on about the works; and how a clause takes up the house that was spoken of. */
import type { SentenceMention } from '../../../reading.ts'
import type { Ground } from '../ground.ts'
import type { Clause } from '../stages/stage-hits.ts'
import { within } from '../within.ts'

/** 这座投资2亿元的新院正式交付: what was spoken of, described once more. */
export const THIS_HOUSE =
  /^(?:这[座栋幢所处家个项]|该)[^，。；□]{2,30}(?:楼|院区?|综合体|建筑|项目|工程|中心)(?=已|正|将|即|如期|全面|顺利|现|目前|终于|主体|投|启|交|竣|封)/u
/** 由县城投代建完成并移交, where the reader does not know the builder. */
export const BUILT_BY_WHOM = /由[^，。；□]{2,14}(?:代建|承建|援建|捐建|施工|负责建设)(?:的)?/u

/** 由甲公司代建完成并移交: who built it, in a clause that tells on. */
const BUILT_IT = /^(?:统一|负责|全程|组织|具体|投资|出资)*(?:代建|承建|援建|施工|总承包|建设)/u

/** Whether a body that a clause names is only its builder. */
export function buildsIt({ attrs, from, to }: SentenceMention, text: string): boolean {
  if (text.charAt(from - 1) !== '由') return false
  const behind = text.slice(to, to + MOST_PAID)
  return PAID_FOR_IT.test(behind) || (attrs['kind'] === 'company' && BUILT_IT.test(behind.slice(0, LEAD)))
}

const LEAD = 10
const MOST_PAID = 24
/** 由甲大学投资50亿元建设. */
const PAID_FOR_IT =
  /^(?:共同|联合|全额|独家)?(?:投资|出资|斥资|筹资)(?:约|近|超)?[\d.]*[余多]?[万亿]?元?(?:人民币)?(?:建设|兴建|建造|新建|修建|援建)(?=$|[，。；])/u

/** Whether a clause says nothing but who builds, in the middle of what is said of the works: 由甲公司承建. */
export function isBuilders(clause: Clause, ground: Ground): boolean {
  const named = within(ground.mentions, clause.from, clause.to)
  return (
    named.length > 0 && named.every(({ attrs }) => attrs['kind'] === 'company') && BUILT_BY.test(ground.text.slice(clause.from, clause.to))
  )
}

const BUILT_BY = /(?:承建|代建|设计|监理|施工|总承包)$/u

/** 以乙医院为依托医院, 距乙医院3公里, 由乙医院托管: in the middle of what is said of the works. */
const OF_OTHERS =
  /^(?:以[^，。；]{2,40}(?:为|作为)[^，。；]{0,8}(?:医院|单位|主体|基础|支撑)|(?:毗邻|紧邻|邻近|紧靠|距离?|[东西南北]{1,2}[临邻靠接至])[^，。；（）]+|[与和][^，。；]{2,24}(?:相邻|毗邻|相连|相望|一路之隔)|由[^，。；]{2,40}(?:托管|运营|领办|管理|托管运营))$/u

/** Whether a clause only says beside whom works stand, on whom they lean, or who will run them. */
export function namesOthers(clause: Clause, ground: Ground): boolean {
  return '以毗紧邻距东西南北与和由'.includes(ground.text.charAt(clause.from)) && OF_OTHERS.test(ground.text.slice(clause.from, clause.to))
}
