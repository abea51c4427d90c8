/** Saved pages of four looks; what is on the site and not in the article is out, what a table says is in rows. */
import { expect, test } from 'vitest'
import { encodeGbk } from './make-gbk.ts'
import { readWell, refusalOf, rowsOf } from './read-bytes.ts'

const BODY = [
  '2023年，全县卫生健康系统认真落实县委、县政府部署，各项工作取得新成效。',
  '一、深化医疗协作',
  '3月8日，县人民医院与江州大学附属第一医院签订合作协议，双方在心血管内科、神经外科开展技术协作，每月派出专家坐诊。',
  '县中医院增挂“江州市中医院青岚分院”牌子，全年下派专家一百二十人次，开展新技术十五项。',
  '二、推进项目建设',
  '县人民医院迁建项目总投资6.2亿元，设置床位800张，主体结构已经封顶，进入内部装修阶段。',
]
const TITLE = '青岚县卫生健康局2023年工作总结'
const NAVIGATION = ['首页', '新闻中心', '政务公开', '办事服务', '互动交流', '魅力青岚']
  .map((name) => `<li><a href="/${name}">${name}</a></li>`)
  .join('')
const OTHERS = ['柏川县人民医院与海州医院签约', '云溪区召开卫生健康工作会议', '柏川县启动医共体改革']
  .map((title) => `<li><a href="/x.html">${title}</a></li>`)
  .join('')
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${line}</p>\n`).join('')
const ABROAD = /柏川|云溪|首页|ICP|友情|网站地图|上一篇/

test('新式模板：元数据、导航、相关阅读、上一篇、页脚', async () => {
  const html = `<!DOCTYPE html>
<!-- saved from url=(0041)http://www.qinglan.example/art/2024/1/12.html -->
<html><head><meta charset="utf-8"><title>${TITLE}_青岚县人民政府门户网站</title>
<meta name="SiteName" content="青岚县人民政府"><meta name="ArticleTitle" content="${TITLE}">
<meta name="PubDate" content="2024-01-12 09:30"><meta name="ContentSource" content="县卫生健康局"></head>
<body><header><ul class="nav">${NAVIGATION}</ul></header>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/xw">政务公开</a> &gt; 正文</div>
<div class="article"><h1>${TITLE}</h1><div class="info">来源：县卫生健康局&nbsp;&nbsp;发布时间：2024-01-12&nbsp;&nbsp;浏览次数：<span id="hits"></span></div>
<div id="zoom">${paragraphs(BODY)}</div>
<div class="tools">【打印】【关闭】</div>
<div class="updown">上一篇：<a href="/1.html">柏川县卫生工作会议召开</a> 下一篇：<a href="/2.html">云溪区医院开诊</a></div>
<div class="related"><h3>相关阅读</h3><ul>${OTHERS}</ul></div></div>
<aside><ul>${OTHERS}</ul></aside>
<footer>版权所有：青岚县人民政府 <a href="/map">网站地图</a> 江ICP备12345678号</footer></body></html>`
  const { text, meta } = await readWell('page.html', html)
  const lines = text.split('\n')
  expect(lines[0]).toBe(TITLE)
  expect(lines.slice(-BODY.length)).toEqual(BODY)
  expect(text).not.toMatch(ABROAD)
  expect(meta).toEqual({
    title: TITLE,
    published: '2024-01-12',
    source: '县卫生健康局',
    url: 'http://www.qinglan.example/art/2024/1/12.html',
  })
})

test('老式表格布局，GB2312，标题与正文在不同的格子里', async () => {
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>青岚卫生信息网</title></head>
<body bgcolor=#ffffff><table width=1000><tr><td colspan=2><table><tr>${['首页', '通知', '法规', '下载', '机构', '链接'].map((name) => `<td><a href=#>${name}</a></td>`).join('')}</tr></table></td></tr>
<tr><td width=200 valign=top><table><tr><td><a href=1>柏川县新闻一则很长的标题</a></td></tr><tr><td><a href=2>云溪区新闻二则很长的标题</a></td></tr><tr><td><a href=3>柏川县新闻三则很长的标题</a></td></tr></table></td>
<td valign=top><table width=100%><tr><td class=title align=center>${TITLE}</td></tr><tr><td>来源:县卫生健康局发布时间:2024年1月12日浏览:12</td></tr><tr><td><font size=3>${BODY.join('<br>　　')}</font></td></tr></table></td></tr>
<tr><td colspan=2 align=center>友情链接：<a href=#>柏川县政府网</a> <a href=#>云溪区政府网</a> <a href=#>江州市政府网</a></td></tr></table></body></html>`
  const { text, meta, encoding } = await readWell('old.htm', encodeGbk(html))
  expect(encoding).toBe('gb18030')
  expect(text.split('\n').slice(-BODY.length)).toEqual(BODY)
  expect(text).toContain(TITLE)
  expect(text).not.toMatch(/柏川|云溪|友情/)
  expect(meta).toMatchObject({ published: '2024-01-12', source: '县卫生健康局' })
})

test('标题只在窗口标题和元数据里；日期来源在正文之外', async () => {
  const html = `<html><head><meta charset=utf-8><title>${TITLE}-医院动态-青岚县人民政府网</title></head><body>
<div class="w"><div class="l"><ul>${NAVIGATION}</ul></div><div class="r"><p>文章来源：青岚县融媒体中心　　时间：2024/1/5</p><div><a>柏川县</a><a>云溪区</a><a>青岚县</a></div><div class="content">${paragraphs(BODY)}</div></div></div></body></html>`
  const { text, meta } = await readWell('page.html', html)
  expect(text.split('\n')[0]).toBe(TITLE)
  expect(meta).toMatchObject({ title: TITLE, published: '2024-01-05', source: '青岚县融媒体中心' })
})

test('公开目录：索引表、项目表、跨行跨列、空格子', async () => {
  const html = `<html><head><meta charset="utf-8"><title>青岚县2023年卫生重点项目进展情况表</title></head><body><div id="content">
<table class="index"><tr><td>索引号</td><td>QL-2023-001</td><td>发布机构</td><td>青岚县卫生健康局</td></tr><tr><td>文号</td><td></td><td>成文日期</td><td>2023-12-30</td></tr></table>
<h2>青岚县2023年卫生重点项目进展情况表</h2>
<table border=1><thead><tr><td colspan="4">单位：万元</td></tr><tr><th>序号</th><th>项目名称</th><th>责任单位</th><th>进展</th></tr></thead><tbody>
<tr><td>1</td><td>县人民医院<br>迁建工程</td><td rowspan="2">县卫生健康局</td><td><p>主体封顶</p></td></tr>
<tr><td>2</td><td>县疾控中心改造</td><td>已开工</td></tr>
<tr><td colspan="4">续建项目</td></tr>
<tr><td></td><td>县中医院扩建</td><td>县中医院</td><td>&lt;待定&gt;</td></tr></tbody></table></div></body></html>`
  const { text } = await readWell('table.html', html)
  expect(text.split('\n')).toContain('单位：万元')
  const rows = rowsOf(text).filter(({ header }) => header[1] === '项目名称')
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['1', '县人民医院迁建工程', '县卫生健康局', '主体封顶'],
    ['2', '县疾控中心改造', '县卫生健康局', '已开工'],
    ['续建项目', '', '', ''],
    ['', '县中医院扩建', '县中医院', '<待定>'],
  ])
})

test('脚本、样式、隐藏的字、注释、输入框都不是正文', async () => {
  const html = `<html><head><meta charset=utf-8><title>${TITLE}</title><style>p:after{content:"坏"}</style></head><body><script>globalThis.spoilt = true; document.write('<p>坏</p>')</script>
<noscript>坏</noscript><div onclick="globalThis.spoilt=true">${paragraphs(BODY)}</div><p style="display: none">坏</p><p hidden>坏</p><!-- 坏 --><textarea>坏</textarea><svg><text>坏</text></svg><img src=x onerror="globalThis.spoilt=true" alt="坏"><iframe srcdoc="坏"></iframe></body></html>`
  const { text } = await readWell('script.html', html)
  expect(text.split('\n')).toEqual([TITLE, ...BODY])
  expect('spoilt' in globalThis).toBe(false)
})

test('另存时转了码而声明还是 GB2312；声明 Big5 的按 Big5', async () => {
  const saved = await readWell('saved.html', `<html><head><meta charset="gb2312"></head><body>${paragraphs(BODY)}</body></html>`)
  expect([saved.encoding, saved.text.split('\n')]).toEqual(['utf-8', BODY])
  const big5 = Buffer.concat([
    Buffer.from('<html><head><meta charset="big5"></head><body><p>'),
    Buffer.from([0xc2, 0xe5, 0xb0, 0x7c]),
    Buffer.from('</p></body></html>'),
  ])
  expect((await readWell('big5.html', big5)).text).toBe('醫院')
})

test('源码里的换行不断句，<pre> 里的换行是换行', async () => {
  const { text } = await readWell(
    'wrap.html',
    '<html><body><p>县人民医院\n      与江州医院签约，\n  Peking\nUniversity 参加</p><pre>一行\n二行</pre></body></html>',
  )
  expect(text.split('\n')).toEqual(['县人民医院与江州医院签约， Peking University 参加', '一行', '二行'])
})

test('没有正文、嵌得极深、没有闭合、标签太多', async () => {
  expect(
    await refusalOf(
      'empty.html',
      '<html><head><title>青岚县卫生健康局</title></head><body><div id="app"></div><script src="a.js"></script></body></html>',
    ),
  ).toEqual(['read.empty'])
  expect((await readWell('deep.html', `<html>${'<div>'.repeat(4000)}县人民医院`)).text).toBe('县人民医院')
  expect((await readWell('open.html', '<html><body><p>甲医院<p>乙医院<table><tr><td>一<td>二<tr><td>三<td>四')).text).toBe(
    '甲医院\n乙医院\n一\t二\n三\t四',
  )
  expect(await refusalOf('deeper.html', `<html>${'<i>'.repeat(300_000)}县人民医院`)).toEqual(['read.too-deep'])
  expect(await refusalOf('tags.html', `<html>${'<i></i>'.repeat(200_001)}`)).toEqual(['read.too-large'])
})
