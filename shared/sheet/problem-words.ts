import { isRowProblem, type SheetProblem } from '#shared/sheet/problem.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'

export function problemWords(problem: SheetProblem, language: Language): string {
  const text = textIn(language)
  return isRowProblem(problem) ? text.sheet.problem(problem) : text.fieldProblem(problem)
}
