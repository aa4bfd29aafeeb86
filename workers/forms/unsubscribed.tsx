import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

/** Where the way back is sent, and with what. */
export type WayBack = { action: string; page: string }

/** Somebody who gets no mails any more hears so wherever their link leads, and has the way back at hand. */
export function Unsubscribed({
  back,
  language,
  movement,
}: {
  back: WayBack | null
  language: Language
  movement: OwnWords
}) {
  if (!back) return null
  const text = textIn(language, movement).unsubscribe
  return (
    <form method="post" action={back.action} class="note flow">
      <input type="hidden" name="page" value={back.page} />
      <p>{text.stopped}</p>
      <button type="submit" class="quiet" name="do" value="back">
        {text.back}
      </button>
    </form>
  )
}
