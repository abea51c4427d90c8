/** The sentence behind each step from the home to the province. */
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { extractDocument } from '../../../ingest/pipeline.ts'
import { createSegmenter } from '../../../ingest/recognise/index.ts'

const tools = { lexicon: loadLexicon(), segment: createSegmenter() }

/** What the step from a place to the wider one rests on. */
function citedFor(place: string, body: string): string | undefined {
  const text = `慈溪市卫生健康局2022年工作总结\n今年我局稳步推进各项工作。\n${body}\n年末召开总结大会。`
  const { document, claims } = extractDocument({ id: 'a'.repeat(64), text, encoding: 'utf-8', problems: [], meta: {} }, tools)
  const id = document.home.find(({ name }) => name === place)?.id
  const claim = claims.find((one) => one.kind === 'relation' && one.type === 'PART_OF' && one.subject === id)
  return claim && document.text.slice(claim.start, claim.end)
}

const FIRST = '慈溪市卫生健康局2022年工作总结'

describe('区划上下级的出处', () => {
  it.each([
    ['慈溪市', '宁波市慈溪市举办了义诊。', '宁波市慈溪市举办了义诊。'],
    ['慈溪市', '健康宁波的任务在慈溪全面完成。', '健康宁波的任务在慈溪全面完成。'],
    ['慈溪市', '满意度排在宁波各县市前列。', '满意度排在宁波各县市前列。'],
    ['宁波市', '完成省、市两级交办的民生项目。', '完成省、市两级交办的民生项目。'],
    // A hospital or a school named after the wider place says nothing of what the place is part of.
    ['慈溪市', '慈溪与宁波市第一医院、宁波大学附属医院签约。', FIRST],
    ['宁波市', '全市召开了两次会议。', FIRST],
  ])('%s：%s', (place, body, cited) => {
    expect(citedFor(place, body)).toBe(cited)
  })
})
