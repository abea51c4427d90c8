/** Bytes to raw documents: encodings, limits, refusals, mojibake. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFile } from '../../../ingest/read/index.ts'
import { findMojibake } from '../../../ingest/read/mojibake.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function readBytes(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return readFile(path)
}

/** 区医院完成改造。in GBK */
const GBK = Uint8Array.from([0xc7, 0xf8, 0xd2, 0xbd, 0xd4, 0xba, 0xcd, 0xea, 0xb3, 0xc9, 0xb8, 0xc4, 0xd4, 0xec, 0xa1, 0xa3])
const codeOf = async (name: string, bytes: Uint8Array | string): Promise<string | undefined> => {
  const result = await readBytes(name, bytes)
  return result.ok ? result.raw.problems[0]?.code : result.problems[0]?.code
}

describe('解码', () => {
  test('UTF-8，有无 BOM 都一样', async () => {
    const plain = await readBytes('a.txt', '区医院')
    const marked = await readBytes('b.txt', '\uFEFF区医院')
    expect(plain).toMatchObject({ ok: true, raw: { text: '区医院', encoding: 'utf-8', problems: [] } })
    expect(marked).toMatchObject({ ok: true, raw: { text: '区医院' } })
  })

  test('GBK', async () => {
    expect(await readBytes('c.txt', GBK)).toMatchObject({ ok: true, raw: { text: '区医院完成改造。', encoding: 'gb18030', problems: [] } })
  })

  test('UTF-16 小端与大端', async () => {
    const little = Buffer.from('\uFEFF区医院', 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(await readBytes('d.txt', little)).toMatchObject({ ok: true, raw: { text: '区医院', encoding: 'utf-16le' } })
    expect(await readBytes('e.txt', big)).toMatchObject({ ok: true, raw: { text: '区医院', encoding: 'utf-16be' } })
  })

  test('坏了一个字节的 UTF-8 仍按 UTF-8，并说明', async () => {
    const bytes = Buffer.concat([Buffer.from('区医院完成改造，投入使用，群众满意。'), Buffer.from([0xe5, 0x8c])])
    const result = await readBytes('f.txt', bytes)
    expect(result).toMatchObject({ ok: true, raw: { encoding: 'utf-8', problems: [{ code: 'read.encoding' }] } })
  })

  test('NUL 换成 �', async () => {
    const result = await readBytes('g.txt', `${'区医院完成改造。'.repeat(20)}\0`)
    expect(result.ok && result.raw.text.includes('\0')).toBe(false)
  })
})

describe('拒绝时说清楚', () => {
  test('各有各的代码，都带路径', async () => {
    expect(await codeOf('h.txt', '')).toBe('read.empty')
    expect(await codeOf('i.txt', ' \n\t')).toBe('read.empty')
    expect(await codeOf('j.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toBe('read.binary')
    expect(await codeOf('k.xyz', '文字')).toBe('read.unsupported')
    const gone = await readFile(join(folder, 'none.txt'))
    expect(gone).toMatchObject({ ok: false, id: null, problems: [{ code: 'read.vanished' }] })
    expect(gone.ok ? '' : gone.problems[0]?.message).toContain('none.txt')
    expect(await readFile(folder)).toMatchObject({ ok: false, problems: [{ code: 'read.folder' }] })
  })

  test('超过五百万字不截断，说明', async () => {
    expect(await codeOf('l.txt', 'a'.repeat(5_000_001))).toBe('read.too-large')
  })
})

describe('乱码', () => {
  const broken = (text: Uint8Array): string => new TextDecoder('windows-1252').decode(text)
  const tail = broken(Buffer.concat([GBK, GBK, GBK, GBK]))

  test('找出 GBK 被当作西文的一段', () => {
    expect(findMojibake(`前文。\n${tail}\n`)).toEqual([{ start: 4, end: 4 + tail.length }])
  })

  test('带重音的西文不算', () => {
    expect(findMojibake('Les élèves français préfèrent naïvement l’été à Noël, déjà vu, Zürich, São Paulo, ÀÉÎÕÜ. '.repeat(6))).toEqual([])
    expect(findMojibake('温度±5℃，面积×2，§3，«引»，¥100。'.repeat(10))).toEqual([])
  })
})

test('Markdown 的题头给出标题、来源与日期', async () => {
  const result = await readBytes(
    'm.md',
    '---\ntitle: 工作总结\ndate: 2023-01-05\nsource: 甲县卫健局\n---\n\n# 工作总结\n\n区医院完成改造。\n',
  )
  expect(result).toMatchObject({ ok: true, raw: { meta: { title: '工作总结', published: '2023-01-05', source: '甲县卫健局' } } })
})

describe('粗体记号', () => {
  const textOf = async (text: string): Promise<string | undefined> => {
    const result = await readBytes('bold.txt', text)
    return result.ok ? result.raw.text.replaceAll('\uFEFF', '') : undefined
  }

  test('成对的星号隐去，位置不变', async () => {
    const text = '**一、医院建设。** 县人民医院门诊楼竣工。'
    const result = await readBytes('bold.md', text)
    expect(result.ok && result.raw.text.indexOf('县人民医院')).toBe(text.indexOf('县人民医院'))
    expect(await textOf(text)).toBe('一、医院建设。 县人民医院门诊楼竣工。')
  })

  test('隐去名称的星号照旧', async () => {
    const text = '**县人民医院与**市中心医院签约，投资**亿元，建设**平方米。'
    expect(await textOf(text)).toBe(text)
  })
})
