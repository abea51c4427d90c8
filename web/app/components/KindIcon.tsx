/** The shape and icon of a kind, as on the canvas: for legends, lists and titles. */
import type { EntityLabel } from '../../../cypher/model/index.ts'
import { glyphs } from '../theme/glyphs.ts'

export function KindIcon({ label, partner = false, size = 14 }: { label: EntityLabel; partner?: boolean; size?: number }) {
  const glyph = glyphs[label]
  const colour = `var(--kind-${label.toLowerCase()})`
  const isRing = label === 'Consortium'
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false" className="kind-icon">
      <path d={glyph.outline} fill={partner || isRing ? 'var(--surface)' : colour} stroke={colour} strokeWidth={isRing ? 3 : 2} />
      {size >= 14 ? (
        <path
          d={glyph.icon}
          fill="none"
          stroke={partner || isRing ? colour : 'var(--surface)'}
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
    </svg>
  )
}
