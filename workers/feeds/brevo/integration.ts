import type { Integration } from '../integration.ts'
import { keepLists } from '../keep-lists.ts'
import { openBrevo } from './open-brevo.ts'

/** Lists of contacts in Brevo, which also tells at once who unsubscribes where its webhook leads to `/hooks/lists/…`. */
export const brevoLists: Integration = keepLists('brevo', ({ BREVO_URL }, list) =>
  BREVO_URL ? openBrevo(BREVO_URL, Number(list)) : null,
)
