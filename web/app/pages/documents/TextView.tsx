/** The text with every fact tinted. Blocks far from the window are plain text (and can still be found by the browser's search). */
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { Problem } from '../../../../cypher/model/index.ts'
import { cutBlocks, cutPieces, type DocumentClaim, type Range, type Spans, type TextBlock, type TextPiece } from './text-blocks.ts'

export type Span = Range

/** Characters beyond which the beginning of a span matters more than its middle. */
const LONG_SPAN = 400

interface TextViewProps {
  readonly text: string
  readonly claims: readonly DocumentClaim[]
  readonly problems: readonly Problem[]
  /** The span to emphasise and bring into view. */
  readonly selected: Span | null
  readonly onSelect: (span: Span) => void
}

function Piece({ piece, onSelect }: { piece: TextPiece; onSelect: (span: Span) => void }) {
  // The narrowest claim is what a person means by clicking.
  const claim = piece.claims.at(-1)
  const { isSelected } = piece
  if (!claim) {
    if (!piece.isProblem && !isSelected) return piece.text
    return (
      <span className={piece.isProblem ? 'text-problem' : ''} data-selected={isSelected || undefined} data-start={piece.start}>
        {piece.text}
      </span>
    )
  }
  const captions = [...new Set(piece.claims.map(({ caption }) => caption))].join('\n')
  const select = (): void => onSelect({ start: claim.start, end: claim.end })
  const isFirst = piece.start === claim.start
  return (
    <mark
      data-kind={claim.label}
      data-start={piece.start}
      data-selected={isSelected || undefined}
      className={piece.isProblem ? 'text-problem' : ''}
      title={captions}
      role="button"
      tabIndex={isFirst ? 0 : -1}
      onClick={select}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        select()
      }}
    >
      {piece.text}
    </mark>
  )
}

interface BlockProps extends Spans {
  readonly text: string
  readonly block: TextBlock
  readonly onSelect: (span: Span) => void
}

const Block = memo(function Block({ text, block, claims, problems, selected, onSelect }: BlockProps) {
  const element = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsNear(true), { rootMargin: '800px' })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  const isMarked = isNear || selected !== null
  const pieces = useMemo(
    () => (isMarked ? cutPieces(text, block, { claims, problems, selected }) : []),
    [isMarked, text, block, claims, problems, selected],
  )
  return (
    <div className="text-block" ref={element}>
      {isMarked ? pieces.map((piece) => <Piece key={piece.start} piece={piece} onSelect={onSelect} />) : text.slice(block.start, block.end)}
    </div>
  )
})

export function TextView({ text, claims, problems, selected, onSelect }: TextViewProps) {
  const view = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => cutBlocks(text), [text])
  const unread = useMemo(
    () => problems.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }])),
    [problems],
  )
  useEffect(() => {
    if (!selected) return
    const target = view.current?.querySelector('[data-selected]')
    target?.scrollIntoView({ block: selected.end - selected.start > LONG_SPAN ? 'start' : 'center' })
  }, [selected])
  return (
    <div className="text-view" ref={view}>
      {blocks.map((block) => (
        <Block
          key={block.start}
          text={text}
          block={block}
          claims={claims}
          problems={unread}
          selected={selected !== null && selected.start < block.end && selected.end > block.start ? selected : null}
          onSelect={onSelect}
        />
      ))}
    </div>
  )
}
