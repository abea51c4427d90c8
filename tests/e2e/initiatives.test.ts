/** 举措页: matrix, a cell's sentences, two districts side by side. */
import { beforeEach, expect, it } from 'vitest'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

describeInBrowser('举措页', () => {
  const app = useApp()

  beforeEach(async () => {
    await app.page.goto(`${app.address}/initiatives`)
    await app.page.locator('.matrix').waitFor()
  })

  it('矩阵列出各发文地区，每列写明读过几份、哪些年份', async () => {
    const heads = await app.page.locator('.matrix thead th').allInnerTexts()
    expect(heads.join(' ')).toContain('奉化区')
    expect(heads.find((head) => head.includes('奉化区'))).toContain('2 份文件 · 2022—2023')
    expect(await app.page.locator('.matrix-legend').innerText()).toContain('已读文件未提到，不等于没有开展')
  })

  it('点开一格看到举措和原句，原句通向文档的那一处', async () => {
    await app.page.locator('button.matrix-cell').first().click()
    const panel = app.page.locator('.panel')
    await panel.locator('blockquote').first().waitFor()
    expect(await panel.innerText()).toContain('最早见于已读文件')
    expect(app.page.url()).toContain('family=')
    await app.page.reload()
    await panel.locator('blockquote').first().waitFor()
    const quote = await panel.locator('blockquote').first().innerText()
    await panel.locator('figcaption a').first().click()
    await app.page.locator('.text-view [data-selected]').first().waitFor()
    const emphasised = (await app.page.locator('.text-view [data-selected]').allInnerTexts()).join('')
    expect(emphasised.replaceAll(/\s/g, '')).toBe(quote.replaceAll(/\s/g, ''))
  })

  it('勾选两个地区并排对比，链接打开同一个对比', async () => {
    const boxes = app.page.locator('.matrix thead input[type=checkbox]')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await app.page.locator('.matrix-bar .primary').click()
    await app.page.locator('.compare-table').waitFor()
    expect(await app.page.locator('.compare-group').first().innerText()).toContain('两地都有')
    await app.page.reload()
    await app.page.locator('.compare-table').waitFor()
    await app.page.locator('.compare-bar button').click()
    await app.page.locator('.matrix').waitFor()
  })

  it('筛选、互换行列、换层级', async () => {
    await app.page.getByRole('searchbox').fill('奉化')
    expect(await app.page.locator('.matrix thead th').count()).toBe(2)
    await app.page.getByRole('button', { name: '行列互换' }).click()
    expect(await app.page.locator('.matrix tbody tr').count()).toBe(1)
    await app.page.getByRole('searchbox').fill('没有的地方')
    await app.page.getByText('没有符合筛选条件的类别').waitFor()
    await app.page.getByRole('button', { name: '清除筛选' }).click()
    await app.page.locator('.matrix-bar select').first().selectOption('city')
    await app.page.locator('.matrix-district', { hasText: '宁波市' }).waitFor()
  })
})
