import type { mail as french, Told } from '../fr/mail.ts'

const number = new Intl.NumberFormat('en-GB')
const list = new Intl.ListFormat('en-GB')
const plural = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** The mails. */
export const mail: typeof french = {
  month: (key: string) => monthFormat.format(new Date(`${key}-15T12:00:00Z`)),
  listed: (names: readonly string[]) => list.format(names),
  yourGroups: (n: number) => `Your ${number.format(n)} groups`,
  hello: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),

  known: {
    referents: (n: number) => plural(n, 'referent', 'referents'),
    activities: (n: number) => plural(n, 'activity', 'activities'),
    campaigns: (n: number) => plural(n, 'campaign', 'campaigns'),
    trainings: (n: number) => plural(n, 'training', 'trainings'),
    never: 'never checked',
    all: (age: string) => `checked ${age}`,
    partly: (age: string) => `partly checked ${age}`,
  },

  ask: {
    preview: (known: string, checked: string) => `${known}; ${checked}. Two minutes are enough.`,
    previewSeveral: (groups: string) => `${groups}. Two minutes are enough.`,
    confirm: 'All is right',
    correct: 'Correct something',
    confirmSeveral: 'Check my groups',
    effort:
      'Two minutes are enough. If nothing has changed, one press on the page that opens, and that is all for this month.',
    together: 'One answer for each group is enough: once one of you has answered, we stop writing to the others.',
    yours: 'This link is personal: whoever opens it can correct in your name. Better not forward this message.',
    stop: 'Stop these messages',
  },
  invitation: {
    subject: (groups: string) => `${groups}: is everything still right?`,
    title: 'Is everything still right?',
    lead: (n: number): string =>
      n > 1
        ? 'Once a month, we check with you that what we know of your groups is still true. Here is what we have.'
        : 'Once a month, we check with you that what we know of your group is still true. Here is what we have.',
  },
  reminder: {
    subject: (groups: string) => `${groups}: two minutes to check?`,
    title: 'Two minutes to check?',
    lead: (n: number): string =>
      n > 1
        ? 'This month, nobody has answered us yet for these groups. Is what we know still right?'
        : 'This month, nobody of your group has answered us yet. Is what we know still right?',
  },
  last_call: {
    subject: (groups: string) => `${groups}: last message this month`,
    title: 'Last message this month',
    lead: (n: number): string =>
      n > 1
        ? 'Nobody has answered us yet for these groups, and we will not write again this month. Even if nothing has changed, do tell us: that is how we know that they are there.'
        : 'Nobody of your group has answered us yet, and we will not write again this month. Even if nothing has changed, do tell us: that is how we know that the group is there.',
  },
  new_link: {
    subject: (groups: string) => `${groups}: your new link`,
    title: 'Your new link',
    lead: (n: number): string =>
      n > 1
        ? 'You asked us for a link. Here it is: it opens the page of your groups.'
        : 'You asked us for a link. Here it is: it opens the page of your group.',
    open: (n: number): string => (n > 1 ? 'Open my groups' : 'Open my group'),
    notMe: 'You asked for nothing? There is nothing to do: this link came to you only.',
  },
  sign_in: {
    subject: (movement: string) => `${movement}: open the dashboard`,
    title: 'Open the dashboard',
    lead: (minutes: number) =>
      `Here is your link. It works once, for ${number.format(minutes)} minutes, in the browser in which you asked for it.`,
    open: 'Go in',
    notMe: 'You asked for nothing? There is nothing to do: without this message, nobody gets in in your place.',
    why: 'You get this message because your address is that of somebody of the team.',
  },
  receipt: {
    subject: ({ group }: Told) => `${group}: what you corrected`,
    title: () => 'Saved',
    lead: ({ group }: Told) => `This is what you corrected in the record of ${group}. Thank you!`,
    notes: ['A mistake? You can take it back for thirty days.'],
    open: 'See it, or take it back',
    why: (group: string) => `You get this message because you have just corrected the record of ${group}.`,
  },
  news: {
    subject: ({ group, by }: Told) => `${group}: corrected by ${by}`,
    title: ({ by }: Told) => `${by} corrected your group’s record`,
    lead: ({ group }: Told) =>
      `This is in short what has changed in the record of ${group}. The page that opens has the details.`,
    notes: [
      'Is it all right? Then there is nothing to do. If not, you can correct it, or take it back for thirty days.',
    ],
    open: 'See, correct or take back',
    why: (group: string) => `You get this message because you are a referent of ${group}.`,
  },
  welcome: {
    subject: ({ group, by }: Told) => `${by} named you as a referent of ${group}`,
    title: () => 'Is that you?',
    lead: ({ group, by, movement }: Told) =>
      `${by} gave us your name and your address: you would be a referent of ${group}, that is one of the people ${movement} writes to when it wants to talk to the group.`,
    rights: 'What we do with your data, your rights, and how to object',
    notes: [
      'What we keep: your name, your address and, if it was given to us, your phone number and your role. Nothing is public unless you agree, and nobody follows what you open.',
      'Once a month, a mail asks you whether what we know of the group is still right.',
      'Is it not you, or do you not want to? One press is enough on the page that opens, and you can have your data erased there. You can also object by answering this message.',
    ],
    open: 'Yes or no, answer',
    why: (group: string) => `You get this message once only, because somebody of ${group} gave us your address.`,
  },
  farewell: {
    subject: ({ group }: Told) => `You are no longer a referent of ${group}`,
    title: ({ group }: Told) => `You are no longer a referent of ${group}`,
    lead: ({ by }: Told) =>
      `${by} took you off the list: we will not write to you about this group any more. Thank you for what you did.`,
    notes: ['Is that a mistake? Say so on the page that opens, or answer this message.'],
    open: 'It is a mistake, say so',
    why: (group: string) => `You get this message once only, because you were a referent of ${group}.`,
  },
  wrong_address: {
    subject: ({ group, about }) => `${group}: the address of ${about} no longer works`,
    title: ({ about }) => `The address of ${about} no longer works`,
    lead: ({ group, about }) =>
      `Our mails to ${about} come back: the address in the record of ${group} does not exist any more. Do you know another one?`,
    notes: [
      'Correct it on the page that opens, and we will write there again. If the person has left, take them off the list.',
      'We only ask you once.',
    ],
    open: 'Correct the address',
    why: (group) => `You get this message because you are a referent of ${group} too.`,
  },
  silent_groups: {
    subject: (n: number, month: string): string =>
      n === 0 ? `Every group answered in ${month}` : `${plural(n, 'group', 'groups')} did not answer in ${month}`,
    lead: (answered: number, asked: number) =>
      `This month’s update is ending: ${number.format(answered)} of ${plural(asked, 'group', 'groups')} answered.`,
    call: 'Here are the others, the longest silent first. A call often does more than a mail.',
    nobody: 'There is nobody to remind: do tell them thank you.',
    rounds: (n: number): string => (n < 2 ? 'this time' : `${number.format(n)} times in a row`),
    more: (n: number) => `and ${plural(n, 'other group', 'other groups')}, to be seen on the dashboard`,
    picture: 'Share of the groups that answered, month by month',
    share: (percent: number) => `${number.format(percent)}%`,
    open: (n: number): string => (n === 0 ? 'Open the dashboard' : 'See whom to call'),
    why: 'You get this message at the end of each update because you coordinate the network.',
  },

  trial: (name, subject) => `[Trial, for ${name}] ${subject}`,
  plainAddress: 'If the button does not work, copy this address into your browser:',
  who: (sender: string) => `Written by ${sender}. A question, a worry? Simply answer this message.`,
  whyReferent: (groups: readonly string[]): string =>
    groups.length > 1
      ? `You get this message because you are a referent of the groups ${list.format(groups)}.`
      : `You get this message because you are a referent of the group ${groups[0] ?? ''}.`,
}
