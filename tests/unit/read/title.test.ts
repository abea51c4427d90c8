/** Which of the first lines is the title. */
import { describe, expect, it } from 'vitest'
import { findTitle } from '../../../ingest/read/title.ts'

const BODY = '近日，县卫生健康局组织召开全县卫生健康工作会议，总结上年工作，部署今年任务。'

describe('标题', () => {
  it.each([
    ['青岚县召开卫生健康工作会议', ['青岚县召开卫生健康工作会议', BODY]],
    ['青岚县召开卫生健康工作会议', ['网站首页>新闻中心>正文内容', '青岚县召开卫生健康工作会议', BODY]],
    ['青岚县召开卫生健康工作会议', ['第03版:要闻 上一版', '青岚县召开卫生健康工作会议', BODY]],
    ['青岚县召开卫生健康工作会议', ['•0574-88880000', '青岚县召开卫生健康工作会议', BODY]],
    ['青岚县召开卫生健康工作会议', ['（会议现场资料图）', '青岚县召开卫生健康工作会议', BODY]],
    ['青岚县卫生健康局2023年工作总结', ['近年来的主要工作', '青岚县卫生健康局2023年工作总结', BODY]],
    [undefined, [BODY]],
    [undefined, ['首页>政务公开>工作动态', BODY]],
  ])('%s', (title, lines) => {
    expect(findTitle(lines.join('\n'))?.text).toBe(title)
  })
})
