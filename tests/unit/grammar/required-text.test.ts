/** What a regular expression cannot match without. */
import { expect, test } from 'vitest'
import { requiredText } from '../../../ingest/grammar/required-text.ts'

test.each<[string, readonly string[] | undefined]>([
  ['公立医院(?:综合)?改革', ['公立医院']],
  ['全国(?:农村|社区)中医药?工作', ['全国农村中医', '全国社区中医']],
  ['(?<kind>胸痛|卒中)中心(?=通过)', ['胸痛中心', '卒中中心']],
  ['(?:县[聘管]){1,2}(?:乡用|乡聘)(?:村用)?', ['乡用', '乡聘']],
  ['(?:甲|乙(?:丙)?)院', ['院']],
  ['健康(?:县|区)+', ['健康']],
  ['示范|试点', ['示范', '试点']],
  ['示范|[甲乙]', undefined],
  ['\\d+(?:家|所)?', undefined],
])('%s', (source, words) => expect(requiredText(source)).toEqual(words))
