/** One process at a time in a data folder: a lock file that holds the process's id and when it started. */
import { readFileSync, rmSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { LedgerError, systemCode } from './ledger-error.ts'

export interface Lock {
  /** The dead process whose lock was taken over, where there was one. */
  readonly takenFrom: number | undefined
  release(): void
}

interface Holder {
  readonly pid: number
  readonly started: number | undefined
}

/** Milliseconds since 1970 at which this process began. */
const STARTED = Math.round(performance.timeOrigin)

/** Takes the lock. Throws LedgerError `ledger.in-use` where a living process holds it. */
export async function takeLock(path: string): Promise<Lock> {
  let takenFrom: number | undefined
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createLock(path)) return { takenFrom, release: () => releaseLock(path) }
    const holder = await readHolder(path)
    if (holder !== undefined && isAlive(holder))
      throw new LedgerError('ledger.in-use', `数据目录正被进程 ${holder.pid} 使用，请先关闭它，或用 --data 另选一个目录`)
    takenFrom = holder?.pid ?? 0
    await rm(path, { force: true })
  }
  throw new LedgerError('ledger.in-use', '数据目录正被别的进程使用，请稍后再试')
}

async function createLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(`${process.pid}\n${STARTED}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const [pid = NaN, started] = (await readFile(path, 'utf8')).split('\n').map((line) => Number.parseInt(line, 10))
    return Number.isInteger(pid) && pid > 0 ? { pid, started } : undefined
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** In a container every run has the same id: a lock of our own id that was taken before we started is a dead run's. */
function isAlive({ pid, started }: Holder): boolean {
  if (pid === process.pid && started !== undefined && Number.isInteger(started)) return started === STARTED
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/** Leaves a lock alone that another process has taken since. */
function releaseLock(path: string): void {
  try {
    if (Number.parseInt(readFileSync(path, 'utf8'), 10) === process.pid) rmSync(path, { force: true })
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
