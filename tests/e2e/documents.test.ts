/** 文档页: what has been read, and a text with its facts. */
import { beforeAll, expect, it } from 'vitest'
import { documentsSchema, documentTextSchema, type DocumentText } from '../../web/contract/index.ts'
import { useApp } from './app-page.ts'
import { describeInBrowser } from './browser.ts'

describeInBrowser('文档页', () => {
  const app = useApp()
  let content: DocumentText

  beforeAll(async () => {
    const { documents } = documentsSchema.parse(await (await fetch(`${app.address}/api/documents`)).json())
    const id = documents.find(({ path }) => path.includes('fenghua-2022'))?.id ?? ''
    content = documentTextSchema.parse(await (await fetch(`${app.address}/api/document?id=${id}`)).json())
  }, 180_000)

  it('列出读过的文档，覆盖表里没有读过的是 ·', async () => {
    await app.page.goto(`${app.address}/documents`)
    await app.page.locator('.document-link').first().waitFor()
    expect(await app.page.locator('.document-link').count()).toBe(5)
    expect(await app.page.locator('.coverage tbody').innerText()).toContain('·')
    await app.page.getByRole('searchbox').fill('慈溪')
    expect(await app.page.locator('.document-link').count()).toBe(1)
    await app.page.locator('.document-link').click()
    await app.page.locator('.text-view').waitFor()
  })

  it('地址里的区间被强调并移到眼前，旁边说它说了什么', async () => {
    const claim = content.claims.at(-1)
    if (!claim) throw new Error('no claims')
    await app.page.goto(`${app.address}/documents/${content.document.id}?start=${claim.start}&end=${claim.end}`)
    const selected = app.page.locator('.text-view [data-selected]').first()
    await selected.waitFor()
    await app.page.waitForTimeout(300)
    const box = await selected.boundingBox()
    expect(box && box.y > 60 && box.y < 780).toBe(true)
    const said = (await app.page.locator('.text-view [data-selected]').allInnerTexts()).join('')
    expect(said.replaceAll(/\s/g, '')).toBe(content.text.slice(claim.start, claim.end).replaceAll(/\s/g, ''))
    expect(await app.page.locator('.span-panel').innerText()).toContain(claim.caption)
  })

  it('点一句看它说了什么，再到下一处', async () => {
    await app.page.goto(`${app.address}/documents/${content.document.id}`)
    await app.page.locator('.text-view mark').first().click()
    await app.page.locator('.span-claims').first().waitFor()
    const before = app.page.url()
    await app.page.getByRole('button', { name: '下一处' }).click()
    expect(app.page.url()).not.toBe(before)
  })

  it('正文原样在页面里，一字不差，标记语言只是文字', async () => {
    await app.page.goto(`${app.address}/documents/${content.document.id}`)
    await app.page.locator('.text-view').waitFor()
    expect(await app.page.locator('.text-view').evaluate((element) => element.textContent)).toBe(content.text)
  })

  it('没有这份文档时说明', async () => {
    await app.page.goto(`${app.address}/documents/${'0'.repeat(64)}`)
    await app.page.getByText('图谱里没有这一项').waitFor()
    expect(app.faults.splice(0).every((fault) => fault.includes('404'))).toBe(true)
  })
})
