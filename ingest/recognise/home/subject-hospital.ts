/**
 * Where the hospital stands that is the subject where the body of a page begins: 我院 of its title, or whom a report is about.
 * It tells the home and no speaker, and is asked where `own-by-weight.ts` is not sure of 我院.
 */
import { matchesOf } from '../../grammar/matches.ts'
import type { Division, Lexicon } from '../../lexicon/lexicon.ts'
import { FIRST_LOOK, type Clues } from './clues.ts'
import { headOf, placeAtHead } from './home-place.ts'
import { placeOfHospital } from './last-clues.ts'
import { dealsWithOwn, ownWords } from './own-hospital.ts'

const NAME = '([〇㐀-鿿]{2,18}?(?:医院|保健院|卫生院|卫生服务中心|(?:保健|计划生育)服务中心))'
/** Where a clause begins: 5月12日甲医院…; 经研究，甲医院…. */
const OPENS = '(?<=^|[。！？，；]|[日晚午])(?![在由经与和对向为从于到赴])'
/** 甲医院专家, 甲医院院长一行, 甲医院派: who comes from there, and no subject of a page of its own. */
const NO_SUBJECT =
  '(?!专家|教授|博士|团队|一行|派|选派|副?院长|党委书记|书记|主任|领导|医生|医师|医疗队|对口|支援|帮扶|托管|[〇㐀-鿿]{0,8}[来到赴抵][我本访]|的(?:专家|医生|医疗))'
const SUBJECT = new RegExp(OPENS + NAME + NO_SUBJECT, 'gu')
const FIRST = new RegExp(`^(?:[^，。]{0,8}[日午晚前天]，?|今年以来，|20\\d{2}年[^，。]{0,6}，?)?${NAME}${NO_SUBJECT}`, 'u')
const OWN = /[我本]院/u
/** Characters in which the first subject stands. */
const FIRST_WORDS = 60

/** The body of a text, which may begin with its title. */
const bodyOf = (title: string, text: string): string => (text.startsWith(title) ? text.slice(title.length) : text)

/**
 * 我院与江州医院签约 in the title, and the body begins: 5月12日，青岚县医院与江州医院…: the place of the first subject that the
 * title does not name and that 我院 does not deal with.
 */
export function placeOfOwnSubject(lexicon: Lexicon, title: string, text: string): Division | undefined {
  if (!OWN.test(title)) return undefined
  const body = bodyOf(title, text).slice(0, FIRST_LOOK)
  const sentences = ownWords(body)
  const own = matchesOf(SUBJECT, body)
    .map(([, wording = '']) => wording)
    .find((wording) => !title.includes(wording) && !dealsWithOwn(wording, sentences))
  const division = own === undefined ? undefined : placeOfHospital(lexicon, own, text)
  return division?.level === 'township' ? undefined : division
}

/** The county or city of the hospital with which the body begins, where the table knows it or its name has the whole name of its place. */
export function placeOfFirstSubject(lexicon: Lexicon, title: string, text: string): Division | undefined {
  const { divisions, organisationByName } = lexicon
  const wording = FIRST.exec(bodyOf(title, text).slice(0, FIRST_WORDS))?.[1]
  if (wording === undefined) return undefined
  const known = organisationByName.get(wording)?.division
  if (known !== undefined) return divisions.byCode(known)
  const head = headOf(lexicon, wording, text)
  const own = head?.division.level === 'township' ? divisions.byCode(head.division.parent ?? '') : head?.division
  const isWhole = own !== undefined && /^(?:county|city)$/u.test(own.level) && wording.slice(0, head?.to).includes(own.name)
  return isWhole ? own : undefined
}

/** 江州市妇幼保健院的工作…一是我院作为…: where the hospital stands with which a text begins that says 我院. */
export function placeOfOpening(lexicon: Lexicon, text: string): Division | undefined {
  const wording = /我院|本院/u.test(text) ? OPENING.exec(text)?.[0] : introducedIn(text)
  const division = wording === undefined ? undefined : placeAtHead(lexicon, wording, text)
  return division?.level === 'township' ? undefined : division
}

/** The hospital that a text introduces with its first words: 江州市人民医院始建于1950年. */
export function introducedIn(text: string): string | undefined {
  return (INTRODUCED.exec(text) ?? INTRODUCED_BELOW.exec(text.slice(0, FIRST_LOOK)) ?? BY_DEPARTMENT.exec(text.slice(0, FIRST_LOOK)))?.[1]
}

/** Where the hospital stands whose profile a text is, from its first words on; a text is here without its white space. */
export function placeOfProfile({ lexicon, title, text }: Pick<Clues, 'lexicon' | 'title' | 'text'>): Division | undefined {
  const wording = introducedIn(bodyOf(title ?? '', text))
  const known = wording === undefined ? undefined : lexicon.organisationByName.get(wording)?.division
  const division =
    wording === undefined ? undefined : known === undefined ? placeAtHead(lexicon, wording, text) : lexicon.divisions.byCode(known)
  return division?.level === 'township' ? undefined : division
}

const INTRODUCED =
  /^(?:医院(?:介绍|简介|概况|文化|历史)\s*)?(?!医院|[省市县区旗州](?:人民|中|妇|第))([〇㐀-鿿]{2,24}?(?:医院|保健院))(?:（[^）]{2,30}）|(?:又名|又称|亦称)[〇㐀-鿿]{4,24})?，?(?:始建于|创建于|创办于|建立于|建于|成立于|创立于|坐落于|位于|是一[所家]|是集|是[^，。；院]{0,12}(?:唯一|规模|级|公立|综合性)|系(?!列|统))/u
/** 您现在的位置：首页-医院概况-医院简介|江州市人民医院始建于1950年: the same behind the way to the page. */
const INTRODUCED_BELOW =
  /(?<=^[^。]{0,60}(?:简介|概况|介绍|沿革|历史))(?!医院|本院)([〇㐀-鿿]{4,24}?(?:医院|保健院))(?:（[^）]{2,30}）|(?:又名|又称|亦称)[〇㐀-鿿]{4,24})?，?(?:始建于|创建于|创办于|建立于|建于|成立于|创立于)/u
/** 科室简介|江州市人民医院神经外科成立于1998年: a department of it. */
const BY_DEPARTMENT =
  /(?:^|(?<=^[^。]{0,60}(?:简介|概况|介绍|概述|[内外]科|[儿骨眼]科)))(?!医院|本院)((?:(?!科)[〇㐀-鿿]){4,24}?(?:医院|保健院))[〇㐀-鿿]{1,10}(?:科|中心|病区)(?:（[^）]{2,20}）)?，?(?:始建于|创建于|组建于|成立于|创立于|建于|开设于|设立于|前身|是[^，。；院]{0,12}(?:重点|特色)(?:专科|学科|科室))/u
const OPENING =
  /(?<=^(?:医院(?:介绍|简介|概况)\s*)?)(?!医院[介简概])[〇㐀-鿿]{2,14}?(?:医院|保健院)(?=[的，是]|又[名称]|始建|创建|位于|坐落|坚持|作为|积极)/u

/** Where the first hospital stands that the text makes the subject of a sentence, in a text that says 我院. */
export function placeOfFirstHospital(lexicon: Lexicon, text: string): Division | undefined {
  const subject =
    /(?<=^|[，。；、日月\d]|上午|下午|近日|日前|由|，我)([〇㐀-鿿]{2,16}?(?:人民医院|中心医院|中医医院|中医院|妇幼保健院|第[一二三四五]医院))(?=与|和|在|举行|召开|成功|党委)/gu
  for (const [, wording = ''] of text.slice(0, FIRST_LOOK).matchAll(subject)) {
    const division = placeAtHead(lexicon, wording.replace(/^日?(?:[上下]午|晚)?/u, ''), text)
    if (division !== undefined && division.level !== 'township') return division
  }
  return undefined
}
