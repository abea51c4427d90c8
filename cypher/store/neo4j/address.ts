/** Where a Neo4j server is and who asks it: from options first, then from the environment. The password is in no message. */
import neo4j, { type AuthToken } from 'neo4j-driver'
import { StoreError } from '../port.ts'

export interface Neo4jOptions {
  /** `bolt://`, `neo4j://` (routing), or either with `+s` (TLS) or `+ssc` (TLS, own certificate). */
  readonly uri: string
  /** Default: NEO4J_USERNAME, else `neo4j` where there is a password. */
  readonly user?: string | undefined
  /** Default: NEO4J_PASSWORD. Without one the server is asked without a login. */
  readonly password?: string | undefined
  /** Default: NEO4J_DATABASE, else the user's home database. */
  readonly database?: string | undefined
  /** Milliseconds for the write of one document, its retries included; default 120,000. */
  readonly writeTimeout?: number | undefined
}

export interface Neo4jAddress {
  readonly uri: string
  readonly auth: AuthToken
  readonly database: string | undefined
}

/** What a server with its login switched off expects. */
const NO_LOGIN = neo4j.auth.custom('', '', '', 'none')
const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']

/** Throws StoreError `store.bad-address`, whose message never repeats a user or a password. */
export function readAddress(options: Neo4jOptions, environment: Readonly<Record<string, string | undefined>>): Neo4jAddress {
  const uri = checkUri(options.uri)
  const user = options.user ?? given(environment['NEO4J_USERNAME'])
  const password = options.password ?? given(environment['NEO4J_PASSWORD'])
  if (user !== undefined && password === undefined) {
    throw new StoreError('store.bad-address', `给出了 Neo4j 用户 ${user}，没有密码。请把密码放在环境变量 NEO4J_PASSWORD 里。`)
  }
  return {
    uri,
    auth: password === undefined ? NO_LOGIN : neo4j.auth.basic(user ?? 'neo4j', password),
    database: options.database ?? given(environment['NEO4J_DATABASE']),
  }
}

function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}

function checkUri(text: string): string {
  const scheme = /^([a-z0-9+]+):\/\//.exec(text)?.[1]
  if (scheme === undefined || !SCHEMES.includes(scheme) || !URL.canParse(text)) {
    const example = 'bolt://主机:7687、neo4j://主机:7687，加密用 neo4j+s:// 或 bolt+s://'
    throw new StoreError('store.bad-address', `Neo4j 的地址写法不对。应像 ${example}。`)
  }
  const { username, password } = new URL(text)
  if (username !== '' || password !== '') {
    throw new StoreError('store.bad-address', 'Neo4j 的用户和密码不要写在地址里：请用环境变量 NEO4J_USERNAME 和 NEO4J_PASSWORD。')
  }
  return text
}
