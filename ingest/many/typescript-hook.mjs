// @ts-check
/** Node's load hook for TypeScript: types are left out, lines are mapped back for stack traces. Resolves nothing: imports tell their suffix. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context)
  const path = fileURLToPath(url)
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'esnext',
    sourcefile: path,
    sourcemap: 'inline',
    sourcesContent: false,
    // A field that is only declared costs nothing: a class of which others are made would define each one slowly.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  })
  return { format: 'module', source: code, shortCircuit: true }
}
