/** The hospital that leads the consortium of a place, where the document tells it: 县总医院以县医院为牵头单位. */
import type { Reading, SentenceMention } from '../../reading.ts'
import { rememberLast } from '../../recognise/naming/remember.ts'

/** 以|县医院, 由|县医院, （牵头单位：|县医院 */
const BY = /(?:以|由|依托)(?:实力较强的)?$/u
const NOTED = /(?:牵头|龙头|核心|总院)(?:单位|医院)?(?:：|为|是|系|设在)$/u
/** 县医院|为牵头单位, 县医院|牵头组建 */
const LEADS = /^(?:等)?(?:(?:作?为|担任|是)(?:牵头|龙头|核心|总院|主体|领头)|牵头|领衔)/u
const NEAR = 12

/** The leads by the entity of the consortium; undefined where several are told. */
const leadsIn = rememberLast(({ sentences, mentions }: Reading): ReadonlyMap<string, string | undefined> => {
  const leads = new Map<string, string | undefined>()
  for (const { index, text } of sentences) {
    const named = mentions[index] ?? []
    const consortia = new Set(named.filter(({ label }) => label === 'Consortium').map(({ entity }) => entity))
    const [consortium, more] = consortia
    if (consortium === undefined || more !== undefined) continue
    for (const lead of named)
      if (isLead(lead, text))
        leads.set(consortium, leads.has(consortium) && leads.get(consortium) !== lead.entity ? undefined : lead.entity)
  }
  return leads
})

function isLead({ label, attrs, from, to }: SentenceMention, text: string): boolean {
  if (label !== 'Hospital' || attrs['kind'] === 'primary') return false
  const before = text.slice(Math.max(0, from - NEAR), from)
  return NOTED.test(before) || (BY.test(before) && LEADS.test(text.slice(to, to + NEAR)))
}

/** The hospital that leads this consortium, where one is told. */
export function leadOf(reading: Reading, consortium: SentenceMention): string | undefined {
  return leadsIn(reading).get(consortium.entity)
}
