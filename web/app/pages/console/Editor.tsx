/** The Cypher editor: a bridge between CodeMirror and React. Faults come from the store's own EXPLAIN. */
import { autocompletion, type CompletionContext, type CompletionResult, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { linter, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, Prec, type Text } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { ExplainResponse } from '../../../contract/index.ts'
import { useLocale } from '../../i18n/index.ts'
import { offerAt } from './completion.ts'
import { cypherLook } from './editor-theme.ts'
import { useWords } from './words.ts'

/** Milliseconds of quiet before the text is checked. */
const LINT_DELAY = 500

type Fault = ExplainResponse['faults'][number]

interface EditorProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onRun: () => void
  /** Asks the store what is wrong; empty where nothing is. */
  readonly onCheck: (text: string) => Promise<readonly Fault[]>
}

function complete(context: CompletionContext): CompletionResult | null {
  const { locale } = useLocale.getState()
  const offers = offerAt(context.state.sliceDoc(0, context.pos), locale, context.explicit)
  return offers ? { from: offers.from, options: [...offers.options], validFor: /^[\p{L}_][\p{L}\p{N}_]*$/u } : null
}

/** The word at the fault's place, or the whole line where the engine names none; a fault without a place marks the first line. */
export function placeFault(doc: Text, { line = 1, column }: Pick<Fault, 'line' | 'column'>): { from: number; to: number } {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines))
  if (column === undefined) return { from: found.from, to: found.to }
  const from = Math.min(found.from + Math.max(0, column - 1), found.to)
  const word = /^[\p{L}\p{N}_]+|^\S/u.exec(doc.sliceString(from, found.to))?.[0] ?? ''
  if (word === '' && from > found.from) return { from: from - 1, to: from }
  return { from, to: from + word.length }
}

function diagnosticOf(doc: Text, fault: Fault): Diagnostic {
  const message = fault.hint ? `${fault.message}\n${fault.hint}` : fault.message
  return { ...placeFault(doc, fault), severity: 'error', message }
}

export function Editor({ text, onText, onRun, onCheck }: EditorProps) {
  const t = useWords()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const handlers = useRef({ onText, onRun, onCheck })
  const words = useRef(new Compartment())
  useEffect(() => {
    handlers.current = { onText, onRun, onCheck }
  })
  useEffect(() => {
    if (!host.current) return
    const run = (): boolean => {
      handlers.current.onRun()
      return true
    }
    const check = async ({ state }: EditorView): Promise<Diagnostic[]> => {
      if (state.doc.toString().trim() === '') return []
      const faults = await handlers.current.onCheck(state.doc.toString())
      return faults.map((fault) => diagnosticOf(state.doc, fault))
    }
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          cypherLook,
          autocompletion({ override: [complete], icons: false }),
          linter(check, { delay: LINT_DELAY }),
          keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          words.current.of([]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) handlers.current.onText(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
    // The editor owns its text once it is made; changes from outside come through the effect below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  useEffect(() => {
    const attributes = EditorView.contentAttributes.of({ 'aria-label': t('editor'), spellcheck: 'false' })
    view.current?.dispatch({ effects: words.current.reconfigure([attributes, placeholder(t('placeholder'))]) })
  }, [t])
  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === text) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } })
  }, [text])
  return <div className="editor" ref={host} />
}
