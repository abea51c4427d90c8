/** The table of differences between the two stores, each row held against both: what is told, and that the other form gives the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { differences } from '../../cypher/store/differences.ts'
import { openStore, StoreError, type GraphStore } from '../../cypher/store/index.ts'
import hintCases from '../cases/cypher-hints.json' with { type: 'json' }
import { withoutElementIds } from './compare-values.ts'
import { fixtureWrites } from './fixture.ts'

interface HintCase {
  readonly text: string
  readonly code?: string
  readonly portable?: string
}

/** To be called where a server will be there when the tests run; it must hold nobody's graph but the tests'. */
export function describeDifferences(server: { readonly uri: string }): void {
  describe('两种图库的差别', () => {
    let folder: string
    const stores: Partial<Record<GraphStore['kind'], GraphStore>> = {}
    const storeOf = (kind: GraphStore['kind']): GraphStore => {
      const store = stores[kind]
      if (store === undefined) throw new Error('the store is not open')
      return store
    }
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'atlas-differences-'))
      stores.embedded = await openStore({ kind: 'embedded', folder })
      stores.neo4j = await openStore({ kind: 'neo4j', uri: server.uri })
      await stores.neo4j.clear()
      for (const store of Object.values(stores)) for (const write of fixtureWrites) await store.writeDocument(write)
    }, 120_000)
    afterAll(async () => {
      for (const store of Object.values(stores)) await store.close()
      rmSync(folder, { recursive: true, force: true })
    })

    const cases: readonly HintCase[] = hintCases
    const different = cases.filter(({ code }) => code !== undefined)

    test.each(different)('$code：$text', async ({ text, code }) => {
      const row = differences.find((one) => one.code === code)
      for (const kind of ['embedded', 'neo4j'] as const) {
        const store = storeOf(kind)
        const { faults, readOnly } = await store.explain(text)
        const failure = await store.read(text, {}, { timeout: 20_000 }).then(
          () => undefined,
          (error: unknown) => (error instanceof StoreError ? error : undefined),
        )
        // One that is refused says so with the hint; one that runs has a notice.
        const told = [...faults.flatMap(({ message, hint }) => [message, hint]), failure?.fault?.hint]
        expect([kind, told]).toEqual([kind, expect.arrayContaining([row?.hint])])
        if (row?.refusedBy === kind) expect([kind, failure !== undefined || !readOnly]).toEqual([kind, true])
        else if (row?.refusedBy !== 'neither') expect([kind, failure?.message]).toEqual([kind, undefined])
      }
    })
    test.each(different.flatMap(({ portable }) => (portable === undefined ? [] : [portable])))('两种图库读法相同：%s', async (text) => {
      const told = async (kind: GraphStore['kind']): Promise<unknown> => {
        const { columns, rows } = await storeOf(kind).read(text)
        return { columns, rows: withoutElementIds(rows) }
      }
      expect(await told('neo4j')).toEqual(await told('embedded'))
    })
  })
}
