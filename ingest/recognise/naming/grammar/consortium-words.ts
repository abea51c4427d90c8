/** Wordings around the heads of consortia: kinds, regions, fields, and what tells that one is named. */
import type { Lexicon } from '../../../lexicon/lexicon.ts'

/** 中国传媒联盟, 长三角旅游产业联盟: alliances of other trades. */
export const OF_OTHER_TRADE = /(?:传媒|媒体|新闻|企业|产业|旅游|文旅|电商|律师|足球|投资|高校|大学|教育|商业|物流|消费)[〇㐀-鿿]{0,2}$/u

/** 全区紧密型医共体, 县域医共体: any of its kind. */
export const CLASS_OF_ALLIANCE =
  /^(?:[省市县区旗州]级|国家级|高水平|高层次|高级别|优质|知名|权威|各类|相关|有关|多个|多家|更多|上级|省内外?|市内外?|国内外?|全[国省市县区]|紧密型|松散型|县域|城市|区域|城乡|网格化?|一体化|新型|医疗|两个|\d个)*$/u

/** What follows a kind of alliance that a body is busy with: 医共体|建设领导小组. */
export const WORKED_ON =
  /^(?:建设)?(?:工作|改革|推进|试点)?(?:专班|领导小组|办公室|专题|联席|现场|推进会)|^(?:建设|改革)(?:工作|打下|奠定|提供|注入|贡献|推进|进展|成效|经验|进程|路径|模式)/u

/** “天山北坡医疗联合体”: what stands in quotes as a whole, unless it is a kind: “县域医共体”, “智慧医联体”. */
export const QUOTED_ALLIANCE =
  /“((?!紧密|松散|县域|城市|区域|城乡|互联网|新型|一体|智慧|健康|特色|数字|幸福|专科|专病|医院|县|市|区|乡|镇|[一二两三四五六七八九十\d])(?:[〇㐀-鿿]{2,10}|国家[〇㐀-鿿]{2,10}中心[〇㐀-鿿]{2,6}))$/u
/** 国家神经医学中心脑心病学|联盟正式成立, “肿瘤治疗|联盟”在江州成立: what an alliance is for, from the beginning of its clause. */
export const FIELD_FROM_START =
  /(?:^|[“，。；：]|(?:宣布|宣告|启动|揭牌|共同)?(?:成立|组建|发起|建立|创建|打造|共建|组成|参与)了?的?“?)((?!区域|县域|城市|城乡|地区|战略|紧密|新型|全面)(?!.*(?:医院|成立|组建|发起|建立|创建|打造|共建|组成|加入|宣布|[一二两三四五六七八九十\d多][个家]|[的了与由在将为是被把到该其我本各]))(?=.*(?:[病科医疗药癌瘤痛症伤骨眼肺肝肾脑心]|健康|康复|护理|急救|卒中|血管|影像|检验|生殖|儿童|妇幼|口腔|营养|睡眠|重症|感染))[〇㐀-鿿]{4,18})$/u
/** Who leads it, who belongs to it. */
export const TELLS_OF_IT = /成员单位|理事(?:长)?单位|(?:盟主|主席|会长)|牵头|领衔|发起单位|首批|加入|家(?:医院|单位|医疗机构)/u
/** That it is made, or that somebody leads it. */
export const FOUNDED_AFTER =
  /^”?[^，。；]{0,14}?(?:成立|揭牌|启动|授牌|诞生|组建|签约)|^”?，(?:[^，。；]{2,24}(?:为|任|担任|当选)[^，。；]{0,6}(?:理事长|盟主|主席|会长|牵头|主任委员)|由)/u
export const FOUNDED_BEFORE = /(?:成立|组建|发起|建立|创建|打造|共建|组成|参与)了?的?“?$/u

/** “江南—青岚”|区域医联体: two places or brands in quotes before the kind, and no two hospitals. */
export const QUOTED_PAIR = /“((?![^”]*[院所站])[〇㐀-鿿]{2,6}[—–-]{1,2}[〇㐀-鿿]{2,6})”((?:紧密型|松散型|城市|县域|区域|城乡|一体化)*)$/u
/** “三中心—青岚紧密型|医联体”, 成立江南—青岚|医疗联合体: the same with its kind, in quotes or where a name begins. */
export const PAIR_WITH_KIND =
  /(?<=“|^|[，。；]|成立|组建|加入|建立|牵头的|的)((?![^”]*[院所站])[〇㐀-鿿]{2,6}[—–-]{1,2}[〇㐀-鿿]{2,4}?)((?:紧密型|松散型|城市|县域|区域|城乡|一体化)*)$/u
/** 江州市城市医疗集团|第一组团, 第二|组团: one of the parts of a group, which its number tells apart. */
export const NUMBERED_PART = /第[一二三四五六七八九十]组团$/u
/** 成立|江北（西部）微创外科|联盟: a region, and in brackets which part of it. */
export const PART_IN_BRACKETS =
  /^.*(?:成立|组建|加入|加盟|建立|发起|牵头|的)了?((?!.{0,4}[院心站局会])[〇㐀-鿿]{2,4}（[〇㐀-鿿]{2,4}）(?:(?![的与和及在由为])[〇㐀-鿿]){0,8})$/u
/** 两大|联盟, 三家|联盟: counted, and no name. */
export const COUNTED_ALLIANCES = /^(?:[两二三四五六七八九十几数多]{1,2}|\d{1,2})(?:大|个|家|类|项|支|种|级)/u
/** “江南皮肤科联盟” */
export const FIELD_AT_END = /[〇㐀-鿿]{3}科$/u
export const KIND_IN_QUOTES = /^(?:医联体|医共体|医疗联合体|医疗集团|专科联盟|专病联盟|医疗联盟)$/u

/** “江南儿童身高促进联盟单位”: what stands in quotes as a whole, its membership told behind it. */
export const QUOTED_MEMBERSHIP = /“((?!.*(?:医院|专科$|专病$))[〇㐀-鿿]{4,24})$/u
export const MEMBER_AFTER = /^(?:成员|理事|会员)?单位”/u

/** 关节与运动医学科 between a hospital and its alliance. */
export const DEPARTMENT =
  /^(?:(?!医院|正式|签|[的省市县区州由等在将])(?!牵头|充当|担任|担当|出任|荣任|任|当选|入选|获[批评选]|被|加入|组建|成立|携手|打造|建立|建设|共建|联合|达成|结成|缔结|搭建|开展|推[动进])[〇㐀-鿿]){2,10}科$/u

/** 县人民医院|任医共体牵头单位, 溪头镇卫生院|同属这一医共体, 被乙医院|吸收为眼科专科联盟成员单位: a verb behind the hospital, and no field. */
export const BECOMES =
  /[该这此其]|^(?:吸[收纳]|接纳|增补|推选|(?:纳入?|列入?|定|评|聘|选)[为作]|同?属|同[归在]|隶属|归|任|当选|入选|获[批评选]|被|作为|成为|为|系|是)/u

/** Regions of several provinces, or a part of one, before the rest of an alliance's name. */
export const REGION =
  /(?:中国|全国|国家(?!级)|[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤川青藏琼宁新滇]{2,5}(?:毗邻|边界|接壤)?(?:地区|区域)?|泛?长三角|长江三角洲|泛?珠三角|粤港澳大湾区|大湾区|京津冀|成渝(?:地区|双城)?|环渤海|胶东|淮海经济区|中原|丝绸之路|一带一路|长江经济带|黄河流域|太行|秦巴|武陵|大别山|沂蒙|[冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕闽贵黔粤川滇渝吉青藏琼]?(?:西北|西南|东北|东南)|华东|华南|华北|华中|[〇㐀-鿿]{1,2}[东西南北中](?:地区|片区))[〇㐀-鿿]{0,10}$/u

/** 黔北, 豫东南: the north of a province. */
export const PART_OF_PROVINCE =
  /[冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤川青藏琼宁滇][东西南北中]{1,2}(?:地区|片区|部|区域)?(?:(?![推建加组成开签进等的和与及在为各县市区省院])[〇㐀-鿿]){0,10}$/u

/** What follows a verb of founding, joining or leading up to a kind: 组建|青岚片区, 牵头的|福棠儿科. */
export const PART_OF_HOME =
  /^.*(?:组建|组成|成立|加入|纳入|并入|融入|划入|牵头|领衔|领办|打造|建立|的)(?:起|成)?了?((?:(?![了的等和与及在由将为]|紧密|城市|县域|区域|城乡|[两三四五六七八九十\d]个)[〇㐀-鿿]){2,8})$/u
/** 龙池片区, 清溪片, 城南组团 */
export const PART = /[〇㐀-鿿](?:片区|片|组团|[东西南北中]部)$/u
/** 青岚|片区, as the whole of what stands before a kind. */
export const PART_OF_TOWN = /^([〇㐀-鿿]{2,4})(?:片区|片)$/u
/** 青岚|医疗集团 */
export const TOWN = /^[〇㐀-鿿]{2,3}$/u
export const KIND_OF_PART =
  /^(?:医共体|医联体|医疗联合体|医疗(?:服务)?共同体|(?:医疗|健康)(?:卫生|健康|服务|保健|发展){0,2}集团|健共体|健联体|专科联盟|医疗联盟)$/u

/** 南部|儿科医联体, 西部|放射治疗协作网: a quarter of the country or of a city, where a name begins. */
export const QUARTER = /(?<=^|[的了为]|加入|加盟|进入|组建|成立|入选|融入)[东西南北中]部$/u

/** What no name of a region's alliance holds. */
export const OF_SENTENCE = /^[为是在由将与和]|^(?:全[国省市]|区域|地区)性|首[家个批]|唯一|[一两多]家/u

/** Verbs behind which a name begins: 县医院充当|川北胸痛联盟, 县保健院获|江南省妇产科联盟. */
export const NAME_AFTER = /^.*(?:充当|当选为?|成为|组成|结成|出任|担任|荣获|获得|获批为?|(?<!荣)获(?![得嘉批评奖]))/u

/** 全县原定搞3个医共体, 到青岚县学医共体, 青岚市入选全国城市医联体试点: what stands between a place and a kind and makes no name of the two. */
export const NO_NAME_WITHIN =
  /[\d一二两三四五六七八九十几多数]个|[该这此]|同属|原定|计划|^(?:性|入选|获批|列入|跻身|申报|申请|创建)|^(?:去|来)?(?:考察|学习|参观|观摩|调研|[学看搞办建抓推访探谈问])(?:了|过|好)?$/u

/** 甲医共体、乙医共体两大|医共体: what is counted is no name. */
export const COUNTED_KIND = /(?:医共体|医联体|集团|联盟)[两二三四五六七八九\d](?:大|个|家)?$/u

/** What tells that a consortium of a place and a kind is one of its own, and not the building of such. */
export const MADE_BEFORE = /(?:组建|组成|成立|结成|构成|合组|加入|并入|编入|划入|划归|加盟|融入|纳入|归入|的)了?$/u
export const TOLD_AFTER =
  /^(?:由|以|将|把|下辖|下设|成员|总院|总医院|分院|已将|已把|现有|共有|涵盖|覆盖|包括|包含|囊括|牵头|龙头|吸纳|整合|（(?:总|牵|成|龙|由))/u

/** 青岚县医共体由县医院牵头: the one of its county; 由甲、乙分别牵头 tells of two. */
export const LED_AFTER =
  /^由(?!.{0,36}分别|.{0,36}各自)[^，、；。和及与]{2,20}?(?:牵头|统领|领衔|主导|挑头|总牵头|为龙头|为总院|任总院|担任|作为)/u

/** 青岚县紧密型医共体由甲、乙分别牵头: two of them. */
export const LED_APART = /^由[^。；]{0,36}(?:分别|各自)/u

/** 甲医院|牵头成立了, 甲医院|发起的国家级: what stands between the lead and the field of an alliance that has no other name. */
export const LED_BEFORE =
  /^(?:作为)?(?:牵头|领衔|主导|发起|倡议|主办|领头|挑头|带头|挂帅|为龙头|为牵头单位|为理事长单位|任理事长单位)(?:和|并)?(?:发起|组建|成立|建立|创建|打造|筹建|建设|设立|组织|搭建|创办|构建)?(?:成立|组建|建立)?(?:了|起)?的?(?:(?:国内|[省市区县]内|全[省市县区国州])?首[家个])?(?:(?:国家|[省市区县])级|区域性?|全[省市县区国州]性?)?/u
/** 甲卫生院并入|青岚县医共体|统一管理: the one of its county as well; 绩效纳入青岚县医共体考核 tells of none. */
export const JOINED_BEFORE = /(?:加入|并入|编入|划入|划归|归入|加盟)了?$/u
export const JOINED_AFTER = /^(?:统一|一体化?|实行|接受)*(?:管理|运行|运营)?(?:[，；。、（]|$)/u
/** 青岚县医共体|成员单位增至4家 */
/** 以甲为龙头，乙、丙为成员单位的|青岚县医共体: whose lead and members stand before it. */
export const TOLD_BEFORE = /(?:为(?:总院|龙头|牵头单位|牵头医院|核心|成员单位|成员|分院)|牵头|参加|参与|组成|构成)的$/u
/** 成立青岚县医共体|，县医院为龙头 */
export const LED_BEHIND = /^，(?:以|由)?[^，。；、]{2,16}(?:为|任|作为|担任)(?:龙头|总院|牵头|核心)/u
/** 以甲为总院，乙为分院，组建|青岚县医共体: whose parts are told before it. */
export const PARTS_TOLD = /为(?:总院|总医院|龙头|牵头单位|牵头医院|核心|分院|成员单位|成员)[^。；]{0,40}$/u
export const LONGEST_PARTS = 60
/** 是|青岚县医共体|核心医院: a seat in the one of its county, as a title. */
export const SEAT_AFTER = /^的?(?:核心|牵头|龙头|成员)(?:单位|医院|机构)(?=[，。；、（：和]|$)/u
export const MEMBERS_AFTER = /^(?:现有|共有|的)?(?:成员单位|成员医院|下辖|下设|分院有|分院为|成立于)/u
/** Of all that may stand between them. */
export const LONGEST_LEAD = 26
/** 中医|骨伤专科联盟 */
export const FIELD_OPENS = /^(?:中医|中西医|中西医结合|小儿|儿童|老年|成人|急性|慢性|孕产妇|疑难|专病)?$/u
/** 心衰管理, 妇幼健康: a field that no table holds. */
export const FIELD_ENDS =
  /^(?!.*[的了与和由在为])(?:(?![东西南北中]部|川|湾区)[〇㐀-鿿]){0,5}(?:病|科|症|癌|瘤|痛|伤|衰|中医|健康|管理|救治|防治|诊治|筛查|护理|保健|医学|治疗|诊疗)$/u

const bynamesByLexicon = new WeakMap<Lexicon, RegExp>()

/** 云岭心血管病专科联盟, 燕赵…, 八桂…: the byname of a province before the rest of an alliance's name. */
export function bynameBefore(lexicon: Lexicon, before: string): RegExpExecArray | null {
  let pattern = bynamesByLexicon.get(lexicon)
  if (pattern === undefined) {
    pattern = new RegExp(
      `(?:${lexicon.words('region-bynames').join('|')})(?:(?![推建加组成开签进等的和与及在为各县市区省院])[〇㐀-鿿]){0,10}$`,
      'u',
    )
    bynamesByLexicon.set(lexicon, pattern)
  }
  return pattern.exec(before)
}
