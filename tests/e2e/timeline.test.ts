/** 时间页: years with deeds and plans, each with its sentences. */
import { beforeEach, expect, it } from 'vitest'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

describeInBrowser('时间页', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.page.goto(`${app.address}/timeline`)
    await app.page.locator('.years').waitFor()
  })

  it('近的年份在前，计划另列；隐藏一类后地址随之，链接打开同一视图', async () => {
    const years = (await app.page.locator('.year > h2').allInnerTexts()).map((text) => Number.parseInt(text, 10))
    expect(years.length).toBeGreaterThan(1)
    expect(years).toEqual([...years].sort((a, b) => b - a))
    const events = app.page.locator('.event')
    const all = await events.count()
    await app.page.getByRole('button', { name: '建设', exact: true }).click()
    await expect.poll(() => events.count()).toBeLessThan(all)
    expect(new URL(app.page.url()).searchParams.get('hidden')).toBe('CONSTRUCTS')
    const some = await events.count()
    await app.page.reload()
    await expect.poll(() => events.count()).toBe(some)
  })

  it('点开一条有原句，原句通向文档', async () => {
    await app.page.locator('.event').first().click()
    const panel = app.page.locator('.panel')
    await panel.locator('blockquote').first().waitFor()
    await panel.locator('figcaption a').first().click()
    await app.page.locator('.text-view [data-selected]').first().waitFor()
  })

  it('两种主题、宽窄两种窗口都没有无障碍问题', async () => {
    const violations = await app.findViolations('/timeline', async (page) => {
      await page.locator('.event').first().click()
      await page.locator('.panel blockquote').first().waitFor()
    })
    expect(violations).toEqual([])
  })
})
