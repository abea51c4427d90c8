import { defineConfig } from 'vitest/config'

/** `npm test` runs all rooms but tests/slow; `npm run test:slow` (mode slow) runs that one alone. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'slow' ? ['tests/slow/**/*.test.ts'] : ['tests/{unit,contract,laws,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: mode === 'slow' ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // With CI set nothing may be skipped in silence: the reporter fails the run and names what was.
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', './tests/no-skips.ts'],
  },
}))
