import { boundCell } from '../cell-count.ts'
import { struck } from '../values/struck.ts'

/** Follows the paragraphs of a cell (ISO 26300-1, 6.1): what is noted beside it, or drawn over it, is not its text. */
export class CellText {
  #text = ''
  #paragraphs = 0
  #inParagraph = 0
  #beside = 0
  /** Styles that strike through what they are of. */
  readonly #styles: ReadonlySet<string>
  /** Of each part of a paragraph that is open, what stood before it, where it is struck through. */
  #spans: (string | null)[] = []

  constructor(styles: ReadonlySet<string>) {
    this.#styles = styles
  }

  begin(): void {
    this.#spans = []
    this.#text = ''
    this.#paragraphs = 0
  }

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    if (beside.has(name) || this.#beside > 0) this.#beside += 1
    else if (name === 'p' || name === 'h') {
      if (this.#paragraphs > 0) this.#text += '\n'
      this.#paragraphs += 1
      this.#inParagraph += 1
    } else if (name === 'span') this.#openSpan(attributes()['style-name'] ?? '')
    else if (name === 's') this.#text += ' '.repeat(Math.min(Number(attributes().c ?? 1) || 1, 100))
    else if (name === 'tab') this.#text += '\t'
    else if (name === 'line-break') this.#text += '\n'
    boundCell(this.#text)
  }

  add(text: string): void {
    if (this.#beside > 0 || this.#inParagraph === 0) return
    this.#text += text
    boundCell(this.#text)
  }

  close(name: string): void {
    if (this.#beside > 0) this.#beside -= 1
    else if (name === 'p' || name === 'h') this.#inParagraph -= 1
    else if (name === 'span') {
      const before = this.#spans.pop() ?? null
      if (before !== null) this.#text = before + struck(this.#text)
    }
  }

  #openSpan(style: string): void {
    const isStruck = this.#styles.has(style)
    this.#spans.push(isStruck ? this.#text : null)
    if (isStruck) this.#text = ''
  }

  take(): string {
    return this.#text.trim()
  }
}

const beside = new Set([
  'annotation',
  'shapes',
  'frame',
  'custom-shape',
  'ruby-text',
  'tracked-changes',
  'title',
  'desc',
])

/** A cell as people read it: days and numbers by what they are, not by how this file shows them; but a number shown with more digits in front is shown so (`01000`). */
export function shownCell(text: string, { type, value }: { type: string; value: string }): string {
  if (type === 'date') return value.slice(0, 10)
  if (type === 'boolean') return value
  if (type !== 'float' && type !== 'currency') return text
  const digits = text.replace(/\s/g, '')
  if (/^0\d+$/.test(digits)) return digits
  return value === '' || Number.isNaN(Number(value)) ? text : String(Number(value))
}
