import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import { textIn } from '#shared/text/text.ts'
import { logFault } from '#workers/log-fault.ts'
import type { DashboardContext } from './env.ts'
import { respondFrame } from './frame.tsx'

/** Ends a request that could not be answered: in the reader's language, with what to do next. */
export function showProblem(context: DashboardContext, what: Error | ProblemCode): Promise<Response> {
  const problem = typeof what === 'string' ? new Problem(what) : what instanceof Problem ? what : fault(what)
  const text = textIn(context.var.language)
  const own: Partial<Record<ProblemCode, { title: string; next: string }>> = text.dashboard.problem
  const { title, next } = own[problem.code] ?? text.problem[problem.code]
  const isOutside = /^(link|session)_/.test(problem.code)
  const isAccess = /^access_/.test(problem.code)
  return respondFrame(context, {
    title,
    status: problem.status,
    children: (
      <div class="flow narrow">
        <h1>{title}</h1>
        <p class="lead">{next}</p>
        {!isAccess && (
          <a class="button" href={isOutside ? '/sign-in' : '/dashboard'}>
            {isOutside ? text.problem.signIn : text.dashboard.problem.home}
          </a>
        )}
      </div>
    ),
  })
}

function fault(error: Error): Problem {
  logFault(error)
  return new Problem('fault')
}
