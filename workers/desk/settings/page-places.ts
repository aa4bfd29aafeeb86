import type { Movement } from '#shared/movement.ts'
import { fold } from '#shared/record/fold.ts'
import type { Language } from '#shared/text/language.ts'
import { keptOnce } from '#shared/text/own-text.ts'
import { pageKey, pageSentences } from '#shared/text/page-sentences.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { spokenText, type textIn } from '#shared/text/text.ts'

type OwnSaid = Pick<Movement, 'sentences' | 'nouns'>

/** A sentence of our pages: its place in our texts, what we say there, and what the movement says. */
export type PlacedSentence = { path: string; ours: Sentence; own: Movement['sentences'][number] | undefined }

/** All sentences of pages that can be said otherwise. */
export function placedSentences(own: OwnSaid, language: Language): readonly PlacedSentence[] {
  const all = keptOnce(own.nouns, `${language} pages`, () => [
    ...pageSentences(spokenText(language, own.nouns), language),
  ])
  const said = new Map(own.sentences.map((one) => [one.key, one]))
  return all.map(([path, ours]) => ({ path, ours, own: said.get(pageKey(path, language)) }))
}

/** Those that have these words, in ours or in the movement's. */
export function withWords(sentences: readonly PlacedSentence[], words: string): PlacedSentence[] {
  const wanted = fold(words)
  return sentences.filter(({ ours, own }) =>
    [ours, own?.says].some((said) => said !== undefined && fold(inAll(said)).includes(wanted)),
  )
}

const inAll = (said: NonNullable<PlacedSentence['own']>['says'] | Sentence) =>
  typeof said === 'string' ? said : Object.values(said).join(' ')

/** A sentence, or that for many. */
export const shownForm = (said: NonNullable<PlacedSentence['own']>['says'] | Sentence) =>
  typeof said === 'string' ? said : said.other

/** Ours is not the one any more that theirs was written for. */
export const hasChanged = ({ ours, own }: Pick<PlacedSentence, 'ours' | 'own'>) =>
  own?.instead !== undefined && JSON.stringify(own.instead) !== JSON.stringify(ours)

type PlaceName = keyof ReturnType<typeof textIn>['settings']['sentences']['places']

const publicParts: ReadonlySet<string> = new Set(['find', 'join', 'signUp'])
const teamParts: ReadonlySet<string> = new Set(
  'desk calls notes factor feeds keys start team testMail signIn merge'.split(' '),
)

/** On which pages a sentence stands. */
export function whereSaid(path: string): PlaceName {
  const [part = ''] = path.split('.')
  if (part === 'dashboard' || part === 'groupTable') return 'dashboard'
  if (publicParts.has(part)) return 'public'
  return teamParts.has(part) ? 'team' : 'referents'
}
