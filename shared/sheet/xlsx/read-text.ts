import { boundCell } from '../cell-count.ts'
import type { XmlReader } from '../read-xml.ts'
import { struck } from '../values/struck.ts'
import { isOn } from './read-styles.ts'

/** Follows the elements of a text (ECMA-376, CT_Rst): plain, or in runs of several styles; how it sounds (`rPh`) is not part of it. */
export class TextReader {
  #text = ''
  #isText = false
  #isPhonetic = false
  /** What stood before a run that is struck through. */
  #before: string | null = null

  readonly open: XmlReader['open'] = (name, attributes) => {
    if (name === 't') this.#isText = true
    else if (name === 'rPh') this.#isPhonetic = true
    else if (name === 'strike' && this.#before === null && isOn(attributes().val)) {
      this.#before = this.#text
      this.#text = ''
    }
  }

  readonly text = (text: string): void => {
    if (!this.#isText || this.#isPhonetic) return
    this.#text += text
    boundCell(this.#text)
  }

  readonly close = (name: string): void => {
    if (name === 't') this.#isText = false
    else if (name === 'rPh') this.#isPhonetic = false
    else if (name === 'r' && this.#before !== null) {
      this.#text = this.#before + struck(this.#text)
      this.#before = null
    }
  }

  /** The text so far; the next begins empty. */
  take(): string {
    const text = unescaped(this.#text)
    this.#text = ''
    return text
  }
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376, ST_Xstring). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
