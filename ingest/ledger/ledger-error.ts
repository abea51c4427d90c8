/** What the ledger could not do. `code` is a stable word. */
export class LedgerError extends Error {
  readonly code: 'ledger.in-use' | 'ledger.format' | 'ledger.not-writable' | 'ledger.unknown-document' | 'ledger.missing'
  constructor(code: LedgerError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'LedgerError'
    this.code = code
  }
}

/** The code of a Node file system error, or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
