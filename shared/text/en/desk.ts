import type { desk as deskInFrench } from '../fr/desk.ts'

export const desk: typeof deskInFrench = {
  menu: 'Act',
  title: 'Act for the network',
  lead: 'What you do here is written in the group’s history, in your name, and can nearly always be taken back.',
  find: {
    title: 'For a group, or for a person',
    lead: 'Search by name, town or postal code. The group’s page leads to its record and to its referents.',
    label: 'Group, town or person',
    button: 'Search',
  },
  tasks: 'For the network',
  done: {
    saved: 'Saved.',
    address_asked: 'Saved. At the new address we first ask whether it is that person; the old address is told.',
    unchanged: 'Nothing changed: the record said so already.',
    created: 'The group is there. Who are its referents? We write to them as soon as you save.',
    closed: 'The group is closed: it gets no monthly mails any more and is not counted. Its record and history stay.',
    reopened: 'The group is open again.',
    undone: 'Taken back.',
    undone_partly: 'Taken back, but for what somebody has corrected since.',
  },
  record: {
    tell: 'Tell the referents what changes, in one mail',
    tellHint: 'Somebody whom you add or take off is told in any case.',
  },
  group: {
    act: 'Act for this group',
    look: 'See the group on the dashboard',
    record: 'Its record',
    recordLead: 'The same questions as for referents. What you correct is written “for the team”.',
    people: 'Its referents',
    peopleLead: 'One page a person: their link, their mails, their address.',
    nobody: 'Nobody is named. Add somebody in the record.',
    unreached: '(our mails do not reach them)',
    closeTitle: 'Close the group',
    closeLead:
      'A closed group gets no mails from us and is not counted. Nothing is erased, and it can be opened again.',
    close: 'Close this group',
    closedTitle: 'This group is closed',
    reopenLead: 'Opened again, it is active and gets the monthly mail again.',
    reopen: 'Open this group again',
  },
  newGroup: {
    title: 'Add a group',
    lead: 'Its name and town are enough: its referents will say the rest. Who they are is the next question.',
    alike: 'Is it one of these groups, which we know already?',
    another: 'No, it is another group',
  },
}
