/** The same tables by the server's own `LOAD CSV`, which knows only text: every value is turned back by its column. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver } from 'neo4j-driver'
import type { Row, Table } from './bare-rows.ts'

/** Stands between the values of a list; no text of a report holds it. */
const BETWEEN = '\u0001'
const ROWS = 5000

interface CsvTable extends Table {
  readonly file: string
  readonly columns: ReadonlyMap<string, unknown>
}

/** Writes each table as a file; not part of what is timed. */
export function writeCsv(folder: string, tables: readonly Table[]): CsvTable[] {
  return tables.map((table, at) => {
    const columns = new Map<string, unknown>()
    for (const row of table.rows) for (const [key, value] of Object.entries(flat(row))) if (!columns.has(key)) columns.set(key, value)
    const keys = [...columns.keys()]
    const lines = table.rows.map((row) => keys.map((key) => quote(flat(row)[key])).join(','))
    const file = `${at}.csv`
    writeFileSync(join(folder, file), [keys.map(quote).join(','), ...lines].join('\n'))
    return { ...table, file, columns }
  })
}

function flat({ properties, ...ends }: Row): Readonly<Record<string, unknown>> {
  return { ...ends, ...properties }
}

function quote(value: unknown): string {
  if (value === undefined) return ''
  const text = Array.isArray(value) ? value.join(BETWEEN) : typeof value === 'string' ? value : JSON.stringify(value)
  return `"${text.replaceAll('"', '""')}"`
}

/** Loads the files, 5,000 rows in a transaction. */
export async function loadCsv(driver: Driver, tables: readonly CsvTable[]): Promise<void> {
  const session = driver.session()
  for (const { file, cypher, columns } of tables) {
    const properties = [...columns]
      .filter(([key]) => key !== 'from' && key !== 'to')
      .map(([key, value]) => `${key}: ${readBack(key, value)}`)
    const action = cypher.replace('row.properties', `{${properties.join(', ')}}`)
    const backslashes = '\\u0001'
    await session.run(
      `LOAD CSV WITH HEADERS FROM 'file:///${file}' AS row CALL { WITH row ${action.replaceAll(BETWEEN, backslashes)} } IN TRANSACTIONS OF ${ROWS} ROWS`,
    )
  }
  await session.close()
}

function readBack(key: string, sample: unknown): string {
  const text = `row.${key}`
  if (Array.isArray(sample)) return `split(${text}, '${BETWEEN}')`
  if (typeof sample === 'boolean') return `toBoolean(${text})`
  if (typeof sample !== 'number') return text
  return key === 'confidence' ? `toFloat(${text})` : `toInteger(${text})`
}
