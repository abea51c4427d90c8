import { describe, expect, it } from 'vitest'
import { ellipsis, MAX_LABEL, shortName } from '../../../web/app/derive/short-name.ts'
import rows from '../../cases/short-labels.json' with { type: 'json' }

describe('画布上的短名', () => {
  it.each(rows)('$name → $short', ({ short, ...thing }) => {
    expect(shortName({ aliases: [], ...thing })).toBe(short)
  })

  it('从不超过十二个字', () => {
    for (const row of rows) expect(shortName({ aliases: [], ...row }).length).toBeLessThanOrEqual(MAX_LABEL)
    expect(ellipsis('很'.repeat(40))).toHaveLength(MAX_LABEL)
  })
})
