import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'

/** Shown by the script when this browser kept what was typed and not saved. */
export function DraftOffer({ language, movement }: { language: Language; movement: OwnWords }) {
  const text = textIn(language, movement).form
  return (
    <div class="note flow" id="draft" role="status" hidden>
      <p>{text.draftKept}</p>
      <div class="row">
        <button type="button" class="quiet" value="restore">
          {text.draftRestore}
        </button>
        <button type="button" class="plain" value="discard">
          {text.draftDiscard}
        </button>
      </div>
    </div>
  )
}
