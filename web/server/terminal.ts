/** What the server says on the terminal: standard error, one line a matter. */
import type { Problem } from '../../cypher/model/index.ts'

/** Problems told at once; the documents page lists them all. */
const MOST_PROBLEMS = 20

export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A counter in place on a terminal, nothing where standard error is a file; a total of 0 wipes it. */
export function showProgress(what: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(total === 0 ? '\r\u001B[K' : `\r\u001B[K正在读取 ${done}/${total} ${what}`)
}

export function sayProblems(files: readonly { readonly path: string; readonly problems: readonly Problem[] }[]): void {
  const lines = files.flatMap(({ path, problems }) =>
    problems.map(({ message, code }) => (message.includes(path) ? `${message} [${code}]` : `${path}：${message} [${code}]`)),
  )
  for (const line of lines.slice(0, MOST_PROBLEMS)) say(line)
  if (lines.length > MOST_PROBLEMS) say(`另有 ${lines.length - MOST_PROBLEMS} 条问题，见“文档”页。`)
}
