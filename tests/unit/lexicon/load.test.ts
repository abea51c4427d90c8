/** Loading seeds: what a bad row, list or rule file is told as, and what the version covers. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { loadLexicon } from '../../../ingest/lexicon/load.ts'
import { SeedError } from '../../../ingest/lexicon/seed-error.ts'

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url))
const HEADER = 'label\tname\tkind\tdivision\taliases\tlocalAliases\taffiliation\tparent\tsource\tformerNames'
const folders: string[] = []

/** A small data room: the real divisions, and these files instead of the real ones. */
function makeRoom(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'seeds-'))
  folders.push(root)
  const all: Record<string, string> = {
    'lexicon/organisations.tsv': `${HEADER}\n`,
    'lexicon/programs.tsv': 'name\tfamily\taliases\tsource\n',
    'lexicon/families.tsv': 'word\tfamily\tweight\n',
    'lexicon/division-names.tsv': 'code\tnames\tsource\n',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  cpSync(join(SEEDS, 'lexicon/divisions.tsv.br'), join(root, 'lexicon/divisions.tsv.br'))
  return root
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function errorOf(run: () => unknown): SeedError {
  try {
    run()
  } catch (error) {
    if (error instanceof SeedError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const organisation = (row: string): Record<string, string> => ({
  'lexicon/organisations.tsv': `# 注释\n${HEADER}\n${row.replaceAll('|', '\t')}\n`,
})

const badRows: readonly [title: string, files: Record<string, string>, message: string][] = [
  ['没有来源', organisation('Hospital|云溪医院|general||||||'), 'seeds/lexicon/organisations.tsv:3: source: every row needs a source'],
  [
    '类别不在表里',
    organisation('Hospital|云溪医院|clinic||||||官网'),
    'seeds/lexicon/organisations.tsv:3: kind: "clinic" is none of general,',
  ],
  [
    '没有这个代码',
    organisation('Hospital|云溪医院|general|330299|||||官网'),
    'seeds/lexicon/organisations.tsv:3: division: no such code: 330299',
  ],
  [
    '限地别名写错',
    organisation('Hospital|云溪医院|general|||市一院3302|||官网'),
    'seeds/lexicon/organisations.tsv:3: localAliases: not "alias@code": 市一院3302',
  ],
  [
    '限地别名的代码没有',
    organisation('Hospital|云溪医院|general|||市一院@9902|||官网'),
    'seeds/lexicon/organisations.tsv:3: localAliases: no division begins with 9902',
  ],
  [
    '附属的大学没有登记',
    organisation('Hospital|云溪医院|general||||江州大学||官网'),
    'affiliation: no row of label Institution has the name 江州大学',
  ],
  [
    '上级医院没有登记',
    organisation('Hospital|云溪医院|campus|||||江州医院|官网'),
    'parent: no row of label Hospital has the name 江州医院',
  ],
  [
    '一个别名指两家',
    organisation('Hospital|云溪医院|general||溪院||||官网\nHospital|江州医院|general||溪院||||官网'),
    'seeds/lexicon/organisations.tsv:4: 溪院 already stands at line 3',
  ],
  [
    '单元格太多',
    organisation('Hospital|云溪医院|general|||||||||官网'),
    'seeds/lexicon/organisations.tsv:3: 12 cells, but the header has 10 columns',
  ],
  ['没有表头', { 'lexicon/programs.tsv': '# 空\n' }, 'seeds/lexicon/programs.tsv: has no header line'],
  [
    '举措类别不在表里',
    { 'lexicon/programs.tsv': 'name\tfamily\taliases\tsource\n甲工程\tnone\t\t文件\n' },
    'seeds/lexicon/programs.tsv:2: family: ',
  ],
  [
    '词重复',
    { 'lexicon/families.tsv': 'word\tfamily\tweight\n托育\tchildcare\n托育\tageing\n' },
    'seeds/lexicon/families.tsv:3: 托育 already stands at line 2',
  ],
  ['权重不是数', { 'lexicon/families.tsv': 'word\tfamily\tweight\n托育\tchildcare\t重\n' }, 'seeds/lexicon/families.tsv:2: weight: '],
  [
    '区划代码没有',
    { 'lexicon/division-names.tsv': 'code\tnames\tsource\n999999\t乌有\t通称\n' },
    'seeds/lexicon/division-names.tsv:2: code: no such code: 999999',
  ],
]

describe('坏行说得出在哪', () => {
  test.each(badRows)('%s', (_title, files, message) => {
    const error = errorOf(() => loadLexicon(makeRoom(files)))
    expect(error.code).toBe('seed.bad-row')
    expect(error.message).toContain(message)
  })

  test('所有坏行一次说完', () => {
    const error = errorOf(() =>
      loadLexicon(
        makeRoom({
          ...organisation('Hospital|云溪医院|general||||||\nHospital|江州医院|x||||||官网'),
          'lexicon/families.tsv': 'word\tfamily\tweight\n托育\tnone\n',
        }),
      ),
    )
    expect(error.faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'seeds/lexicon/organisations.tsv:3',
      'seeds/lexicon/organisations.tsv:4',
      'seeds/lexicon/families.tsv:2',
    ])
  })

  test('没有的文件、没有的文件夹', () => {
    const root = makeRoom()
    rmSync(join(root, 'lexicon/programs.tsv'))
    expect(errorOf(() => loadLexicon(root)).message).toBe('seeds/lexicon/programs.tsv: no such file')
    expect(errorOf(() => loadLexicon(join(root, 'nowhere'))).code).toBe('seed.missing-file')
  })
})

describe('词表与规则文件', () => {
  test('词表去注释与空行', () => {
    const lexicon = loadLexicon(makeRoom({ 'lexicon/words/heads.txt': '# 头\n人民医院\n\n中医院 # 常见\r\n' }))
    expect(lexicon.words('heads')).toEqual(['人民医院', '中医院'])
  })

  test('没有的词表', () => {
    const error = errorOf(() => loadLexicon(makeRoom()).words('heads'))
    expect([error.code, error.message]).toEqual(['seed.unknown-list', 'seeds/lexicon/words/heads.txt: no such word list'])
  })

  test('规则带着自己的行号', () => {
    const lexicon = loadLexicon(makeRoom({ 'rules/pair.json': '[\n  { "id": "a,[{", "x": [1, 2] },\n\n  {\n    "id": "b"\n  }, "c"\n]\n' }))
    expect(lexicon.rules('pair')).toEqual([
      { record: { id: 'a,[{', x: [1, 2] }, file: 'seeds/rules/pair.json', line: 2 },
      { record: { id: 'b' }, file: 'seeds/rules/pair.json', line: 4 },
      { record: 'c', file: 'seeds/rules/pair.json', line: 6 },
    ])
  })

  test('空的规则文件没有规则', () => {
    expect(loadLexicon(makeRoom({ 'rules/pair.json': '[ ]' })).rules('pair')).toEqual([])
  })

  test.each([
    ['缺逗号', '[\n  { "id": "a" }\n  { "id": "b" }\n]', 3],
    ['不是数组', '{ "id": "a" }', 1],
    ['没写完', '[\n  { "id": "a" },\n', 3],
  ])('规则文件%s：说在第几行', (_title, text, line) => {
    const error = errorOf(() => loadLexicon(makeRoom({ 'rules/pair.json': text })).rules('pair'))
    expect(error.code).toBe('seed.bad-json')
    expect(error.message.startsWith(`seeds/rules/pair.json:${line}: `), error.message).toBe(true)
  })
})

describe('读进来的样子', () => {
  test('别名、限地别名、附属', () => {
    const lexicon = loadLexicon(
      makeRoom(
        organisation(
          'Institution|江州大学|university|330200|||||官网\nHospital|江州医院|general|330200|江院、江州一院|市一院@3302;州院@33|江州大学||官网',
        ),
      ),
    )
    const hospital = lexicon.organisationByName.get('江州一院')
    expect(hospital).toEqual({
      label: 'Hospital',
      name: '江州医院',
      kind: 'general',
      division: '330200',
      aliases: ['江院', '江州一院'],
      localAliases: [
        { alias: '市一院', within: '3302' },
        { alias: '州院', within: '33' },
      ],
      affiliation: '江州大学',
      source: '官网',
    })
    expect(lexicon.organisationByName.has('市一院')).toBe(false)
  })

  test('举措的叫法里可以有顿号', () => {
    const lexicon = loadLexicon(
      makeRoom({
        'lexicon/programs.tsv': 'name\tfamily\taliases\tsource\n两癌筛查\tcancer_screening\t宫颈癌、乳腺癌筛查;“两癌”筛查\t方案\n',
      }),
    )
    expect(lexicon.programByName.get('宫颈癌、乳腺癌筛查')?.name).toBe('两癌筛查')
  })

  test('同一文件夹只读一次', () => expect(loadLexicon(SEEDS)).toBe(loadLexicon(`${SEEDS}/.`)))

  test('版本随任何一个文件而变，与位置无关', () => {
    const one = loadLexicon(makeRoom({ 'rules/pair.json': '[]' })).version
    expect(loadLexicon(makeRoom({ 'rules/pair.json': '[]' })).version).toBe(one)
    expect(loadLexicon(makeRoom({ 'rules/pair.json': '[1]' })).version).not.toBe(one)
    expect(loadLexicon(makeRoom({ 'rules/other.json': '[]' })).version).not.toBe(one)
  })
})
