/** The error of the data room: what is wrong in which file of seeds/, at which line. */

/** One thing wrong in one file; `line` is 1-based and absent where it concerns the whole file. */
export interface SeedFault {
  readonly file: string
  readonly line?: number
  readonly message: string
}

export type SeedErrorCode = 'seed.missing-file' | 'seed.bad-row' | 'seed.bad-json' | 'seed.unknown-list' | 'seed.bad-divisions'

/** Thrown when seeds/ cannot be used; its message lists every fault as `file:line: what`. */
export class SeedError extends Error {
  readonly code: SeedErrorCode
  readonly faults: readonly SeedFault[]

  constructor(code: SeedErrorCode, faults: readonly SeedFault[], options?: ErrorOptions) {
    super(faults.map(formatFault).join('\n'), options)
    this.name = 'SeedError'
    this.code = code
    this.faults = faults
  }
}

/** `seeds/lexicon/organisations.tsv:12: kind: …`, as editors and terminals can follow it. */
export function formatFault(fault: SeedFault): string {
  return `${fault.file}${fault.line === undefined ? '' : `:${fault.line}`}: ${fault.message}`
}
