/** Two small dialogs: the keys, and the choice of what to expand where there is too much. */
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { labelDefinitions, relationDefinitions } from '../../../cypher/model/index.ts'
import { useCaption, useText } from '../i18n/index.ts'
import { attempt, expandBy } from '../scene/actions.ts'
import { useDesk, type TypeCount } from '../scene/desk.ts'
import { useGraphText, type GraphWord } from '../scene/words.ts'
import { useGraph } from '../state/graph.ts'
import './menu.css'

const KEYS: readonly (readonly [readonly string[], GraphWord])[] = [
  [['/'], 'search'],
  [['Ctrl', 'Z'], 'undo'],
  [['Ctrl', 'Shift', 'Z'], 'redo'],
  [['F'], 'fit'],
  [['+', '−'], 'keyZoom'],
  [['Enter'], 'keyExpand'],
  [['Shift', 'F10'], 'keyMenu'],
  [['Delete'], 'hide'],
  [['Esc'], 'keyEscape'],
  [['L'], 'list'],
  [['?'], 'keys'],
]

export function KeysDialog() {
  const t = useGraphText()
  const shell = useText()
  const isOpen = useDesk((desk) => desk.areKeysOpen)
  const close = (): void => useDesk.setState({ areKeysOpen: false })
  return (
    <ModalOverlay className="dialog-back" isOpen={isOpen} onOpenChange={close} isDismissable>
      <Modal className="popover">
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {t('keys')}
          </Heading>
          <dl className="keys-list">
            {KEYS.map(([keys, word]) => (
              <div key={word} style={{ display: 'contents' }}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(word)}</dd>
              </div>
            ))}
            <dt>{t('keyPointer')}</dt>
            <dd>{t('keyPointerWhat')}</dd>
          </dl>
          <footer>
            <button type="button" className="button" onClick={close}>
              {shell('close')}
            </button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const keyOf = (row: TypeCount): string => `${row.type} ${row.label}`

function Choices({ id, counts }: { id: string; counts: readonly TypeCount[] }) {
  const t = useGraphText()
  const say = useCaption()
  const name = useGraph((graph) => graph.nodes.get(id)?.name ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = counts.filter((row) => chosen.has(keyOf(row)))
  const close = (): void => useDesk.setState({ choosing: null })
  const toggle = (key: string): void =>
    setChosen((before) => new Set(before.has(key) ? [...before].filter((other) => other !== key) : [...before, key]))
  return (
    <Dialog className="dialog">
      <Heading slot="title" level={2}>
        {t('tooMany', { name, count: counts.reduce((sum, row) => sum + row.count, 0) })}
      </Heading>
      <p className="caption">{t('tooManyHint')}</p>
      {counts.map((row) => (
        <label key={keyOf(row)} className="choice">
          <input type="checkbox" checked={chosen.has(keyOf(row))} onChange={() => toggle(keyOf(row))} />
          <span>
            {say(relationDefinitions[row.type].caption)} · {say(labelDefinitions[row.label].caption)}
          </span>
          <span className="number">{row.count}</span>
        </label>
      ))}
      <footer>
        <button type="button" className="button" onClick={close}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={rows.length === 0}
          onClick={() => {
            close()
            attempt(expandBy(id, rows))
          }}
        >
          {t('expandChosen', { count: rows.reduce((sum, row) => sum + row.count, 0) })}
        </button>
      </footer>
    </Dialog>
  )
}

export function ChooseDialog() {
  const choosing = useDesk((desk) => desk.choosing)
  return (
    <ModalOverlay
      className="dialog-back"
      isOpen={choosing !== null}
      onOpenChange={() => useDesk.setState({ choosing: null })}
      isDismissable
    >
      <Modal className="popover">{choosing ? <Choices id={choosing.id} counts={choosing.counts} /> : null}</Modal>
    </ModalOverlay>
  )
}
