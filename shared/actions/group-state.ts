import type { LinkSession, SessionGroup } from '#shared/db/link-sessions.ts'

/** A group as whoever acts on it found it, and what the movement knows beside it: one read. */
export type GroupToWrite = Pick<LinkSession, 'round' | 'suppressed' | 'campaigns' | 'places'> & { group: SessionGroup }
