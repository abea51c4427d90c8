/** The algorithms have one definition: the README, the command line and the API say what it says. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { algorithmNames, algorithms, selectionParameters } from '../../cypher/algorithms/index.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const english = readme.slice(readme.indexOf('## In English'))

test.each(algorithmNames)('README 列出 %s，说法与定义一致', (name) => {
  const { title, purpose } = algorithms[name]
  expect(readme).toContain(`| \`${name}\` ${title.zh} | ${purpose.zh} |`)
  expect(english).toContain(`\`${name}\``)
})

test('README 没有列出不存在的算法', () => {
  const table = readme.slice(readme.indexOf('## 网络算法'), readme.indexOf('## 团队用'))
  const listed = [...table.matchAll(/^\| `([\w-]+)` /gm)].map((match) => match[1])
  expect(listed).toEqual(algorithmNames)
  for (const { name } of selectionParameters) expect(table).toContain(`\`${name}\``)
})

test('README 里的例子都是认得的算法和参数', () => {
  const examples = [...readme.matchAll(/--algorithm ([a-z-]+)(?: --params '([^']+)')?/g)]
  expect(examples.length).toBeGreaterThan(2)
  for (const [, name = '', params = '{}'] of examples) {
    const definition = Object.entries(algorithms).find(([key]) => key === name)?.[1]
    expect([name, definition !== undefined]).toEqual([name, true])
    for (const [key, value] of Object.entries(JSON.parse(params) as Record<string, unknown>)) {
      const parameter = definition?.parameters.find((one) => one.name === key)
      expect([name, key, parameter?.schema.safeParse(value).success]).toEqual([name, key, true])
    }
  }
})

test('没有不带种子的随机', () => {
  const folder = new URL('../../cypher/algorithms/', import.meta.url)
  const users = readdirSync(folder).filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('Math.random'))
  expect(users).toEqual([])
})
