/** A plain canvas laid under or over cytoscape's, as sharp as the screen. */

export interface Layer {
  readonly context: CanvasRenderingContext2D
  /** Clears and takes the size of the container; gives width and height in CSS pixels. */
  readonly begin: () => { readonly width: number; readonly height: number }
  readonly remove: () => void
}

/** Throws where the browser gives no 2D context. */
export function addLayer(container: HTMLElement, place: 'under' | 'over'): Layer {
  const canvas = document.createElement('canvas')
  canvas.className = `layer layer-${place}`
  canvas.setAttribute('aria-hidden', 'true')
  if (place === 'under') container.prepend(canvas)
  else container.append(canvas)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser gives no 2D canvas')
  return {
    context,
    begin: () => {
      const { clientWidth: width, clientHeight: height } = container
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
        canvas.width = Math.round(width * ratio)
        canvas.height = Math.round(height * ratio)
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      return { width, height }
    },
    remove: () => canvas.remove(),
  }
}
