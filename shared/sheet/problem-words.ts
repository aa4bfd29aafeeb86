import { isRowProblem, type SheetProblem } from '#shared/sheet/problem.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

export function problemWords(problem: SheetProblem, language: Language, movement: OwnWords): string {
  const text = textIn(language, movement)
  return isRowProblem(problem) ? text.sheet.problem(problem) : text.fieldProblem(problem)
}
