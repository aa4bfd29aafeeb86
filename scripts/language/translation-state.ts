import type { Translation } from '#shared/text/translation.ts'
import { listOriginals, listTranslated, type Original, originalHash } from './originals.ts'

export type AskedSentence = Original & { path: string }

/** How far a translation is. `changed`: its original says something else than when it was translated. `unused`: nothing asks for it. */
export type TranslationState = {
  missing: AskedSentence[]
  changed: AskedSentence[]
  unused: string[]
  said: number
  all: number
}

/** `hashes`: what the originals were when they were translated, by path. */
export function translationState(translation: Translation, hashes: Readonly<Record<string, string>>): TranslationState {
  const originals = listOriginals()
  const translated = listTranslated(translation)
  const asked = [...originals].map(([path, original]) => ({ path, ...original }))
  const said = asked.filter(({ path }) => translated.has(path))
  return {
    missing: asked.filter((one) => !translated.has(one.path) && isAskedFor(one.path, one, translation)),
    changed: said.filter((one) => hashes[one.path] !== undefined && hashes[one.path] !== originalHash(one)),
    unused: [...translated.keys()].filter((path) => !originals.has(path)),
    said: said.length,
    all: asked.length,
  }
}

/** The hashes of all that is translated now. */
export function originalHashes(translation: Translation): Record<string, string> {
  const translated = listTranslated(translation)
  const said = [...listOriginals()].filter(([path]) => translated.has(path))
  return Object.fromEntries(
    said.map(([path, original]) => [path, originalHash(original)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}

/** What coordinators alone read is asked for where their pages are translated. */
export function isAskedFor(
  path: string,
  { isForTeam }: Original,
  { hasTeamPages }: Pick<Translation, 'hasTeamPages'>,
): boolean {
  return hasTeamPages === true || !(isForTeam || teamParts.test(path))
}

const teamParts = new RegExp(
  `^(${[
    'text\\.(addresses|bulk|dashboard|desk|calls|chat|factor|feeds|groupTable|keys|merge|notes|settings|sheet|sheets|start|team|unreached)',
    'text\\.month\\.(title|lead|word\\.(?!from$)\\w+|question\\.(?!from$|answer$|answered|correctAnswer$|over$)\\w+)',
    'text\\.join\\.(desk|today)',
    'text\\.passed\\.desk\\.(?!message$)\\w+',
    'text\\.testMail\\.(?!link)\\w+',
    'mails\\.(silent_groups|team_change|team_invitation)',
    'mails\\.\\w+\\.(name|ifNotSent)',
  ].join('|')})(\\.|$)`,
)
