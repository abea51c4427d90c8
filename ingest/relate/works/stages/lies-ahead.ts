/** 建成后, 竣工将…, 向投用迈出一步: words of an end that has not come yet. */

/** Behind a stage word: it has not come yet, or is only a point in time. */
const AFTER_STAGE = /^(?:量|期|至今|以来|之?后|以后|前|之前|时|为|将|的(?:具体|重要|体现|要求|目标|任务|基础|契机|标志))/u
/** 建成并投入使用后: both lie ahead. */
const NEXT_STAGE =
  /^(?:[并及和、]?(?:正式|全面)?(?:投入(?:使用|运营|运行)|投用|启用|交付(?:使用)?|开业|开诊|运营|运行|投产|竣工|完工|落成|验收))+(?=之?后|以后)/u
/** 大楼建成，将…: once it is built; 8月29日大楼正式投用，将…: it is in use. */
const ONCE_DONE = /^，(?:也|还|必|都|更|预计)?(?:必|也)?将/u
const DEED_BEFORE = /已|正式|顺利|全面|成功|如期|仪式|[日月年]|并$/u
/** 进入建设与运营同步实施阶段. */
const STILL_BUILT = /建设[与和、及]?$/u
/** 标志着项目向建成投用迈出一步: what lies ahead. */
const STEP_TOWARDS = /^[^，。；]{0,8}(?:迈出|迈进|迈上|奠定|打下|冲刺|进军|更近|又近|创造)/u

/** 继甲医院投用后，乙医院动工: what came first stands. */
const FOLLOWED = /(?:^|[，。；：])(?:这是)?继[^，。；]*$/u

/** 待装修完毕、设备进场，有望搬家: what is waited for. */
const AWAITED = /^(?:只|尚|仍|还|唯|目前|现|就)?(?:待|等|等到|有待|只等|静待)[^，。；□]{0,8}$/u

/** Whether what is finished by the words of a stage is only looked forward to. */
export function liesAhead(before: string, after: string): boolean {
  return (
    AWAITED.test(before) ||
    (AFTER_STAGE.test(after.replace(NEXT_STAGE, '')) && !FOLLOWED.test(before)) ||
    (ONCE_DONE.test(after) && !DEED_BEFORE.test(before)) ||
    STEP_TOWARDS.test(after) ||
    (STILL_BUILT.test(before) && /^[^，。；]{0,6}阶段/u.test(after))
  )
}
