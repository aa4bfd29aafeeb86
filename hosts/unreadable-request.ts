import { privately } from '#shared/html/respond.ts'
import { languages } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'

/** To what is no address of ours. No browser asks so: there is no page for it. */
export function unreadableRequest(): Response {
  const words = languages.map((language) => textIn(language, ourWords).problem.request_unreadable.title)
  return new Response(`${words.join('\n')}\n`, {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...privately },
  })
}
