import { readXml } from '../read-xml.ts'
import { Unreadable } from '../unreadable.ts'

/** Excel has 65,490. */
const maxStyles = 100_000
/** In characters, as in Excel. */
const maxFormat = 255

/** Whether a property of a font (ECMA-376, CT_BooleanProperty) holds: it does where it says nothing more. */
export const isOn = (value = '1') => value !== '0' && value !== 'false'

/** What a style says of its cells: that a number is a day, that what they hold is struck through. */
export type CellStyle = { isDay: boolean; isStruck: boolean }

/**
 * The styles that a cell may name by their number.
 * @throws Unreadable
 */
export async function readCellStyles(pieces: AsyncIterable<Uint8Array>): Promise<CellStyle[]> {
  const own = new Map<number, boolean>()
  const formats: Record<'cellStyleXfs' | 'cellXfs', number[]> = { cellStyleXfs: [], cellXfs: [] }
  const fonts: boolean[] = []
  const fontOf: number[] = []
  let list: number[] | null = null
  let isInFonts = false
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes().numFmtId), isDayFormat(attributes().formatCode ?? ''))
      else if (name === 'cellStyleXfs' || name === 'cellXfs') list = formats[name]
      else if (name === 'fonts') isInFonts = true
      else if (name === 'font' && isInFonts) fonts.push(false)
      else if (name === 'strike' && isInFonts) fonts[fonts.length - 1] = isOn(attributes().val)
      else if (name === 'xf' && list) {
        const { numFmtId, xfId, fontId } = attributes()
        if (list === formats.cellXfs) fontOf.push(Number(fontId ?? 0))
        list.push(Number(numFmtId ?? formats.cellStyleXfs[Number(xfId)] ?? 0))
      }
      if (own.size + formats.cellXfs.length + formats.cellStyleXfs.length + fonts.length > maxStyles)
        throw new Unreadable('damaged_excel', 'styles')
    },
    close: (name) => {
      if (name === 'cellStyleXfs' || name === 'cellXfs') list = null
      if (name === 'fonts') isInFonts = false
    },
  })
  return formats.cellXfs.map((format, at) => ({
    isDay: own.get(format) ?? isBuiltInDay(format),
    isStruck: fonts[fontOf[at] ?? 0] ?? false,
  }))
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
