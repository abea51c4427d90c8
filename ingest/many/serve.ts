/** A reading process: its own words and segmenter, one file at a time, until the parent lets go of it. */
import { engineOf } from '../engine.ts'
import type { Tools } from '../extract-document.ts'
import type { Engine } from '../ledger/record.ts'
import { loadLexicon } from '../lexicon/load.ts'
import { createSegmenter } from '../recognise/segment.ts'
import type { Reply, Request } from './protocol.ts'
import { readDocument } from './read-document.ts'

let tools: Tools | undefined

/** A segmenter that cannot be had here gives the one that can; the parent then sees by the engine that it is another. */
function openTools(segmenter: Engine['segmenter']): Tools {
  return { lexicon: loadLexicon(), segment: createSegmenter(segmenter === 'nodejieba' ? 'nodejieba' : '@node-rs/jieba') }
}

async function answer(request: Request): Promise<Reply> {
  if ('segmenter' in request) {
    tools = openTools(request.segmenter)
    return { engine: engineOf(tools.lexicon, tools.segment) }
  }
  if (tools === undefined) throw new Error('a path before the tools')
  return { outcome: await readDocument(request.path, tools) }
}

// The parent decides when to stop; Ctrl-C reaches the whole group and would end a file in the middle.
process.on('SIGINT', () => undefined)
// The parent lets go only of a process that rests, or is gone itself.
process.on('disconnect', () => process.exit(0))
process.on('message', (request) => {
  void answer(request as Request).then((reply) => process.send?.(reply))
})
