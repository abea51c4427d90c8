/** The name of a thing with its icon, as a link that opens it on the graph. */
import { Link } from 'wouter'
import type { EntityLabel } from '../../../cypher/model/index.ts'
import { KindIcon } from './KindIcon.tsx'

/** Address of the graph page with this thing (or relation) selected. */
export function entityHref(id: string): string {
  return `/?id=${encodeURIComponent(id)}`
}

interface EntityLinkProps {
  readonly id: string
  readonly name: string
  readonly label: EntityLabel
  readonly partner?: boolean
}

export function EntityLink({ id, name, label, partner = false }: EntityLinkProps) {
  return (
    <Link href={entityHref(id)} className="entity-link">
      <KindIcon label={label} partner={partner} />
      <span>{name}</span>
    </Link>
  )
}
