/** Cues of news about members: plaques taken over, members by their number or beside those just told, who left and where it went. */
import { BESIDES_THOSE, BODIES, MEMBERS_COUNTED, NEW_MEMBERS, SUBJECT, THEN, UNDER, some } from './cue-words.ts'

/** Whether it leads or belongs, where the consortium stands, the pattern, and what else holds of it (`Cue`). */
type Row = readonly [
  role: 'lead' | 'member',
  side: 'either' | 'after' | 'before',
  source: string,
  rest?: {
    readonly lists?: boolean
    readonly ends?: boolean
    readonly all?: boolean
    readonly stands?: boolean
    readonly closes?: boolean
    readonly alone?: boolean
  },
]

/** The words of the lexicon of which they are made. */
interface Words {
  readonly heads: string
  readonly leads: string
  readonly members: string
}

/** The rows of such cues. */
export function newsCues({ heads, leads, members }: Words): readonly Row[] {
  return [
    [
      'member',
      'before',
      `${MEMBERS_COUNTED}，${BODIES}(?:成为|是|为|系)(?:其|该联盟|该集团)?的?第[\\d一二三四五六七八九十]{1,4}[家个](?:成员|盟员)?(?:单位|医院)?(?=[，。；]|$)`,
    ],
    [
      'member',
      'either',
      `(?<=继)Ｌ之?后，[^，；：。ＣＬＫ]{0,10}Ｃ[^，；：。ＣＬＫ]{0,8}(?:吸纳|吸收|发展|新增|接纳|授牌|迎来|拥有)的?第[\\d一二三四五六七八九十]{1,3}[家个]`,
    ],
    [
      'member',
      'before',
      `Ｌ(?:等)?的?(?:相关|主要)?(?:负责人|负责同志|院长|领导|代表)?(?:依次|分别|先后|上台|上前|在?现场|共同|一同|也|同时|一并)*(?:获授牌|获得授牌|接牌|领牌|受牌|接受授牌|接受牌匾|接过(?:了)?(?:成员单位|联盟)?(?:的)?(?:牌匾|铜牌|授牌))(?=[，；。]|$)`,
      { lists: true },
    ],
    ['member', 'before', `(?<=Ｃ)Ｌ(?:加盟|入盟|加入|授牌|揭牌|签约|入会){1,2}仪式`],
    [
      'member',
      'before',
      `(?<=原(?:本|先|来)?(?:隶属于?|归属于?|从属于?|属于?|为|系)Ｃ的)${BODIES}(?![^，；。]{0,8}${UNDER}Ｃ)`,
      {
        ends: true,
      },
    ],
    [
      'member',
      'either',
      `(?<=Ｌ${some(6)}(?:包干|托管|领办|统管|包联|包保|负责|联合|整合|管理|带动|牵手|携手|联动)(?:了|着)?)Ｌ${some(6)}，(?:共同|联合|抱团)?(?:组成|组建|形成|结成|建成|构成|成立)(?:了)?Ｃ`,
    ],
    [
      'member',
      'before',
      `${NEW_MEMBERS}，${BODIES}(?:日前|近日|昨日|昨天|当天|当日|今日|今天|同日|[\\d年月日于]|正式|顺利|同时|也|均|都|双双|先后|相继)*(?:挂牌|授牌|揭牌|签约|加入|加盟|入盟|入会|入列|受牌|获牌|领牌)(?=[，；。]|$)`,
    ],
    [
      'member',
      'either',
      `(?<=Ｃ，)${BODIES}(?:均|都|也|全部|双双|同时)+(?:已|已经|先后)?(?:正式|顺利)?(?:加入|加盟|入盟|在列|参加)(?:其中)?(?=[，；。]|$)`,
      {
        all: true,
      },
    ],
    [
      'member',
      'before',
      `(?<=(?:${members}|单位)(?:单位|医院)?，)${BODIES}(?:也|亦|同时|一同|一并|同期|同批)+(?:获聘|获批|入选|获牌|获授牌|入列|当选|获颁牌匾)(?=[，；。]|$)`,
    ],
    [
      'member',
      'either',
      `${SUBJECT}，${THEN}(?:退出|脱离|撤出|划出|调出|移出|转出|分出|剥离|离开|退群|退盟)了?`,
      {
        closes: true,
        alone: true,
      },
    ],
    [
      'member',
      'either',
      `${BODIES}，?(?:后来?|现)?因(?:为|已|被|其)*(?:划归|划入|并入|归入|编入|加入|划到|归属于?|隶属于?)Ｃ`,
      {
        stands: true,
      },
    ],
    ['member', 'before', `(?<=${MEMBERS_COUNTED}，${BESIDES_THOSE})Ｌ`, { lists: true }],
    ['member', 'before', `(?<=${MEMBERS_COUNTED}，除(?:了)?${some(12)})Ｌ(?:等)?[^，；：。ＣＬＫ]{0,4}外，`, { lists: true }],
    [
      'lead',
      'either',
      `${BODIES}(?:[^；：。（）ＣＬＫ]{0,40}(?<=[，将要]))?(?:充分|切实|进一步|持续|更好地?|积极|全面|主动|继续|也|在)*(?:发挥|扛起|履行|落实|当好|担当|彰显)(?:好|起|了)?Ｃ的?(?:${heads}|${leads})(?:单位|医院)?的?(?:作用|责任|职责|优势|担当|引领作用|带动作用|辐射作用|功能)`,
    ],
  ]
}
