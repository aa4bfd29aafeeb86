import type { ProblemCode } from '#shared/domain/problem.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import type { Child } from './jsx-runtime.ts'

/** What happened and what to do next; `children` hold the next step itself. */
export function ProblemText({
  code,
  language,
  movement,
  children,
}: {
  code: ProblemCode
  language: Language
  movement: OwnWords
  children?: Child
}) {
  const { title, next } = textIn(language, movement).problem[code]
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{next}</p>
      {children}
    </>
  )
}
