/** 查询页: editor, faults at their place, named questions, results, history. */
import { beforeEach, expect, it } from 'vitest'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

describeInBrowser('查询页', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.page.goto(`${app.address}/console`)
    await app.page.locator('.cm-content').waitFor()
  })

  async function write(text: string): Promise<void> {
    await app.page.locator('.cm-content').click()
    await app.page.keyboard.press('ControlOrMeta+A')
    await app.page.keyboard.insertText(text)
  }

  it('Ctrl+Enter 运行，名称是链接，行数写明；历史留到下一次', async () => {
    await write('MATCH (h:Hospital) RETURN h ORDER BY h.id LIMIT 3')
    await app.page.keyboard.press('ControlOrMeta+Enter')
    await app.page.locator('.result-table .entity-link').first().waitFor()
    expect(await app.page.locator('.results-bar').innerText()).toContain('3 行')
    await app.page.reload()
    await app.page.locator('.past button').first().waitFor()
    expect(await app.page.locator('.past button').first().innerText()).toContain('LIMIT 3')
  })

  it('到上限时说明', async () => {
    await app.page.locator('.console-limit select').selectOption('100')
    await write('MATCH (c:Claim) RETURN c.id')
    await app.page.keyboard.press('ControlOrMeta+Enter')
    await app.page.getByText('显示前 100 行').waitFor()
  })

  it('错误标在原处，运行时也说明；写入被拒绝', async () => {
    await write('MATCH (h:Hospital RETURN h')
    await app.page.locator('.cm-lintRange-error').waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('ControlOrMeta+Enter')
    await app.page.locator('.console-fault').waitFor()
    expect(await app.page.locator('.console-fault').innerText()).toContain('第 1 行')
    await write('CREATE (n:Hospital) RETURN n')
    await app.page.keyboard.press('ControlOrMeta+Enter')
    await app.page.locator('.console-fault', { hasText: '只能查询' }).waitFor()
    await app.page.waitForLoadState('networkidle')
    expect(app.faults.splice(0).every((fault) => fault.includes('400'))).toBe(true)
  })

  it('补全来自模型', async () => {
    await write('MATCH (h:Hosp')
    await app.page.keyboard.type('i')
    await app.page.locator('.cm-tooltip-autocomplete').waitFor()
    expect(await app.page.locator('.cm-tooltip-autocomplete').innerText()).toContain('Hospital')
    await app.page.waitForTimeout(200)
    await app.page.keyboard.press('Enter')
    expect(await app.page.locator('.cm-content').innerText()).toContain('h:Hospital')
  })

  it('从常用问题开始：必填的参数要填，按名称找编号', async () => {
    await app.page.getByRole('button', { name: '谁与它合作' }).click()
    await app.page.locator('.console-bar .primary').click()
    await app.page.getByText('先填好参数 $id').waitFor()
    const field = app.page.locator('.parameter input').first()
    await field.fill('奉化区')
    const suggested = app.page.locator('.parameter').first().locator('datalist option').first()
    await suggested.waitFor({ state: 'attached' })
    const id = await suggested.getAttribute('value')
    await field.fill(id ?? '')
    await app.page.locator('.console-bar .primary').click()
    await app.page.locator('.result-table .entity-link').first().waitFor()
  })

  it('结果可以看 JSON、计划，也可以加入图谱', async () => {
    await write('MATCH (a:Hospital)-[r:COOPERATES_WITH]-(b) RETURN a, r, b LIMIT 5')
    await app.page.keyboard.press('ControlOrMeta+Enter')
    await app.page.locator('.result-table').waitFor()
    await app.page.getByRole('tab', { name: 'JSON' }).click()
    expect(await app.page.locator('.console-text').innerText()).toContain('COOPERATES_WITH')
    await app.page.getByRole('tab', { name: '计划' }).click()
    await app.page.locator('.console-text', { hasText: 'Hospital' }).waitFor()
    await app.page.getByRole('tab', { name: '图谱' }).click()
    await app.page.getByRole('button', { name: '加入图谱' }).click()
    await app.page.waitForURL((url) => url.pathname === '/')
  })
})
