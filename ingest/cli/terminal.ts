/** How the commands print and end: facts on standard output, everything else on standard error. */
import { once } from 'node:events'
import { relative } from 'node:path'
import type { Problem } from '../../cypher/model/index.ts'

/** Wrong arguments: told with the usage, exit code 2. */
export class UsageError extends Error {}

/** Errors of the rooms carry such a code and a sentence for people; anything else is a bug. */
const WORD_CODE = /^[a-z]+\.[a-z-]+$/

/** Writes to standard output, at the pace of whoever reads it. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Writes a line to standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** One line a problem: where, what, and its stable code. */
export function tellProblems(path: string, problems: readonly Problem[]): void {
  for (const { message, code, start } of problems) {
    const place = start === undefined ? '' : `（第 ${start} 字起）`
    tell(message.includes(path) ? `${message} [${code}]` : `${shorten(path)}${place}：${message} [${code}]`)
  }
}

/** A counter in place on a terminal; nothing where standard error is a file. */
export function tellProgress(done: number, total: number, current: string | null): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(current === null ? '\r\u001B[K' : `\r\u001B[K${done}/${total} ${shorten(current)}`)
}

function shorten(path: string): string {
  const short = relative(process.cwd(), path)
  return short === '' || short.startsWith('..') ? path : short
}

/** Runs a command; expected failures become one sentence and an exit code, bugs keep their stack. */
export async function runCommand(usage: string, command: (args: string[]) => Promise<number>): Promise<void> {
  // Whoever reads our output may stop reading (head); that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    const args = process.argv.slice(2)
    if (args.includes('--help') || args.includes('-h')) tell(usage)
    else process.exitCode = await command(args)
  } catch (error) {
    process.exitCode = endWith(error, usage)
  }
}

function endWith(error: unknown, usage: string): number {
  if (error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) {
    tell(`${error.message}\n${usage}`)
    return 2
  }
  if (error instanceof Error && 'code' in error && WORD_CODE.test(String(error.code))) {
    tell(`${error.message} [${String(error.code)}]`)
    return 1
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}
