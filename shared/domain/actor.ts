/** Who does something: a referent (by their uid, or by the SHA-256 of the link they hold), somebody of the team, whoever was passed a link by one of these (their address), an import, Relance itself. */
export type Actor =
  | { kind: 'referent'; person: string }
  | { kind: 'referent'; link: string }
  | { kind: 'coordinator'; email: string }
  | { kind: 'passed_link'; email: string }
  | { kind: 'import' }
  | { kind: 'system' }

/** The uid of the person who acts, where it is one that is known by it. */
export function personOf(actor: Actor): string | null {
  return 'person' in actor ? actor.person : null
}
