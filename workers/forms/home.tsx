import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'

export function showHome(context: FormsContext): Response {
  const { movement } = context.var
  const language = readerLanguage(context)
  const text = textIn(language, movement).form
  return respondForm(
    <Frame movement={movement} language={language} title={text.homeTitle} path="/">
      <h1>{text.homeTitle}</h1>
      <p class="lead">{text.homeLead(movement.name)}</p>
      <a class="button big" href="/new-link">
        {text.homeNewLink}
      </a>
      <p>
        <a class="plain" href="/sign-in">
          {text.homeCoordinators}
        </a>
      </p>
    </Frame>,
  )
}
