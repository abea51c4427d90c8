/** One server for a test file, started before its tests and stopped after them. */
import { afterAll, beforeAll, describe } from 'vitest'
import { openStore } from '../../cypher/store/index.ts'
import { findHindrance, givenUri, startNeo4j, type TestServer } from './server.ts'

/** Whose graph the tests' is: a server that people name by NEO4J_URI may hold theirs. */
export const TEST_OWNER = 'yilian-atlas-tests'
const START_WITHIN = 600_000

function describeUnless(hindrance: string | undefined, name: string, tests: () => void): void {
  describe.skipIf(hindrance !== undefined)(hindrance === undefined ? name : `${name}（${hindrance}）`, tests)
}

/** Like `describe`; skipped by name where no server can be had, which CI counts as a failure (tests/no-skips.ts). */
export function describeWithNeo4j(name: string, tests: () => void): void {
  describeUnless(givenUri() === undefined ? findHindrance() : undefined, name, tests)
}

/** The same for tests that kill their server: a named one will not do. */
export function describeWithOwnNeo4j(name: string, tests: () => void): void {
  describeUnless(findHindrance(), name, tests)
}

/** To be called inside `describeWithNeo4j`; the address is there when the tests run. */
export function useServer(): { readonly uri: string } {
  let server: TestServer | undefined
  beforeAll(async () => {
    server = await startNeo4j()
    await takeOver(server.uri)
  }, START_WITHIN)
  afterAll(async () => {
    if (server === undefined) return
    if (givenUri() === undefined) return server.dispose()
    await leaveEmpty(server.uri)
  })
  return {
    get uri() {
      if (server === undefined) throw new Error('the server has not been started')
      return server.uri
    },
  }
}

/** A named server is used only where it is empty or was used by tests before: they wipe what they find. */
async function takeOver(uri: string): Promise<void> {
  const store = await openStore({ kind: 'neo4j', uri })
  try {
    const { nodes } = await store.stats()
    const isEmpty = Object.values(nodes).every((count) => count === 0)
    const owner = isEmpty ? await store.claim?.(TEST_OWNER, { replace: true }) : await store.owner?.()
    if (owner !== TEST_OWNER) throw new Error(`${givenUri()} 里有一张不是测试写的图谱，测试会清空它，所以没有运行`)
  } finally {
    await store.close()
  }
}

async function leaveEmpty(uri: string): Promise<void> {
  const store = await openStore({ kind: 'neo4j', uri })
  await store.claim?.(TEST_OWNER, { replace: true })
  await store.clear()
  await store.close()
}
