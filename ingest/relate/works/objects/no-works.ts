/** Names of houses and phases that a sentence only points at: where something stands, or when the works will be so far. */
import type { Ground } from '../ground.ts'
import type { Group } from '../groups.ts'
import type { WorksObject } from './objects.ts'
import type { Clause, StageHit } from '../stages/stage-hits.ts'

/** 建设地点在某县甲医院西院区内. */
const IN_SITE = /(?:地点|地址|位于|坐落|选址)[^，。；]*$/u
const SITE_END = /^(?:院?内|[东西南北][侧面]|旁|附近|对面|以[东西南北])/u
/** 甲医院一期项目以西: where other works stand. */
const BESIDE = /^以[东南西北](?:$|[，。；、])/u
const DONE_BY_THEN = /(?:完成|建成)$/u
const ONLY_PHASE = /^[一二三四五首]期(?:工程|项目|建设)*$/u

/** 将作为甲医院主院区: what it is to become. */
const BECOMES = /(?:作为|成为|打造成|建成为|(?:转型|调整|变更?)[为成])$/u

/** 将建设成一家集综合医院、公共卫生中心于一体的医院: what is told of is to be all of these. */
const WILL_BE_ALL = /(?:建|建设|打造|发展)成为?一[家所]集?[^。；]{0,60}$/u
const MOST_ALL = 70

/** 老院区改造为康复院区: what an old campus becomes when the new one is in use. */
const REMADE = /[院区址]将?(?:改造|改建)[为成]$/u

/** 甲医院是某市与乙医院合作的重点项目: the name before is that of a partner. */
const WITH_OTHER = /^(?:共同|联合|携手|双方)?(?:合作|共建|合建|联手|打造|推进|签约|帮扶|援建|支援)的/u

/** 甲院区将作为甲医院主院区: of the words behind 作为 nothing is told. */
export function asBecome({ from, tail }: WorksObject, text: string): boolean {
  return (BECOMES.test(text.slice(Math.max(0, from - 4), from)) && !/项目|工程/u.test(tail)) || WITH_OTHER.test(tail)
}

/** 盼着我们县的新院早日立项: what somebody longs for. */
const LONGS = /(?:期?盼|渴望|希望|期待|憧憬|呼吁)[^，。；]{0,14}$/u
const SOON = /^[^，。；]{0,6}(?:早日|尽快|尽早|能|可以)/u
const MOST_LONG = 18

/** Whether works are only longed for. */
export function isLongedFor({ from, to }: WorksObject, { text }: Ground): boolean {
  return LONGS.test(text.slice(Math.max(0, from - MOST_LONG), from)) && SOON.test(text.slice(to, to + MOST_LONG))
}

/** 被确定为县域医疗次中心: what a house of health is raised to. */
const RANK = /(?:县域|区域|片区|农村|基层|医疗|救治|诊疗|卫生)[^，。；]{0,6}(?:次|分|副|区域医疗|医疗卫生)中心$/u
const MOST_RAISED = 24
const RAISED_TO = /(?:为|成|作为|列入|入选|入围|跻身|获评|获批|当选|晋升|升格|升级|打造|创建|创成|评上|认定|定位|定为)[^，。；]{0,10}$/u

/** Whether a stretch of text only tells what a hospital is raised to. */
export function isRank(text: string, begin: number, to: number): boolean {
  return RANK.test(text.slice(begin, to)) && RAISED_TO.test(text.slice(Math.max(0, begin - MOST_RAISED), begin))
}

/** 口腔中心设在甲医院门诊楼四层, 租用甲医院综合楼一至三层: rooms in a house that stands. */
const HOUSED_IN = /(?:设在|设于|设置在|位于|开在|搬到|搬至|迁至|租用|租赁|借用|腾出|入驻)了?(?:□|[^，。；]){0,2}$/u
const STOREY =
  /^(?:的)?(?:地下|负|第)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:(?:[、至到—~～-])(?:第)?(?:[一二三四五六七八九十]{1,3}|\d{1,2})){0,2}[层楼]/u
const MOST_STOREY = 14

/** Whether an object only says where works stand, or what they will be. */
export function isSitePointed({ from, to, owners }: WorksObject, { text }: Ground): boolean {
  return (
    (STOREY.test(text.slice(to, to + MOST_STOREY)) && HOUSED_IN.test(text.slice(Math.max(0, from - 6), from))) ||
    (owners.length === 0 && WILL_BE_ALL.test(text.slice(Math.max(0, from - MOST_ALL), from))) ||
    BECOMES.test(text.slice(Math.max(0, from - 4), from)) ||
    (REMADE.test(text.slice(Math.max(0, from - LEAD), from)) && /院区?$/u.test(text.slice(from, to))) ||
    (SITE_END.test(text.slice(to, to + 2)) && IN_SITE.test(text.slice(0, from)))
  )
}

/** 项目预计明年完成一期建设: when the works will be that far, and nothing of a phase. */
export function isAimedPhase(
  object: WorksObject,
  { group, ground, hits }: { group: Group; ground: Ground; hits: { all: readonly StageHit[]; following: readonly Clause[] } },
): boolean {
  if (object.owners.length > 0 || !ONLY_PHASE.test(object.tail) || hits.all.length === 0) return false
  if (!DONE_BY_THEN.test(ground.text.slice(group.clause.from, object.from))) return false
  const clauses = [group.clause, ...hits.following]
  return hits.all.every(({ mood }) => mood === 'expected') && clauses.every((clause) => ground.figuresIn(clause).length === 0)
}

/** 乡镇卫生院重建项目共计14个: a number of them. */
const COUNTED = /^(?:建设)?(?:共计?|合计|总计|达)\d+[个家所处]/u

/** 丙中心是甲医院的二期项目，将是甲医院的新院区: what works that are named already are. */
const IS_PREDICATE = /(?:□(?:项目|工程)?(?:将)?是|(?:^|[，；])(?:也|还)?将(?:会)?是|属于?)$/u
/** 门诊依托在建的乙医院项目部分楼房, 利用原乙医院老院区进行改造: what other works rest on. */
const RESTED_ON = /(?:依托(?:正?在建(?:设中)?的)?|利用原?)$/u
/** 康复科搬迁至新址: a ward that moves. */
const WARD_MOVED =
  /(?:科|病区|病房|门诊|室|餐厅|食堂|药房|窗口|大厅|库|机关|部门)(?:整体|顺利|正式|全部|已)*(?:搬迁|乔迁|迁|搬)(?:至|到|入)?$/u
const LEAD = 12

/** 拆除现有的第三住院楼. */
const TORN_DOWN = /(?:拆除|拆掉|推倒|腾空|腾退)(?:了)?(?:现有|原有|原|旧|老|现)?的?$/u
/** 因拆迁暂无新址: what is lacking. */
const LACKED = /(?:[暂尚仍]无|没有|缺乏|缺少|尚缺|未找到|未落实|寻找|物色)(?:合适的?|可用的?)?$/u
/** 不再新建职工宿舍. */
const NOT_BUILT = /不(?:再|予|准|得)(?:新建|扩建|改扩建|迁建|改造|建设|安排|实施)$/u

/** 甲医院隔壁农林局办公楼: a house of others, told by what it stands beside. */
const OF_NEIGHBOUR =
  /^(?:的)?(?:[东西南北]{1,2}[侧面边]|[东西南北]?(?:隔壁|邻)|对面|旁边?|附近|周边|身后|后[面边]|前[面边]|[左右毗相]邻|[左右]侧|门口|斜对面)的?[^，。；]*(?:局|厅|委员会|管委会|镇政府|乡政府|公司|工厂|[^水车]厂|小学|中学|学校|幼儿园|银行|邮政|商[场店厦]|超市|宾馆|酒店|招待所|供销社|粮[站库]|法院|检察院|派出所|党校|车站|市场|林场|信用社)[^，。；]*$/u

const MOST_BEHIND = 30
const MOST_IN_PLAN = 80
/** 门诊楼电梯采购及安装项目招标公告: what is bought for a house. */
const BOUGHT =
  /^的?(?!项目|工程)(?:(?!装修|装饰|施工|改造|建设|已|正|完成|推进|启动)[^，。；：、（）]){0,10}(?:采购|购置|租赁|维保|维护保养|物业(?:管理)?|保洁|安保|保安)(?:服务)?(?:[及和与、]?(?:配套|安装|调试|维护))*(?:服务)?(?:项目|工程|(?=公告|公示|招标|中标|成交|结果|竞争|公开|磋商|询价))/u
/** 缓解业务用房紧张: what is lacking. */
const LACKING = /^(?:严重|十分|极度)?(?:紧张|短缺|不足|陈旧|老旧|破旧|简陋|狭小|拥挤|老化|紧缺)/u
/** 赴乙县学习其新院区搬迁经验: of others, from whom one learns. */
const LEARNS = /(?:学习|取经|观摩|借鉴|进修|跟班|考察|参观)/u
const TO_LEARN = /^[^，。；]{0,12}(?:(?:、|和|与)[^，。；]{0,10})?(?:的?(?:先进|成功|好)?(?:经验|做法|模式|理念|成果))/u

/** 外科楼屋面防水维修, 二号楼供暖管网改造: what is mended of a house that stands. */
const MENDED =
  /^(?:[\u4e00-\u9fff]{0,6}?[和及与、])?[\u4e00-\u9fff]{0,4}?(?:屋面|屋顶|外墙|供[暖热水电氧]|暖气|管网|管道|管线|电梯|电路|线路|水电|空调|防水|排水|门窗|照明|地面|墙面|锅炉|卫生间|无障碍|污水|下水)[\u4e00-\u9fff和及与、]{0,8}?(?:维修|维护|翻新|翻修|更换|检修|改造|修缮|修补|大修|整修|更新|加装|粉刷)/u

/** 门诊楼加装电梯2部. */
const FITTED =
  /^(?:各?楼?层)?(?:加装|增设|更换|安装|新增)了?(?:\d+[部台个])?(?:无障碍|医用|观光|病床)*(?:电梯|扶梯|空调|坡道|门禁|监控|护栏|充电桩)/u

/** 定于7日在甲医院行政楼三楼组织竣工验收: where one meets. */
const MEETS =
  /^[^，。；楼层]{0,6}[楼层]?(?:第?[\d一二三四五六七八九十]+)?(?:会议室|报告厅|会议厅|大厅|门前|广场)?(?:组织|召开|举行|举办|集合|报到|集中|开会|进行(?:开标|评审|验收))/u
const MEETS_IN = /(?:在|于|到|至)(?:我院|本院|该院)?$/u

/** 危房改造未列入年度计划，暂不实施: what no plan has; 至今未列入年度计划 is still thought of. */
const IN_NO_PLAN =
  /^(?:项目|工程|建设|工作)*(?:[、和及与][^，。；]{2,24}?)?(?:因(?:(?!暂缓|停|缓建)[^，。；]){2,16}，?)?(?:均|都|也|暂|暂时|本次|此次|今年|本年度|[当本]年|\d{4}年)*(?<![至仍尚]今?)(?:[未没](?:有|能|被|获)*(?:列[入为进]|纳入|编入|排入|进入|安排[到进入])|不(?:再)?(?:列入|纳入|安排(?:到|进|入)))[^，。；]{0,16}(?:计划|规划|盘子|清单|项目库|储备库|笼子|预算|方案)/u

/** 去年洽谈的甲医院分院项目，由于选址未定，没有签约: a campus that came to nothing. */
const UNSIGNED =
  /^(?:建设|项目|工程|合作)*(?:[^。；，]{0,14}，){0,2}[^。；，]{0,8}(?:[没未](?:有|能|曾)?(?:最终|正式|如期)*(?:签约|签成|谈成|谈妥|谈拢|达成(?:一致|协议|意向|共识)?|落地|落户)|告吹|泡汤|作罢|不了了之|(?:宣告|已经?)(?:取消|流产))(?:$|[，。；、])/u
const MOST_UNSIGNED = 50
const OF_CAMPUS = /(?:分院|院区|分中心|分部)(?:建设|合作)*(?:项目|工程)?$/u

/** 改建传染病区的计划已取消, 资金未落实，今年不安排建设: works that will not be. */
const CANCELLED =
  /^(?:项目|工程|建设)*的?(?:计划|方案|设想|打算|动议)?(?:因?[^，。；]{1,14}，)?(?:目前|现|最终|后来?|均|都|今年|本年度?|年内|近期|\d{4}年)*(?:(?:已经|已|被|予以|宣布|决定|正式)+(?:取消|撤销|放弃|作废)|不(?:再)?安排(?:建设|实施|开工))(?:$|[，。；])/u
const MOST_CANCELLED = 44

/** 迁址新建事宜因土地问题年内未启动: what has not been taken up, and is no plan. */
const NOT_TAKEN_UP =
  /^(?:建设|新建)?(?:事宜|一事|工作)(?:，?因[^，。；]{1,16}，?)?(?:年内|今年|当年|全年|目前|至今|暂|尚|仍|均|本年度?)*未(?:能|予|获)?(?:启动|实施|推进|落实|开展|列入计划)(?:$|[，。；])/u
const MOST_TAKEN_UP = 40

/** 原甲医院院区移交乙医院使用: an old campus that others are to use. */
const GIVEN_AWAY = /^(?:整体|正式|全部|已|将|拟)*(?:移交|划转|划归|交由|交给|置换|租赁)(?:给)?[^，。；]{2,16}(?:使用|管理|运营|办公|经营)/u
const OF_OLD = /[原旧老](?:[省市县区旗州])?$/u
const MOST_GIVEN = 28

/** 做好职工食堂、停车楼等民生实事, 抓好门诊楼运营管理: what is served with a house that stands. */
const SERVED = /^等?(?:[^，。；项工]{0,4}?)(?:民生实事|实事|后勤|服务保障|保障工作|服务工作|管理工作|运[营行]管理|运营|日常管理|服务管理)/u
const SERVES = /(?:做好|抓好|办好|搞好|加强|规范|强化|优化|完善|改进|抓实|做实|落实)(?:了)?$/u

/** 第二住院部整体迁入新病房大楼: who moves into what is built. */
const MOVES_INTO =
  /^(?:整体|全部|全面|正式|顺利|如期|陆续|已经?|将|[于\d年月日])*(?:迁入|搬入|迁至|搬至|搬进|迁到|搬到|入驻)(?!使用|运行)[^，。；]{0,8}(?:楼|院区|新址|新院)/u

/** 将甲卫生院、乙卫生院建成|分院: what others become, and no house. */
const MADE_BRANCH = /[将把][^，。；]{2,56}(?:院|中心)(?:建设成|建成|办成|打造成|改为|变为|设为)(?:了)?$/u
const MOST_MADE = 64

/** Whether an object is a number of works, or told only to say what others are or rest on. */
export function isAside({ from, to, tail, works, owners }: WorksObject, { text, masked }: Ground): boolean {
  const before = masked.slice(Math.max(0, from - LEAD), from)
  if (tail.startsWith('新') && WARD_MOVED.test(text.slice(Math.max(0, from - LEAD), from))) return true
  if (BESIDE.test(text.slice(to, to + 3)) || TORN_DOWN.test(text.slice(Math.max(0, from - LEAD), from))) return true
  if (text.slice(from, to).endsWith('分院') && MADE_BRANCH.test(text.slice(Math.max(0, from - MOST_MADE), from))) return true
  if (OF_NEIGHBOUR.test(tail) || (owners.length === 0 && LACKED.test(text.slice(Math.max(0, from - LEAD), from)))) return true
  if (NOT_BUILT.test(text.slice(Math.max(0, from - LEAD), from))) return true
  if (OF_CAMPUS.test(text.slice(from, to)) && UNSIGNED.test(text.slice(to, to + MOST_UNSIGNED))) return true
  if (CANCELLED.test(text.slice(to, to + MOST_CANCELLED))) return true
  if (OF_OLD.test(text.slice(Math.max(0, from - 2), from)) && GIVEN_AWAY.test(text.slice(to, to + MOST_GIVEN))) return true
  if (NOT_TAKEN_UP.test(text.slice(to, to + MOST_TAKEN_UP))) return true
  const behind = text.slice(to, to + MOST_BEHIND)
  if (works === undefined && SERVED.test(behind) && SERVES.test(text.slice(Math.max(0, from - 4), from))) return true
  if (MEETS.test(behind) && MEETS_IN.test(text.slice(Math.max(0, from - 4), from))) return true
  if (works === undefined && /(?:[楼部区]|病房)$/u.test(tail) && (MENDED.test(behind) || FITTED.test(behind))) return true
  if (IN_NO_PLAN.test(text.slice(to, to + MOST_IN_PLAN))) return true
  if (BOUGHT.test(behind) || LACKING.test(behind)) return true
  if (works === undefined && !/项目|工程/u.test(tail) && MOVES_INTO.test(behind)) return true
  if (TO_LEARN.test(behind) && LEARNS.test(text.slice(0, from))) return true
  return COUNTED.test(text.slice(to, to + 8)) || IS_PREDICATE.test(before) || RESTED_ON.test(before)
}

/** 项目建成后，将新建检测用房、指挥大厅: what the works spoken of will hold; 将迁建市血站 names whose works they are. */
const ONCE_BUILT = /^(?:该|本|整个)?(?:项目|工程|中心|综合体|大楼|院区)(?:全部|全面)?(?:建成|投用|完工|竣工|投入使用)(?:投用|投入使用)?后/u

/** 将建设诊疗中心、住院部和综合楼, behind works: what they will hold. */
const WILL_HOLD = /^(?:项目|医院|院区|新院)?(?:主要)?(?:将|拟)(?:规划)?(?:建设|新建|建有|设置)[^。；]*[、和及][^。；]*$/u

/** Whether a sentence of works spoken of before counts up what they will hold. */
export function isToHold({ objects }: Group, { text }: Ground): boolean {
  return WILL_HOLD.test(text.replace(/。$/u, '')) && objects.every(({ tail, owners }) => owners.length === 0 && !/项目|工程|期/u.test(tail))
}

/** Whether a sentence tells what works will hold once they are built, and names no project of its own. */
export function isOnceBuilt(group: Group, { text }: Ground): boolean {
  return ONCE_BUILT.test(text) && group.objects.every(({ tail, owners }) => owners.length === 0 && !/项目|工程/u.test(tail))
}

/** 据介绍，我市三年内拟实施公共卫生项目260个: of a region's works, and not of the one spoken of. */
const OF_REGION = /(?:全|我|各)[省市县区州旗地][^。；]{0,24}(?:项目|工程)(?:共)?\d+[个项]/u

/** 投资900万元的机房建设项目通过验收, 投资800万元，为乙卫生院新建病房楼, behind other works. */
const OF_ANOTHER = /^(?:总?投资|投入|占地|建筑面积)[^，。；]{0,16}(?:[元米亩]的|元，[为对给])/u

/** Whether a sentence counts the works of a whole region, or opens with the figures of another. */
export function isOfOthers({ text }: Ground): boolean {
  return OF_REGION.test(text) || OF_ANOTHER.test(text)
}

const KIND_ALONE = /^(?:新建|改扩建|迁扩建|扩建|迁建|改建|改造)(?:项目|工程)$/u

/** Whether a heading without a stage only sums up its section: 强筋骨：改扩建工程捷报频传. */
export function isMotto({ objects }: Group, { text }: Ground): boolean {
  return objects.every(({ owners, tail, to }) => owners.length === 0 && KIND_ALONE.test(tail) && to < text.length)
}

const SITE_OF = /^(?:医院)?(?:的)?(?:项目|工程)?(?:建设|施工)?(?:现场|工地)/u

/** 走进县中医院新院建设现场: where one sees it grow. */
export function isBuildingSite({ to }: WorksObject, { text }: Ground): boolean {
  return SITE_OF.test(text.slice(to, to + 4))
}
