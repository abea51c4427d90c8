/** Cooperations in tables: one row names two bodies, a form, and perhaps a time and specialties. */
import { mostSpecificForm, type RelationClaim } from '../../cypher/model/index.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'
import { dateInCell } from './claim-date.ts'
import { tokensOf } from './passage.ts'
import { isLocal } from './place.ts'

const PARTNER_HEADER = /合作|协作|支援|帮扶|托管|受援|结对|共建|对口|联盟|牵头/
const SPECIALTY_HEADER = /专科|科室|学科|专业|领域/
const DENIED = /未签|未达成|洽谈|意向|未开展|暂无|无合作/

/** Claims of every table row whose header or cells speak of cooperation. */
export function* claimTableRows(reading: Reading): Generator<RelationClaim> {
  for (const sentence of reading.sentences) {
    if (sentence.row === undefined || !PARTNER_HEADER.test(sentence.row.header.join(''))) continue
    const claim = claimRow(reading, sentence)
    if (claim !== undefined) yield claim
  }
}

function claimRow(reading: Reading, sentence: Sentence): RelationClaim | undefined {
  const cells = (sentence.row?.cells ?? []).map((cell) => ({ ...cell, text: sentence.text.slice(cell.from, cell.to) }))
  const header = sentence.row?.header ?? []
  const mentions = reading.mentions[sentence.index] ?? []
  const parties = cells.flatMap((cell) => {
    const found = mentions.find((mention) => mention.from >= cell.from && mention.to <= cell.to && mention.label !== 'Consortium')
    return found === undefined ? [] : [found]
  })
  const [first, second] = parties
  if (first === undefined || second === undefined || first.entity === second.entity || DENIED.test(sentence.text)) return undefined
  const forms = tokensOf(reading, sentence.index).flatMap((token) =>
    token.classes.filter((name) => name.startsWith('form-')).map((name) => name.slice('form-'.length)),
  )
  const form = mostSpecificForm(forms)
  if (form === undefined) return undefined
  const ended = /终止|到期|期满|解除/.test(sentence.text)
  const specialties = cells.flatMap((cell, index) =>
    SPECIALTY_HEADER.test(header[index] ?? '') && !/^[—\-–\s/无]*$/.test(cell.text) ? cell.text.split(/[、，,；\s]+/) : [],
  )
  const named = specialties.filter((word) => word !== '')
  return {
    kind: 'relation',
    type: 'COOPERATES_WITH',
    subject: first.entity,
    object: second.entity,
    attrs: {
      form,
      status: ended ? 'ended' : 'in_effect',
      ...dateInCell(reading, sentence, cells),
      ...(named.length > 0 ? { specialties: named } : {}),
    },
    basis: 'text',
    local: isLocal(second.entity, reading) && !isLocal(first.entity, reading) ? 'object' : 'subject',
    start: sentence.start,
    end: sentence.end,
    rule: 'cooperation/table-row',
  }
}
