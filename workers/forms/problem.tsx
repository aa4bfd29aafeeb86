import type { ProblemCode } from '#shared/domain/problem.ts'
import { ProblemText } from '#shared/html/problem-page.tsx'
import { textIn } from '#shared/text/text.ts'
import { problemOf } from '#workers/problem-of.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { nextStep } from './next-step.tsx'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'

/** Ends a request that could not be answered: in the reader's language, with what to do next. */
export async function showProblem(context: FormsContext, what: Error | ProblemCode): Promise<Response> {
  const problem = problemOf(what)
  const language = readerLanguage(context)
  const page = (
    <Frame
      movement={context.var.movement}
      language={language}
      title={textIn(language, context.var.movement).problem[problem.code].title}
      path={context.var.posted ? null : ''}
    >
      <ProblemText code={problem.code} language={language} movement={context.var.movement}>
        {await nextStep(context, problem.code, language)}
      </ProblemText>
    </Frame>
  )
  return respondForm(page, { status: problem.status })
}
