import type { Language } from '#shared/text/language.ts'
import type { AddressWords } from './address-form.tsx'
import { Frame } from './frame.tsx'

/** The same words whether or not the address is known. */
export function Sent({ language, path, words }: { language: Language; path: string; words: AddressWords }) {
  return (
    <Frame language={language} title={words.sentTitle} path={path}>
      <h1>{words.sentTitle}</h1>
      <p class="lead">{words.sentLead}</p>
      <p>{words.sentNext}</p>
    </Frame>
  )
}
