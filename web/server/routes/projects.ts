/** GET /api/projects: what is being built, by whom. */
import { Hono } from 'hono'
import type { GraphValue } from '../../../cypher/model/index.ts'
import { runQuery } from '../../../cypher/queries/registry.ts'
import type { Projects } from '../../contract/index.ts'
import { isNode, textOf, type Row } from '../ask.ts'
import type { Context } from '../context.ts'
import { isEntityLabel, readNodes } from '../scene.ts'

type Owners = Projects['projects'][number]['owners']

function ownersOf(value: GraphValue | undefined): Owners {
  const nodes = Array.isArray(value) ? value.filter(isNode) : []
  return nodes.flatMap(({ labels, properties }) => {
    const [id, label] = [textOf(properties['id']), labels.find(isEntityLabel)]
    return id === null || label === undefined ? [] : [{ id, label, name: textOf(properties['name']) ?? id }]
  })
}

async function listProjects(context: Context): Promise<Projects> {
  const { rows, limitHit } = await runQuery<Row>(context.store, 'list-projects')
  const told = new Map(
    rows.flatMap((row) => {
      const id = isNode(row['project']) ? textOf(row['project'].properties['id']) : null
      return id === null ? [] : [[id, row] as const]
    }),
  )
  const nodes = await readNodes(context, [...told.keys()])
  const projects = nodes.map((node) => {
    const row = told.get(node.id)
    const conflict = textOf(row?.['conflict'])
    return { node, owners: ownersOf(row?.['owners']), isDisputed: conflict !== null && conflict !== '' }
  })
  return { projects, limitHit }
}

export function projectRoutes(context: Context): Hono {
  return new Hono().get('/projects', async (c) => c.json(await listProjects(context)))
}
