import { storageFault } from '#shared/db/storage-fault.ts'
import { privately } from '#shared/html/respond.ts'
import { SettingsError } from '#shared/settings/faults.ts'
import { languages } from '#shared/text/language.ts'
import { ourWords, textIn } from '#shared/text/text.ts'
import { problemOf } from './problem-of.ts'

const words = `Relance n’est pas encore réglé : npm run check-config dit ce qui manque.
Relance is not set up yet: npm run check-config says what is missing.
`

/** A worker's answer; while something that it needs is not set, or the database cannot even be asked whether it is, that it is so. */
export async function whenSetUp(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof SettingsError) {
      // biome-ignore lint/suspicious/noConsole: names of settings, for who sets it up
      console.error(error.message)
      return respond(words, 503)
    }
    if (!(error instanceof Error) || storageFault(error) === null) throw error
    const { code, status } = problemOf(error)
    const texts = languages.map((language) => textIn(language, ourWords).problem[code])
    return respond(texts.map(({ title, next }) => `${title}\n${next}\n`).join('\n'), status)
  }
}

function respond(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...privately } })
}
