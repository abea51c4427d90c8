/** The append-only log of decisions, one JSON a line. */
import { open, readFile, truncate } from 'node:fs/promises'
import type { Problem } from '../../cypher/model/index.ts'
import { decisionSchema, type Decision } from './decision.ts'
import { appendDurably } from './durable-file.ts'
import { systemCode } from './ledger-error.ts'

/** Reads the log; a last line that a crash tore is cut off, a line that cannot be understood is passed over, both told. */
export async function readDecisions(path: string, { mend } = { mend: true }): Promise<{ decisions: Decision[]; problems: Problem[] }> {
  const bytes = await readIfThere(path)
  const whole = bytes.lastIndexOf(0x0a) + 1
  const problems: Problem[] = []
  if (whole < bytes.length) {
    if (mend) await cutTo(path, whole)
    problems.push({ code: 'ledger.torn-decision', message: 'decisions.jsonl 的最后一行没有写完，已去掉这一行' })
  }
  const decisions: Decision[] = []
  for (const [index, line] of bytes.subarray(0, whole).toString('utf8').split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = decisionSchema.safeParse(parseJson(line))
    if (parsed.success) decisions.push(parsed.data)
    else problems.push({ code: 'ledger.bad-decision', message: `decisions.jsonl 第 ${index + 1} 行看不懂，未采用` })
  }
  return { decisions, problems }
}

/** Adds one decision; it is on the disk when this returns. */
export async function appendDecision(path: string, decision: Decision): Promise<void> {
  await appendDurably(path, `${JSON.stringify(decisionSchema.parse(decision))}\n`)
}

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

async function cutTo(path: string, length: number): Promise<void> {
  await truncate(path, length)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
