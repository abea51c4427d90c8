/** The files behind the paths that a person gave: folders are walked, hidden things passed over. */
import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import type { Problem } from '../cypher/model/index.ts'

export interface FoundFile {
  /** As given, or below the folder as given. */
  readonly path: string
  /** Absolute: the file's identity in the ledger. */
  readonly absolute: string
}

export interface FoundFiles {
  readonly files: FoundFile[]
  readonly problems: { readonly path: string; readonly problems: Problem[] }[]
}

/** Files in order of path, each once. In a folder only files with these extensions are taken, and the others told in one line. */
export async function listFiles(paths: readonly string[], extensions: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], problems: [] }
  const seen = new Set<string>()
  for (const path of paths) {
    for (const file of await listOne(path, extensions, found)) {
      if (!seen.has(file.absolute)) found.files.push(file)
      seen.add(file.absolute)
    }
  }
  return found
}

/** A path that cannot be looked at is left for the reader, which says why in its own words. */
async function listOne(path: string, extensions: readonly string[], found: FoundFiles): Promise<FoundFile[]> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  if (!isFolder) return [{ path, absolute: resolve(path) }]
  const files: FoundFile[] = []
  const passedOver = new Map<string, number>()
  await walk(path, (file) => {
    const extension = extname(file).toLowerCase()
    if (extensions.includes(extension)) files.push({ path: file, absolute: resolve(file) })
    else passedOver.set(extension, (passedOver.get(extension) ?? 0) + 1)
  })
  const problems: Problem[] = []
  if (files.length === 0) problems.push({ code: 'read.empty-folder', message: `文件夹里没有能读的文件：${path}` })
  if (passedOver.size > 0) problems.push({ code: 'read.passed-over', message: tellPassedOver(passedOver) })
  if (problems.length > 0) found.problems.push({ path, problems })
  return files
}

async function walk(folder: string, onFile: (path: string) => void): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await walk(path, onFile)
    else if (entry.isFile() || entry.isSymbolicLink()) onFile(path)
  }
}

function tellPassedOver(passedOver: ReadonlyMap<string, number>): string {
  const total = [...passedOver.values()].reduce((sum, count) => sum + count, 0)
  const kinds = [...passedOver].map(([extension, count]) => `${extension === '' ? '无扩展名' : extension} ${count} 个`)
  return `${total} 个文件的格式不支持，未读（${kinds.join('，')}）`
}
