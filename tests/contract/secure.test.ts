/** The Neo4j adapter on a server with TLS and a login: every scheme, and one sentence for each way to be turned away. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type GraphStore, type StoreError } from '../../cypher/store/index.ts'
import { LOGIN, startSecure, type SecureServer } from '../neo4j/secure-server.ts'
import { describeWithOwnNeo4j } from '../neo4j/use-server.ts'
import { fixtureWrites } from './fixture.ts'

describeWithOwnNeo4j('加密、要登录的 Neo4j', () => {
  let server: SecureServer
  beforeAll(async () => {
    server = await startSecure()
  }, 600_000)
  afterAll(() => server.dispose())

  const open = (scheme: string, login: { user?: string; password?: string } = LOGIN): Promise<GraphStore> =>
    openStore({ kind: 'neo4j', uri: `${scheme}://${server.host}`, ...login })
  const refusal = (opening: Promise<unknown>): Promise<StoreError> =>
    opening.then(
      () => expect.unreachable('opened'),
      (error: unknown) => error as StoreError,
    )

  test.each(['bolt+ssc', 'neo4j+ssc'])('%s：写进去，读出来', async (scheme) => {
    const store = await open(scheme)
    await store.clear()
    for (const write of fixtureWrites) await store.writeDocument(write)
    expect((await store.read('MATCH (h:Hospital) RETURN count(h)')).rows).toEqual([[7]])
    await store.close()
  })
  test.each(['bolt+s', 'neo4j+s'])('%s：自己签的证书不受信任，说出怎么办', async (scheme) => {
    const { code, message } = await refusal(open(scheme))
    expect(code).toBe('store.untrusted')
    expect(message).toContain(`${scheme}sc://`)
  })
  test.each(['bolt', 'neo4j'])('%s：服务器只回答加密的连接', async (scheme) => {
    const { code, message } = await refusal(open(scheme))
    expect(code).toBe('store.unavailable')
    expect(message).toContain(`${scheme}+s://`)
  })
  test.each<[string, { user?: string; password?: string }]>([
    ['密码不对', { user: 'neo4j', password: 'not-this-one' }],
    ['没有这个用户', { user: 'nobody', password: LOGIN.password }],
    ['没有登录', {}],
  ])('%s：说出来，密码不在话里', async (_, login) => {
    const { code, message } = await refusal(open('bolt+ssc', login))
    expect(code).toBe('store.unauthorised')
    if (login.password !== undefined) expect(message).not.toContain(login.password)
  })
})
