import type { addresses as addressesInFrench } from '../fr/addresses.ts'
import { plural } from './count.ts'

export const addresses: typeof addressesInFrench = {
  title: 'Write to groups',
  lead: 'Choose the groups, then copy their addresses into your mail program. Relance sends nothing from here.',
  open: 'Write in my mail program',
  link: 'Write to these groups',
  count: (emails, groups) => `${plural(emails, 'address', 'addresses')}, ${plural(groups, 'group', 'groups')}`,
  hint: 'Paste them into “Bcc”: nobody will see the address of the others. Whoever wants no more mails of ours is not among them.',
  without: (n) => `Without an address (${n})`,
}
