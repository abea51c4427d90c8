/** 医院 alone, where it acts or is acted on: the hospital that speaks, or on a page of news the one hospital that the page is about. */
import type { Document } from '../../../cypher/model/index.ts'
import { matchesOf } from '../../grammar/matches.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { Hit, Named } from './context.ts'
import { SAYS } from './speech.ts'

/** 医院与甲公司签约, 医院整体托管甲; 医院管理, 医院感染 are matters, and nobody's. */
const ACTS =
  /(?<=^|[，。；：“”]|[今去明同当]年|近年来?|目前|当前|如今|下一步|同[日时]|此外|\d[年月日])医院(?=[与和同将已还又也拟再现]|先后|相继|分别|积极|计划|力争|争取|依托|引[进入]|组建|牵头|邀请|聘请|选派|派出|成功|正式|顺利|举行|召开|签|加入|成为|荣获|获批|整体托管|托管|对口(?:支援|帮扶)|帮扶|联合|携手|牵手|承担|始建|创建于|位于|占地|党委|院长|门诊|住院|内科|外科|急诊|医技|新院|新大楼|综合)/gu
/** 甲、乙与医院建立帮扶关系, 工作站落户医院, 甲派专家到医院坐诊. */
const TAKES =
  /(?:(?:落户|入驻|走进|授予|选派[^，。；]{0,12}?到|派驻到?|来到?|支持|指导|助力)|(?<=[〇㐀-鿿]{4})[与和同])医院(?=[，。；]|建立|签|达成|结[为成对]|开[展通]|共[建同]|合作|授|挂|坐诊|帮扶|指导|$)/gu
const WORD = '医院'
/** 某某表示，医院…: of whom says it, who may be a guest. */
const TOLD = new RegExp(`([^，。；：！？“”]{0,24})(?:${SAYS})(?:道|说)?[，：]`, 'gu')
/** 院长周某介绍: the page's own. */
const OWN_OFFICER = /^(?:据|该院|医院)?(?:党委书记|院党委书记|党委副书记|副?院长|相关负责人|负责人)/u

/** Where 医院 alone stands for the hospital of a page. */
function placesIn(text: string): readonly { from: number; to: number }[] {
  if (!text.includes(WORD)) return []
  return [...matchesOf(ACTS, text), ...matchesOf(TAKES, text)]
    .map(({ index, 0: word }) => ({ from: index + word.length - WORD.length, to: index + word.length }))
    .toSorted((a, b) => a.from - b.from)
}

/** The hits of a sentence with 医院 alone as `own`, wherever no name covers it and no guest says it. */
export function withBareHospital(text: string, hits: readonly Hit[], own: Named, isSpeaker: boolean): readonly Hit[] {
  const bare = placesIn(text)
    .filter(({ from, to }) => hits.every((hit) => hit.to <= from || hit.from >= to))
    .filter(({ from }) => isSpeaker || !isToldByOther(text.slice(0, from)))
    .map((place) => ({ ...place, named: own }))
  return bare.length === 0 ? hits : [...hits, ...bare].toSorted((a, b) => a.from - b.from)
}

function isToldByOther(before: string): boolean {
  const frame = matchesOf(TOLD, before).at(-1)
  return frame !== undefined && !OWN_OFFICER.test(frame[1] ?? '')
}

/** How far into a page the hospital that it is about must be named. */
const HEAD = 6
const TWICE = 2
/** 与甲签约, 赴甲坐诊: partners, of whom the page is not. */
const BESIDE = /(?:[与和同跟向对赴到由]|支援|帮扶|托管|来自|前往)$/u

/**
 * The hospital that a page of news is about, where no hospital speaks: the first of the home that it names, which no other of the
 * home is named half as often as. Undefined where there is none.
 */
export function pageHospital(
  { speaker, kind, home }: Pick<Document, 'speaker' | 'kind' | 'home'>,
  sentences: readonly Sentence[],
  hits: readonly (readonly Hit[])[],
): Named | undefined {
  if (speaker !== null || (kind !== 'news' && kind !== 'feature')) return undefined
  const own = (home.at(-1)?.adcode ?? '').replace(/(?:00)+$/u, '')
  if (own === '') return undefined
  const counts = new Map<string, { named: Named; count: number }>()
  let first: string | undefined
  for (const [index, sentence] of sentences.entries())
    for (const hit of hits[index] ?? []) {
      const named = hit.named.parent?.label === 'Hospital' ? hit.named.parent : hit.named
      if (named.label !== 'Hospital' || named.place?.adcode?.startsWith(own) !== true) continue
      if ((sentence.text.charAt(hit.from - 1) + sentence.text.charAt(hit.to)).includes('、')) continue
      if (BESIDE.test(sentence.text.slice(Math.max(0, hit.from - 2), hit.from))) continue
      if (index < HEAD) first ??= named.entity
      const one = counts.get(named.entity) ?? { named, count: 0 }
      one.count++
      counts.set(named.entity, one)
    }
  const page = counts.get(first ?? '')
  const others = [...counts.values()].filter((one) => one !== page)
  return page !== undefined && others.every(({ count }) => count * TWICE <= page.count) ? page.named : undefined
}
