/** A reporter for CI: a test skipped there for want of a browser or a Neo4j is a failure, for nobody would notice that it never runs. */
import type { Reporter, TestModule } from 'vitest/node'

export default class NoSkips implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped: string[] = []
    for (const module of modules) {
      if (!/[\\/]tests[\\/](?:e2e[\\/]|contract[\\/]|slow[\\/]neo4j)/.test(module.moduleId)) continue
      for (const test of module.children.allTests('skipped')) skipped.push(`${module.relativeModuleId}: ${test.fullName}`)
    }
    if (skipped.length === 0) return
    process.stderr.write(`CI 中不许跳过的测试：\n${skipped.join('\n')}\n`)
    process.exitCode = 1
  }
}
