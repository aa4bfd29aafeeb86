import { privately } from '#shared/html/respond.ts'
import { SettingsError } from '#shared/settings/faults.ts'

const words = `Relance n’est pas encore réglé : npm run check-config dit ce qui manque.
Relance is not set up yet: npm run check-config says what is missing.
`

/** A worker's answer; while something that it needs is not set, that it is so. */
export async function whenSetUp(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    // biome-ignore lint/suspicious/noConsole: names of settings, for who sets it up
    console.error(error.message)
    return new Response(words, { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', ...privately } })
  }
}
