/** Cooperation and consortium rules, run over small documents with the real lexicon. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'
import { relateByForm } from '../../../ingest/relate/consortia/alliances-by-form.ts'
import { relateConsortia } from '../../../ingest/relate/consortia.ts'
import { relateCooperation } from '../../../ingest/relate/cooperation.ts'
import { relationRules } from '../../../ingest/relate/sentence/rules.ts'
import { oneReading } from '../one-reading.ts'

interface Case {
  readonly title: string
  readonly text: string
  readonly expect: readonly string[]
  readonly note?: string
  /** Why it is not yet read right; a case that starts to pass must lose it. */
  readonly todo?: string
}

const lexicon = loadLexicon()
const segment = createSegmenter()
const cases = ['cooperation', 'consortium'].flatMap(
  (name) => JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8')) as Case[],
)

/** One line a claim: type, ends by name (the local party first), form or role, status, year. */
function relate(title: string, text: string): string[] {
  const raw = { id: 'a'.repeat(64), text: `${title}\n\n${text}\n`, encoding: 'utf-8', problems: [], meta: {} }
  const reading = oneReading(raw, lexicon, segment)
  const told = [relateCooperation(reading), relateConsortia(reading)]
  const mentions = [...reading.mentions.flat(), ...told.flatMap((part) => part.mentions)]
  const found = [...told, relateByForm(reading, { mentions, claims: told.flatMap((part) => part.claims) })]
  const names = new Map(reading.document.home.map((place) => [place.id, place.name]))
  for (const mention of [...reading.mentions.flat(), ...found.flatMap((part) => part.mentions)]) names.set(mention.entity, mention.name)
  const nameOf = (end: string): string | undefined => names.get(end) ?? lexicon.divisions.byCode(end.replace('district/', ''))?.name
  const lines = found
    .flatMap((part) => part.claims)
    .flatMap((claim) => {
      if (claim.kind !== 'relation' || (claim.type !== 'COOPERATES_WITH' && claim.type !== 'MEMBER_OF')) return []
      const { form, role, status, year } = claim.attrs
      const ends = claim.local === 'object' ? [claim.object, claim.subject] : [claim.subject, claim.object]
      return [[claim.type, ...ends.map(nameOf), form, role, status, year].filter((part) => part !== undefined).join(' ')]
    })
  return [...new Set(lines)].sort()
}

describe('合作与联合体', () => {
  it('十句里至少有一句什么也读不出', () => {
    expect(cases.filter((row) => row.expect.length === 0).length).toBeGreaterThanOrEqual(cases.length / 10)
  })

  it.each(cases.filter((row) => row.todo === undefined))('$text', ({ title, text, expect: expected }) => {
    expect(relate(title, text)).toEqual([...expected].sort())
  })

  it.each(cases.filter((row) => row.todo !== undefined))('尚未读对：$text', ({ title, text, expect: expected }) => {
    expect(relate(title, text)).not.toEqual([...expected].sort())
  })

  const rules = relationRules(lexicon)
  const all = [...rules.cooperation, ...rules.consortium]
  it.each(all.filter((rule) => rule.says === 'nothing'))('$id 的例句什么也读不出，近似句读得出', (rule) => {
    const title = '宁波市奉化区卫生健康局2022年工作总结'
    expect([relate(title, rule.example), relate(title, rule.nearMiss).length > 0]).toEqual([[], true])
  })

  it.each(all.filter((rule) => rule.says !== 'nothing'))('$id 读得出自己的例句，读不出近似句', (rule) => {
    const fires = (text: string): boolean => {
      const raw = {
        id: 'b'.repeat(64),
        text: `宁波市奉化区卫生健康局2022年工作总结\n\n${text}\n`,
        encoding: 'utf-8',
        problems: [],
        meta: {},
      }
      const reading = oneReading(raw, lexicon, segment)
      return [relateCooperation(reading), relateConsortia(reading)].some((part) => part.claims.some((claim) => claim.rule === rule.id))
    }
    expect([fires(rule.example), fires(rule.nearMiss)]).toEqual([true, false])
  })
})
