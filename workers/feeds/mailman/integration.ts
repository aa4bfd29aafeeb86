import type { Integration } from '../integration.ts'
import { keepLists } from '../keep-lists.ts'
import { openMailman } from './open-mailman.ts'

/** Mailing lists in a Mailman 3, which calls nobody when somebody leaves: it is asked each hour. */
export const mailmanLists: Integration = keepLists('mailman', ({ MAILMAN_URL }, list) =>
  MAILMAN_URL ? openMailman(MAILMAN_URL, list) : null,
)
