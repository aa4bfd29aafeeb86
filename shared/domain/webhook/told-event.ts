import type { ActionName } from '../event.ts'

/** An event as a webhook may be told it. */
export type ToldEvent = {
  delivery: number
  /** The number of the event in the log. */
  event: number
  happenedAt: string
  actor: 'referent' | 'coordinator' | 'import' | 'system' | 'passed_link'
  action: ActionName
  revision: number | null
  details: Readonly<Record<string, unknown>>
  group: { uid: string; name: string; region: string | null } | null
  /** Who acted: a referent by uid and name, a coordinator by address. */
  by: { uid: string | null; name: string | null; email: string | null }
  /** Whom it was done to. */
  person: { uid: string; name: string } | null
}

/** What happened between two digests: each action, how often, and to which groups, those first to which it happened most. */
export type DigestLine = { action: ActionName; times: number; groups: string[] }

/**
 * The id of a message, the same however often it is sent. The instant keeps it apart from an event of that number in a database that was
 * restored from a copy.
 */
export function messageId({ event, happenedAt }: Pick<ToldEvent, 'event' | 'happenedAt'>): string {
  return `evt_${event}_${Date.parse(happenedAt).toString(36)}`
}

/** What a program is told (Standard Webhooks): little, and who it was only where the webhook may be told. */
export function standardBody(told: ToldEvent, tellsPeople: boolean): string {
  const { event, happenedAt, actor, action, revision, details, group, by, person } = told
  return JSON.stringify({
    type: action,
    timestamp: happenedAt,
    data: {
      event,
      actor,
      group: group && { id: group.uid, name: group.name, region: group.region },
      revision,
      details,
      ...(tellsPeople
        ? {
            by: by.uid === null && by.email === null ? null : { id: by.uid, name: by.name, email: by.email },
            person: person && { id: person.uid, name: person.name },
          }
        : {}),
    },
  })
}
