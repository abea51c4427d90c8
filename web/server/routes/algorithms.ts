/** GET /api/algorithms, POST /api/algorithms/:name: what Cypher alone does not answer, worked out beside the server's thread. */
import { Hono } from 'hono'
import type { z } from 'zod'
import {
  algorithmNames,
  algorithms,
  readNetwork,
  runAlgorithm,
  type AlgorithmDefinition,
  type AlgorithmParameter,
} from '../../../cypher/algorithms/index.ts'
import { algorithmRequestSchema, type Algorithm, type AlgorithmAnswer, type Algorithms } from '../../contract/index.ts'
import type { Context } from '../context.ts'
import { bodyOf } from '../validate.ts'

type Request = z.infer<typeof algorithmRequestSchema>

function tellParameter({ name, kind, caption, usual, choices, least, most }: AlgorithmParameter): Algorithm['parameters'][number] {
  return {
    name,
    kind,
    caption,
    required: usual === undefined,
    default: usual ?? null,
    ...(choices === undefined ? {} : { choices }),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  }
}

function tellAlgorithms(): Algorithms {
  return {
    algorithms: algorithmNames.map((name) => {
      const { title, purpose, parameters, columns, limit, shows }: AlgorithmDefinition = algorithms[name]
      return {
        name,
        title,
        purpose,
        parameters: parameters.map(tellParameter),
        columns: [...columns],
        limit,
        ...(shows === undefined ? {} : { shows }),
      }
    }),
  }
}

async function run(
  context: Context,
  { name, params, limit, signal }: Request & { name: string; signal: AbortSignal },
): Promise<AlgorithmAnswer> {
  // Read once for each state of the store; who asks first must not be able to take it from those who wait for it too.
  const network = () => context.keep('network', () => readNetwork(context.store))
  const answer = await runAlgorithm(context.store, { name, params }, { network, signal, ...(limit === undefined ? {} : { limit }) })
  return { ...answer, parameters: { ...answer.parameters }, rows: [...answer.rows], notes: [...answer.notes] }
}

export function algorithmRoutes(context: Context): Hono {
  return new Hono()
    .get('/algorithms', (c) => c.json(tellAlgorithms()))
    .post('/algorithms/:name', async (c) => {
      const { params, limit } = await bodyOf(c, algorithmRequestSchema)
      return c.json(await run(context, { name: c.req.param('name'), params, limit, signal: c.req.raw.signal }))
    })
}
