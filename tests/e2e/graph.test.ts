/** The graph page as a person uses it: real server, real store, real browser, the five demo reports. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import { neighbourCountsSchema, overviewSchema } from '../../web/contract/index.ts'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

/** Numbers of the bottom line: nodes and relations shown. */
async function counts(page: Page): Promise<{ nodes: number; edges: number; text: string }> {
  const text = await page.locator('.bottom-counts').innerText()
  const [nodes, edges] = [...text.matchAll(/(\d+) \/ \d+/g)].map((match) => Number(match[1]))
  return { nodes: nodes ?? 0, edges: edges ?? 0, text }
}

/** Whether the canvas holds more than its ground: some pixel that differs from the first one. */
async function isDrawn(page: Page): Promise<boolean> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.stage canvas')].some((canvas) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
      return pixels.some((value, index) => index % 4 === 3 && value > 0)
    }),
  )
}

async function search(page: Page, text: string): Promise<void> {
  const input = page.getByRole('combobox')
  await input.fill(text)
  await page.locator('.hit').first().waitFor()
}

/** A hospital of the overview that takes part in a few initiatives: these are not drawn at first. */
async function findExpandable(address: string): Promise<string> {
  const overview = overviewSchema.parse(await (await fetch(`${address}/api/overview`)).json())
  for (const { id, label } of overview.nodes) {
    if (label !== 'Hospital') continue
    const answer = await fetch(`${address}/api/neighbours/count?id=${encodeURIComponent(id)}`)
    const { counts: rows } = neighbourCountsSchema.parse(await answer.json())
    if (rows.some((row) => row.type === 'PARTICIPATES_IN')) return id
  }
  throw new Error('no hospital takes part in an initiative')
}

/** Opens the filters of the legend, which are folded at first. */
async function openFilters(page: Page): Promise<void> {
  await page.locator('.filters summary').click()
  await page.locator('.filter-form').first().waitFor()
}

describeInBrowser('图谱页', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.page.goto(app.address)
    await app.page.locator('.bottom-counts').waitFor()
    await expect.poll(() => isDrawn(app.page), { timeout: 15_000 }).toBe(true)
  })

  it('一打开就有总览，说明显示了多少，没有脚本错误', async () => {
    const { nodes, edges, text } = await counts(app.page)
    expect(nodes).toBeGreaterThan(30)
    expect(edges).toBeGreaterThan(15)
    expect(text).toMatch(/^显示 \d+ \/ \d+ 节点 · \d+ \/ \d+ 关系/)
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox')
    expect(app.faults).toEqual([])
  })

  it('按简称、拼音首字母、地区搜索，结果按类型分组', async () => {
    for (const [text, name] of [
      ['省肿瘤医院', '浙江省肿瘤医院'],
      ['zjszlyy', '浙江省肿瘤医院'],
      ['慈溪', '慈溪市'],
    ] as const) {
      await search(app.page, text)
      await expect.poll(() => app.page.locator('.hit-name').allInnerTexts()).toContain(name)
      expect(await app.page.locator('.search-group').count()).toBeGreaterThan(0)
    }
  })

  it('搜索后回车选中，右侧有原句，原句通到文档里标出的位置', async () => {
    await search(app.page, '省肿瘤医院')
    await app.page.keyboard.press('Enter')
    const panel = app.page.getByRole('complementary', { name: '详情' })
    await panel.getByRole('heading', { level: 1 }).waitFor()
    expect(await panel.getByRole('heading', { level: 1 }).innerText()).toContain('肿瘤医院')
    expect(await panel.locator('blockquote').count()).toBeGreaterThan(0)
    expect(await panel.locator('mark').count()).toBeGreaterThan(0)
    await expect.poll(() => new URL(app.page.url()).searchParams.get('id')).toMatch(/肿瘤医院/)
    const quote = (await panel.locator('blockquote').first().innerText()).slice(0, 12)
    await panel.getByRole('link', { name: '查看原文' }).first().click()
    await app.page.waitForURL(/\/documents\/[0-9a-f]+\?start=\d+&end=\d+/)
    await expect.poll(() => app.page.locator('main').innerText()).toContain(quote)
    expect(app.faults).toEqual([])
  })

  it('展开、隐藏、撤销、重做', async () => {
    const id = await findExpandable(app.address)
    await app.page.goto(`${app.address}/?id=${encodeURIComponent(id)}`)
    await app.page.getByRole('complementary', { name: '详情' }).getByRole('heading', { level: 1 }).waitFor()
    const chosen = await counts(app.page)
    // Leaves the search box, which has the focus on opening.
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('Shift+F10')
    const menu = app.page.getByRole('menu')
    await menu.getByRole('menuitem', { name: /^展开/ }).first().waitFor()
    const open = menu.locator('[role="menuitem"]:not([aria-disabled="true"])').filter({ hasText: /^展开/ }).first()
    await open.click()
    await expect.poll(async () => (await counts(app.page)).nodes).toBeGreaterThan(chosen.nodes)
    const expanded = await counts(app.page)
    await app.page.keyboard.press('Delete')
    await expect.poll(async () => (await counts(app.page)).text).toContain('隐藏 1')
    await app.page.keyboard.press('Control+z')
    await expect.poll(async () => (await counts(app.page)).nodes).toBe(expanded.nodes)
    await app.page.keyboard.press('Control+z')
    await expect.poll(async () => (await counts(app.page)).nodes).toBe(chosen.nodes)
    await app.page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await counts(app.page)).nodes).toBe(expanded.nodes)
    expect(app.faults).toEqual([])
  })

  it('图例隐藏一类，地址栏随之，链接打开同一视图', async () => {
    const before = await counts(app.page)
    await app.page.locator('.legend').getByRole('button', { name: /^工程/ }).click()
    await expect.poll(async () => (await counts(app.page)).nodes).toBeLessThan(before.nodes)
    await expect.poll(() => new URL(app.page.url()).searchParams.get('kinds')).toBe('Program,Project')
    const filtered = await counts(app.page)
    await app.page.reload()
    await app.page.locator('.bottom-counts').waitFor()
    await expect.poll(async () => (await counts(app.page)).nodes).toBe(filtered.nodes)
  })

  it('只看一种形式、较可信的，没有线的一同略去；地址栏随之，清除后如初', async () => {
    const { page } = app
    const all = await counts(page)
    await openFilters(page)
    await page.locator('.filter-form').first().click()
    await expect.poll(async () => (await counts(page)).edges).toBeLessThan(all.edges)
    const some = await counts(page)
    expect(some.nodes).toBeLessThan(all.nodes)
    expect(some.nodes).toBeGreaterThan(1)
    await page.getByLabel('可信度至少').selectOption('0.9')
    await expect.poll(() => new URL(page.url()).searchParams.get('confidence')).toBe('0.9')
    expect(new URL(page.url()).searchParams.get('forms')).not.toBeNull()
    await page.reload()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(async () => (await counts(page)).text).toBe(all.text)
    expect(new URL(page.url()).search).toBe('')
  })

  it('列表里有画布上的一切，键盘可达', async () => {
    await app.page.keyboard.press('Escape')
    await app.page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await app.page.keyboard.press('l')
    const list = app.page.getByRole('region', { name: '画布内容列表' })
    await list.waitFor()
    const { nodes, edges } = await counts(app.page)
    expect(await list.locator('tbody tr').count()).toBe(nodes)
    await list.getByRole('tab', { name: /连线/ }).click()
    await expect.poll(() => list.locator('tbody tr').count()).toBe(edges)
    const [file] = await Promise.all([app.page.waitForEvent('download'), list.getByRole('button', { name: '下载 CSV' }).click()])
    expect(file.suggestedFilename()).toMatch(/^医联图谱-关系与原句-\d{4}-\d{2}-\d{2}\.csv$/)
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines[0]).toContain('一端,一端类型,关系,另一端')
    expect(lines.length).toBeGreaterThan(edges)
  })

  it('整张图存为图片：有标题与图例，图上有东西', async () => {
    const [file] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: '存为图片（整张图）' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^医联图谱-\d{4}-\d{2}-\d{2}\.png$/)
    const png = readFileSync(await file.path())
    // Width and height stand at fixed places of a PNG (W3C PNG, 11.2.2); an empty sheet of this size has some 40 KB.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1600])
    expect(png.length).toBeGreaterThan(150_000)
    expect(await app.page.locator('.picture-frame').count()).toBe(0)
  })

  it('两种主题、宽窄两种窗口都没有无障碍问题', async () => {
    const violations = await app.findViolations('/', async (page) => {
      await page.locator('.bottom-counts').waitFor()
      await search(page, '省肿瘤医院')
      await page.keyboard.press('Enter')
      await page.locator('blockquote').first().waitFor()
    })
    expect(violations).toEqual([])
  })
})
