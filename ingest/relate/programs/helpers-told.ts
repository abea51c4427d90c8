/** Who helps with a program, by the words around a name: 联合甲大学开展, 由乙医院提供技术支持. */
import type { SentenceMention } from '../../reading.ts'
import { unitTable } from '../sentence/unit-table.ts'

/** What parts clauses, and the cells of a row. */
export const STOPS = unitTable('，。；：！？…\t|')
const HELPED_BY = /(?:结合|整合|联合|携手|会同|借助|依托|邀请|由|在|与)$/u
/** 联合甲大学开展: a partner, whatever follows. */
const JOINED_BY = /(?:联合|携手|会同)$/u
const HELP_AFTER =
  /^(?:提供|给予|的?(?:优势|技术|专家|力量|资源|优质|医疗|医学)|(?:大力)?(?:支持|指导|帮助|协助|参与|合作(?!领域|关系|范围|空间)|共同|联合)|的?(?:对口)?(?:帮扶|带动|牵头|扶持)(?:指导)?下|等(?:单位|资源|力量)?)/u
const SUPPORTS = /^(?:等(?:单位|医院)?)?(?:的?专家)?(?:全程|大力)?的?(?:提供|给予|技术支持|支持|指导|帮助|协助|参与)/u
const MOST_SUPPORT = 14

const isJoined = (text: string, { from }: SentenceMention): boolean => JOINED_BY.test(text.slice(Math.max(0, from - 2), from))

/** Whether the words around the name of a body tell that it helps. */
export function isHelper(text: string, mention: SentenceMention): boolean {
  if (isJoined(text, mention)) return true
  return HELPED_BY.test(text.slice(Math.max(0, mention.from - 4), mention.from)) && HELP_AFTER.test(text.slice(mention.to, mention.to + 8))
}

/** 启动某筛查，由甲大学提供技术支持; 深化“双下沉、两提升”，乙医院与甲合作办医 is another thing, and 联合甲建设联盟 too. */
export function supportsAfter(
  text: string,
  bodies: readonly SentenceMention[],
  { helper, after, roles }: { helper: SentenceMention; after: number; roles: ReadonlyMap<string, unknown> },
): boolean {
  if (!SUPPORTS.test(text.slice(helper.to, helper.to + MOST_SUPPORT))) return false
  let start = helper.from
  while (start > after && STOPS[text.charCodeAt(start - 1)] !== 1) start--
  const subject = bodies.find(({ from, to }) => from >= start && to <= helper.from)
  return subject === undefined || roles.has(subject.entity)
}

/** 依托江州大学开展培训: one of another place, on whose means it is done. */
export const isReliedOn = (text: string, { from, to }: SentenceMention): boolean =>
  /(?:依托|借助|借力|依靠)$/u.test(text.slice(Math.max(0, from - 2), from)) && RELIED_ON_FOR.test(text.slice(to, to + 4))

const RELIED_ON_FOR = /^(?:平台|资源)?(?:开展|实施|举办|推进|启动|组织)/u
