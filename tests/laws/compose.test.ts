/** docker-compose.yml: keys that the Compose specification knows, no secret in it, Neo4j closed to files and net, the app as it is. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readOptions } from '../../web/server/options.ts'
import { configOf } from '../neo4j/server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')

type Node = string | Node[] | { [key: string]: Node }

const compose = parse(text) as Record<string, Record<string, Record<string, Node>>>
const services = compose['services'] ?? {}
const neo4j = services['neo4j'] ?? {}
const app = services['app'] ?? {}
const environmentOf = (service: Record<string, Node>): Record<string, string> => service['environment'] as Record<string, string>

/** Keys of a service in the Compose specification, as far as we may come to use them. */
const SERVICE_KEYS =
  'build cap_add cap_drop command configs container_name cpus depends_on deploy dns entrypoint env_file environment expose extra_hosts healthcheck hostname image init labels logging mem_limit networks pids_limit ports profiles pull_policy read_only restart secrets security_opt shm_size stop_grace_period stop_signal sysctls tmpfs ulimits user volumes working_dir'.split(
    ' ',
  )
const HEALTH_KEYS = ['test', 'interval', 'timeout', 'retries', 'start_period', 'start_interval', 'disable']

describe('docker-compose.yml', () => {
  test('只用规范里的键', () => {
    expect(Object.keys(compose).filter((key) => !['name', 'services', 'volumes', 'networks', 'configs', 'secrets'].includes(key))).toEqual(
      [],
    )
    expect(Object.keys(services)).toEqual(['neo4j', 'app'])
    for (const service of Object.values(services)) {
      expect(Object.keys(service).filter((key) => !SERVICE_KEYS.includes(key))).toEqual([])
      const health = service['healthcheck'] as Record<string, Node>
      expect(Object.keys(health).filter((key) => !HEALTH_KEYS.includes(key))).toEqual([])
      expect((health['test'] as string[])[0]).toMatch(/^CMD(?:-SHELL)?$/)
      for (const key of ['interval', 'timeout', 'start_period']) expect(health[key]).toMatch(/^\d+s$/)
    }
    expect(Object.keys(app['build'] as object)).toEqual(['context', 'dockerfile_inline'])
  })
  test('口令只来自环境变量，没有就不启动', () => {
    const secrets = [environmentOf(neo4j)['NEO4J_AUTH'], environmentOf(app)['NEO4J_PASSWORD'], environmentOf(app)['YILIAN_TOKEN']]
    for (const secret of secrets) expect(secret).toMatch(/^(?:neo4j\/)?\$\{(?:NEO4J_PASSWORD|YILIAN_TOKEN):\?[^}]+\}$/)
    // The server takes every NEO4J_… for a setting, and refuses to start with one that it does not know.
    expect(Object.keys(environmentOf(neo4j)).filter((key) => /^NEO4J_[A-Z]/.test(key))).toEqual(['NEO4J_AUTH'])
  })
  test('Neo4j：读不到文件，上不了网，内存有数，只在本机开口', () => {
    const settings = new Map(
      Object.entries(environmentOf(neo4j)).map(([key, value]) => [
        key.slice('NEO4J_'.length).replaceAll('__', '\u0000').replaceAll('_', '.').replaceAll('\u0000', '_'),
        value,
      ]),
    )
    const expected = configOf(7687, false)
    for (const key of ['server.directories.import', 'dbms.security.allow_csv_import_from_file_urls', 'internal.dbms.cypher_ip_blocklist'])
      expect(expected).toContain(`${key}=${settings.get(key)}\n`)
    for (const key of ['server.memory.heap.max_size', 'server.memory.pagecache.size', 'db.memory.transaction.max'])
      expect(settings.get(key)).toMatch(/\d+[mg]\}$/)
    expect((neo4j['ports'] as string[]).every((port) => port.startsWith('127.0.0.1:'))).toBe(true)
    expect(neo4j['image']).toMatch(/^neo4j:5\.\d+(?:\.\d+)?-community$/)
  })
  test('应用等 Neo4j 健康了才启动，参数它都认', () => {
    expect(app['depends_on']).toEqual({ neo4j: { condition: 'service_healthy' } })
    const options = readOptions(app['command'] as string[], { YILIAN_TOKEN: 'x'.repeat(8) })
    expect(options).toMatchObject({ host: '0.0.0.0', port: 4780, data: '/data', neo4j: { uri: 'bolt://neo4j:7687' }, paths: ['/reports'] })
    expect(() => readOptions(app['command'] as string[], {})).toThrow(/YILIAN_TOKEN/)
  })
  test('卷都有声明，镜像里要的文件都在', () => {
    const mounted = Object.values(services).flatMap((service) =>
      (service['volumes'] as string[]).map((one) => one.split(/:(?=\/)/)[0] ?? ''),
    )
    const named = mounted.filter((source) => /^[a-z0-9-]+$/.test(source))
    expect(named.sort()).toEqual(Object.keys(compose['volumes'] ?? {}).sort())
    const dockerfile = String((app['build'] as Record<string, string>)['dockerfile_inline'])
    const entry = /ENTRYPOINT (\[.*\])/.exec(dockerfile)?.[1] ?? '[]'
    expect(existsSync(join(ROOT, (JSON.parse(entry) as string[]).at(-1) ?? ''))).toBe(true)
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['node_modules', '.yilian', '.git']))
  })
})
