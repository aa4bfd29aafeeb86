import { privately } from '#shared/html/respond.ts'
import { languages } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'

/** To what is no address of ours. No browser asks so: there is no page for it. */
export const unreadableRequest = () => inPlainWords(400, 'request_unreadable')

/** To what no worker has answered: the thread that was to do so could not begin, or ended. */
export const noAnswer = () => inPlainWords(503, 'fault')

function inPlainWords(status: number, problem: 'request_unreadable' | 'fault'): Response {
  const lines = languages.map((language) => {
    const { title, next } = textIn(language, ourWords).problem[problem]
    return status < 500 ? title : `${title}\n${next}\n`
  })
  return new Response(`${lines.join('\n')}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...privately },
  })
}
