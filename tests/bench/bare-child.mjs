// @ts-check
/** The bare engine in a process of its own: what the way between two processes costs, with nothing of the product in it. */
import { createRequire } from 'node:module'

/** @type {typeof import('@grafeo-db/js')} */
const engine = createRequire(import.meta.url)('@grafeo-db/js')
const database = engine.GrafeoDB.create(process.argv[2] ?? '')

/** @param {{ cypher: string; params: Record<string, unknown> }} request */
async function answer({ cypher, params }) {
  try {
    const result = await database.executeCypher(cypher, params)
    process.send?.({ rows: result.rows() })
  } catch (error) {
    process.send?.({ failure: String(error) })
  }
}

process.on('message', (request) => void answer(/** @type {{ cypher: string; params: Record<string, unknown> }} */ (request)))
process.on('disconnect', () => {
  database.close()
  process.exit(0)
})
