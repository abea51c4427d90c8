/** PDFs that Chromium prints, and a few made by hand: text, tables, pages, and what cannot be read. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { readPdf } from '../../../ingest/read/pdf/read-pdf.ts'
import { describeInBrowser, launch } from '../../e2e/browser.ts'
import { makeLocked, makeManyPages, makeScan, makeSongPdf } from './make-pdf.ts'
import { readBytes, readWell, refusalOf, rowsOf } from './read-bytes.ts'

const TITLE = '青岚县卫生健康局2023年工作总结'
const LONG =
  '2023年，全县卫生健康系统认真落实县委、县政府部署，县人民医院与江州大学附属第一医院签订合作协议，成立青岚分院，在心血管内科、神经外科开展技术协作，完成投资1.2亿元，设置床位500张，群众满意度达到95.6%。'
const STYLE =
  'body{font-family:"Noto Serif CJK SC","Noto Sans CJK SC",serif;font-size:16px;line-height:1.7}table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:4px}td{vertical-align:middle}h1{text-align:center;font-size:22px}.new{break-before:page}'

it.runIf(process.env['CI'] !== undefined)('CI 里必须有 Chromium', async () => {
  await (await launch()).close()
})

describeInBrowser('Chromium 打印的 PDF', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  }, 60_000)
  afterAll(async () => browser?.close())

  async function print(body: string): Promise<Uint8Array> {
    const page = await browser.newPage()
    await page.setContent(
      `<html><head><meta charset=utf-8><title>${TITLE}</title><style>${STYLE}</style></head><body>${body}</body></html>`,
    )
    const head = (text: string): string => `<div style="font-size:9px;width:100%;text-align:center">${text}</div>`
    const bytes = await page.pdf({
      format: 'A4',
      displayHeaderFooter: true,
      headerTemplate: head('青岚县卫生健康局文件'),
      footerTemplate: head('第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页'),
      margin: { top: '60px', bottom: '60px', left: '80px', right: '80px' },
    })
    await page.close()
    return bytes
  }

  it('正文逐字不差，每页有起点，页眉页脚不在正文里', async () => {
    const bytes = await print(
      `<h1>${TITLE}</h1><p>${LONG}</p><p class=new>第二页：${LONG}</p><p class=new>第三页：县中医院挂牌江州市中医院青岚分院。</p>`,
    )
    const { text, pages = [], meta, problems } = await readWell('report.pdf', bytes)
    const joined = text.replaceAll('\n', '')
    expect(joined).toBe(`${TITLE}${LONG}第二页：${LONG}第三页：县中医院挂牌江州市中医院青岚分院。`)
    expect(pages.map((start) => text.slice(start, start + 3))).toEqual([TITLE.slice(0, 3), '第二页', '第三页'])
    expect(meta).toEqual({ title: TITLE })
    expect(problems).toEqual([])
  }, 60_000)

  it('表格一行一行，折行的格子是一格，空格子在原来的列', async () => {
    const bytes = await print(`<p>${LONG}</p><table><tr><th>序号</th><th>项目名称</th><th>责任单位</th><th>进展</th></tr>
<tr><td>1</td><td>青岚县人民医院迁建工程（含感染楼、后勤楼以及室外配套附属工程）</td><td>县卫健局</td><td>主体结构封顶，进入内部装修阶段，完成投资2.3亿元，预计2024年6月竣工并投入使用</td></tr>
<tr><td>2</td><td>县中医院扩建</td><td>县中医院</td><td>开工</td></tr><tr><td></td><td>县妇幼保健院改造工程</td><td></td><td>完成可研批复</td></tr></table><p>表后的文字另起一段。</p>`)
    const { text } = await readWell('table.pdf', bytes)
    const rows = rowsOf(text)
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['序号', '项目名称', '责任单位', '进展'],
      [
        '1',
        '青岚县人民医院迁建工程（含感染楼、后勤楼以及室外配套附属工程）',
        '县卫健局',
        '主体结构封顶，进入内部装修阶段，完成投资2.3亿元，预计2024年6月竣工并投入使用',
      ],
      ['2', '县中医院扩建', '县中医院', '开工'],
      ['', '县妇幼保健院改造工程', '', '完成可研批复'],
    ])
    expect(text.split('\n').at(-1)).toBe('表后的文字另起一段。')
  }, 60_000)

  it('两栏：先左后右', async () => {
    const column = (name: string): string =>
      Array.from(
        { length: 12 },
        (_, index) => `<p>${name}第${index + 1}段：县人民医院与江州市第一医院共建胸痛中心，全年下派专家三十人次，群众反映良好。</p>`,
      ).join('')
    const bytes = await print(`<div style="columns:2;column-fill:auto;height:860px">${column('左')}${column('右')}</div>`)
    const { text } = await readWell('columns.pdf', bytes)
    const order = [...text.replaceAll('\n', '').matchAll(/([左右])第(\d+)段/gu)].map(([whole]) => whole)
    expect(order).toEqual(['左', '右'].flatMap((name) => Array.from({ length: 12 }, (_, index) => `${name}第${index + 1}段`)))
    expect(text).not.toContain('\t')
  }, 60_000)

  it('名为 .txt 的 PDF 按 PDF 读，并说明', async () => {
    const { problems, pages } = await readWell('report.txt', await print(`<p>${LONG}</p>`))
    expect(problems.map(({ code }) => code)).toEqual(['read.other-format'])
    expect(pages).toEqual([0])
  }, 60_000)
})

test('没有嵌入的宋体，UniGB-UCS2-H 编码', async () => {
  const { text, pages } = await readWell(
    'song.pdf',
    makeSongPdf([['青岚县人民医院', '与江州大学附属医院签约。'], ['第二页的文字内容。'], []]),
  )
  expect(text).toBe('青岚县人民医院\n与江州大学附属医院签约。\n第二页的文字内容。')
  expect(pages).toEqual([0, 21, 30])
})

test('其中一页没有文字：说出页码', async () => {
  const { problems } = await readWell('part.pdf', makeSongPdf([['青岚县人民医院'], [], ['第三页的文字内容。']]))
  expect(problems.map(({ code, message }) => [code, message.slice(0, 6)])).toEqual([['read.pdf-scan', '第 2 页没']])
})

test('扫描件、密码、页数太多、损坏：各一句', async () => {
  expect(await refusalOf('scan.pdf', makeScan())).toEqual(['read.pdf-scan'])
  expect(await refusalOf('locked.pdf', makeLocked())).toEqual(['read.pdf-password'])
  expect(await refusalOf('many.pdf', makeManyPages(10_000))).toEqual(['read.too-many-pages'])
  expect(await refusalOf('none.pdf', Buffer.from('%PDF-1.7\nnothing'))).toEqual(['read.damaged'])
  expect(await refusalOf('text.pdf', '这不是 PDF')).toEqual(['read.damaged'])
  const result = await readBytes('many.pdf', makeManyPages(2001))
  expect(result.ok ? '' : result.problems[0]?.message).toMatch(/^2001 页，超过一个文件 2000 页的上限/)
}, 60_000)

test('到了时限就放手，下一份照读', async () => {
  const file = { path: 'slow.pdf', id: 'x', bytes: makeManyPages(1500) }
  const late = await readPdf(file, { deadline: 1 })
  expect(late.ok ? [] : late.problems.map(({ code }) => code)).toEqual(['read.too-slow'])
  expect((await readWell('song.pdf', makeSongPdf([['青岚县人民医院']]))).text).toBe('青岚县人民医院')
}, 60_000)
