/** Outline and icon of each kind, drawn in a box of 24 by 24; canvas, legend and lists all draw these. */
import type { EntityLabel } from '../../../cypher/model/index.ts'

export interface Glyph {
  /** The shape itself, closed. */
  readonly outline: string
  /** Lines of the icon inside it. */
  readonly icon: string
  /** The same shape in cytoscape's words. */
  readonly shape: 'hexagon' | 'ellipse' | 'round-rectangle' | 'diamond' | 'round-tag'
}

export const glyphs: Readonly<Record<EntityLabel, Glyph>> = {
  District: {
    outline: 'M7 3h10l5 9-5 9H7l-5-9Z',
    icon: 'M12 17c-3-3.2-4-5-4-6.7a4 4 0 0 1 8 0c0 1.7-1 3.5-4 6.7ZM12 10v.6',
    shape: 'hexagon',
  },
  Hospital: {
    outline: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z',
    icon: 'M12 7.5v9M7.5 12h9',
    shape: 'ellipse',
  },
  Institution: {
    outline: 'M7 2.5h10a4.5 4.5 0 0 1 4.5 4.5v10a4.5 4.5 0 0 1-4.5 4.5H7A4.5 4.5 0 0 1 2.5 17V7A4.5 4.5 0 0 1 7 2.5Z',
    icon: 'M7 17h10M8.5 17v-5M12 17v-5M15.5 17v-5M7 9.5l5-3 5 3',
    shape: 'round-rectangle',
  },
  Consortium: {
    outline: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Z',
    icon: 'M12 11.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM9 16.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM15 16.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
    shape: 'ellipse',
  },
  Project: {
    outline: 'M12 1.5 22.5 12 12 22.5 1.5 12Z',
    icon: 'M10 16.5v-9M7.5 9.5h8M14.5 9.5v3',
    shape: 'diamond',
  },
  Program: {
    outline: 'M4 3.5h11l7 8.5-7 8.5H4a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2Z',
    icon: 'M8.5 17V7.5h6l-1.5 2.5 1.5 2.5h-6',
    shape: 'round-tag',
  },
}
