import { createHash } from 'node:crypto'
import { kinds } from '#shared/mail/kinds.ts'
import { askWords } from '#shared/mail/parts/ask/ask.ts'
import { everyMailWords } from '#shared/mail/parts/every/every.ts'
import { recordWords } from '#shared/mail/parts/record/record.ts'
import { en } from '#shared/text/en.ts'
import { fr } from '#shared/text/fr.ts'
import type { Translation } from '#shared/text/translation.ts'
import { labelOriginals } from '#shared/text/words.ts'
import { pathStep } from './path-step.ts'
import { teamLabels } from './team-labels.ts'
import '#shared/sheet/kinds.ts'

/** What stands in our code; `isForTeam`: a label that coordinators alone read. */
export type Original = { fr: string; en: string; isForTeam?: true }

/** All that a translator is asked for, by where it stands: `text.form.save`, `mails.invitation.subject`, `labels.Town`. */
export function listOriginals(): ReadonlyMap<string, Original> {
  const mails = Object.entries(mailWords()).flatMap(([part, words]) => pairs(`mails.${part}`, words.fr, words.en))
  const ofTeam = teamLabels()
  const labels = [...labelOriginals].map(([english, french]): [string, Original] => [
    `labels.${english}`,
    { fr: french, en: english, ...(ofTeam.has(english) ? { isForTeam: true } : {}) },
  ])
  return new Map([...pairs('text', fr, en), ...mails, ...labels])
}

/** The sentences of each kind of mail, and of the parts that several kinds share. */
export function mailWords() {
  const ofKinds = Object.fromEntries(Object.entries(kinds).map(([kind, { words }]) => [kind, words]))
  return { every: everyMailWords, ask: askWords, record: recordWords, ...ofKinds }
}

function pairs(at: string, french: object, english: object): [string, Original][] {
  const inFrench = leaves(at, french)
  return [...leaves(at, english)].map(([path, words]) => [path, { fr: inFrench.get(path) ?? '', en: words }])
}

/** What a translation says, by the same paths. */
export function listTranslated({ text, mails = {}, labels }: Translation): ReadonlyMap<string, string> {
  const said = Object.entries(labels).map(([english, words]): [string, string] => [`labels.${english}`, source(words)])
  return new Map([...leaves('text', text), ...leaves('mails', mails), ...said])
}

function leaves(at: string, value: unknown): Map<string, string> {
  return new Map([...sentencesBelow(at, value)].map(([path, said]) => [path, source(said)]))
}

/** Sentences as they are, by their paths: texts, forms by number, and what is said of values. */
export function sentencesBelow(at: string, value: unknown): Map<string, unknown> {
  if (!isBranch(value)) return new Map([[at, value]])
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...sentencesBelow(`${at}.${pathStep(key)}`, inner)]))
}

/** A sentence that depends on a number is one sentence in several forms. */
function isBranch(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  return !(keys.includes('other') && keys.every((key) => /^(zero|one|two|few|many|other)$/.test(key)))
}

/** As it stands in the code, without how it is set in lines. */
export function source(value: unknown): string {
  return (typeof value === 'function' ? String(value) : JSON.stringify(value)).replace(/\s+/g, ' ')
}

/** What tells that an original is still what was translated. */
export function originalHash({ fr: french, en: english }: Original): string {
  return createHash('sha256').update(`${french}\0${english}`).digest('hex').slice(0, 8)
}
