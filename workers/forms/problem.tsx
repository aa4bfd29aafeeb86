import movement from '#movement'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import { ProblemText } from '#shared/html/problem-page.tsx'
import { respondPage } from '#shared/html/respond.ts'
import { languageOf } from '#shared/movement.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'

/** Ends a request that could not be answered: in the reader's language, with what to do next. */
export function showProblem(context: FormsContext, what: Error | ProblemCode): Promise<Response> {
  const problem = typeof what === 'string' ? new Problem(what) : what instanceof Problem ? what : fault(what)
  const language = context.var.chosen ?? languageOf(movement, null)
  const text = textIn(language).problem
  const offersLink =
    problem.code.startsWith('link_') || problem.code === 'page_unknown' || problem.code === 'group_unknown'
  const page = (
    <Frame language={language} title={text[problem.code].title} path="">
      <ProblemText code={problem.code} language={language}>
        {offersLink && (
          <a class="button big" href="/new-link">
            {text.newLink}
          </a>
        )}
      </ProblemText>
    </Frame>
  )
  return respondPage(page, { status: problem.status })
}

/** A bug. Its message may hold what somebody typed: the log gets its kind and its place only. */
function fault(error: Error): Problem {
  // biome-ignore lint/suspicious/noConsole: the only log of this worker
  console.error('fault', error.name, error.stack?.split('\n').slice(1, 4).join(' ').trim())
  return new Problem('fault')
}
