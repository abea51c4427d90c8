/** The analysis on the graph page: real server, real store, real browser, the five demo reports. */
import type { Locator, Page } from 'playwright-core'
import { beforeEach, expect, it } from 'vitest'
import { algorithmAnswerSchema, type AlgorithmAnswer } from '../../web/contract/index.ts'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

/** Those that the legend shows at first. */
const KINDS = ['District', 'Hospital', 'Institution', 'Consortium', 'Project']

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
  const app = useApp()

  beforeEach(async () => {
    await app.page.goto(app.address)
  })

  it('中介中心性：排名与接口的一致，说明范围；点一行就到图上', async () => {
    const box = await openAnalysis(app.page)
    await choose(box, '中介中心性')
    await box.locator('.rank-row').first().waitFor()
    const { rows, read } = await answer('betweenness', { kinds: KINDS })
    const named = await box.locator('.rank-name').allInnerTexts()
    expect(named).toEqual(rows.slice(0, 50).map((row) => row['name']))
    expect(await box.innerText()).toContain(`${read?.nodes} 个节点、${read?.relations} 条关系`)
    await box.locator('.rank-row').nth(2).click()
    const panel = app.page.getByRole('complementary', { name: '详情' })
    await panel.getByRole('heading', { level: 1 }).waitFor()
    expect(await panel.getByRole('heading', { level: 1 }).innerText()).toBe(named[2])
  })

  it('在地址栏里，链接打开同一视图；可撤销', async () => {
    const box = await openAnalysis(app.page)
    await choose(box, '度数')
    await box.locator('.rank-row').first().waitFor()
    await expect.poll(() => new URL(app.page.url()).searchParams.get('measure')).toBe('degree')
    await app.page.reload()
    await app.page.getByRole('button', { name: '分析：度数' }).waitFor()
    await app.page.goto(app.address)
    const fresh = await openAnalysis(app.page)
    await choose(fresh, '社群')
    await fresh.locator('.group-row').first().waitFor()
    await app.page.getByRole('button', { name: '撤销：分析' }).click()
    await expect.poll(() => new URL(app.page.url()).searchParams.get('measure')).toBeNull()
    await expect.poll(() => fresh.locator('.group-row').count()).toBe(0)
  })

  it('社群：成组列出，点一组选中其中在画布上的；列表里多一列', async () => {
    const box = await openAnalysis(app.page)
    await choose(box, '社群')
    await box.locator('.group-row').first().waitFor()
    expect(await box.innerText()).toMatch(/共 \d+ 个社群，模块度 0\.\d+/)
    await box.locator('.group-row').first().click()
    const panel = app.page.getByRole('complementary', { name: '详情' })
    await expect.poll(() => panel.getByRole('heading', { level: 1 }).innerText()).toMatch(/^选中 \d+ 项$/)
    await app.page.getByRole('button', { name: '列表 (L)' }).click()
    const list = app.page.getByRole('region', { name: '画布内容列表' })
    await list.getByRole('button', { name: '社群' }).click()
    expect(await list.locator('tbody tr td.number:last-child').allInnerTexts()).toContain('①')
  })

  it('随图例而变：隐藏一种关系，重新计算；全隐藏时说没有可算的', async () => {
    const box = await openAnalysis(app.page)
    await choose(box, '度数')
    await box.locator('.rank-row').first().waitFor()
    const told = (): Promise<string> => box.locator('.measure-told li').first().innerText()
    const before = await told()
    await app.page.locator('.legend').getByRole('button', { name: /^建设/ }).click()
    await expect.poll(told).not.toBe(before)
    for (const kind of [/^合作/, /^成员/, /^参与举措/, /^分支/, /^附属/])
      await app.page.locator('.legend').getByRole('button', { name: kind }).click()
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
    await app.page.goto(`${app.address}/?id=${encodeURIComponent(String(rows[0]?.['a']))}`)
    await app.page.getByRole('complementary', { name: '详情' }).getByRole('heading', { level: 1 }).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('Shift+F10')
    await app.page.getByRole('menuitem', { name: '展开两步以内' }).click()
    await app.page.getByText(/^加入了 \d+ 个节点$|两步以内的节点都已在画布上$/).waitFor()
    await app.page.getByRole('button', { name: '列表 (L)' }).click()
    const list = app.page.getByRole('region', { name: '画布内容列表' })
    await list.getByRole('button', { name: String(rows[0]?.['bName']), exact: true }).waitFor()
  })

  it('几个节点的共同伙伴，加到画布上并选中', async () => {
    const box = await openAnalysis(app.page)
    await choose(box, '连通分支')
    await box.locator('.group-row').first().click()
    const { rows: members } = await answer('components', { kinds: KINDS })
    const ids = members.filter((row) => row['component'] === 1).map((row) => row['id'])
    const { rows } = await answer('common-partners', { ids })
    await app.page.getByRole('button', { name: '找共同伙伴' }).click()
    await app.page.getByText(rows.length > 0 ? `共同的伙伴有 ${rows.length} 个，已选中` : '它们没有共同的伙伴').waitFor()
  })

  it.each([
    ['betweenness', '.rank-row'],
    ['communities', '.group-row'],
  ])(
    '两种主题、宽窄两种窗口都没有无障碍问题：%s',
    async (measure, row) => {
      const violations = await app.findViolations(`/?measure=${measure}`, async (page) => {
        const box = await openAnalysis(page)
        await box.locator(row).first().waitFor()
      })
      expect(violations).toEqual([])
    },
    120_000,
  )
})
