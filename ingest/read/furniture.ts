/** Lines that belong to a page and not to its text: navigation, editors, counters, licences, file names. */

/** 责任编辑：张三 · 浏览次数：12 · 【打印】 — but not 编辑了宣传册. */
const ALONE =
  /^[\s【[（(•·▲-]*(?:责任编辑|责编|编辑[:：]|(?:关键|關鍵)[词詞字][:：]|[标標][签籤簽][:：]|打印本文|文章(?:来源|录入|作者)[:：]|更新时间[:：]|发表时间[:：]|一审|二审|三审|初审|终审|校对|审核[:：]|排版|作者[:：]|记者[:：]|通讯员[:：]|摄影[:：]|文[／/]|浏览(?:次数|量|:|：)|点击(?:数|量|率|[:：]|下载)|阅读(?:次数|量|[:：])|访问(?:次数|量)|字号|字体|打印|关闭(?:窗口|本页)?[】\]]?$|分享(?:到|至)|扫一扫|微信|上一篇|下一篇|上一条|下一条|返回(?:顶部|首页|列表)|首页\s*[>＞»]|当前位置|您(?:现在|当前)?的?位置|网站(?:地图|标识码|声明)|版权所有|主办单位|承办单位|技术支持[:：]|备案号|联系我们|友情链接|公网安备|来源[:：]|信息来源|稿件来源|发布(?:日期|时间|机构|单位)|索引号|信息分类|主题分类|文号|有效性|生成日期|公开(?:方式|日期)|主动公开|依申请公开|此件公开发布|此件主动公开|面向社会$)/u
/** 粤ICP备12345678号 · 1.jpg · ▲图为活动现场 */
const WITHIN =
  /[Ii][Cc][Pp]备|公网安备|[Cc]opyright|COPYRIGHT|版权所有|\.(?:jpe?g|png|gif|bmp|JPE?G|PNG|GIF|BMP)\s*$|^[\s▲△▼]*$|主管\s*[〇㐀-鿿]{2,20}主办$|^[〇㐀-鿿]{2,10}(?:部门|相关)网站$|^[—─\-_=*·.|:：+\s]{3,}$|^第?\s*\d+\s*[页/／]\s*(?:共\s*\d+\s*页)?$|^-\s*\d+\s*-$/u
/** Friend links: names of bodies or sites side by side, and no sentence. */
const LINKS =
  /^(?:[〇㐀-鿿]{2,16}(?:委员会|卫健委|卫健局|健康局|健康委|政府|政府网|新闻网|网站|官网|门户网|信息网|医保局|管理局)[\s|｜\u3000]+){1,}[〇㐀-鿿]{2,16}(?:委员会|卫健委|卫健局|健康局|健康委|政府|政府网|新闻网|网站|官网|门户网|信息网|医保局|管理局|网)$/u
/** From here on a page speaks of other pages. */
const AFTER_TEXT =
  /^[\s【[▲▼◆■●►]*(?:相关(?:阅读|新闻|链接|文章|信息|推荐)|新闻推荐|推荐阅读|热点(?:新闻|推荐)|(?:延伸|拓展)阅读|往期(?:推荐|回顾|精选|精彩|链接|阅读|内容|文章)|精彩(?:推荐|回顾)|猜你喜欢|更多(?:新闻|内容)|网友评论|友情链接)[\s】\]:：]*$/u

/** 相关新闻：邻县医院签订协议: the first of them on the same line. */
const NAMES_OTHER =
  /^[\s【[▲▼◆■●►]*(?:相关(?:阅读|新闻|链接|文章|推荐|报道)|新闻推荐|推荐阅读|(?:延伸|拓展)阅读|往期(?:推荐|回顾|精选|精彩|链接|阅读|内容|文章)|精彩(?:推荐|回顾)|更多新闻)[\s】\]]*[:：][^。]{4,60}$/u

/** 来源：县卫健局 发布时间：2024-01-02 近日，我县…。: meta data at the head of a paragraph of the text. */
const isGlued = (line: string): boolean => line.length > 80 && /。.{20}/u.test(line)

/** Whether a line is page furniture. */
export function isFurniture(line: string): boolean {
  return (ALONE.test(line) && !isGlued(line)) || WITHIN.test(line) || LINKS.test(line)
}

/** Whether a line begins the list of other pages that follows a text. */
export function endsText(line: string): boolean {
  return AFTER_TEXT.test(line) || NAMES_OTHER.test(line)
}

const OTHER_PAGES = /(?:热点|热门|精彩|相关|新闻)(?:推荐|阅读|链接)\s*[:：][^\n。]{0,80}$/gmu

/** A text without what its lines say of other pages: 热点推荐：柏川市妇幼保健院招聘公告. */
export const withoutOtherPages = (text: string): string => text.replace(OTHER_PAGES, '')

const SITE_HEAD =
  /^([〇㐀-鿿]{3,24}?(?:医院|保健院|卫生院|医疗中心))(?:（[〇㐀-鿿]{3,24}）)?[\s|｜·—-]*(?:官网|官方网站|网站|(?:医院|院内|院务|科室|综合|工作)?(?:新闻|动态|要闻|资讯)(?:中心|动态)?)$/u

/** The hospital of whose site a line is the head, with the name of a column: 江州市肿瘤医院 医院动态. */
export const hospitalOfSite = (line: string): string | undefined => SITE_HEAD.exec(line)?.[1]
