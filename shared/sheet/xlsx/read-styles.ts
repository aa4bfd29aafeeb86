import { readXml } from '../read-xml.ts'
import { Unreadable } from '../unreadable.ts'

/** Excel has 65,490. */
const maxStyles = 100_000
/** In characters, as in Excel. */
const maxFormat = 255

/**
 * Of each style that a cell may name by its number, whether it shows a number as a day.
 * @throws Unreadable
 */
export async function readDayStyles(pieces: AsyncIterable<Uint8Array>): Promise<boolean[]> {
  const own = new Map<number, boolean>()
  const formats: Record<'cellStyleXfs' | 'cellXfs', number[]> = { cellStyleXfs: [], cellXfs: [] }
  let list: number[] | null = null
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes().numFmtId), isDayFormat(attributes().formatCode ?? ''))
      else if (name === 'cellStyleXfs' || name === 'cellXfs') list = formats[name]
      else if (name === 'xf' && list) {
        const { numFmtId, xfId } = attributes()
        list.push(Number(numFmtId ?? formats.cellStyleXfs[Number(xfId)] ?? 0))
      }
      if (own.size + formats.cellXfs.length + formats.cellStyleXfs.length > maxStyles)
        throw new Unreadable('damaged_excel', 'styles')
    },
    close: (name) => {
      if (name === 'cellStyleXfs' || name === 'cellXfs') list = null
    },
  })
  return formats.cellXfs.map((format) => own.get(format) ?? isBuiltInDay(format))
}

/** The formats that every program knows by their numbers (ECMA-376, 18.8.30), those of East Asian languages too. */
function isBuiltInDay(format: number): boolean {
  return [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].includes(format)
}

/** `dd/mm/yyyy`, `[$-40C]d mmm yy;@`; neither `h:mm` nor `0" m"`. */
function isDayFormat(code: string): boolean {
  if (code.length > maxFormat || /^(general|standard)$/i.test(code)) return false
  const signs = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, ' ').toLowerCase()
  return /[dy]/.test(signs) || (signs.includes('m') && !/[hs]/.test(signs))
}
