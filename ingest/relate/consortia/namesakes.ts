/** Consortia that a document names after a hospital of its home without saying who leads them: 县医院医共体 is led by 县医院, whoever else is in it. */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { ledByOwner, ownersIn } from './owners.ts'
import { LED_BY_NAME } from './over.ts'
import { isForming } from './told-when.ts'
import { isLocal } from '../sentence/place.ts'
import { isMembership } from './membership.ts'

/** What such a name says behind the hospital's: a kind, and what it is of. A 医院集团 is as often a company. */
const OF_A_KIND =
  /(?:医院|保健院|中心)(?:(?![、与和及]|医院|集团)[〇㐀-鿿]){0,8}(?:医共体|医联体|健联体|健共体|共同体|联合体|医疗集团|健康集团|服务集团)$/u
/** 中医院医共体, of which no place is told. */
const BARE = /^(?:人民医院|中医医?院|妇幼保健|第[一二三四五]人民)/u
/** The end of what stands before the name where it is not yet one, is one no more, or is only looked at. */
const NOT_YET =
  /(?:拟|将|筹|计划|探索|争取|力争|谋划|有望|尚未|没有|未能|准备)[^，。；]{0,12}$|(?:撤销|解散|取消|退出|脱离|原|不再|不是|并非|赴|前往|走进|参观|考察|学习|借鉴|观摩|调研)[^，。；、]{0,6}$/u
/** What is done to a consortium that does not stand yet. */
const FOUNDED = /(?:组建|成立|建立|构建|打造|建设|设立)[^，。；]{0,8}$/u

/** The memberships of such hospitals, where `found` has no lead of the consortium of their name. */
export function ledByNamesakes(
  reading: Reading,
  found: readonly Claim[],
): { readonly mentions: readonly Mention[]; readonly claims: readonly RelationClaim[] } {
  const mentions: Mention[] = []
  const claims: RelationClaim[] = []
  const told = new Set<string>()
  for (const claim of found) if (isMembership(claim) && claim.attrs['role'] === 'lead') told.add(claim.object)
  for (const sentence of reading.sentences)
    for (const consortium of reading.mentions[sentence.index] ?? []) {
      if (
        consortium.label !== 'Consortium' ||
        told.has(consortium.entity) ||
        !(OF_A_KIND.test(consortium.name) || isLedByName(sentence, consortium)) ||
        !stands(sentence, consortium)
      )
        continue
      const owner = ownersIn(reading).of(consortium)
      if (owner === undefined || BARE.test(consortium.name) || !isLocal(owner.entity, reading)) continue
      told.add(consortium.entity)
      const led = ledByOwner({ sentence, consortium, owner }, 'consortium/namesake')
      mentions.push(...led.mentions)
      // 甲牵头的联盟也正在筹备当中: it is to come.
      claims.push(
        isForming(sentence.text.slice(consortium.to)) ? { ...led.claim, attrs: { ...led.claim.attrs, status: 'planned' } } : led.claim,
      )
    }
  return { mentions, claims }
}

/** 甲牵头的|专科联盟: the name itself says who leads. */
const isLedByName = ({ text }: Sentence, { from, to }: SentenceMention): boolean => LED_BY_NAME.test(text.slice(from, to))

/** 县人民医院医共体建设, 县中医院医共体筹建方案: a task, whatever stands of it. */
const TASK = /^(?:的?建设|改革|工作|试点|筹建|筹备|筹划|组建方案)/u

/** Whether a sentence speaks of a consortium that there is. */
function stands({ text, section }: Sentence, { from, to }: SentenceMention): boolean {
  if (TASK.test(text.slice(to, to + 4))) return false
  const before = text.slice(Math.max(0, from - 24), from)
  return !NOT_YET.test(before) && !(section.kind === 'plan' && FOUNDED.test(before))
}
