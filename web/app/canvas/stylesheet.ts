/** Cytoscape's styles, by class and mapped data only: a function per element would run on every redraw. */
import type { StylesheetJsonBlock } from 'cytoscape'
import { entityLabels, type ClaimedType, type EntityLabel } from '../../../cypher/model/index.ts'
import { glyphs } from '../theme/glyphs.ts'
import type { Colours } from './colours.ts'

/** Opacity of what is planned, and of what stands back while something is hovered. */
const PLANNED = 0.55
const FADED = 0.25

/** Data URI of a kind's icon in one colour. */
function iconImage(label: EntityLabel, colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="5 5 14 14"><path d="${glyphs[label].icon}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}

function kindStyles(colours: Colours): StylesheetJsonBlock[] {
  return entityLabels.flatMap((label): StylesheetJsonBlock[] => {
    const colour = colours.kinds[label]
    const ring = label === 'Consortium' ? { 'outline-width': 1.5, 'outline-offset': 2.5, 'outline-color': colour } : {}
    return [
      {
        selector: `node.${label}`,
        style: {
          shape: glyphs[label].shape,
          'background-color': colour,
          'border-color': colour,
          'background-image': iconImage(label, colours.surface),
          ...ring,
        },
      },
      {
        selector: `node.${label}.partner`,
        style: { 'background-color': colours.surface, 'border-width': 2, 'background-image': iconImage(label, colour) },
      },
    ]
  })
}

/** Groups of an analysis take the kind's colour over; shape and icon still tell the kind, the number in the name tells the group. */
function groupStyles({ groups, lineEnded, surface }: Colours): StylesheetJsonBlock[] {
  const coloured = [lineEnded, ...groups].map((colour, group) => ({ colour, group }))
  return coloured.flatMap(({ colour, group }): StylesheetJsonBlock[] => [
    { selector: `node.group-${group}`, style: { 'background-color': colour, 'border-color': colour, 'outline-color': colour } },
    { selector: `node.group-${group}.partner`, style: { 'background-color': surface, 'border-width': 3 } },
  ])
}

function lineStyles({ kinds, lineQuiet, ground }: Colours): StylesheetJsonBlock[] {
  const coloured: [ClaimedType, string, number][] = [
    ['COOPERATES_WITH', kinds.Hospital, 1],
    ['MEMBER_OF', kinds.Consortium, 0.85],
    ['CONSTRUCTS', kinds.Project, 0.7],
    ['PARTICIPATES_IN', kinds.Program, 0.7],
    ['BRANCH_OF', lineQuiet, 1],
    ['AFFILIATED_WITH', lineQuiet, 1],
    ['LOCATED_IN', lineQuiet, 0.5],
    ['PART_OF', lineQuiet, 0.5],
  ]
  const doubled = { width: 1.6, 'line-outline-width': 0.8, 'line-outline-color': lineQuiet, 'line-color': ground }
  return [
    ...coloured.map(([type, colour, opacity]) => ({
      selector: `edge.${type}`,
      style: { 'line-color': colour, 'target-arrow-color': colour, 'source-arrow-color': colour, color: colour, opacity },
    })),
    // Cooperation is the heaviest: wider than what its documents alone give.
    { selector: 'edge.COOPERATES_WITH', style: { width: 'data(heavy)' } },
    { selector: 'edge.MEMBER_OF.lead', style: { 'source-arrow-shape': 'circle', 'arrow-scale': 0.8 } },
    { selector: 'edge.BRANCH_OF, edge.AFFILIATED_WITH', style: { ...doubled, 'target-arrow-shape': 'vee', 'arrow-scale': 0.7 } },
  ]
}

function gapStyles(colours: Colours): StylesheetJsonBlock[] {
  const typed: [ClaimedType, string][] = [
    ['COOPERATES_WITH', colours.kinds.Hospital],
    ['MEMBER_OF', colours.kinds.Consortium],
    ['CONSTRUCTS', colours.kinds.Project],
    ['PARTICIPATES_IN', colours.kinds.Program],
    ['BRANCH_OF', colours.lineQuiet],
    ['AFFILIATED_WITH', colours.lineQuiet],
  ]
  return typed.map(([type, colour]) => ({
    selector: `edge.low.${type}`,
    style: {
      'line-fill': 'linear-gradient',
      'line-gradient-stop-colors': [colour, colour, colours.ground, colours.ground, colour, colour],
      'line-gradient-stop-positions': [0, 42, 42, 58, 58, 100],
    },
  }))
}

function statusStyles({ lineEnded }: Colours): StylesheetJsonBlock[] {
  return [
    { selector: 'edge.plan', style: { 'line-style': 'dashed', 'line-dash-pattern': [5, 4], opacity: PLANNED } },
    {
      selector: 'edge.ended',
      style: { 'line-style': 'dotted', 'line-color': lineEnded, 'target-arrow-color': lineEnded, 'source-arrow-color': lineEnded },
    },
    { selector: 'node.plan', style: { 'border-width': 1.5, 'border-style': 'dashed', opacity: 0.75, 'background-opacity': 0.35 } },
    { selector: 'node.ended', style: { 'background-color': lineEnded, 'border-color': lineEnded } },
  ]
}

function stateStyles({ accent }: Colours): StylesheetJsonBlock[] {
  return [
    { selector: '.faded', style: { opacity: FADED } },
    { selector: 'edge.near', style: { opacity: 1 } },
    {
      selector: 'node.selected',
      style: { 'underlay-color': accent, 'underlay-opacity': 0.3, 'underlay-padding': 6, 'underlay-shape': 'ellipse' },
    },
    { selector: 'edge.selected', style: { 'underlay-color': accent, 'underlay-opacity': 0.3, 'underlay-padding': 4, opacity: 1 } },
    { selector: 'edge.path', style: { 'underlay-color': accent, 'underlay-opacity': 0.22, 'underlay-padding': 3, opacity: 1 } },
  ]
}

/** Loads the icons of one theme: cytoscape draws an image that is not there yet only after the next zoom. Keep what it gives alive. */
export async function loadIcons(colours: Colours): Promise<HTMLImageElement[]> {
  const uris = entityLabels.flatMap((label) => [iconImage(label, colours.surface), iconImage(label, colours.kinds[label])])
  const images = uris.map((uri) => {
    const image = new Image()
    image.src = uri
    return image
  })
  await Promise.all(images.map((image) => image.decode()))
  return images
}

/** The whole stylesheet in the colours of one theme. */
export function stylesheet(colours: Colours): StylesheetJsonBlock[] {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'border-width': 0,
        'background-width': '62%',
        'background-height': '62%',
        'background-image-opacity': 1,
        'overlay-opacity': 0,
        'z-index': 2,
      },
    },
    ...kindStyles(colours),
    ...groupStyles(colours),
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'straight',
        'overlay-opacity': 0,
        'font-family': colours.font,
        'font-size': 10,
        'min-zoomed-font-size': 13,
        label: 'data(caption)',
        'text-background-color': colours.ground,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'text-rotation': 'autorotate',
      },
    },
    ...lineStyles(colours),
    ...gapStyles(colours),
    ...statusStyles(colours),
    { selector: 'edge.counted', style: { 'font-size': 13, 'min-zoomed-font-size': 7, 'text-rotation': 'none' } },
    ...stateStyles(colours),
  ] as StylesheetJsonBlock[]
}
