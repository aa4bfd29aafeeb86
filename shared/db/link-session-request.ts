import type { ListName } from '#shared/record/record.ts'
import type { ConfirmationRequest } from './confirmations.ts'
import type { RevisionRequest } from './history.ts'
import type { RowRequest } from './records.ts'

/** Who looks, and at what. */
export type LinkSessionRequest = {
  /** SHA-256 of the link's token; null where the team looks, at any group. */
  hash: string | null
  group: string | null
  /** The revision that the visitor was shown. */
  since?: number
  /** Somebody may be named by it, or leave. */
  isAboutPeople?: boolean
  /** How many revisions of the group's history. */
  history?: number
  /** Only those with a lower number. */
  before?: number
  /** Which rows of the lists that grow; the first page of each otherwise. */
  rows?: RowRequest
  /** With `since`: the list that they send back. */
  list?: ListName
  /** One revision, by its number, with these of its changes. */
  revision?: RevisionRequest
  confirmations?: ConfirmationRequest
  /** They come back to this group (uid), which they left themselves: it is looked at as theirs. */
  returns?: string
  /** The team looks at a group that became part of another one as it is, and not at that one. */
  isAsItIs?: boolean
  /** A town that they typed, or whose neighbours the page offers; in a country, or in the group's own. */
  places?: { country: string | null; town: string | null }
}
