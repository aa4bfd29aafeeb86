import type { Visit, VisitedGroup } from '#shared/db/visits.ts'

/** A group as whoever acts on it found it, and what the movement knows beside it: one read. */
export type GroupToWrite = Pick<Visit, 'round' | 'shut' | 'campaigns' | 'places'> & { group: VisitedGroup }
