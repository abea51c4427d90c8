/** How long an agreement runs, and on which day of news it was signed, told apart from the signing. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { createSegmenter } from '../../../ingest/recognise/segment.ts'
import { relateCooperation } from '../../../ingest/relate/cooperation.ts'
import { oneReading } from '../one-reading.ts'

const lexicon = loadLexicon()
const segment = createSegmenter()
const SIGNED = '12月8日，市第一人民医院与浙江大学医学院附属第二医院签署合作办医协议。'

/** Dates and last years of the agreements that a news item tells of. */
function timesOf(text: string): string[] {
  const whole = `温岭市融媒体中心新闻\n\n发布时间：2021-12-09\n${text}\n`
  const reading = oneReading({ id: 'a'.repeat(64), text: whole, encoding: 'utf-8', problems: [], meta: {} }, lexicon, segment)
  const told = relateCooperation(reading).claims.flatMap((claim) =>
    claim.kind === 'relation' ? [[claim.attrs['date'], claim.attrs['endYear']].filter((part) => part !== undefined).join(' ')] : [],
  )
  return [...new Set(told)]
}

describe('协议的期限写在后面的句子里', () => {
  it.each([
    ['双方约定，合作期限为三年。', '2021-12-08 2024'],
    ['协议有效期五年。', '2021-12-08 2026'],
    ['根据协议，为期4年的合作期内，双方互派骨干。', '2021-12-08 2025'],
    ['支援队员将开展为期一年的驻点工作。', '2021-12-08'],
    ['市中医院另一份合同的合作期限为三年，对方是浙江省中医院。', '2021-12-08'],
  ])('%s', (text, expected) => {
    expect(timesOf(`${SIGNED}\n${text}`)[0]).toBe(expected)
  })

  it('同日签的也是那一天', () => {
    expect(timesOf(`${SIGNED}\n同日，市中医院与浙江省中医院签订协议。`)).toEqual(['2021-12-08'])
  })
})
