import { type KindName, spokenKind } from './kinds.ts'
import type { RecognisedSheet } from './recognise.ts'

/** What a sheet may be instead. */
const mayBe: Readonly<Record<NonNullable<RecognisedSheet['doubt']>['code'], readonly string[]>> = {
  people: ['groups'],
  people_of_groups: ['referents'],
  people_or_groups: ['groups'],
  places_or_groups: ['groups', 'places'],
  events_or_groups: ['groups'],
  name_unsaid: ['groups', 'referents'],
  past_title: [],
}

/** The kinds that a doubtful sheet may be, that which it seems to be first: whoever sent it says which. None where there is no doubt. */
export function possibleKinds({ kind, doubt }: Pick<RecognisedSheet, 'kind' | 'doubt'>): KindName[] {
  if (!doubt) return []
  const others =
    kind === 'groups' && doubt.code === 'people_of_groups' ? [] : (['groups', 'referents', 'places'] as const)
  const instead = others.filter((other) => other !== spokenKind(kind) && mayBe[doubt.code].includes(other))
  return [kind, ...instead, ...(doubt.also ?? [])]
}
