/** `npm run push`: brings a Neo4j database in step with a data folder; only what changed is written, what was removed goes. */
import { parseArgs } from 'node:util'
import { openStore } from '../../cypher/store/index.ts'
import { Ledger } from '../ledger/index.ts'
import { reconcileStore, type Reconciled } from '../ledger/reconcile.ts'
import { runCommand, tell, tellProblems, tellProgress, UsageError } from './terminal.ts'

const USAGE = `用法：npm run push -- --to bolt://主机:7687 [选项]
  --to         Neo4j 的地址：bolt://、neo4j://（集群），加密用 bolt+s://、neo4j+s://（证书是自己签的：+ssc）
  --user       用户（默认取环境变量 NEO4J_USERNAME）；密码只从 NEO4J_PASSWORD 取
  --database   数据库（默认取 NEO4J_DATABASE，再没有就是该用户的默认库）
  --data       数据目录（默认 .yilian）
  --compare    逐个核对服务器里的节点和关系，即使看上去没有人动过
  --replace    图谱由另一个数据目录推送时，换成这个数据目录的内容
  可以随时中断（Ctrl+C），再运行一次就接着做完。`

async function push(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      to: { type: 'string' },
      user: { type: 'string' },
      database: { type: 'string' },
      data: { type: 'string', default: '.yilian' },
      compare: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
    },
  })
  if (values.to === undefined) throw new UsageError('没有给出 --to。')
  const store = await openStore({ kind: 'neo4j', uri: values.to, user: values.user, database: values.database })
  try {
    const ledger = await Ledger.open(values.data)
    try {
      tellProblems(values.data, ledger.problems)
      const onProgress = (done: number, total: number): void => tellProgress(done, total, '推送')
      const { replace, compare } = values
      const outcome = await reconcileStore({ ledger, store }, { onProgress, replace, compare, signal: abortOnSignal() })
      tellProgress(0, 0, null)
      return report(outcome)
    } finally {
      ledger.close()
    }
  } finally {
    await store.close()
  }
}

/** The document under way is still written as a whole; a second signal ends at once. */
function abortOnSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return controller.signal
}

function report({ written, removed, unchanged, cancelled }: Reconciled): number {
  if (cancelled) {
    tell(`已中断：推送了 ${written} 份文档。再运行一次就接着推送。`)
    return 130
  }
  tell(`推送了 ${written} 份文档，移除 ${removed} 份，${unchanged} 份没有变化。`)
  return 0
}

await runCommand(USAGE, push)
