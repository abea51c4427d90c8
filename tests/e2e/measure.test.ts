/** The analysis on the graph page: real server, real store, real browser, the five demo reports. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { algorithmAnswerSchema, type AlgorithmAnswer } from '../../web/contract/index.ts'
import { describeInBrowser, launch, openPage, startApp, type RunningApp } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Those that the legend shows at first. */
const KINDS = ['District', 'Hospital', 'Institution', 'Consortium', 'Project']

/** Needs a page that was opened with `bypassCSP`. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe })
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })
    return result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`))
  })
}

async function openAnalysis(page: Page): Promise<Locator> {
  await page.locator('.bottom-counts').waitFor()
  await page.getByRole('button', { name: /^分析/ }).click()
  const box = page.getByRole('region', { name: '网络分析' })
  await box.waitFor()
  return box
}

async function choose(box: Locator, name: string): Promise<void> {
  await box.getByText(name, { exact: true }).click()
}

describeInBrowser('图谱页的分析', () => {
  let app: RunningApp
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp(), launch()])
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  beforeEach(async () => {
    ;({ page, faults } = await openPage(browser))
    await page.goto(app.address)
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual([])
  })

  it('中介中心性：排名与接口的一致，说明范围；点一行就到图上', async () => {
    const box = await openAnalysis(page)
    await choose(box, '中介中心性')
    await box.locator('.rank-row').first().waitFor()
    const { rows, read } = await answer('betweenness', { kinds: KINDS })
    const named = await box.locator('.rank-name').allInnerTexts()
    expect(named).toEqual(rows.slice(0, 50).map((row) => row['name']))
    expect(await box.innerText()).toContain(`${read?.nodes} 个节点、${read?.relations} 条关系`)
    await box.locator('.rank-row').nth(2).click()
    const panel = page.getByRole('complementary', { name: '详情' })
    await panel.getByRole('heading', { level: 1 }).waitFor()
    expect(await panel.getByRole('heading', { level: 1 }).innerText()).toBe(named[2])
  })

  it('在地址栏里，链接打开同一视图；可撤销', async () => {
    const box = await openAnalysis(page)
    await choose(box, '度数')
    await box.locator('.rank-row').first().waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('measure')).toBe('degree')
    await page.reload()
    await page.getByRole('button', { name: '分析：度数' }).waitFor()
    await page.goto(app.address)
    const fresh = await openAnalysis(page)
    await choose(fresh, '社群')
    await fresh.locator('.group-row').first().waitFor()
    await page.getByRole('button', { name: '撤销：分析' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('measure')).toBeNull()
    await expect.poll(() => fresh.locator('.group-row').count()).toBe(0)
  })

  it('社群：成组列出，点一组选中其中在画布上的；列表里多一列', async () => {
    const box = await openAnalysis(page)
    await choose(box, '社群')
    await box.locator('.group-row').first().waitFor()
    expect(await box.innerText()).toMatch(/共 \d+ 个社群，模块度 0\.\d+/)
    await box.locator('.group-row').first().click()
    const panel = page.getByRole('complementary', { name: '详情' })
    await expect.poll(() => panel.getByRole('heading', { level: 1 }).innerText()).toMatch(/^选中 \d+ 项$/)
    await page.getByRole('button', { name: '列表 (L)' }).click()
    const list = page.getByRole('region', { name: '画布内容列表' })
    await list.getByRole('button', { name: '社群' }).click()
    expect(await list.locator('tbody tr td.number:last-child').allInnerTexts()).toContain('①')
  })

  it('随图例而变：隐藏一种关系，重新计算；全隐藏时说没有可算的', async () => {
    const box = await openAnalysis(page)
    await choose(box, '度数')
    await box.locator('.rank-row').first().waitFor()
    const told = (): Promise<string> => box.locator('.measure-told li').first().innerText()
    const before = await told()
    await page.locator('.legend').getByRole('button', { name: /^建设/ }).click()
    await expect.poll(told).not.toBe(before)
    for (const kind of [/^合作/, /^成员/, /^参与举措/, /^分支/, /^附属/])
      await page.locator('.legend').getByRole('button', { name: kind }).click()
    await expect.poll(() => box.innerText()).toContain('没有可算的')
  })

  /** What the API itself gives. */
  async function answer(name: string, params: unknown): Promise<AlgorithmAnswer> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${app.address}/api/algorithms/${name}`, { method: 'POST', headers, body: JSON.stringify({ params }) })
    return algorithmAnswerSchema.parse(await response.json())
  }

  it('一个节点的两步以内，加到画布上', async () => {
    // Two that share a partner are two steps apart.
    const { rows } = await answer('projection', { types: ['COOPERATES_WITH'], least: 1 })
    await page.goto(`${app.address}/?id=${encodeURIComponent(String(rows[0]?.['a']))}`)
    await page.getByRole('complementary', { name: '详情' }).getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: '展开两步以内' }).click()
    await page.getByText(/^加入了 \d+ 个节点$|两步以内的节点都已在画布上$/).waitFor()
    await page.getByRole('button', { name: '列表 (L)' }).click()
    const list = page.getByRole('region', { name: '画布内容列表' })
    await list.getByRole('button', { name: String(rows[0]?.['bName']), exact: true }).waitFor()
  })

  it('几个节点的共同伙伴，加到画布上并选中', async () => {
    const box = await openAnalysis(page)
    await choose(box, '连通分支')
    await box.locator('.group-row').first().click()
    const { rows: members } = await answer('components', { kinds: KINDS })
    const ids = members.filter((row) => row['component'] === 1).map((row) => row['id'])
    const { rows } = await answer('common-partners', { ids })
    await page.getByRole('button', { name: '找共同伙伴' }).click()
    await page.getByText(rows.length > 0 ? `共同的伙伴有 ${rows.length} 个，已选中` : '它们没有共同的伙伴').waitFor()
  })

  it('两种主题、宽窄两种窗口都没有无障碍问题', async () => {
    for (const { measure, row, ...options } of [
      { colorScheme: 'light', viewport: { width: 1280, height: 800 }, measure: 'betweenness', row: '.rank-row' },
      { colorScheme: 'dark', viewport: { width: 768, height: 900 }, measure: 'communities', row: '.group-row' },
    ] as const) {
      const opened = await openPage(browser, { ...options, bypassCSP: true })
      await opened.page.goto(`${app.address}/?measure=${measure}`)
      const box = await openAnalysis(opened.page)
      await box.locator(row).first().waitFor()
      expect(await violations(opened.page)).toEqual([])
      await opened.page.context().close()
    }
  }, 120_000)
})
