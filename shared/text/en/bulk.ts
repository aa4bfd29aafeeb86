import type { bulk as inFrench } from '../fr/bulk.ts'
import { plural } from './count.ts'

export const bulk: typeof inFrench = {
  title: 'Act on several groups',
  lead: 'Choose the groups, then what is to be done. The next page shows all of it before it is done.',
  open: 'Act on these groups',
  groups: 'The groups',
  capped: (n) => `There are more: these are the first ${n}. Narrow the filter, or do the next ones afterwards.`,
  what: 'What is to be done?',
  deeds: {
    state: 'Change their state',
    language: 'Choose the language of their referents',
    links: 'Send their referents their links again',
  },
  to: 'New state',
  language: 'Language',
  next: 'Continue',
  none: 'Choose at least one group',
  noDeed: 'Choose what is to be done',
  check: {
    state: (n, state) => `${plural(n, 'group becomes', 'groups become')} “${state}”`,
    language: (n, name) => `We will write in ${name} to the referents of ${plural(n, 'group', 'groups')}`,
    links: (n) => `The referents of ${plural(n, 'group', 'groups')} get their links`,
  },
  closing: 'A closed group gets no more mails from us and is not counted. Nothing is erased.',
  undoable: 'You can put everything back as it was, in one go.',
  irrevocable: 'A mail that has left cannot be taken back. Whoever has had several links in this hour gets no other.',
  tell: 'Tell the referents of these groups by mail',
  act: { state: 'Change their state', language: 'Choose this language', links: 'Send the links' },
  back: 'Go back without doing anything',
  done: {
    change_states: (n) => `Done: ${plural(n, 'group has', 'groups have')} another state.`,
    change_languages: (n) => `Done: the language of ${plural(n, 'person', 'people')} is chosen.`,
    send_links: (n) => `Done: ${plural(n, 'link is', 'links are')} on the way.`,
    undone: (n) => `Put back as it was, for ${n.toLocaleString('en')}.`,
  },
  nothing: 'There was nothing to change.',
  undo: 'Put everything back as it was',
  kept: (n) => `${plural(n, 'has', 'have')} changed since: we leave them alone.`,
  tooLate: 'There is nothing left to put back',
}
