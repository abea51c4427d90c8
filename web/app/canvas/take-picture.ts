/** The whole scene as a picture of print size: drawn anew on a canvas that nobody sees, with title and key. */
import type { EntityLabel } from '../../../cypher/model/index.ts'
import { readColours, type Colours } from './colours.ts'
import type { CanvasEvents } from './gestures.ts'
import { startCanvas } from './start.ts'
import type { Picture } from './sync.ts'

/** CSS pixels; as many dots or twice as many, as the screen has. */
const SIZE = { width: 2400, height: 1600 }
const HEAD = 120
const FOOT = 90
const MARGIN = 60

export interface Caption {
  readonly title: string
  /** What is shown of how much, and when. */
  readonly lines: readonly string[]
  readonly key: readonly { readonly label: EntityLabel; readonly name: string }[]
}

const nothing = (): void => undefined
const DEAF: CanvasEvents = {
  onSelect: nothing,
  onSelectMany: nothing,
  onOpen: nothing,
  onMenu: nothing,
  onMove: nothing,
  onHover: nothing,
}

function write(context: CanvasRenderingContext2D, { title, lines, key }: Caption, colours: Colours): void {
  context.textBaseline = 'middle'
  context.fillStyle = colours.ink
  context.font = `600 36px ${colours.font}`
  context.fillText(title, MARGIN, 50)
  context.fillStyle = colours.inkSoft
  context.font = `20px ${colours.font}`
  lines.forEach((line, at) => context.fillText(line, MARGIN, 90 + at * 28))
  let x = MARGIN
  const y = SIZE.height - 40
  for (const { label, name } of key) {
    context.fillStyle = colours.kinds[label]
    context.beginPath()
    context.arc(x + 9, y, 9, 0, 2 * Math.PI)
    context.fill()
    context.fillStyle = colours.ink
    context.fillText(name, x + 28, y)
    x += 28 + context.measureText(name).width + 36
  }
}

function compose(frame: HTMLElement, caption: Caption): HTMLCanvasElement {
  // Cytoscape keeps canvases beside those that it shows.
  const canvases = [...frame.querySelectorAll('canvas')].filter(
    (canvas) => canvas.width > 0 && getComputedStyle(canvas).visibility !== 'hidden',
  )
  const ratio = Math.max(1, ...canvases.map((canvas) => canvas.width / SIZE.width))
  const sheet = document.createElement('canvas')
  ;[sheet.width, sheet.height] = [Math.round(SIZE.width * ratio), Math.round(SIZE.height * ratio)]
  const context = sheet.getContext('2d')
  if (!context) throw new Error('the browser gives no 2D canvas')
  const colours = readColours()
  context.fillStyle = colours.ground
  context.fillRect(0, 0, sheet.width, sheet.height)
  for (const canvas of canvases) context.drawImage(canvas, 0, 0, sheet.width, sheet.height)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  write(context, caption, colours)
  return sheet
}

/** A PNG. Throws an Error where the browser makes none. */
export async function takePicture(picture: Picture, caption: Caption): Promise<Blob> {
  const frame = document.createElement('div')
  frame.className = 'graph-canvas picture-frame'
  frame.setAttribute('aria-hidden', 'true')
  Object.assign(frame.style, { width: `${SIZE.width}px`, height: `${SIZE.height}px` })
  document.body.append(frame)
  const insets = { left: MARGIN, right: MARGIN, top: HEAD, bottom: FOOT }
  const canvas = startCanvas(frame, { events: DEAF, onZoom: nothing, insets: () => insets })
  try {
    canvas.show(picture)
    canvas.fitPlaces(picture.positions)
    await canvas.drawn()
    const sheet = compose(frame, caption)
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'))
    if (blob === null) throw new Error('the browser makes no picture of this size')
    return blob
  } finally {
    canvas.close()
    frame.remove()
  }
}
