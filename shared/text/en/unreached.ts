import type { unreached as unreachedInFrench } from '../fr/unreached.ts'

export const unreached: typeof unreachedInFrench = {
  title: 'Whom we no longer write to',
  lead: 'People who unsubscribed, reported our mails as spam, or no longer have this address. Each name leads to the person’s page.',
  none: 'Nobody: no address is closed, and nobody unsubscribed.',
  noneSo: 'Nobody for this reason.',
  why: 'Why',
  since: 'Since',
  kinds: {
    all: 'Everybody',
    unsubscribed: 'Unsubscribed',
    complaint: 'Reported as spam',
    hard_bounce: 'Addresses that no longer work',
  },
  reasons: {
    unsubscribed: 'unsubscribed',
    complaint: 'reported our mails as spam',
    hard_bounce: 'the address no longer exists',
  },
  departed: 'no longer in any group',
  file: 'no-mails',
}
