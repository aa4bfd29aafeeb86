import { isTokenShaped } from '#shared/domain/link.ts'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'
import { ProblemText } from '#shared/html/problem-page.tsx'
import { respondPage } from '#shared/html/respond.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { stampPage } from './page-stamp.ts'
import { readerLanguage } from './reader.ts'

/** Ends a request that could not be answered: in the reader's language, with what to do next. */
export async function showProblem(context: FormsContext, what: Error | ProblemCode): Promise<Response> {
  const problem = typeof what === 'string' ? new Problem(what) : what instanceof Problem ? what : fault(what)
  const language = readerLanguage(context)
  const page = (
    <Frame language={language} title={textIn(language).problem[problem.code].title} path="">
      <ProblemText code={problem.code} language={language}>
        {await nextStep(context, problem.code, language)}
      </ProblemText>
    </Frame>
  )
  return respondPage(page, { status: problem.status })
}

const offersLink: readonly ProblemCode[] = [
  'link_unknown',
  'link_expired',
  'link_revoked',
  'page_unknown',
  'group_unknown',
]

/** A link that we know can be renewed by one press; otherwise we ask for the address. */
async function nextStep(context: FormsContext, code: ProblemCode, language: Language) {
  const text = textIn(language).problem
  const token = context.req.param('token') ?? ''
  if ((code === 'link_expired' || code === 'link_revoked') && isTokenShaped(token)) {
    return (
      <form method="post" action="/new-link" class="flow">
        <input type="hidden" name="page" value={await stampPage(context, 'new-link')} />
        <input type="hidden" name="link" value={token} />
        <button type="submit" class="big">
          {text.newLink}
        </button>
      </form>
    )
  }
  if (!offersLink.includes(code)) return null
  return (
    <a class="button big" href="/new-link">
      {text.newLink}
    </a>
  )
}

/** A bug. Its message may hold what somebody typed: the log gets its kind and its place only. */
function fault(error: Error): Problem {
  // biome-ignore lint/suspicious/noConsole: the only log of this worker
  console.error('fault', error.name, error.stack?.split('\n').slice(1, 4).join(' ').trim())
  return new Problem('fault')
}
