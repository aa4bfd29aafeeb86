import { textIn } from '#shared/text/text.ts'
import type { FormsContext } from './env.ts'
import { Frame } from './frame.tsx'
import { readerLanguage } from './reader.ts'
import { respondForm } from './respond-form.ts'

/** What the movement declares: how accessible the form is, what becomes of data. */
export function showLegalPage(context: FormsContext, name: 'accessibility' | 'privacy'): Response {
  const { movement } = context.var
  const language = readerLanguage(context)
  const declarant = { movement: movement.name, address: movement.sender.replyTo, country: movement.country }
  const { title, lead, sections } = textIn(language, movement).papers[name](declarant)
  return respondForm(
    <Frame movement={movement} language={language} title={title} path={`/${name}`}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {sections.map((section) => (
        <>
          <h2>{section.title}</h2>
          {section.body.map((part) =>
            typeof part === 'string' ? (
              <p>{part}</p>
            ) : (
              <ul>
                {part.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            ),
          )}
        </>
      ))}
    </Frame>,
  )
}
