/** 西院区放疗中心已建成启用, 发热诊室投入使用, 感染科改造完成: rooms that are built or rebuilt, told only as finished. */
import { matchesOf } from '../../../grammar/matches.ts'
import type { SentenceMention } from '../../../reading.ts'
import { canOwn, type WorksObject } from './objects.ts'
import type { WorksWords } from './words.ts'
import { worksObject } from './works-object.ts'

/** Rooms that no service is without having been built: shielded ones, and those of their own entrance. */
const BUILT =
  '[〇㐀-鿿]{0,4}?(?:放疗|放射治疗|核医学|质子治疗|质子|重离子|高压氧)(?:治疗|诊疗|医学)?中心|发热(?:哨点)?(?:诊室|门诊)|(?:传染病?|感染(?:性疾病|科)?|负压)(?:隔离)?病[区房](?!楼)'
const WHEN = '(?:已经?|均|也|都|全部|全面|正式|顺利|如期|于|在|去年|今年|[\\d年月日底初末前]|现|目前)*'
const FINISHED = '(?:建成(?:并|后)?(?:正式)?(?:启用|投用|投入使用|投入运行)|投入使用|投用|启用|竣工|完工)(?:$|[，。；、！并（])'
/** 传染病区已于去年12月建成: a ward of its own entrance, with the day since which it stands. */
const DATED =
  '(?:已|现已)?于?(?:去年|今年|前年|上年|(?:19|20)\\d{2}年)[\\d年月日底末初上中下旬]{0,9}(?:全面|正式|顺利|如期)?建成(?:$|[，。；、！（])'
/** 协助甲医院质子医学中心办理手续，该项目8月投入使用: of which the next clause says that it is built. */
const THAT_BUILT =
  '[^，。；]{0,10}，(?:目前)?该?(?:项目|工程)' +
  WHEN +
  '(?:建成|投入使用|投用|启用|竣工|完工|开工|动工|封顶|主体(?:结构|工程)?(?:完工|封顶))'
const ROOMS = new RegExp(`(?<tail>${BUILT})(?=(?:项目|工程)?(?:${WHEN}${FINISHED}|${DATED})|前期工作|${THAT_BUILT})`, 'gu')
/** 县疾控中心核酸检测实验室于3月建成投用: a laboratory of a centre of disease control. */
const LABS = new RegExp(
  `(?<tail>(?<=疾控中心|疾病预防控制中心)[〇㐀-鿿A-Z\\d]{0,8}?实验室)(?=(?:项目|工程)?(?:${WHEN}${FINISHED}|${DATED}))`,
  'gu',
)
/** 康复医学中心正在建设, beside a house of the hospital that speaks. */
const UNDER_WAY =
  /(?<tail>(?<=^|[，。；：、]|据悉|同时|目前|此外)(?!医院|我院|本院)[〇㐀-鿿]{2,8}?中心)(?=(?:项目|工程)?(?:目前|现|也)?正在(?:建设|兴建|施工)(?:之?中|当中)?(?:$|[，。；！]))/gu
const BESIDE = /(?:楼|院区|用房|综合体)(?:项目|工程)?(?:[^，。；]{0,16}(?:投用|启用|投入使用|封顶|竣工|完工|开工|动工|建成|建设))/u
/** 感染性疾病科改造完成, 旧门诊楼外墙保温改造于去年10月完工. */
const DEEDS = new RegExp(
  `(?<tail>(?:旧|老|原)?[〇㐀-鿿A-Z]{1,9}?(?<!工作|教研|办公|信息|数据|网络|监控)(?:(?<!学)科|病区|病房|门诊|室|中心|楼(?:外墙|外立面|内部)?(?:保温|节能|装饰)?)(?:改造|改扩建|扩建|装修|翻修)(?:提升|升级)?(?:项目|工程)?)(?=${WHEN}(?:(?:完成|完工|竣工|结束)(?:$|[，。；、！并])|(?:后)?(?:投入使用|建成投用|投用|启用)(?:$|[，。；！])|正在(?:进行|施工|实施|推进)(?:之?中|当中)?(?:$|[，。；！])))`,
  'gu',
)
const ANY = /中心|诊室|疾控|门诊|(?:传染|感染|负压)[^，。；]{0,5}病[区房]|[科区房室楼温能心][改扩装翻]/u
const VERB = /^(?:启动|建成|完成|推进|开展|新建|建设)了?/u
const OPENS = /(?:^|[，。；：、]|启动|建成|完成|推进)$/u
const HOUSE = /楼(?:改造|改扩建|扩建|装修|翻修)/u
const KIND = /改造|改扩建|扩建|装修|翻修/u

/** Such rooms of a hospital that stands right before them, or of the one that speaks. */
export function facilitiesIn(
  text: string,
  mentions: readonly SentenceMention[],
  { words, speaks }: { words: WorksWords; speaks: boolean },
): readonly WorksObject[] {
  if (!ANY.test(text)) return []
  const underWay = speaks && text.includes('正在') && BESIDE.test(text) ? [...matchesOf(UNDER_WAY, text)] : []
  const centres = underWay.filter(({ groups }) => !words.not.test((groups?.['tail'] ?? '').replace('医学中心', '')))
  return [...matchesOf(ROOMS, text), ...matchesOf(DEEDS, text), ...matchesOf(LABS, text), ...centres].flatMap((match) => {
    const { tail = '' } = match.groups ?? {}
    const to = match.index + tail.length
    const begin = match.index + (VERB.exec(tail)?.[0].length ?? 0)
    const owner = mentions.find(
      (one) => canOwn(one) && (one.label === 'Hospital' || tail.endsWith('实验室')) && one.to >= begin && one.to < to && one.from <= begin,
    )
    const isLoose = speaks && owner === undefined && OPENS.test(text.slice(0, begin))
    if ((owner === undefined && !isLoose) || mentions.some((one) => one !== owner && one.from < to && begin < one.to)) return []
    const from = owner?.to ?? begin
    const built = text.slice(from, to)
    // 门诊楼改造完成 is read as what is done to a house.
    if (owner !== undefined && HOUSE.test(built)) return []
    const kind = KIND.exec(built)?.[0]
    const works = kind === undefined ? undefined : words.kindOf(kind)
    return [
      worksObject({
        from: owner?.from ?? from,
        to,
        owners: owner === undefined ? [] : [owner],
        tail: built,
        works,
        needs: 'nothing',
        rule: owner === undefined ? 'works/object-without-owner' : 'works/owner-and-object',
      }),
    ]
  })
}
