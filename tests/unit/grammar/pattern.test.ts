import { describe, expect, it } from 'vitest'
import { compilePattern, matchPattern, type Token } from '../../../ingest/grammar/pattern.ts'

interface Thing {
  readonly name: string
  readonly label: string
}

/** `H1+H2` a group, `@word` a word of class word, `,` a stop of class comma, `;` a stop, digits a gap of that many characters. */
function read(line: string): Token<Thing>[] {
  let at = 0
  return line.split(' ').map((part) => {
    const length = /^\d+$/.test(part) ? Number(part) : 1
    const from = at
    at += length
    const base = { from, to: at, things: [], classes: [] }
    if (part === ',') return { ...base, kind: 'stop', classes: ['comma'] }
    if (part === ';') return { ...base, kind: 'stop', classes: ['semicolon'] }
    if (part.startsWith('@')) return { ...base, kind: 'word', classes: [part.slice(1)] }
    if (/^\d+$/.test(part)) return { ...base, kind: 'gap' }
    return { ...base, kind: 'things', things: part.split('+').map((name) => ({ name, label: name.charAt(0) })) }
  })
}

const cases: { title: string; pattern: string; line: string; expected: Record<string, string[]>[] }[] = [
  { title: '一对一', pattern: '{A:H} _5 @with {B:H} _5 @sign', line: 'H1 @with H2 3 @sign', expected: [{ A: ['H1'], B: ['H2'] }] },
  { title: '成组', pattern: '{A:H} @with {B:H} @sign', line: 'H1+H2 @with H3+H4 @sign', expected: [{ A: ['H1', 'H2'], B: ['H3', 'H4'] }] },
  { title: '间隔过长则不成', pattern: '{A:H} _5 @with {B:H}', line: 'H1 6 @with H2', expected: [] },
  { title: '逗号隔断 _，不隔断 ~', pattern: '{A:H} _9 @sign', line: 'H1 , 2 @sign', expected: [] },
  { title: '~ 越过逗号', pattern: '{A:H} ~9 @sign', line: 'H1 , 2 @sign', expected: [{ A: ['H1'] }] },
  { title: '~ 不越过分号', pattern: '{A:H} ~9 @sign', line: 'H1 ; 2 @sign', expected: [] },
  { title: '间隔不越过名称，# 越过', pattern: '{A:H} #9 @sign', line: 'H1 2 H2 2 @sign', expected: [{ A: ['H1'] }] },
  { title: '间隔中有名称', pattern: '{A:H} _9 @sign', line: 'H1 2 I2 2 @sign', expected: [] },
  { title: '可选成分', pattern: '@by? {A:H} @sign', line: 'H1 @sign', expected: [{ A: ['H1'] }] },
  { title: '标签不符', pattern: '{A:I} @sign', line: 'H1 @sign', expected: [] },
  { title: '组内只取相符的', pattern: '{A:I} @sign', line: 'H1+I2 @sign', expected: [{ A: ['I2'] }] },
  { title: '多组以 and 相连，取最长', pattern: '{A+:H} @sign', line: 'H1 @and H2 @and H3 @sign', expected: [{ A: ['H1', 'H2', 'H3'] }] },
  { title: '一句两处', pattern: '{A:H} @sign', line: 'H1 @sign , H2 @sign', expected: [{ A: ['H1'] }, { A: ['H2'] }] },
  { title: '分句开头', pattern: '^ @with {B:H} @sign', line: '2 @with H1 @sign', expected: [] },
]

describe('matchPattern', () => {
  it.each(cases)('$title', ({ pattern, line, expected }) => {
    const matches = matchPattern(compilePattern(pattern), read(line), { labelOf: (thing) => thing.label, steps: { count: 0 } })
    expect(
      matches.map((match) => Object.fromEntries([...match.slots].map(([name, things]) => [name, things.map((thing) => thing.name)]))),
    ).toEqual(expected)
  })

  it('names the element that it cannot read', () => {
    expect(() => compilePattern('{A:H} &9')).toThrow('&9')
  })

  it('takes steps in proportion to the text', () => {
    const pattern = compilePattern('{A+:H} ~30 @with {B+:H} ~30 @form _9 @sign')
    const count = (times: number): number => {
      const steps = { count: 0 }
      matchPattern(pattern, read(Array.from({ length: times }, () => 'H1 @and H2 3 @with H3 4 @form 2 ,').join(' ')), {
        labelOf: (thing) => thing.label,
        steps,
      })
      return steps.count
    }
    expect(count(400) / count(200)).toBeLessThan(2.1)
  })
})
