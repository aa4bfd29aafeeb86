import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'

/** Where every link of a test or of a preview leads. */
export function showTest(context: FormsContext): Response {
  const { movement } = context.var
  const language = readerLanguage(context)
  const { testMail, form } = textIn(language, movement)
  return respondForm(
    <Frame movement={movement} language={language} title={testMail.link.title} path="/test/mail">
      <h1>{testMail.link.title}</h1>
      <p class="lead">{testMail.link.lead}</p>
      <p>{testMail.link.next}</p>
      <a class="button quiet" href="/new-link">
        {form.homeNewLink}
      </a>
    </Frame>,
  )
}
