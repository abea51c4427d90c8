/** `npm run rebuild`: reads again what was read with older words or rules, and writes the store anew from the ledger. */
import { parseArgs } from 'node:util'
import { openStore } from '../../cypher/store/index.ts'
import { Ledger } from '../ledger/index.ts'
import { rebuildStore, rereadOutdated } from '../pipeline.ts'
import { openTools } from './open-tools.ts'
import { runCommand, tell, tellProblems, tellProgress } from './terminal.ts'

const USAGE = '用法：npm run rebuild -- [--data 目录]'

async function rebuild(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string', default: '.yilian' } } })
  const ledger = await Ledger.open(values.data)
  try {
    tellProblems(values.data, ledger.problems)
    const store = await openStore({ kind: 'embedded', folder: values.data })
    try {
      const onProgress = ({ done, total, current }: { done: number; total: number; current: string | null }): void =>
        tellProgress(done, total, current)
      const reread = await rereadOutdated({ ledger, store, ...openTools(), onProgress })
      await rebuildStore({ ledger, store }, (done, total) => tellProgress(done, total, '重建'))
      tellProgress(0, 0, null)
      tell(`重读 ${reread} 份文档，重建了 ${ledger.size} 份文档的图谱`)
    } finally {
      await store.close()
    }
  } finally {
    ledger.close()
  }
  return 0
}

await runCommand(USAGE, rebuild)
