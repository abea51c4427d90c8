/** The arguments of `npm start`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPaths, readOptions, StartError } from '../../../web/server/options.ts'

function codeOf(work: () => unknown): { code: string; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof StartError) return error
    throw error
  }
  throw new Error('accepted')
}

describe('选项', () => {
  test('默认只听本机', () => {
    expect(readOptions([], {})).toEqual({ paths: [], port: 4780, host: '127.0.0.1', data: '.yilian', open: false })
  })
  test('路径、端口、数据目录、口令', () => {
    const given = ['报告', '--port', '0', '--data', '数据', '--open', 'a.pdf', '--host', '0.0.0.0']
    expect(readOptions(given, { YILIAN_TOKEN: '足够长的口令吧一' })).toEqual({
      paths: ['报告', 'a.pdf'],
      port: 0,
      host: '0.0.0.0',
      data: '数据',
      open: true,
      token: '足够长的口令吧一',
    })
    expect(readOptions(['--help'], {})).toBe('help')
  })
  test.each([
    [['--prot', '1'], 'start.bad-option', '--prot'],
    [['--port', '八千'], 'start.bad-option', '八千'],
    [['--port', '65536'], 'start.bad-option', '65536'],
    [['--port'], 'start.bad-option', '--port'],
    [['--host', '0.0.0.0'], 'start.no-token', 'YILIAN_TOKEN'],
    [['--host', '0.0.0.0', '--token', '短'], 'start.bad-option', '口令'],
  ])('拒绝 %j', (args, code, word) => {
    const error = codeOf(() => readOptions(args, {}))
    expect(error.code).toBe(code)
    expect(error.message).toContain(word)
    expect(error.message).not.toContain('\n')
  })
})

describe('路径', () => {
  test('都读得到才启动', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yilian-paths-'))
    writeFileSync(join(folder, '报告.txt'), '正文')
    await expect(checkPaths([folder, join(folder, '报告.txt')])).resolves.toBeUndefined()
    await expect(checkPaths([join(folder, '没有.txt')])).rejects.toThrow('没有这个文件或文件夹')
    rmSync(folder, { recursive: true })
  })
})
