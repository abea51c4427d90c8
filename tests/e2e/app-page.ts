/** The running app and a fresh page for each test of a file; an error that a page reports fails the test that did not expect it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch, openPage, startApp, type RunningApp } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface AppPage {
  readonly address: string
  readonly page: Page
  /** What the page has reported; a test that expects something takes it out. */
  readonly faults: string[]
  /** Opens a path in a light wide window and a dark narrow one, makes it `ready`, and gives what axe finds against WCAG 2.1 AA. */
  findViolations(path: string, ready: (page: Page) => Promise<void>): Promise<string[]>
}

const WINDOWS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 768, height: 900 } },
] as const

/** To be called inside `describeInBrowser`; what it gives is there when the tests run. */
export function useApp(): AppPage {
  let app: RunningApp | undefined
  let browser: Browser | undefined
  let opened: Awaited<ReturnType<typeof openPage>> | undefined
  const running = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the app has not been started')
    return thing
  }
  beforeAll(async () => {
    ;[app, browser] = await Promise.all([startApp(), launch()])
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  beforeEach(async () => {
    opened = await openPage(running(browser))
  })
  afterEach(async () => {
    await opened?.page.context().close()
    expect(opened?.faults).toEqual([])
  })
  return {
    get address() {
      return running(app).address
    },
    get page() {
      return running(opened).page
    },
    get faults() {
      return running(opened).faults
    },
    async findViolations(path, ready) {
      const found: string[] = []
      for (const window of WINDOWS) {
        // The app's policy lets no script in, and that must stay so.
        const { page } = await openPage(running(browser), { ...window, bypassCSP: true })
        await page.goto(`${running(app).address}${path}`)
        await ready(page)
        found.push(...(await listViolations(page)))
        await page.context().close()
      }
      return found
    },
  }
}

async function listViolations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe })
  return await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: unknown) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })
    return result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`))
  })
}
