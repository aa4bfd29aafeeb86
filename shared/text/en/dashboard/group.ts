import type { group as groupInFrench } from '../../fr/dashboard/group.ts'
import { plural } from '../count.ts'

export const group: typeof groupInFrench = {
  notAsked: (state) => `This group is ${state}: it does not get the monthly mails.`,
  nobody: 'Nobody to write to: the group has no referent.',
  noRound: 'The group has not been written to yet.',
  answered: 'The group has answered this month.',
  newcomer: 'The group came after the last monthly mail.',
  silentSince: (n, month) =>
    n < 2
      ? `No answer this month yet. The last one is of ${month}.`
      : `No answer for ${n.toLocaleString('en')} monthly updates. The last one is of ${month}.`,
  silentEver: (n) => (n < 2 ? 'No answer yet.' : `Has never answered, in ${n.toLocaleString('en')} monthly updates.`),
  checked: 'Checked:',
  by: (name) => `by ${name}`,
  nothing: 'Nothing written.',
  more: (n) => (n < 2 ? 'See the last line' : `See the ${n.toLocaleString('en')} others`),
  contacts: 'Whom to call',
  firstContacts: 'Back to the first people',
  notShown: (n) => (n < 2 ? 'and one other' : `and ${n.toLocaleString('en')} others`),
  suppressed: (why, since, words) => `${why}, since ${since}${words ? ` (“${words}”)` : ''}`,
  waits: 'Waits for the team: we do not write to this person yet.',
  invited: 'Invited, has not answered yet.',
  nobodyToCall: 'No referent is known.',
  public: (what) => (what.length === 0 ? 'Nothing is public.' : `Public, as they agreed: ${what.join(', ')}.`),
  publicField: { name: 'name', email: 'address', phone: 'phone' },
  answers: 'Its answers',
  answeredRounds: (n, of) => `${n.toLocaleString('en')} of ${plural(of, 'monthly update', 'monthly updates')}`,
  latestRight: 'the latest on the right',
  answersCounted: 'The monthly updates since the group joined. A pause is an answer; “this is not my group” is none.',
  roundByRound: 'Update by update',
  said: 'Answer',
  kind: {
    updated: 'corrected the record',
    confirmed: 'confirmed',
    paused: 'announced a pause',
    not_my_group: 'said “this is not my group”',
  },
  mails: 'The latest mails',
  noMail: 'They were sent no mail.',
  to: (name) => `to ${name}`,
  mailState: {
    pending: 'waiting to be sent',
    sending: 'being sent',
    sent: 'sent',
    unknown: 'may have been sent',
    failed: 'could not be sent or came back',
    cancelled: 'not needed any more',
    suppressed: 'held back on purpose',
  },
  history: 'What changed, and by whom',
}
