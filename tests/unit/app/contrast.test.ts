/** Contrast of the theme's tokens: 4.5 for text, 3 for marks (WCAG 2.2, 1.4.3 and 1.4.11), and hues apart for the colour blind. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { GROUP_COLOURS } from '../../../web/app/derive/measured.ts'

const css = readFileSync(fileURLToPath(new URL('../../../web/app/theme/tokens.css', import.meta.url)), 'utf8')

type Rgb = readonly [number, number, number]

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function rgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb
}

function linear(part: number): number {
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** Viénot, Brettel and Mollon 1999, on linear RGB: protanopia, deuteranopia, tritanopia (Brettel's single-plane form). */
const BLINDNESS: Readonly<Record<string, readonly Rgb[]>> = {
  protanopia: [
    [0.112, 0.888, 0],
    [0.112, 0.888, 0],
    [0.004, -0.004, 1],
  ],
  deuteranopia: [
    [0.293, 0.707, 0],
    [0.293, 0.707, 0],
    [-0.021, 0.021, 1],
  ],
  tritanopia: [
    [1, 0.127, -0.127],
    [0, 0.874, 0.126],
    [0, 0.874, 0.126],
  ],
}

function seenBy(hex: string, matrix: readonly Rgb[]): Rgb {
  const [red, green, blue] = rgb(hex).map(linear) as unknown as Rgb
  return matrix.map(([a, b, c]) => a * red + b * green + c * blue) as unknown as Rgb
}

const light = tokensOf(':root')
const dark = new Map([...light, ...tokensOf(":root[data-theme='dark']")])
const themes = [
  ['浅色', light],
  ['深色', dark],
] as const

const surfaces = ['--ground', '--surface']
const texts = ['--ink', '--ink-soft', '--ink-faint', '--accent', '--problem']
const kinds = ['district', 'hospital', 'institution', 'consortium', 'project', 'program'].map((kind) => `--kind-${kind}`)
const groups = Array.from({ length: GROUP_COLOURS }, (_, at) => `--group-${at + 1}`)
const marks = [...kinds, ...groups, '--line-quiet', '--line-ended', '--hairline-strong']

describe.each(themes)('%s', (_, tokens) => {
  const colour = (name: string): string => {
    const value = tokens.get(name)
    if (value === undefined) throw new Error(`no colour token ${name}`)
    return value
  }

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)))('文字 %s 在 %s 上', (text, surface) => {
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['--ink', '--ink-soft'])('文字 %s 在悬停底色和地块上', (text) => {
    for (const ground of ['--raised', '--district-ground', '--accent-soft'])
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('强调底色上的文字', () => {
    expect(contrast(colour('--on-accent'), colour('--accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('--accent'), colour('--accent-soft'))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(marks)('图形 %s', (mark) => {
    for (const ground of ['--ground', '--surface', '--district-ground'])
      expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3)
  })

  // Pairs that a colour-blind eye may still confuse differ in shape (look.md); hospital and project, the two most common, must differ in colour too.
  it.each(Object.entries(BLINDNESS))('%s 也分得清医院与工程', (_name, matrix) => {
    const [a, b] = [seenBy(colour('--kind-hospital'), matrix), seenBy(colour('--kind-project'), matrix)]
    expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.12)
  })
})
