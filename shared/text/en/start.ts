import type { Text } from '../fr.ts'
import { plural } from './count.ts'

/** From the first day to the first monthly update. */
export const start: Text['start'] = {
  title: 'The first day',
  lead: 'From nothing to the first monthly update, in five steps. The monthly mail is not sent before the last one; whoever you add yourself is told at once.',
  link: 'Prepare the first monthly update, in five steps',
  done: 'done',
  toDo: 'to do',
  who: {
    title: 'Say who you are',
    says: (movement, sender) => `Mails come from “${sender}”, for ${movement}. Is that right?`,
    link: 'See the settings',
    others: 'It is not? Somebody who administers Relance can change it.',
  },
  groups: {
    title: 'Add your groups',
    none: 'No group yet. Begin with one: its name, its town, and somebody to write to.',
    some: (groups, reachable) =>
      `${plural(groups, 'group', 'groups')}, ${reachable.toLocaleString('en')} of them with somebody to write to.`,
    add: 'Add a group',
    see: 'See the groups',
    sheet: 'Import a spreadsheet that you have already',
    sheetOthers:
      'You have a spreadsheet already? Give it to somebody who administers Relance: they see first what will change, then import it.',
  },
  read: {
    title: 'Read the mail before the groups do',
    none: 'First there has to be a group with somebody to write to.',
    says: 'The monthly mail, as one of your groups will get it. Reading it sends nothing.',
    link: 'Read the monthly mail',
  },
  try: {
    title: 'Try it on yourself',
    says: 'Send yourself the monthly mail of one of your groups: you read it as the groups will, and nobody else gets it.',
    test: 'Send me a test',
    redirect:
      'To rehearse the whole monthly update, have all mails come to you, then send the monthly mail: the groups get nothing.',
    on: 'The trial is on: all mails go to the team. End it when you have seen what you wanted to see.',
    link: 'Try without writing to anybody',
    others: 'Somebody who administers Relance can do so.',
  },
  day: {
    title: 'Choose the day',
    says: (day, time) => `The first mails are sent on ${day} at ${time}.`,
    none: 'No date is planned.',
    opened: 'The first monthly update has been sent.',
    link: 'Send it now, or on another day',
    monthly: 'Choose the usual day',
    follow: 'Follow the answers',
    others: 'Another day? Somebody who administers Relance can choose it.',
  },
}
