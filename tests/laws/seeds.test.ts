/** The data room keeps its own laws: it loads clean, every row has a source, and nothing contradicts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../ingest/lexicon/load.ts'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const lexicon = loadLexicon()
const wordLists = readdirSync(join(SEEDS, 'lexicon/words')).filter((file) => file.endsWith('.txt'))
const ruleFiles = readdirSync(join(SEEDS, 'rules')).filter((file) => file.endsWith('.json'))

function duplicatesOf(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index)
}

describe('数据间', () => {
  test('只有数据：没有程序', () => {
    const files = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /\.(?:[cm]?[jt]sx?|py|sh)$/.test(file))).toEqual([])
  })

  test('文本都是不带 BOM 的 UTF-8，行尾是 LF', () => {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    for (const file of readdirSync(join(SEEDS, 'lexicon'), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:tsv|txt)$/.test(file)) continue
      const text = decoder.decode(readFileSync(join(SEEDS, 'lexicon', file)))
      expect(text.startsWith('\uFEFF') || text.includes('\r'), file).toBe(false)
    }
  })

  test('示范报告都有', () => {
    expect(readdirSync(join(SEEDS, 'reports')).filter((file) => file.endsWith('.txt'))).toHaveLength(5)
  })

  test('每份示范报告都在说明里有出处', () => {
    const readme = readFileSync(join(SEEDS, 'README.md'), 'utf8')
    for (const file of readdirSync(join(SEEDS, 'reports'))) expect(readme, file).toContain(file)
  })
})

describe('机构', () => {
  test('都有来源；区划代码都在表里', () => {
    for (const { name, source, division } of lexicon.organisations) {
      expect(source, name).not.toBe('')
      if (division !== undefined) expect(lexicon.divisions.byCode(division), name).toBeDefined()
    }
  })

  test('一个名称只指一家', () => {
    const names = lexicon.organisations.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(duplicatesOf(names)).toEqual([])
  })

  test('一个限地别名在一处只指一家，也不与不限地的别名相混', () => {
    const scoped = lexicon.organisations.flatMap(({ localAliases = [] }) => localAliases)
    for (const { alias } of scoped) expect(lexicon.organisationByName.has(alias), alias).toBe(false)
    for (const one of scoped)
      for (const other of scoped) {
        if (one === other || one.alias !== other.alias) continue
        expect(one.within.startsWith(other.within), `${one.alias}@${one.within} 与 @${other.within}`).toBe(false)
      }
  })

  test('别处也会有的叫法不作不限地的别名', () => {
    // Three figures are a number of the army's or of an industry's own.
    const common =
      /^(?:省|市|区|县|州|旗|第?[一二三四五六七八九十]{1,2}|人民|中心|协和|中山|同济|同仁|友谊|朝阳|新华|东方|红十字会)(?:人民|中心|妇幼|中医)?(?:医院|院)$/u
    for (const name of lexicon.organisationByName.keys()) expect(common.test(name), name).toBe(false)
  })

  test('叫法至少三个字：两个字的会落在别的词里（推广医养、其中肿瘤、扩大医保）', () => {
    // Schools have names of two characters, which are read before the word for what belongs to them alone: 江大附一.
    const names = lexicon.organisations.flatMap(({ aliases, localAliases = [], kind }) => [
      ...(kind === 'university' ? [] : aliases),
      ...localAliases.map(({ alias }) => alias),
    ])
    // Coined names of companies, whose characters meet in no other word.
    const coined = ['华为', '微医']
    expect(names.filter((name) => name.length < 3 && !coined.includes(name))).toEqual([])
  })

  test('大学不当医院，医院不当大学', () => {
    for (const { label, name, kind } of lexicon.organisations) {
      if (kind === 'university') expect(/(?:大学|学院|专科学校|医学部|医学中心)$/u.test(name), name).toBe(true)
      if (label === 'Hospital') expect(/(?:大学|(?<!科)学院|专科学校)$/u.test(name), name).toBe(false)
    }
  })
})

describe('举措与词表', () => {
  test('举措都有来源，名称不重', () => {
    for (const { name, source } of lexicon.programs) expect(source, name).not.toBe('')
    expect(duplicatesOf(lexicon.programs.flatMap(({ name, aliases }) => [name, ...aliases]))).toEqual([])
  })

  test('叫法里的括号与引号成对', () => {
    for (const name of [...lexicon.programByName.keys(), ...lexicon.organisationByName.keys()])
      for (const [open, close] of ['（）', '“”', '()', '《》'].map((pair) => pair.split('')))
        expect(name.split(open ?? '').length, name).toBe(name.split(close ?? '').length)
  })

  test('举措也不是机构', () => {
    for (const name of lexicon.programByName.keys()) expect(lexicon.organisationByName.has(name), name).toBe(false)
  })

  test.each(wordLists)('%s 读得进，词不重', (file) => {
    const words = lexicon.words(file.replace(/\.txt$/, ''))
    expect(words.length).toBeGreaterThan(0)
    expect(duplicatesOf(words)).toEqual([])
  })

  test.each(ruleFiles)('%s 读得进', (file) => {
    expect(lexicon.rules(file.replace(/\.json$/, '')).length).toBeGreaterThan(0)
  })

  test('规则编号不重', () => {
    const ids = ruleFiles
      .flatMap((file) => lexicon.rules(file.replace(/\.json$/, '')))
      .flatMap(({ record }) => (typeof record === 'object' && record !== null && 'id' in record ? [String(record.id)] : []))
    expect(duplicatesOf(ids)).toEqual([])
  })
})
