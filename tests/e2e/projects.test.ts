/** 项目页: works by stage, their sums and sentences, and the table as a file. */
import { readFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

describeInBrowser('项目页', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.page.goto(`${app.address}/projects`)
    await app.page.locator('.board').waitFor()
  })

  it('按进度成组，筛选后只剩符合的，链接打开同一视图', async () => {
    const rows = app.page.locator('.board-name')
    const all = await rows.count()
    expect(all).toBeGreaterThan(20)
    expect((await app.page.locator('.board-stage').allInnerTexts()).join(' ')).toContain('在建')
    await app.page.getByRole('searchbox').fill('慈溪市人民医院')
    await expect.poll(() => rows.count()).toBeLessThan(all)
    expect(new URL(app.page.url()).searchParams.get('q')).toBe('慈溪市人民医院')
    await app.page.reload()
    await expect.poll(() => rows.count()).toBeGreaterThan(0)
    expect(await rows.count()).toBeLessThan(all)
    await app.page.getByRole('searchbox').fill('没有这个项目')
    await app.page.getByRole('button', { name: '清除条件' }).click()
    await expect.poll(() => rows.count()).toBe(all)
  })

  it('点开一项有原句，原句通向文档', async () => {
    await app.page.locator('.board-name').first().click()
    const panel = app.page.locator('.panel')
    await panel.locator('blockquote').first().waitFor()
    await panel.locator('figcaption a').first().click()
    await app.page.locator('.text-view [data-selected]').first().waitFor()
  })

  it('下载的表每项一行，数字照原样', async () => {
    const [file] = await Promise.all([app.page.waitForEvent('download'), app.page.getByRole('button', { name: '下载 CSV' }).click()])
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines.length).toBe((await app.page.locator('.board-name').count()) + 1)
    expect(lines[0]).toContain('总投资（万元）')
  })

  it('两种主题、宽窄两种窗口都没有无障碍问题', async () => {
    const violations = await app.findViolations('/projects', async (page) => {
      await page.locator('.board-name').first().click()
      await page.locator('.panel blockquote').first().waitFor()
    })
    expect(violations).toEqual([])
  })
})
