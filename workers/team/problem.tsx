import type { Context } from 'hono'
import type { ProblemCode } from '#shared/domain/problem.ts'
import { redirectTo } from '#shared/html/respond.ts'
import { textIn } from '#shared/text/text.ts'
import { problemOf } from '#workers/problem-of.ts'
import { keepAskedPage } from './asked-page.ts'
import { respondFrame } from './frame.tsx'
import type { TeamApp } from './team-app.ts'

/** Ends a request that could not be answered: in the reader's language, with what to do next. */
export function showTeamProblem<App extends TeamApp>(
  context: Context<App>,
  what: Error | ProblemCode,
): Promise<Response> {
  const problem = problemOf(what)
  if (['session_missing', 'factor_missing', 'sign_in_old'].includes(problem.code))
    keepAskedPage(context, problem.code === 'sign_in_old')
  if (problem.code === 'factor_missing' && isLooking(context)) return leadToFactor(context)
  const text = textIn(context.var.language, context.var.movement)
  const own: Partial<Record<ProblemCode, { title: string; next: string }>> = text.dashboard.problem
  const { title, next } = own[problem.code] ?? text.problem[problem.code]
  const isOutside = /^(link|session|sign_in)_/.test(problem.code)
  const isMeanwhile = problem.code === 'acted_meanwhile'
  const isAccess = /^access_/.test(problem.code)
  return respondFrame(context, {
    title,
    status: problem.status,
    children: (
      <div class="flow narrow">
        <h1>{title}</h1>
        <p class="lead">{next}</p>
        {!isAccess && (
          <a class="button" href={onwardFrom(context, problem.code)}>
            {problem.code === 'factor_missing'
              ? text.factor.codeTitle
              : isOutside
                ? text.problem.signIn
                : isMeanwhile
                  ? text.dashboard.problem.lookAgain
                  : text.dashboard.problem.home}
          </a>
        )}
      </div>
    ),
  })
}

const factorPath = '/desk/second-factor'

/** Where somebody goes from what went wrong. What is sent somewhere at the desk can be looked at there. */
function onwardFrom<App extends TeamApp>(context: Context<App>, code: ProblemCode): string {
  if (code === 'factor_missing') return factorPath
  if (code === 'acted_meanwhile') return context.req.path
  return /^(link|session|sign_in)_/.test(code) ? '/sign-in' : '/dashboard'
}

const isLooking = <App extends TeamApp>({ req }: Context<App>) => req.method === 'GET' || req.method === 'HEAD'

/** Whoever has come by a mail's link goes on to the second step, and then to the page that they asked for. */
async function leadToFactor<App extends TeamApp>(context: Context<App>): Promise<Response> {
  return context.newResponse(null, redirectTo(factorPath))
}
