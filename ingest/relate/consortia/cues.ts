/** What tells that a list of bodies leads a consortium or belongs to one: words on either side of the list, in any order. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { THINGS_OF_BODY } from './others.ts'

export interface Cue {
  readonly role: 'lead' | 'member'
  readonly pattern: RegExp
  /** Whether the consortium must stand behind it, may not, or either. */
  readonly side: 'either' | 'after' | 'before'
  /** Whether the consortium acts in it, so that nothing of its own may stand between them: 医共体药房覆盖. */
  readonly acts?: boolean
  /** Whether it tells members of a consortium that is not named beside it only at the end of its clause. */
  readonly closes?: boolean
  /** Whether its bodies act alone, so that a list of two sides does not: 甲与乙签约，加入丙. */
  readonly alone?: boolean
  /** Whether none of its bodies leads more than another. */
  readonly equal?: boolean
  /** Whether it tells of a list that was counted, which must be of the members. */
  readonly counts?: boolean
  /** Whether it moves its bodies from one consortium to another, of which the last is told. */
  readonly moves?: boolean
  /** Whether it wants more than one body: 甲、乙两家成员单位, and not 甲医院成员单位. */
  readonly several?: boolean
  /** Whether it tells that its bodies are in it no longer. */
  readonly ends?: boolean
  /** Whether it says outright that what follows is a list of members. */
  readonly lists?: boolean
  /** Whether several that found it together lead it no more than the others. */
  readonly together?: boolean
}

/** The cues; what between a consortium and a verb makes another subject; what makes a list one of others than members. */
interface Cues {
  readonly cues: readonly Cue[]
  readonly notSubject: RegExp
  /** Several lists one after another, each of one body that heads those of the next. */
  readonly gathers: RegExp
  /** 甲是全县医共体的龙头, whose members are told nowhere */
  readonly isHead: RegExp
  /** Words for a lead. */
  readonly leads: RegExp
  /** 甲、乙各牵头一个医共体 */
  readonly eachLeads: RegExp
  /** 甲、乙作为牵头医院，分别与丙、丁组建医联体 */
  readonly leadsWith: RegExp
  readonly ranked: RegExp
  /** Whether a text may tell of a member at all. */
  readonly tells: RegExp
  /** Ｃ成员单位, 加入Ｃ: who is meant stands anywhere. */
  readonly joined: RegExp
}

const cuesByLexicon = new WeakMap<Lexicon, Cues>()

function oneOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`
}

/** The cues of a lexicon, made once. */
export function consortiumCues(lexicon: Lexicon): Cues {
  let known = cuesByLexicon.get(lexicon)
  if (known === undefined) {
    const anyOf = (list: string): RegExp => new RegExp(oneOf(lexicon.words(list)), 'u')
    const word = (list: string): string => oneOf(lexicon.words(`consortium-${list}`))
    known = {
      cues: makeCues(lexicon),
      gathers: new RegExp(
        `Ｌ(?:${some(4)}(?:${word('head-nouns')}|${word('head-verbs')})，)?(?:${some(4)}${IN_CHARGE}${some(16)}，)?(?:${some(6)}${word('gather')}|${some(4)}${word('member-nouns')}${IS}|${word('head-verbs')})(?:了|着)?${some(6)}(?=${BODIES})`,
        'gu',
      ),
      isHead: new RegExp(`${BODIES}${some(10)}(?:为|是|任|系|作为|担任)${some(8)}Ｋ的?(?<!副)${word('head-nouns')}(?=[，；。]|$)`, 'u'),
      leads: new RegExp(`(?<!副)(?:${word('head-nouns')}|${word('head-verbs')})`, 'u'),
      leadsWith: new RegExp(
        `Ｌ${some(2)}(?:作为|担任|任|为|是)${word('head-nouns')}，(?:分别|各自)(?:与|和|同|联合|携手|牵手|带领)Ｌ[^，；：。ＣＬＫ]{0,10}${word('found')}[^，；：。ＣＬＫ]{0,6}Ｃ`,
        'u',
      ),
      eachLeads: new RegExp(`Ｌ各自?${word('head-verbs')}[^，；：。ＣＬＫ]{0,12}Ｃ`, 'u'),
      notSubject: anyOf('consortium-not-subject'),
      ranked: anyOf('consortium-not-members'),
      tells: new RegExp(`${word('member-nouns')}|${word('join')}|单位|授牌|挂牌|揭牌`, 'u'),
      joined: new RegExp(
        `Ｃ的?(?:首批|唯一|[第\\d家]|新增?|县级|基层|核心|重要|一级|二级|的)*(?:${word('member-nouns')}|单位|医院|机构)(?:单位|医院|机构)?${TITLE_ENDS}|${JOINED}(?:了|起|到|进|至)?(?:Ｌ[^，；：。ＣＬＫ]{0,10}的)?[^，；：。ＣＬＫ]{0,6}Ｃ(?:(?:[、，和及与]|以及)(?:Ｌ[^，；：。ＣＬＫ]{0,10}的)?Ｃ)*(?=[，；。、（]|$|${word('member-nouns')}|的|单位|后|并|于|以)`,
        'gu',
      ),
    }
    cuesByLexicon.set(lexicon, known)
  }
  return known
}

/** A list whose bodies act themselves: not 甲专家参加, 甲等9家医院代表, 被甲列为. */
const BODIES =
  '(?<!被)Ｌ(?!的?(?:专家|医师|医生|医护|医务|代表|团队|党|团委|职工|护士|护理|院长|副院长|书记|领导|负责|相关|有关|患者|病人|主任|骨干|学科|专科|医疗队|工会|协办|承办))'
/** Up to so many characters of a clause without a name. */
const some = (count: number): string => `[^，；：。（）ＣＬＫ]{0,${count}}?`
/** A body that begins its sentence, and goes on to act behind the comma. */
const SUBJECT = `(?<=^(?:\\d{1,2}[.．、]|（\\d{1,2}）|[^，；：。ＣＬＫ]{0,8}[：，]|\\d{1,2}月|[^，；：。ＣＬＫ]{0,10}的)?)${BODIES}${some(24)}`
/** 由甲牵头的, 甲领衔组建的: before the name of a consortium. */
const GROUPS = `(?:${some(6)}(?:由|以)?Ｌ[^，；：。（）ＣＬＫ]{0,11})?${some(6)}(?:第[一二三四五六七八九十][、和及])*Ｃ(?:(?:、|和|及|以及|与)(?:Ｌ[^，；：。（）ＣＬＫ]{0,11})?Ｃ)*`
/** What an act of the same subject begins with in the next clause: 甲完成改制，6月正式|加入丙. */
const THEN =
  '(?:正式|顺利|成功|随后|随即|继而|之后|后|并|且|又|还|也|现|已|均|都|先后|同时|同步|于|在|同年|次年|当年|当月|同月|次月|年内|年底|年初|月初|月底|近日|日前|再次|一并|整体|全部|全员|率先|首批|申请|获准|获批|签约|经批准|经审核|将|拟|计划|\\d{4}年|\\d{1,2}月|\\d{1,2}日|起|，)*'
const BE =
  '(?:(?<!结)为|是|(?<![附下直所])属|属于|挂上|挂起|挂出|挂牌|加挂|增挂|悬挂|亮出|捧上|捧得|取得|作为|成为|任|担任|当|做|系|充当|出任|当选|列为|确定为|吸收为|吸纳为|接纳为|遴选为|增补为|推选为|评为|获批|入选|升格为|升为|接过|领取|领到|获颁|获授|荣获|喜获|荣膺|获|捧回|接受|被授予|获授予|被Ｌ(?:正式)?授予)'
/** 把甲收了进来 */
const BROUGHT_IN = '[收纳并拉拢揽归划吸装带请]了?(?:进来|进去|过来|过去|起来)'
/** 新增14家成员，甲榜上有名; not 公布优秀病例名单，甲榜上有名. */
const NEW_MEMBERS =
  '(?:新增|吸纳|吸收|接纳|公布|发布|扩容|扩员|增加|迎来)[^，；：。ＣＬＫ]{0,16}?(?:成员|盟员|加盟|入盟)(?:单位|医院|机构|名单|名录)*'
const ON_THE_LIST = '(?:榜上有名|名列其[中间]|位列其[中间]|身在其[中列]|在其列|在列|[在上]榜|在名单[上中内]|入列|入围|入选)'
/** Those that were in it before: 加上早先的甲、乙. */
const THE_FORMER = '(?:早先|先前|此前|原先|之前|早前|以前|原有|既有|已有|已加入|先期|前期|前几批|首批|上一批|去年|老成员)'
/** 人、财、物由甲统一调配: what of a body is another's to dispose of. */
const ALL_OF_IT = '的?(?:人、?财、?物|人事|人员|编制|行政|业务|财务|资产|人权|财权|事权|药品|药械|、|和|及|等|全部|均|都)+'
/** 从甲划出，|划归乙: into another consortium. */
const UNDER =
  '(?:改由|转由|交由|改归|转归|改入|转入|转至|转到|转投|改投|改隶|转隶|并入|归入|加入|编入|划归|划入|划到|划至|划转到|划转至|调入|调到|调至|调整到|调整至|调整为|归|到|至|入)'
const RUN_BY = '(?:统一|一体化?|直接|负责|具体|全面|来)*(?:管理|管辖|托管|统管|接管|领导|接收|接手|运营|代管|管|管起来)?(?=[，；。]|$)'
/** 甲负责青岚区网格，|成员单位为乙 */
const IN_CHARGE = '(?:负责|承担|包联|包保|服务)'
/** 签订甲联合体合作协议 */
const SIGNS_OF_GROUP =
  '[^，；：。ＣＬＫ]{0,8}(?:签订|签署|签定|签下|签了|签立|订立|共签|续签|达成|签约|缔结)了?[^，；：。ＣＬＫ]{0,4}Ｃ(?:战略|框架|建设|合作|共建|技术|帮扶|医疗|服务)*(?:协议|协定|合同|备忘录|意向书|责任书|章程|公约|文本)'
/** 被取消成员单位资格, 被移出 */
const THROWN_OUT =
  '(?:(?:取消|撤销|终止)(?:了)?[^，；：。ＣＬＫ]{0,8}(?:资格|身份|席位)|除名|(?:移出|清出|清退|剔除|踢出|劝退|移除)(?:出)?(?:了)?(?:Ｃ|该?联盟|该?集团|该?医联体|该?医共体|成员)?(?:成员)?(?:单位)?(?:名单|行列|名录|之列)?(?=[，；。]|$))'
const FOUNDED =
  '(?:组成|构成|组建|整合|合并|结成|联合|发起|合组|共组|合建|并成|合成|汇成|拼成|抱团|捆绑|打包|重组|搭建|搭成|联手|共建|创办|兴办)'
/** 成员单位已达63家 */
const MEMBERS_COUNTED =
  '(?:成员|盟员|加盟|入盟|会员|理事|协作|联网)(?:单位|医院|机构|名单|名录|已|达到?|增至|增加到|共|现|有|\\d|[家名个余多]|总数|规模|队伍|扩大到|扩至|发展到|为)*'
const UNITED = '(?:合为一[家体]|合并|合并重组|重组|整合|抱团)'
const IS = '(?:分别是|分别为|依次是|依次为|现有|共有|有|包括|包含|为|是|含|涵盖|：|由|设在|设于|设立在|落在|放在|定为|确定为|明确为|即)'

/** “甲医联体成员单位”的牌子, （甲医联体成员单位）, and not 成员单位开展. */
const TITLE_ENDS =
  '(?:之一)?(?=[，；。、）：]|$|的?(?:铜|铭|金|标|门)?(?:牌|匾|称号|资格|身份|行列|名单|字样|证书|标识|一员|大家庭)|后|之后|以来)'
/** Verbs by which a body comes into what follows them. */
const JOINED =
  '(?:加入|加盟|入盟|并入|编入|划入|划归|归入|融入|纳入|转投|改投|投入|投奔|牵手|跻身|进入|入列|入选|签约加入|申请加入|获准加入|列入|挂牌|揭牌|加挂|挂上|接入|归属|隶属于?|从属于?|抱团)'

/** 甲医院|院长王某|、乙医院|党委书记李某 */
const OFFICER = '(?:(?:党委|党总支)?(?:常务|执行)?副?(?:书记|院长|主任|理事长)(?:、|兼)?)*[〇㐀-鿿]{0,3}?'
/** 作为成员单位代表, 代表成员单位|发言: who speaks for the members is one. */
const FOR_MEMBERS =
  '(?:等|负责人|相关负责人|代表)?(?:分别|依次|均|都)?(?:(?:作为|身为|为|是|系)(?:首批|各|新(?:加入|增)?|全体|联盟|集团|医联体|医共体|部分)*(?:成员|盟员|理事|加盟|联盟|会员|合作|协作)(?:单位|医院|机构)?的?代表|代表(?:首批|各|新(?:加入|增)?|全体|联盟|集团|医联体|医共体)*(?:成员|盟员|理事|加盟|联盟|会员)(?:单位|医院|机构)?(?:作|做|发|上|领|致|签|接|表|讲|交|分|进))'
/** 成员单位|8家|，|分别是：|甲 */
const HOW_MANY = '(?:共计?|现有|总计)?(?:(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})余?[家个所])?(?:（[^（）]{0,12}）)?'
const NAMELY = '(?:(?:分别|依次|具体|即|正|主要|它们)*[是为有]：?|(?:分别|依次|具体|主要)?(?:包括|包含|如下)：?|即：?)'
/** 与我院一同授牌的还有|甲、乙: fellows of those who came into it. */
const FELLOWS =
  '(?:(?:一同|一起|一道|同时|同日|同批|同期|同场|一并|此次|本次|这次|当天|当日|首批|新)[^，；：。ＣＬＫ]{0,8}(?:授牌|受牌|获牌|领牌|接牌|挂牌|入盟|入会|加入|加盟|入列|成为成员单位)[^，；：。ＣＬＫ]{0,4}的(?:医院|单位|医疗机构)?(?:还|另|也|就|共)?(?:有|包括|是|为)：?)'
/** 成员单位包括|2家二级医院|（甲、乙） */
const OF_A_CLASS = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,2})[家所个][〇㐀-鿿]{2,8}'
/** 甲骨科|加入乙联盟，眼科加入丙联盟: it is in both; 甲原先加入乙，后改入丙 moves. */
const JOINS_FIRST = '[^，；：。ＣＬＫ原曾]{0,14}?(?:加入|加盟|入盟|成为|入选)了?Ｃ'
/** 加入甲联盟，京蒙|协作单位乙选派医生: of another tie than the consortium's. */
const OF_ANOTHER_TIE =
  '(?<!(?:[东京津沪苏浙闽鲁粤鄂湘][西部蒙冀疆藏陕甘宁川滇黔青黑辽吉新桂]{1,3}|对口(?:支援|帮扶)?|帮扶|支援|技术|战略|业务|教学|科研|结对|院地|校地|转诊|会诊|远程)(?=协[作同]))'
/** 采用双盟主制，由甲与乙|共同担任 */
const TWO_HEADS =
  '(?:盟主|牵头|龙头|理事长|主席|总院|主委|主任委员|组长|会长)(?:单位|医院|机构)?(?:负责|轮值|轮换|领导)?(?:制|制度|模式|机制|架构|体制|格局)，(?:分别)?'

/** 以甲为龙头、乙为|枢纽: who stands between the one that leads and those below. */
const SECOND = '(?:主体|枢纽|纽带|骨干|支撑|支点|桥梁|中坚|依托|基础|网底|补充|延伸|节点|成员)'

function makeCues(lexicon: Lexicon): Cue[] {
  const word = (name: string): string => oneOf(lexicon.words(`consortium-${name}`))
  // 副理事长单位, 副牵头医院 lead nothing.
  const [heads, leads, members] = [`(?<!副)${word('head-nouns')}`, `(?<!副)${word('head-verbs')}`, word('member-nouns')]
  const joinedAre = `${word('join')}${some(6)}的(?:单位|医院|机构|成员)?(?:还|也|另|又|就|共|均|都)*(?:有|为|是|包括|包含)${some(4)}`
  const [gather, take, join, found] = [word('gather'), word('take'), word('join'), word('found')]
  const make = (role: Cue['role'], side: Cue['side'], source: string, rest: Partial<Cue> = {}): Cue => ({
    role,
    side,
    pattern: new RegExp(source, 'gu'),
    ...rest,
  })
  return [
    make('member', 'before', `Ｌ(?=(?:${OFFICER}(?:、|和|与|及|以及)Ｌ){0,8}${OFFICER}${FOR_MEMBERS})`),
    make('member', 'before', `(?<=${FELLOWS})Ｌ`, { lists: true }),
    make('member', 'before', `Ｌ(?:等)?[^，；：。ＣＬＫ]{0,4}(?:老|新|原有|首批|早期|既有)成员(?:单位|医院)?代表`, { lists: true }),
    make('member', 'before', `(?:老|新)成员(?:单位|医院)?Ｌ`, { lists: true }),
    make('member', 'before', `Ｌ(?=[^，；：。（）ＣＬＫ]{0,24}（(?:联盟|成员|合作|协作|加盟|理事)(?:单位|医院)代表）)`),
    make('lead', 'before', `(?<=${TWO_HEADS}由)Ｌ(?:共同|联合|分别|轮流|轮值|一起|携手)*(?:担任|出任|担纲|充当|承担|任|牵头|主持)`),
    make('member', 'either', `(?<=为(?:龙头|核心|引领|牵头(?:单位|医院)?)[、，]以?)Ｌ(?:等)?为${SECOND}`),
    make(
      'lead',
      'either',
      `(?<=由|以|依托|委托|靠|把|将)Ｌ${some(4)}(?:为|任|担任|作为|当|做|充当|出任|系)?${some(3)}(?:${heads}|${leads})(?!之一)`,
    ),
    make(
      'lead',
      'either',
      `${BODIES}${some(8)}(?:为|任|担任|作为|当|当选|是|做|系|充当|出任)(?:${GROUPS}的?|其|该[〇㐀-鿿]{2,3}?|${some(6)})(?:唯一)?${heads}(?!成员|层|圈|骨干|队伍|之一|的?[〇㐀-鿿]{0,4}分院)`,
    ),
    make(
      'lead',
      'either',
      `(?<!(?<!参)与|同|跟|经|受)${BODIES}${some(4)}${leads}(?!和|及|、|下|医师|专家|演练|编制|编写|制定|起草|承办|召开|培训)`,
    ),
    make(
      'lead',
      'either',
      `${heads}(?:单位|医院)?(?:现|暂|均|分别|统一)?${IS}?由?Ｌ(?![^，；：。]{0,4}${members}(?!(?:单位|医院|机构)?Ｌ))`,
    ),
    make('lead', 'before', `(?:牵头|领衔|主办|发起|主导|领头|打头|带头|挑头|掌舵)(?:的|者|单位|医院|方)?(?:：|正?是|为)由?Ｌ`),
    make(
      'lead',
      'either',
      `${SUBJECT}，${THEN}${BE}(?:${GROUPS}的?|${some(6)})(?:唯一)?${heads}(?!成员|层|圈|骨干|队伍|的?[〇㐀-鿿]{0,4}分院)`,
      { alone: true },
    ),
    make('lead', 'either', `(?:作为|身为|贵为)(?:${GROUPS}的?|${some(6)})(?:唯一)?${heads}，${BODIES}`),
    make('lead', 'either', `(?<=在|由)Ｌ的?(?:带领|牵头|领衔|统领|主导|引领|带动|牵引|组织)下`),
    make('lead', 'after', `依托Ｌ${some(6)}${found}`),
    make('member', 'either', `${BODIES}${some(14)}${BE}(?:了|起)?(?:${GROUPS}${some(10)}|其|[^，；：。Ｌ]{0,14}?)${members}`),
    make(
      'member',
      'before',
      `${OF_ANOTHER_TIE}${members}(?:单位|医院|机构)?[^，；：。（）、ＣＬＫ]{0,4}?${IS}?(?:\\d{1,3}家?：?)?Ｌ(?!${some(4)}(?:为|任|担任|作为|当)?${heads})`,
    ),
    make('member', 'either', `${BODIES}(?!${JOINS_FIRST})[^，；：。（）ＬＫ]{0,16}Ｃ[^；：。的（）ＣＬＫ]{0,24}?${UNDER}Ｃ${RUN_BY}`, {
      moves: true,
    }),
    make('member', 'before', `(?<=Ｃ)(?:目前|现在?|一?共|总共|已|就|还|也|都)*有(?:了|：)?${BODIES}(?![作做当为来派支帮])`),
    make('member', 'before', `Ｌ的?${members}(?!的?(?:数|总|共|达|增|有|为|是|：|包|分别|\\d|涵|由|扩|新))`, {
      several: true,
      lists: true,
    }),
    make('member', 'before', `(?<=Ｃ)(?:带|管|统|领|挂|含|辖|托|包|联)(?:着|起|好)?Ｌ`),
    make('member', 'before', `${MEMBERS_COUNTED}，${BODIES}(?:也|同时|均|都|双双|成功|赫然)?${ON_THE_LIST}`, { counts: true }),
    make('member', 'before', `[二三四]级(?:机构|医院|单位)(?:分别)?(?:为|是|有|包括|含|：|由)Ｌ`),
    make(
      'lead',
      'either',
      `(?<=^[^，；：。ＣＬＫ]{0,6})Ｌ[^，；：。ＣＬＫ]{0,8}[与同和跟]Ｌ[^，；：。ＣＬＫ]{0,12}${FOUNDED}(?:了|起)?[^，；：。ＣＬＫ]{0,6}Ｃ，(?:并|且|同时)?${BE}[^，；：。ＣＬＫ]{0,6}${heads}`,
    ),
    make('member', 'either', `(?<=[与同和跟])Ｌ${SIGNS_OF_GROUP}`, { equal: true }),
    make(
      'member',
      'either',
      `(?<=^(?:[^，；：。ＣＬＫ]{0,8}[，：])?[^，；：。ＣＬＫ]{0,4})Ｌ[^；：。ＣＫ]{0,60}?[与同和跟]Ｌ${SIGNS_OF_GROUP}`,
      {
        equal: true,
      },
    ),
    make('member', 'before', `${members}(?:单位|医院|机构)?${HOW_MANY}，${NAMELY}Ｌ`, { acts: true }),
    make('member', 'before', `(?:加上|连同|算上)${THE_FORMER}[^，；：。ＣＬＫ]{0,6}Ｌ(?=[，。；]|$)`, { acts: true }),
    make('member', 'before', `(?<=Ｃ)(?:之?[里内中]|里头|里面|当中)(?:还|也|另|现|已|就|共|都)*(?:有|包括|含)(?:了|着)?Ｌ`),
    make(
      'member',
      'either',
      `${BODIES}${ALL_OF_IT}(?:由|交|归|交由|交给|划归|统一由|全部由)Ｌ[^，；：。ＣＬＫ]{0,6}(?:统一|统管|统筹|一体|集中|管理|调配)[^，；：。ＣＬＫ]{0,4}，(?:组建|成立)?(?:以|由)Ｌ[^，；：。ＣＬＫ]{0,4}(?:${heads}|${leads})的Ｃ`,
    ),
    make(
      'member',
      'after',
      `${BODIES}(?:也|还|又|早就|已|均|都)?[和与同跟](?=Ｌ[^，；：。ＣＬＫ]{0,8}(?:同在|同属|同为|同处|同列|同是|共处|一起在|都在|一同加入|一起加入|共同加入)Ｃ)`,
      {
        closes: true,
      },
    ),
    make('member', 'before', `${gather}(?:了|进|起|着|到|上)?${some(8)}Ｌ`, { acts: true }),
    make('member', 'either', `(?<=将|把|使|让)Ｌ(?!${THINGS_OF_BODY})${some(12)}${take}`),
    make('member', 'before', `(?<=将|把)Ｌ(?:一并|也|都|整体|全部|统一)?${BROUGHT_IN}`),
    make('member', 'after', `(?<=将|把)Ｌ(?!的|项目|院区|[迁扩新改]建)${some(16)}，?${found}(?:了|起)?`),
    make('member', 'after', `(?<=以)Ｌ${some(2)}为(?:班底|基础|骨干|成员)，?${found}(?:了|起)?`),
    make('member', 'either', `${BODIES}${some(12)}(?:被|获得?|受)${GROUPS}${some(4)}${take}(?=[，；。为成进入了]|$)`),
    make('member', 'either', `${BODIES}${some(12)}(?:被|获得?|受)${take}(?:了|进|到|入|为|至)*`, { closes: true }),
    make('member', 'before', `${NEW_MEMBERS}，${BODIES}(?:也|同时|均|都|双双|成功|赫然)?${ON_THE_LIST}`),
    make('member', 'either', `${BODIES}(?:也|均|都|双双|成功)?(?:位列|名列|跻身)[^，；：。ＣＬＫ]{0,4}${members}(?:之中|之列|名单|行列)`),
    make('member', 'either', `${BODIES}${some(8)}(?:都|均|皆|悉数|全部|全|一并|也|同)在(?:其中|其内|其列|里面|里头|内|列|Ｃ之?[内中里])`, {
      counts: true,
    }),
    make(
      'member',
      'before',
      `(?<=Ｌ${some(4)}(?:${leads}${some(4)}Ｃ?|(?:为|任|作为|担任)${some(2)}${heads})，)Ｌ(?:共同|一同|一起|悉数|全部)?(?:参加|参与|加入|加盟|协同|配合|跟进|归口管理|归其管理|由其管理|接受管理)(?=[，；。]|$)`,
    ),
    make(
      'member',
      'either',
      `${BODIES}${some(4)}(?:实行|推行|实施|施行|实现)(?:了|起)?${some(6)}Ｃ的?(?:一体化|统一|紧密型|同质化)(?:管理|运行|运作|运营)`,
      {
        together: true,
        several: true,
      },
    ),
    make('member', 'either', `${BODIES}${some(4)}由Ｃ(?:统一|一体化?|集中|归口|全面)(?:管理|管辖|统管|领导|运营)`),
    make('member', 'before', `${BODIES}${some(6)}(?:签署|签订|签下|签)了?(?:成员|入盟|加盟|入会)(?:单位)?(?:协议|合同|承诺书)`),
    make('lead', 'before', `(?<!副)${heads}（Ｌ(?=）)`),
    make('member', 'before', `${members}（Ｌ`),
    make('member', 'before', `${members}(?:单位|医院|机构)?(?:现|目前|共)*${IS}${OF_A_CLASS}（Ｌ(?=）)`, { lists: true }),
    make(
      'member',
      'before',
      `(?<=${members}(?:单位|医院|机构)?(?:现|目前|共)*${IS}${OF_A_CLASS}（Ｌ）(?:、|和|及|以及|与)(?:${OF_A_CLASS}（)?)Ｌ`,
      {
        lists: true,
      },
    ),
    make('member', 'either', `Ｌ的?Ｃ(?:首批)?${members}(?:单位)?(?:正式)?(?:揭牌|挂牌|授牌)`),
    make('member', 'after', `Ｌ(?=Ｃ(?:正式|顺利)?(?:挂牌|揭牌|成立))`, { together: true, several: true, closes: true }),
    make('member', 'either', `(?<=(?:加入|加盟)Ｃ的)Ｌ[^；：。ＣＬＫ]{0,24}${THROWN_OUT}`, { ends: true }),
    make('member', 'either', `${BODIES}[^；：。ＣＬＫ]{0,24}[被遭](?:Ｃ(?:正式)?)?${THROWN_OUT}`, { ends: true }),
    make('member', 'before', `(?:取消|撤销|暂停|终止)(?:了|对)?Ｌ的?(?:${members}|联盟|入盟|会员|成员){0,3}的?(?:资格|身份|席位)`, {
      ends: true,
    }),
    make('member', 'before', `(?<=将|把)Ｌ(?:予以)?${THROWN_OUT}`, { ends: true }),
    make('member', 'either', `(?<=(?:隶属于?|归属于?|从属于?|加入|加盟|划归|并入|纳入)Ｃ的)${BODIES}`),
    make(
      'member',
      'either',
      `${BODIES}${some(4)}(?:原本?|原先|原来|此前|过去|早前|一度|曾|曾经|先前)(?:隶属于?|归属于?|从属于?|属于?|系|为|是|归|在|加入过)${some(4)}Ｃ`,
      { ends: true },
    ),
    make('member', 'either', `${SUBJECT}，${THEN}(?:${UNDER}|由|归|属于?|隶属于?)Ｃ${RUN_BY}`, { alone: true }),
    make('member', 'either', `Ｌ（(?:系|为|是|属)?${GROUPS}的?(?:${members}|单位)(?:单位|医院)?[，）]`),
    make(
      'lead',
      'either',
      `${BODIES}(?:在|于)${some(4)}Ｃ(?:建设)?之?[中内里]?的?(?:${heads})(?:作用|地位|带动|引领|优势|功能|职能|角色|效应|示范)`,
    ),
    make('lead', 'either', `${BODIES}${some(6)}${gather}(?:了|着)?${some(4)}Ｌ${some(8)}Ｃ的?(?:${members}|单位)`),
    make('member', 'either', `(?<=Ｌ${some(6)}${gather}(?:了|着)?${some(4)})Ｌ${some(8)}Ｃ的?(?:${members}|单位)`),
    make('member', 'before', `(?<=对)Ｌ${some(14)}(?:统一管理|一体化管理|统管|统一调[配度]|统筹管理)`, { acts: true }),
    make('member', 'either', `${BODIES}${some(6)}(?:履行|承担|担负|尽到|落实)(?:好|了)?${members}的?(?:职责|责任|义务|职能|任务)`),
    make('lead', 'either', `${BODIES}${some(6)}(?:履行|承担|担负|尽到|落实)(?:好|了)?${heads}的?(?:职责|责任|义务|职能|任务)`),
    make('member', 'either', `${BODIES}(?!${THINGS_OF_BODY})${some(14)}${join}(?:了|到|于|至|为)?`, { closes: true }),
    make('member', 'either', `${BODIES}${some(12)}(?:退出|脱离|撤出|划出|调出|移出|转出|分出|剥离|离开|退群|退盟)了?`, { closes: true }),
    make('member', 'either', `${SUBJECT}，${THEN}${join}(?:了|到|于|至|为)?`, { closes: true, alone: true }),
    make('member', 'either', `${BODIES}${some(14)}${BE}(?:了|起)?${GROUPS}的?(?:单位|医院|机构)(?=[，；。、的]|$|称号|牌)`),
    make('member', 'either', `${SUBJECT}，${THEN}${BE}(?:了|起)?(?:${GROUPS}${some(10)}|其|[^，；：。Ｌ]{0,14}?)${members}`, {
      alone: true,
    }),
    make('member', 'before', `(?<=由)Ｌ${some(10)}${FOUNDED}(?:而成|而来)?`, { together: true }),
    make('member', 'before', `(?<=Ｃ(?:系|是|为))Ｌ${some(10)}${FOUNDED}(?:而成|而来|起来|成立|组建)*的?(?=[，。；]|$)`, {
      together: true,
    }),
    make('member', 'after', `${BODIES}${some(16)}(?:，?(?:共同|联合|抱团|合力)|${UNITED}，(?:共同|联合|正式)?)?${found}(?:了|起|为)?`, {
      together: true,
    }),
    make(
      'member',
      'after',
      `(?:携手|联合|联手|牵手|会同|携|联动|整合|带动|吸纳|吸收|统领|收编|接纳|下带|率领|团结|凝聚|集结|领着|带着|兼并)${some(6)}Ｌ`,
    ),
    make('member', 'before', `${joinedAre}Ｌ`, { lists: true }),
    make(
      'member',
      'before',
      `(?<=${joinedAre}Ｌ，${some(12)})${BODIES}(?:也|亦|随后|先后|相继|陆续|又)+(?:已|均|都)?(?:完成(?:了)?签约|签约|签了约|加入|加盟|入盟)(?:了|进来)?(?=[，。；]|$)`,
      { lists: true },
    ),
  ]
}
