import { Unreadable } from './unreadable.ts'

/** Cells of one file, with the empty ones to the left of a filled one: 100,000 groups of 50 columns take half of it. */
export const maxCells = 10_000_000
/** Characters of one cell; a spreadsheet takes 32,767. */
const longestCell = 1_000_000
/** Of all cells together: a text that is kept once may stand in a million of them. */
const maxCharacters = 100_000_000

/**
 * Refuses a cell's text as it grows: it may come in any number of pieces.
 * @throws Unreadable
 */
export function boundCell({ length }: string): void {
  if (length > longestCell) throw new Unreadable('too_much_text', longestCell / 1_000_000)
}

/** Counts what the rows of one file hold, all its tabs together. */
export class CellCount {
  #cells = 0
  #characters = 0
  #begun = 0

  /**
   * Counts a cell that is written in the file, whatever it holds.
   * @throws Unreadable
   */
  begin(): void {
    this.#begun += 1
    if (this.#begun > maxCells) throw new Unreadable('too_many_cells', maxCells)
  }

  /** @throws Unreadable */
  add(cells: number, characters: number): void {
    this.#cells += cells
    this.#characters += characters
    if (this.#cells > maxCells) throw new Unreadable('too_many_cells', maxCells)
    if (this.#characters > maxCharacters) throw new Unreadable('too_much_text', maxCharacters / 1_000_000)
  }
}
