/** What tells that a list of bodies leads a consortium or belongs to one: words on either side of the list, in any order. */
import type { Lexicon } from '../../lexicon/lexicon.ts'
import {
  ALL_OF_IT,
  BE,
  BODIES,
  BROUGHT_IN,
  FELLOWS,
  FOR_MEMBERS,
  FOUNDED,
  GROUPS,
  HOW_MANY,
  IN_CHARGE,
  IS,
  JOINED,
  JOINS_FIRST,
  MEMBERS_COUNTED,
  NAMELY,
  NEW_MEMBERS,
  OFFICER,
  OF_ANOTHER_TIE,
  OF_A_CLASS,
  ON_THE_LIST,
  RUN_BY,
  SECOND,
  SIGNS_OF_GROUP,
  SUBJECT,
  THEN,
  THE_FORMER,
  THROWN_OUT,
  TITLE_ENDS,
  TWO_HEADS,
  UNDER,
  UNITED,
  some,
} from './cue-words.ts'
import { newsCues } from './cues-of-news.ts'
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
  /** Whether it tells how things are, and no deed. */
  readonly stands?: boolean
  /** Whether it says outright that what follows is a list of members. */
  readonly lists?: boolean
  /** Whether it tells of all the consortia right before it, and not of the last alone. */
  readonly all?: boolean
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

function makeCues(lexicon: Lexicon): Cue[] {
  const word = (name: string): string => oneOf(lexicon.words(`consortium-${name}`))
  // 副理事长单位, 副牵头医院 lead nothing.
  const [heads, leads, members] = [`(?<!副)${word('head-nouns')}`, `(?<!副)${word('head-verbs')}`, word('member-nouns')]
  const joinedAre = `${word('join')}(?:了|到)?(?:Ｃ|${some(6)})的(?:单位|医院|机构|成员)?(?:还|也|另|又|就|共|均|都)*(?:有|为|是|包括|包含)${some(4)}`
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
      `(?!依托Ｌ)${heads}(?:单位|医院)?(?:现|暂|均|分别|统一)?${IS}?由?Ｌ(?![^，；：。]{0,4}${members}(?!(?:单位|医院|机构)?Ｌ))`,
    ),
    make('lead', 'before', `(?:牵头|领衔|主办|发起|主导|领头|打头|带头|挑头|掌舵)(?:的|者|单位|医院|方)?(?:：|正?是|为)由?Ｌ`),
    make(
      'lead',
      'either',
      `${SUBJECT}，${THEN}${BE}(?:${GROUPS}的?|${some(6)})(?:唯一)?${heads}(?!成员|层|圈|骨干|队伍|的?[〇㐀-鿿]{0,4}分院)`,
      { alone: true },
    ),
    make('lead', 'either', `${SUBJECT}，(?:自身|自己|本身|同时|还|也|又|另|另外|目前|现)+${leads}(?:[办组建带管][着起了])?`, {
      alone: true,
    }),
    make('lead', 'either', `(?:作为|身为|贵为)(?:${GROUPS}的?|${some(6)})(?:唯一)?${heads}，${BODIES}`),
    make('lead', 'either', `(?<=在|由)Ｌ的?(?:带领|牵头|领衔|统领|主导|引领|带动|牵引|组织)下`),
    make('lead', 'after', `依托Ｌ${some(6)}${found}`),
    make('member', 'either', `${BODIES}${some(14)}${BE}(?:了|起)?(?:${GROUPS}${some(10)}|其|[^，；：。Ｌ]{0,14}?)${members}`),
    make(
      'member',
      'before',
      `${OF_ANOTHER_TIE}${members}(?!(?:单位|医院)?(?:调整|变动|变化|更替))(?:单位|医院|机构)?[^，；：。（）、ＣＬＫ]{0,4}?${IS}?(?:\\d{1,3}家?：?)?Ｌ(?!${some(4)}(?:为|任|担任|作为|当)?${heads})`,
    ),
    make(
      'member',
      'either',
      `${BODIES}(?!${JOINS_FIRST})[^，；：。（）ＬＫ]{0,16}Ｃ(?:的(?:分院|成员单位|成员|分支机构))?[^；：。的（）ＣＬＫ]{0,24}?${UNDER}Ｃ${RUN_BY}`,
      {
        moves: true,
      },
    ),
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
    make(
      'member',
      'after',
      `${BODIES}${some(4)}由(?=Ｌ${some(4)}(?:托管|管理|领办|统管|接管|统一管理|一体化管理)，(?:共同)?${found}(?:了|起)?(?:以Ｌ[^，；：。ＣＬＫ]{0,6}的)?Ｃ)`,
      { closes: true },
    ),
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
    make(
      'member',
      'either',
      `${BODIES}(?:${ALL_OF_IT})?${some(4)}(?:由|归|交由|交给|划归)Ｃ(?:统一|一体化?|集中|归口|全面|统筹|负责|直接|具体)*(?:管理|管辖|统管|代管|接管|托管|领导|运营|管)(?=[，；。]|$)`,
      { stands: true },
    ),
    make('member', 'before', `${BODIES}${some(6)}(?:签署|签订|签下|签)了?(?:成员|入盟|加盟|入会)(?:单位)?(?:协议|合同|承诺书)`),
    make('lead', 'before', `(?<!副)${heads}（Ｌ(?=）)`),
    ...newsCues({ heads, leads, members }).map(([role, side, source, rest]) => make(role, side, source, rest)),
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
      `${BODIES}${some(4)}(?:原本?|原先|原来|此前|过去|以前|从前|最初|起初|早前|一度|曾|曾经|先前)(?:隶属于?|归属于?|从属于?|属于?|系|为|是|归|在|加入过)${some(4)}Ｃ`,
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
    make(
      'member',
      'either',
      `${BODIES}${some(6)}(?:履行|承担|担负|尽到|落实)(?:好|了)?(?:${GROUPS}的?)?${members}的?(?:职责|责任|义务|职能|任务)`,
    ),
    make('lead', 'either', `${BODIES}${some(6)}(?:履行|承担|担负|尽到|落实)(?:好|了)?${heads}的?(?:职责|责任|义务|职能|任务)`),
    make('member', 'either', `${BODIES}(?!${THINGS_OF_BODY})${some(14)}${join}(?:了|到|于|至|为)?`, { closes: true }),
    make('member', 'either', `${BODIES}${some(12)}(?:退出|脱离|撤出|划出|调出|移出|转出|分出|剥离|离开|退群|退盟)了?`, { closes: true }),
    make('member', 'either', `${SUBJECT}，${THEN}${join}(?:了|到|于|至|为)?`, { closes: true, alone: true }),
    make('member', 'either', `${BODIES}${some(14)}${BE}(?:了|起)?${GROUPS}的?(?:单位|医院|机构)(?=[，；。、的]|$|称号|牌)`),
    make('member', 'either', `${SUBJECT}，${THEN}${BE}(?:了|起)?(?:${GROUPS}${some(10)}|其|[^，；：。Ｌ]{0,14}?)${members}`, {
      alone: true,
    }),
    make('member', 'before', `(?<=Ｃ，?)负责(?:管理|牵头管理|统管|统筹|托管|带动|指导|联系|覆盖)?Ｌ(?=[，；。]|$)`),
    make('member', 'after', `(?<=继)Ｌ之?后，[^，；：。ＣＬＫ]{0,10}(?:加入|加盟|进入|纳入)(?:了|到)?(?=Ｃ)`),
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
