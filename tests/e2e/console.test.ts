/** 查询页: editor, faults at their place, named questions, results, history. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeInBrowser, launch, openPage, startApp, type RunningApp } from './browser.ts'

describeInBrowser('查询页', () => {
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
    await page.goto(`${app.address}/console`)
    await page.locator('.cm-content').waitFor()
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual([])
  })

  async function write(text: string): Promise<void> {
    await page.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText(text)
  }

  it('Ctrl+Enter 运行，名称是链接，行数写明；历史留到下一次', async () => {
    await write('MATCH (h:Hospital) RETURN h ORDER BY h.id LIMIT 3')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('.result-table .entity-link').first().waitFor()
    expect(await page.locator('.results-bar').innerText()).toContain('3 行')
    await page.reload()
    await page.locator('.past button').first().waitFor()
    expect(await page.locator('.past button').first().innerText()).toContain('LIMIT 3')
  })

  it('到上限时说明', async () => {
    await page.locator('.console-limit select').selectOption('100')
    await write('MATCH (c:Claim) RETURN c.id')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByText('显示前 100 行').waitFor()
  })

  it('错误标在原处，运行时也说明；写入被拒绝', async () => {
    await write('MATCH (h:Hospital RETURN h')
    await page.locator('.cm-lintRange-error').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('.console-fault').waitFor()
    expect(await page.locator('.console-fault').innerText()).toContain('第 1 行')
    await write('CREATE (n:Hospital) RETURN n')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('.console-fault', { hasText: '只能查询' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(faults.splice(0).every((fault) => fault.includes('400'))).toBe(true)
  })

  it('补全来自模型', async () => {
    await write('MATCH (h:Hosp')
    await page.keyboard.type('i')
    await page.locator('.cm-tooltip-autocomplete').waitFor()
    expect(await page.locator('.cm-tooltip-autocomplete').innerText()).toContain('Hospital')
    await page.waitForTimeout(200)
    await page.keyboard.press('Enter')
    expect(await page.locator('.cm-content').innerText()).toContain('h:Hospital')
  })

  it('从常用问题开始：必填的参数要填，按名称找编号', async () => {
    await page.getByRole('button', { name: '谁与它合作' }).click()
    await page.locator('.console-bar .primary').click()
    await page.getByText('先填好参数 $id').waitFor()
    const field = page.locator('.parameter input').first()
    await field.fill('奉化区')
    const suggested = page.locator('.parameter').first().locator('datalist option').first()
    await suggested.waitFor({ state: 'attached' })
    const id = await suggested.getAttribute('value')
    await field.fill(id ?? '')
    await page.locator('.console-bar .primary').click()
    await page.locator('.result-table .entity-link').first().waitFor()
  })

  it('结果可以看 JSON、计划，也可以加入图谱', async () => {
    await write('MATCH (a:Hospital)-[r:COOPERATES_WITH]-(b) RETURN a, r, b LIMIT 5')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('.result-table').waitFor()
    await page.getByRole('tab', { name: 'JSON' }).click()
    expect(await page.locator('.console-text').innerText()).toContain('COOPERATES_WITH')
    await page.getByRole('tab', { name: '计划' }).click()
    await page.locator('.console-text', { hasText: 'Hospital' }).waitFor()
    await page.getByRole('tab', { name: '图谱' }).click()
    await page.getByRole('button', { name: '加入图谱' }).click()
    await page.waitForURL((url) => url.pathname === '/')
  })
})
