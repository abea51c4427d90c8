/** Names that only tell where something was, or of what: no party to it. */
import type { SentenceMention } from '../../reading.ts'

/** 江州市级医院, 江州市属公立医院, 青岚县院: bodies of the place, none of them named. */
const SCENE_AFTER =
  /^(?:境?内|辖区|\d{1,3}[家所个]|[一二两三四五六七八九十几某]+[家所个]|某|[级属][〇㐀-鿿]{0,4}?医院|[一二三四五六]?院(?![内外校区士])|(?:医疗|卫生|医药|医学|健康|科技|产业|工商|企业|商)?界)/u
/** 甲、乙和江州市政府|三家: a bureau signs for its place, and what is counted is the parties. */
const BUREAU = /(?:政府|[局委])$/u
/** 江州市|青岚区3家医院: the place that the place of such bodies lies in. */
const AROUND_SCENE =
  /^[〇㐀-鿿]{1,6}[市县区旗州](?:\d{1,3}|[一二两三四五六七八九十几某])[家所个](?:[〇㐀-鿿]{0,6}(?:医院|卫生院|机构|单位))/u
/** 香港医疗集团: the place is a part of a name that was not read. */
const NAME_AFTER = /^(?:医疗|医药|健康|控股|科技|投资|国际|联合|慈善){0,2}(?:集团|公司|基金会|协会|学会|商会|同乡会|联谊会|校友会)/u
const SIGNED_AT = /^(?:正式|现场|共同)?签[约订署]/u
/** 甲与乙在甲医院会议室举行签约仪式: where they met is no party. */
const MET_AT = /^[〇㐀-鿿]{0,12}?(?:举行|举办|召开)[^，。；]/u
const WITH_BEFORE = /[与和同][^，。；]{4,40}$/u
/** 在甲区“组团式”帮扶协作下: what is named is who helps. */
const AIDING_AFTER = /^(?:[〇㐀-鿿]{1,7}[市县区旗州])?的?[“‘]?(?:组团|对口|结对|定点|帮扶|支援)[^，。；、]{0,10}下/u
/** 等四家|江州地区医疗机构: where those that were listed are. */
const COUNT_BEFORE = /[\d一二两三四五六七八九十][家所个]$/u
const SCENE_BEFORE = /(?:[在于《]|关于)$/u
/** 在江州市政府、甲医院三方签约的基础上: the first of those who agreed. */
const OF_PARTIES_AFTER = /^、[^，。；]{2,60}(?:签[约订署]|合作|共建|协议)[^，。；]{0,12}(?:基础上|前提下|框架下|背景下)/u
/** 优质资源下沉江州: what comes to the people of a place. */
const SINKS_BEFORE = /资源(?:进一步|不断|持续|加快|快速|直接|全面)?(?:下沉|延伸|辐射|扎根|落户)(?:到|至|在)?$/u
/** 前身是甲医院: what the one that is told of was. */
const FORMERLY_BEFORE = /前身(?:是|为|系|即|叫|叫做)[^，。；]{0,8}$/u

/** 在成都签订, 在甲医院签订, 于武汉、上海两地举行, 江州市内, 江州市9家医院, 关于青岚新医院的, 《青岚县…协议》: a place where, or of which, is no party. `scene` is where the place before it ended. */
export function isScene({ label, from, to }: SentenceMention, text: string, scene: number): boolean {
  if (label === 'Hospital')
    return (
      (text.charAt(from - 1) === '在' && isMeetingPlace(text, from, to)) ||
      (text.includes('前身') && FORMERLY_BEFORE.test(text.slice(Math.max(0, from - 14), from)))
    )
  if (label !== 'District') return false
  return (
    (SCENE_AFTER.test(text.slice(to, to + 8)) && !BUREAU.test(text.slice(from, to))) ||
    AROUND_SCENE.test(text.slice(to, to + 20)) ||
    NAME_AFTER.test(text.slice(to, to + 8)) ||
    COUNT_BEFORE.test(text.slice(Math.max(0, from - 3), from)) ||
    (SCENE_BEFORE.test(text.slice(Math.max(0, from - 2), from)) && !isOfParties(text, to)) ||
    SINKS_BEFORE.test(text.slice(Math.max(0, from - 10), from)) ||
    from === scene ||
    (from === scene + 1 && text.charAt(scene) === '、')
  )
}

function isOfParties(text: string, to: number): boolean {
  return AIDING_AFTER.test(text.slice(to, to + 26)) || OF_PARTIES_AFTER.test(text.slice(to, to + 80))
}

function isMeetingPlace(text: string, from: number, to: number): boolean {
  return (
    SIGNED_AT.test(text.slice(to, to + 4)) ||
    (MET_AT.test(text.slice(to, to + 18)) && WITH_BEFORE.test(text.slice(Math.max(0, from - 45), from - 1)))
  )
}
