/** What can be done with a thing or a line: right-click or Shift+F10. What cannot be done says why. */
import { useEffect, useRef, useState } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components'
import { labelDefinitions, relationDefinitions } from '../../../cypher/model/index.ts'
import type { SceneNode } from '../../contract/index.ts'
import { useCaption } from '../i18n/index.ts'
import { attempt, change, countUndrawn, expandBy, findPaths, MANY_NEIGHBOURS } from '../scene/actions.ts'
import { say, useDesk, type TypeCount } from '../scene/desk.ts'
import { addNeighbourhood } from '../scene/reach.ts'
import { useGraphText } from '../scene/words.ts'
import { useGraph } from '../state/graph.ts'
import { selectEdge, selectNode, useSelection } from '../state/selection.ts'
import { collapse, hide, pin, unpin, useView } from '../state/view.ts'
import './menu.css'

/** Null while the server counts. */
function useUndrawn(id: string): readonly TypeCount[] | null {
  const [counts, setCounts] = useState<readonly TypeCount[] | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    countUndrawn(id, controller.signal).then(setCounts, (fault: unknown) => {
      if (!controller.signal.aborted) useDesk.setState({ fault })
    })
    return () => controller.abort()
  }, [id])
  return counts
}

function copyName(name: string): void {
  navigator.clipboard.writeText(name).then(
    () => say('copied', { name }),
    () => say('copyFailed'),
  )
}

interface Item {
  readonly id: string
  readonly text: string
  readonly why?: string
  readonly run: () => void
}

function useExpandItems(node: SceneNode): Item[] {
  const t = useGraphText()
  const caption = useCaption()
  const counts = useUndrawn(node.id)
  if (!counts) return [{ id: 'counting', text: t('counting'), why: '', run: () => undefined }]
  const total = counts.reduce((sum, row) => sum + row.count, 0)
  if (total === 0) return [{ id: 'expand', text: t('expandAll', { count: 0 }), why: t('noMore'), run: () => undefined }]
  const all: Item = {
    id: 'expand',
    text: t('expandAll', { count: total }),
    run: () => (total > MANY_NEIGHBOURS ? useDesk.setState({ choosing: { id: node.id, counts } }) : attempt(expandBy(node.id, counts))),
  }
  const each = counts.map((row) => ({
    id: `expand ${row.type} ${row.label}`,
    text: t('expandType', {
      type: caption(relationDefinitions[row.type].caption),
      label: caption(labelDefinitions[row.label].caption),
      count: row.count,
    }),
    run: () => attempt(expandBy(node.id, [row])),
  }))
  return counts.length > 1 ? [all, ...each] : each
}

function usePathItem(node: SceneNode): Item {
  const t = useGraphText()
  const pathFrom = useDesk((desk) => desk.pathFrom)
  const start = useGraph((graph) => (pathFrom === null ? undefined : graph.nodes.get(pathFrom)))
  if (!start) return { id: 'paths', text: t('pathsFrom'), run: () => useDesk.setState({ pathFrom: node.id }) }
  const text = t('pathsTo', { name: start.name })
  if (start.id === node.id) return { id: 'paths', text, why: t('pathsSame'), run: () => undefined }
  return { id: 'paths', text, run: () => attempt(findPaths(start.id, node.id)) }
}

function useNodeItems(node: SceneNode, onReveal: (id: string) => void): Item[][] {
  const t = useGraphText()
  const isPinned = useView((view) => view.pinned.has(node.id))
  const brought = useView((view) => view.expansions.get(node.id)?.length)
  const select = (): void => useSelection.setState(selectNode(node.id), true)
  const collapseItem: Item[] =
    brought === undefined
      ? []
      : [{ id: 'collapse', text: t('collapse', { count: brought }), run: () => change('collapse', (view) => collapse(view, node.id)) }]
  return [
    [...useExpandItems(node), { id: 'reach', text: t('reach'), run: () => attempt(addNeighbourhood(node.id)) }, ...collapseItem],
    [
      {
        id: 'focus',
        text: t('focus'),
        run: () => {
          select()
          onReveal(node.id)
        },
      },
      usePathItem(node),
      { id: 'details', text: t('details'), run: select },
    ],
    [
      isPinned
        ? { id: 'unpin', text: t('unpin'), run: () => change('unpin', (view) => unpin(view, [node.id])) }
        : { id: 'pin', text: t('pin'), run: () => change('pin', (view) => pin(view, [node.id])) },
      { id: 'hide', text: t('hide'), run: () => change('hide', (view) => hide(view, [node.id])) },
      { id: 'copy', text: t('copyName'), run: () => copyName(node.name) },
    ],
  ]
}

function ItemMenu({ groups, name }: { groups: readonly (readonly Item[])[]; name: string }) {
  const t = useGraphText()
  const items = groups.flat()
  return (
    <Menu
      className="menu"
      aria-label={t('menuFor', { name })}
      autoFocus="first"
      disabledKeys={items.filter((item) => item.why !== undefined).map((item) => item.id)}
      onAction={(key) => items.find((item) => item.id === key)?.run()}
      onClose={() => useDesk.setState({ menu: null })}
    >
      {groups.flatMap((group, index) => [
        ...(index > 0 ? [<Separator key={`line ${group[0]?.id}`} className="menu-line" />] : []),
        <MenuSection key={group[0]?.id ?? index} aria-label={name}>
          {group.map((item) => (
            <MenuItem key={item.id} id={item.id} textValue={item.text} className="menu-item">
              <Text slot="label">{item.text}</Text>
              {item.why ? (
                <Text slot="description" className="caption">
                  {item.why}
                </Text>
              ) : null}
            </MenuItem>
          ))}
        </MenuSection>,
      ])}
    </Menu>
  )
}

function MenuOfNode({ node, onReveal }: { node: SceneNode; onReveal: (id: string) => void }) {
  return <ItemMenu groups={useNodeItems(node, onReveal)} name={node.name} />
}

function MenuOfEdge({ id }: { id: string }) {
  const t = useGraphText()
  const caption = useCaption()
  const edge = useGraph((graph) => graph.edges.get(id))
  if (!edge) return null
  const item: Item = { id: 'details', text: t('details'), run: () => useSelection.setState(selectEdge(id), true) }
  return <ItemMenu groups={[[item]]} name={caption(relationDefinitions[edge.type].caption)} />
}

export function NodeMenu({ onReveal }: { onReveal: (id: string) => void }) {
  const menu = useDesk((desk) => desk.menu)
  const anchor = useRef<HTMLSpanElement>(null)
  const node = useGraph((graph) => (menu?.target.kind === 'node' ? graph.nodes.get(menu.target.id) : undefined))
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu?.at.x ?? 0, top: menu?.at.y ?? 0 }} />
      {menu && menu.target.kind !== 'ground' ? (
        <Popover
          key={`${menu.target.id} ${menu.at.x} ${menu.at.y}`}
          className="popover"
          triggerRef={anchor}
          isOpen
          placement="bottom start"
          onOpenChange={(isOpen) => {
            if (!isOpen) useDesk.setState({ menu: null })
          }}
        >
          {node ? <MenuOfNode node={node} onReveal={onReveal} /> : <MenuOfEdge id={menu.target.id} />}
        </Popover>
      ) : null}
    </>
  )
}
