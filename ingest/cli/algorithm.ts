/** The `--algorithm` of `npm run query`: its answer as a table, and what is told beside it. */
import type { AlgorithmAnswer, AlgorithmParameter } from '../../cypher/algorithms/index.ts'
import { algorithmNames, algorithms, MOST_ALGORITHM_ROWS, selectionParameters } from '../../cypher/algorithms/index.ts'
import type { GraphValue } from '../../cypher/model/index.ts'
import { print, tell } from './terminal.ts'
import { formatTable } from './text-table.ts'

/** Prints the rows; the reading, the notes and the limit go to standard error. */
export async function printAnswer(answer: AlgorithmAnswer, isJson: boolean): Promise<void> {
  const { columns } = algorithms[answer.algorithm]
  const rows = answer.rows.map((row) => columns.map(({ name }): GraphValue => row[name] ?? null))
  await print(
    isJson
      ? `${JSON.stringify(answer, null, 1)}\n`
      : formatTable(
          columns.map(({ name }) => name),
          rows,
        ),
  )
  tellAnswer(answer)
}

function tellAnswer({ read, notes, rows, limit, limitHit, total, milliseconds }: AlgorithmAnswer): void {
  if (read !== null) {
    const left = read.leftOut > 0 ? `；范围之外的关系 ${read.leftOut} 条` : ''
    tell(`在 ${read.nodes} 个节点、${read.relations} 条关系（合为 ${read.edges} 条边）上计算${left}`)
  }
  for (const { zh } of notes) tell(zh)
  tell(`${rows.length} 行，${Math.round(milliseconds)} 毫秒`)
  if (!limitHit) return
  const all = total === null ? '' : `，共 ${total} 行`
  tell(`还有更多：只显示了前 ${limit} 行${all}。可用 --limit 取更多（最多 ${MOST_ALGORITHM_ROWS}）。`)
}

async function printParameter({ name, kind, usual, caption, choices }: AlgorithmParameter): Promise<void> {
  const preset = usual === undefined ? '（必填）' : `（默认 ${JSON.stringify(usual)}）`
  const words = choices === undefined ? '' : `：${Object.keys(choices).join(' ')}`
  await print(`    ${name}: ${kind}${preset}  ${caption.zh}${words}\n`)
}

/** Every algorithm with its parameters; those of the part of the network once, since they are the same for all. */
export async function listAlgorithms(): Promise<void> {
  const isShared = (parameter: AlgorithmParameter): boolean => selectionParameters.includes(parameter)
  for (const name of algorithmNames) {
    const { title, purpose, parameters } = algorithms[name]
    await print(`${name}  ${title.zh}：${purpose.zh}\n`)
    for (const parameter of parameters) if (!isShared(parameter)) await printParameter(parameter)
    if (parameters.some(isShared)) await print('    以及范围\n')
  }
  await print('范围：上面的算法在哪一部分关系上计算\n')
  for (const parameter of selectionParameters) await printParameter(parameter)
}
