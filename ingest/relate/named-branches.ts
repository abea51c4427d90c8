/** Hospitals that bear another's name and are run with it, and those that a text calls somebody's branch. */
import type { Claim, Mention, RelationClaim } from '../../cypher/model/index.ts'
import type { Found, Reading, SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'
import { mentionWithin } from './sentence/named-within.ts'
import { tokensOf, type Tokens } from './sentence/passage.ts'
import { parentOf } from './cooperation/plaques.ts'

/** 甲医院云溪医院: what stands behind the parent's name. A title is no name. */
const OWN_END = /^[〇㐀-鿿]{2,10}(?:医院|卫生院|保健院|中心)$/u
const NO_NAME = /集团|附属|大学|学院|协作|合作|联盟|教学|指导|实习|定点|友好|互联网|分院|院区|体检|门诊/u
const HOW = '(?:也|已|将|今天|今日|正式|同时|顺利|成功)*'
/** 甲医院云溪医院由…与甲医院合作共建, …揭牌: that both are run together. */
const RUN = new RegExp(
  `^(?:[（(]筹[)）])?[”’]?(?:${HOW}(?:在[^，。；]{1,12}?${HOW})?(?:揭牌|挂牌|授牌)|由[^。；]{2,60}?(?:共建|合办|合作举办|合作办医|托管|运营管理|输出|主导|领办|接管)|是[^。；]{2,40}?(?:共建|合办|托管|输出))`,
  'u',
)
/** Two heads in one name. */
const MAY_BEAR = /(?:医院|保健院|中心)[〇㐀-鿿]{2,10}(?:医院|卫生院|保健院|中心)$/u
/** 该医院由…与甲医院合作共建: the one hospital of the text that bears 甲's name. */
const MEANT_RUN = /(?:该|此|这家)医?院由[^。；]{2,60}?(?:共建|合办|合作举办|合作办医|托管|运营管理)/u
const QUOTED = /[“‘"《]/u
/** 甲是乙的第一家外地分院. */
const BRANCH = /^[^，。；、与和]{0,24}(?:分院|分部|院区)(?=[，。；”]|$)/u
const NO_BRANCH = /不是|并非|曾是|原是|将/u

/** BRANCH_OF of such hospitals. */
export function relateNamedBranches(reading: Reading): Found {
  const mentions: Mention[] = []
  const claims: Claim[] = []
  const borne = new Map<string, string>()
  for (const sentence of reading.sentences) {
    for (const named of reading.mentions[sentence.index] ?? []) {
      if (named.label !== 'Hospital' || named.attrs['kind'] === 'campus' || !MAY_BEAR.test(named.name)) continue
      const { parent, isWithin } = parentOf(reading, named)
      if (parent?.label !== 'Hospital' || !isOwnName(named, parent)) continue
      borne.set(named.entity, parent.entity)
      // “甲医院云溪医院”揭牌: a plaque, whose bearer may have another name.
      if (QUOTED.test(sentence.text.charAt(named.from - 1)) || !RUN.test(sentence.text.slice(named.to))) continue
      if (isWithin) mentions.push(mentionWithin(sentence, named, parent))
      claims.push(branchOf(sentence, named.entity, parent.entity))
    }
    claims.push(...meantBranches(reading, sentence, borne))
    if (/分院|分部|院区/u.test(sentence.text)) claims.push(...toldBranches(tokensOf(reading, sentence.index), sentence))
  }
  return { mentions, claims }
}

/** Whether a name is that of its parent with one of its own behind it. */
function isOwnName({ name }: SentenceMention, { name: inFull, aliases }: { name: string; aliases: readonly string[] }): boolean {
  const lead = [inFull, ...aliases].filter((said) => name.startsWith(said)).reduce((length, said) => Math.max(length, said.length), 0)
  const end = name.slice(lead)
  return lead > 0 && OWN_END.test(end) && !NO_NAME.test(end)
}

function meantBranches(reading: Reading, sentence: Sentence, borne: ReadonlyMap<string, string>): RelationClaim[] {
  const [only, more] = [...borne]
  const said = only === undefined || more !== undefined ? undefined : MEANT_RUN.exec(sentence.text)
  if (only === undefined || said === undefined || said === null) return []
  const [entity, parent] = only
  const isNamed = (reading.mentions[sentence.index] ?? []).some((mention) => mention.entity === parent && mention.from > said.index)
  return isNamed ? [branchOf(sentence, entity, parent)] : []
}

/** 甲是乙的首家县级分院. */
function toldBranches(tokens: Tokens, sentence: Sentence): RelationClaim[] {
  return tokens.flatMap((token, at): RelationClaim[] => {
    const [subject, verb, parent] = tokens.slice(at, at + 3)
    if (token.kind !== 'things' || verb?.classes.includes('is') !== true || subject === undefined || parent === undefined) return []
    const [one, other] = [subject.things[0], parent.things[0]]
    if (subject.things.length !== 1 || parent.things.length !== 1 || one?.label !== 'Hospital' || other?.label !== 'Hospital') return []
    const isTold = sentence.text.slice(verb.from, verb.to) === '是' && BRANCH.test(sentence.text.slice(other.to))
    const isNone = one.entity === other.entity || one.attrs['kind'] === 'campus' || NO_BRANCH.test(sentence.text.slice(one.to, other.from))
    return isTold && !isNone ? [branchOf(sentence, one.entity, other.entity)] : []
  })
}

function branchOf({ start, end }: Sentence, subject: string, object: string): RelationClaim {
  return { kind: 'relation', type: 'BRANCH_OF', subject, object, attrs: {}, basis: 'text', start, end, rule: 'branch/named-after' }
}
