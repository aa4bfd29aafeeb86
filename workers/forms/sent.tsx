import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import type { AddressWords } from './address-form.tsx'
import { Frame } from './frame.tsx'

type SentProps = { movement: Movement; language: Language; path: string; words: AddressWords }

/** The same words whether or not the address is known. */
export function Sent({ movement, language, path, words }: SentProps) {
  return (
    <Frame movement={movement} language={language} title={words.sentTitle} path={path}>
      <h1>{words.sentTitle}</h1>
      <p class="lead">{words.sentLead}</p>
      <p>{words.sentNext}</p>
    </Frame>
  )
}
