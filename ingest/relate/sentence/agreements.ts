/** What agreements are about, and which of several partners agreed to what: 与甲县政府、乙医院分别签订《战略合作协议》及《医联体建设协议》. */
import { mostSpecificForm } from '../../../cypher/model/index.ts'
import type { RuleMatch } from './passage.ts'
import { clauseAround } from './tokens.ts'

/** What is signed. */
export const AGREEMENT = /(?:协议书?|备忘录|意向书|合同)$/u

/** The forms of the agreements that a match under 分别 lists, in order; empty where it lists no two. */
function agreementsIn({ tokens, match, sentence }: RuleMatch): readonly string[] {
  const each = tokens.findIndex(({ classes }, index) => index >= match.first && index < match.last && classes.includes('each'))
  if (each < 0) return []
  const agreements: string[] = []
  let forms: string[] = []
  for (const { from, to, classes } of tokens.slice(each, clauseAround(tokens, match.first, match.last).last)) {
    forms.push(...classes.flatMap((name) => (name.startsWith('form-') ? [name.slice('form-'.length)] : [])))
    if (classes.length === 0 || !AGREEMENT.test(sentence.text.slice(from, to))) continue
    agreements.push(mostSpecificForm(forms) ?? SHARED)
    forms = []
  }
  return agreements.length > 1 ? agreements : []
}

/** 分别与甲、乙、丙签署了技术协作、远程医疗和对口帮扶协议: a list of forms before one noun for all of them; empty where there is none. */
function formsListed({ tokens, match }: RuleMatch): readonly string[] {
  const { last } = clauseAround(tokens, match.first, match.last)
  const each = tokens.findIndex(({ classes }, index) => index >= match.first && index < match.last && classes.includes('each'))
  if (each < 0) return []
  const forms: string[] = []
  for (let at = each + 1; at < last; at++) {
    const form = formOf(tokens, at)
    if (form === undefined) continue
    const isNext = ['item', 'he'].some((name) => tokens[at - 1]?.classes.includes(name) === true) && formOf(tokens, at - 2) !== undefined
    if (!isNext) forms.length = 0
    forms.push(form)
  }
  return forms.length > 1 ? forms : []
}

function formOf(tokens: RuleMatch['tokens'], at: number): string | undefined {
  return mostSpecificForm(tokens[at]?.classes.flatMap((name) => (name.startsWith('form-') ? [name.slice('form-'.length)] : [])) ?? [])
}

/** What is said of all, where the agreements are not as many as the partners. */
const SHARED = '签约'

/** The place of one of several parties that stand side by side; of `count` 0 where none do. */
export interface PlaceAmong {
  readonly place: number
  readonly count: number
}

/** The form of the agreement of the party at `place` of `count`; undefined where the text lists no agreements under 分别. */
export function formOfEach(found: RuleMatch, { place, count }: PlaceAmong): string | undefined {
  if (count < 2 || place < 0) return undefined
  const agreements = agreementsIn(found)
  const listed = agreements.length === 0 ? formsListed(found) : []
  if (agreements.length === 0) return listed.length === count ? listed[place] : undefined
  return agreements.length === count ? agreements[place] : SHARED
}

const OTHER_FIELD = /文旅|旅游|文化|产业|经贸|经济|招商|贸易|农业|农产品|乡村|交通|物流|教育|能源|生态|环保|体育|劳务|消费|示范区/u
const HEALTH = /医|卫|健康|康养|疾|护理|妇幼|药/u

/** Forms of what two places agree on. */
const OF_PLACES = ['form-签约', 'form-合作', 'form-共建', 'form-对口支援', 'form-托管', 'form-专家派驻', 'form-技术协作']

/** 签订文旅合作协议, 共建示范区: what two places agree on without a word of health. Aid of one for the other is for its health too. */
export function isAboutOther({ tokens, match, sentence }: RuleMatch): boolean {
  const clause = clauseAround(tokens, match.first, match.last)
  const words = tokens.slice(clause.first, clause.last)
  // 开通甲区—乙县远程会诊: a line between two places, and nothing that they agreed.
  if (!words.some(({ classes }) => OF_PLACES.some((name) => classes.includes(name)))) return true
  if (!OTHER_FIELD.test(sentence.text)) return false
  if (words.some(({ classes }) => classes.includes('form-对口支援'))) return false
  const said = sentence.text.slice(words[0]?.from ?? 0, words.at(-1)?.to)
  return OTHER_FIELD.test(said) ? !HEALTH.test(said) : !HEALTH.test(sentence.text)
}

/** 到江州与青岚合作: places of which one lies in the other agree on nothing, unless they sign it. */
export function isSigned({ tokens, match }: RuleMatch): boolean {
  const { first, last } = clauseAround(tokens, match.first, match.last)
  return tokens.slice(first, last).some(({ classes }) => classes.includes('form-签约') || classes.includes('form-共建'))
}
