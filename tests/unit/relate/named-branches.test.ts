/** Hospitals that bear another's name, or are called a branch of it. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'
import { relateNamedBranches } from '../../../ingest/relate/named-branches.ts'
import { oneReading } from '../one-reading.ts'

const lexicon = loadLexicon()
const segment = createSegmenter()

function branchesIn(text: string): string[] {
  const raw = {
    id: 'a'.repeat(64),
    text: `宁波市奉化区卫生健康局2022年工作总结\n\n${text}\n`,
    encoding: 'utf-8' as const,
    problems: [],
    meta: {},
  }
  const reading = oneReading(raw, lexicon, segment)
  const { mentions, claims } = relateNamedBranches(reading)
  const names = new Map([...reading.mentions.flat(), ...mentions].map(({ entity, name }) => [entity, name]))
  return claims.flatMap((claim) => (claim.kind === 'relation' ? [`${names.get(claim.subject)} ${names.get(claim.object)}`] : []))
}

describe('冠名医院与分院', () => {
  it.each([
    ['浙江省人民医院奉化医院由区政府与浙江省人民医院合作共建。', '浙江省人民医院奉化医院 浙江省人民医院'],
    ['浙江省人民医院奉化医院（筹）揭牌。', '浙江省人民医院奉化医院 浙江省人民医院'],
    ['浙江省人民医院奉化医院开诊。该医院由区政府与浙江省人民医院合作共建。', '浙江省人民医院奉化医院 浙江省人民医院'],
    ['区人民医院是浙江省人民医院的首家县级分院。', '宁波市奉化区人民医院 浙江省人民医院'],
  ])('%s', (text, branch) => {
    expect(branchesIn(text)).toEqual([branch])
  })

  it.each([
    '浙江省人民医院奉化医院召开年度工作会议。',
    '浙江省人民医院奉化医院专家到镇卫生院义诊。',
    '区人民医院举行仪式，“浙江省人民医院奉化医院”揭牌。',
    '浙江省人民医院协作医院揭牌。',
    '区人民医院不是浙江省人民医院的分院。',
    '区人民医院是浙江省人民医院结对帮扶的医院。',
  ])('不成：%s', (text) => {
    expect(branchesIn(text)).toEqual([])
  })
})
