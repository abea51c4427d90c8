/** A server that answers over TLS only and wants a login, as a team's server and Aura do; its certificate is of its own signing. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { startOwn, type TestServer } from './server.ts'

export const LOGIN = { user: 'neo4j', password: 'only-for-this-test' }
const FIRST_PASSWORD = 'neo4j'
const CONFIG = `dbms.security.auth_enabled=true
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates/bolt
dbms.ssl.policy.bolt.client_auth=NONE
`

export interface SecureServer {
  /** `127.0.0.1` and the port; the scheme is for the test to choose. */
  readonly host: string
  dispose(): Promise<void>
}

/** Throws where openssl, Java or Maven is missing. */
export async function startSecure(): Promise<SecureServer> {
  const server: TestServer = await startOwn({ config: CONFIG, prepare: writeCertificate, isReady: takesPassword })
  return { host: new URL(server.uri).host, dispose: () => server.dispose() }
}

function writeCertificate(home: string): void {
  const folder = join(home, 'certificates', 'bolt')
  mkdirSync(folder, { recursive: true })
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const files = ['-keyout', join(folder, 'private.key'), '-out', join(folder, 'public.crt')]
  const { status, stderr, error } = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`openssl 没有做成证书：${error?.message ?? stderr}`)
}

/** A new server answers nothing until its first password has been changed. */
async function takesPassword(port: number): Promise<boolean> {
  const first = neo4j.auth.basic(LOGIN.user, FIRST_PASSWORD)
  const driver = neo4j.driver(`bolt+ssc://127.0.0.1:${port}`, first, { connectionTimeout: 2000, maxTransactionRetryTime: 0 })
  try {
    const params = { first: FIRST_PASSWORD, second: LOGIN.password }
    return await driver.executeQuery('ALTER CURRENT USER SET PASSWORD FROM $first TO $second', params, { database: 'system' }).then(
      () => true,
      () => false,
    )
  } finally {
    await driver.close()
  }
}
