import type { FieldProblem } from '#shared/fields/codecs.ts'
import { dashboard } from './en/dashboard.ts'
import { mail } from './en/mail.ts'
import { papers } from './en/papers.ts'
import { sheet } from './en/sheet.ts'
import type { Text } from './fr.ts'
import { showNumber } from './number.ts'

const plural = (n: number, one: string, many: string) => `${showNumber(n, 'en')} ${n === 1 ? one : many}`

/** Every word a person reads that is not a field's own label, in English. */
export const en: Text = {
  dashboard,
  mail,
  papers,
  sheet,

  fieldProblem: (problem: FieldProblem): string => {
    switch (problem.code) {
      case 'required':
        return 'please fill this in'
      case 'too_long':
        return `too long, ${plural(problem.limit ?? 0, 'character', 'characters')} at most`
      case 'email_invalid':
        return 'this mail address is not complete. Example: camille@example.org'
      case 'phone_invalid':
        return 'this number is not complete. Example: 06 12 34 56 78, or +32 470 12 34 56 for another country'
      case 'url_invalid':
        return 'this web address is not complete. Example: https://example.org'
      case 'postcode_invalid':
        return 'this is not a postal code. Example: 64000'
      case 'day_unreadable':
        return 'we could not read this date. Example: 27/03/2026 (day first)'
      case 'day_impossible':
        return 'no calendar has this date. Example: 27/03/2026 (day first)'
      case 'day_needs_year':
        return 'add the year, so that we can be sure. Example: 3 May 2026'
      case 'day_needs_day':
        return 'add the day, even roughly. Example: 3 May 2026'
      case 'number_unreadable':
        return 'write a number, in figures. Example: 30'
      case 'number_too_large':
        return `this number is too large, ${(problem.limit ?? 0).toLocaleString('en')} at most`
      case 'choice_unknown':
        return 'choose one of the answers'
      case 'yes_no_unreadable':
        return 'answer yes or no'
      case 'duplicate':
        return 'it is there already'
    }
  },

  page: {
    skip: 'Skip to the content',
    writtenBy: (team: string) => `Written and kept by ${team}.`,
    ask: 'Write to us',
    privacy: 'Your data',
    accessibility: 'Accessibility',
    somebody: 'somebody',
  },

  form: {
    homeTitle: 'Update my group',
    homeLead: (movement: string) =>
      `Every month, the referents of ${movement}’s groups get a mail with their personal link. Open it to check what we know of the group.`,
    homeNewLink: 'Send me my link',
    homeCoordinators: 'I am in the team: open the dashboard',

    chooseTitle: 'Which group do you want to update?',
    chooseLead: (name: string) => `Hello ${name}. You are a referent of several groups.`,
    leftTitle: 'Saved',
    leftBody: 'You are no longer in the group that you have just left.',
    leftLead: 'Thank you for all you did. We will not write to you about this group any more.',
    noGroupTitle: 'You are not a referent of any group',
    noGroupLead:
      'Somebody took you off the list, or the group is no more. If that is a mistake, write to us: we will gladly mend it.',

    lead: (name: string) => `Hello ${name}. Is everything still right?`,
    allRight: 'All right as it is',
    restRight: 'All the rest is right',
    allRightHint: 'One press is enough. If not, correct below only what has changed.',
    whatWeKnow: 'What we know',
    correct: 'Correct',
    sectionRight: 'This is right',
    checkedAgo: (ago: string, by: string | null) => (by ? `checked ${ago} by ${by}` : `checked ${ago}`),
    neverChecked: 'never checked',
    nothingYet: 'Nothing yet.',
    notTold: (labels: readonly string[]) => `Not told yet: ${labels.join(', ').toLocaleLowerCase('en')}`,
    noList: 'Nobody is on a list.',
    andMore: (n: number) => `and ${plural(n, 'other', 'others')}`,
    answered: (by: string, ago: string) => `${by} has answered already, ${ago}. You can still correct.`,
    otherGroups: 'My other groups',

    languageKept: { title: 'We go on in English', body: 'Our mails will be in English too.' },
    thanksTitle: 'Thank you, noted',
    thanksBody: 'Your group is up to date for this month: nobody of the group will get a reminder.',
    savedTitle: (section: string) => `Saved: ${section}`,
    savedBody: 'Is the rest right too? Then one last press is enough.',
    checkedTitle: (section: string) => `Checked: ${section}`,

    editTitle: {
      identity: 'The group',
      referents: 'The referents',
      activities: 'Activities',
      campaigns: 'Campaigns',
      trainings: 'Trainings',
      lists: 'Mailing lists',
    },
    editLead: {
      identity: 'Correct what has changed, leave the rest.',
      referents: 'The people we write to when we want to talk to the group.',
      activities: 'What the group did these last months, and what it plans.',
      campaigns: 'Tell us which of the movement’s mobilisations the group took part in.',
      trainings: 'The trainings that the group gave.',
      lists: 'Who gets the messages of the movement’s lists.',
    },
    add: { referents: 'Add a person', activities: 'Add an activity', trainings: 'Add a training' },
    remove: {
      referents: (name: string) => `Take ${name || 'this person'} off the group`,
      activities: (name: string) => `Delete ${name ? `“${name}”` : 'this activity'}`,
      trainings: (name: string) => `Delete ${name ? `“${name}”` : 'this training'}`,
    },
    notPartOfIt: 'we took no part in it',
    olderCampaigns: (n: number) => plural(n, 'older campaign', 'older campaigns'),
    noCampaign: 'The movement has no campaign yet.',
    nobody: 'The group has no referent for now',
    nobodyProblem:
      'Nobody would be left to write to. Keep somebody, add somebody, or tick “The group has no referent for now”.',
    draftKept: 'You had started to write here, without saving.',
    draftRestore: 'Go on where I was',
    draftDiscard: 'Forget it',
    save: 'Save',
    back: 'Go back without saving',
    townUnknown: (town: string) => `We do not find “${town}” in our list of towns. Is it one of these?`,
    townKeep: (town: string) => `No, keep “${town}”`,
    errorsTitle: 'Something needs a correction',
    rowNumber: (row: string, n: number | string) => `${row} ${n}`,
    pressAgain: 'Press once more',
    saveAgain: 'Press “Save” once more',
    oldPage: 'This page had been open for a long time: we saved nothing. Check it, then press again.',
    oldPageTyped: 'This page had been open for a long time. What you had typed is still there.',
    hastyPress: 'That was so quick that we would rather be sure it is you, and not a robot that reads mails.',
    conflictTitle: 'Somebody else corrected the same thing meanwhile',
    conflictBody: 'Choose what is right, then save. All the rest of what you typed is kept.',
    conflictTheirs: 'What the other person wrote',
    conflictMine: 'What you wrote',
  },

  problem: {
    page_unknown: {
      title: 'There is no such page',
      next: 'The address may be incomplete. Open the link of your mail again, or ask for a new one.',
    },
    link_unknown: {
      title: 'This link does not work',
      next: 'Your mail program may have cut it. You can get a new one at once.',
    },
    link_expired: {
      title: 'This link no longer works',
      next: 'Links stop after a few weeks, so that nobody else uses them. You can get a new one at once.',
    },
    link_revoked: {
      title: 'This link was stopped',
      next: 'Somebody of the team or of the group asked for it. You can get a new one.',
    },
    group_unknown: {
      title: 'This group is not one of yours',
      next: 'You may no longer be its referent. Go back to your groups, or write to us.',
    },
    section_unknown: { title: 'There is no such page', next: 'Go back to your group.' },
    page_stale: {
      title: 'This page is out of date',
      next: 'Go back, reload the page and start again. Nothing was saved.',
    },
    page_elsewhere: {
      title: 'This page comes from another site',
      next: 'We have saved nothing. Open the link of your mail again, and start from there.',
    },
    too_many: {
      title: 'Many tries in a short time',
      next: 'To be safe we pause: try again a little later. Nothing was saved this time.',
    },
    too_large: { title: 'That is too long for us', next: 'Go back and shorten what you wrote.' },
    method_unknown: { title: 'This page does not open this way', next: 'Open the link of your mail again.' },
    session_missing: { title: 'Please sign in first', next: 'We send you a link by mail: no password to remember.' },
    access_missing: {
      title: 'Sign in the team’s way first',
      next: 'Reload this page: the sign-in (Cloudflare Access) opens first. If it does not, tell the person who runs Relance.',
    },
    access_unknown: {
      title: 'This address is not one of the team’s',
      next: 'The person who runs Relance can add it to the list of coordinators.',
    },
    session_elsewhere: {
      title: 'Open this link in the browser that asked for it',
      next: 'To be safe, the link works only where you asked for it, and for fifteen minutes. You can ask for another one here.',
    },
    busy: {
      title: 'Too many people at once',
      next: 'Wait a minute, then try again. Nothing is lost: go back to find what you had typed.',
    },
    fault: {
      title: 'This is our fault',
      next: 'Something went wrong on our side. Go back to find what you had typed, and try again in a few minutes.',
    },
    kept: 'What you wrote is kept on this page.',
    typed: 'What you had typed',
    retry: 'Try again',
    newLink: 'Send me a new link',
    signIn: 'Send me a sign-in link',
  },

  newLink: {
    title: 'Send me my link',
    lead: 'Write the mail address at which you get our mails. We send a new link to it at once.',
    send: 'Send me my link',
    sentTitle: 'Look in your mailbox',
    sentLead: 'If this is the address of a referent, a new link has just left.',
    sentNext: 'Nothing after a few minutes? Look in your spam folder, try another of your addresses, or write to us.',
  },

  signIn: {
    title: 'Open the dashboard',
    lead: 'For the team that animates the network. Write your mail address: we send you a link, no password needed.',
    send: 'Send me a sign-in link',
    sentTitle: 'Look in your mailbox',
    sentLead:
      'If this is an address of the team, a link has just left. Open it in this very browser, within fifteen minutes.',
    sentNext: 'Nothing comes? Whoever runs Relance says who is in the team: ask them to add you.',
  },

  unsubscribe: {
    title: 'No more mails from us',
    lead: (movement: string) => `You will no longer get ${movement}’s monthly mails, for any of your groups.`,
    button: 'Stop these mails',
    other:
      'Are you leaving the group, or is somebody taking over? It is best to say so in the group’s record: the others will not be forgotten.',
    toGroup: 'Open my group’s record',
    doneTitle: 'Noted, we will not write to you any more',
    doneLead: 'If that was a mistake, one press takes it back.',
    back: 'Get these mails again',
    backTitle: 'Noted, we will write to you again',
    backLead: 'You will get the next monthly mail.',
    onlyYou: (group: string) => `For ${group}, you are the only one we write to`,
    nobodyLeft: (group: string) => `Nobody will get our mails for ${group} any more`,
    nobodyLeftLead:
      'With nobody to write to, the group’s record grows old and the team will have to call you. Could somebody take over?',
    nameSomebody: 'Name somebody else',
  },

  history: {
    title: 'What has changed',
    lead: 'Everything that was corrected in the group’s record, and by whom. A mistake? You can take it back for thirty days.',
    back: 'Back to the group',
    see: 'See what has changed, and by whom',
    undo: 'Take this back',
    older: 'See older ones',
    latest: 'Back to the latest',
    undone: 'This correction was taken back.',
    tookBack: (name: string) => `${name} took it back`,
    authors: {
      referent: 'Somebody of the group',
      import: 'The team, from a sheet',
      coordinator: 'The team',
      system: 'Relance',
    },
    firstImport: 'The group’s record was made.',
    before: 'before:',
    after: 'now:',
    corrected: 'corrected',
    added: {
      group: 'New group',
      referents: 'New person',
      activities: 'New activity',
      campaigns: 'New campaign',
      trainings: 'New training',
      lists: 'New subscription',
    },
    removed: {
      group: 'Group removed',
      referents: 'Person taken off',
      activities: 'Activity deleted',
      campaigns: 'Campaign taken off',
      trainings: 'Training deleted',
      lists: 'Subscription ended',
    },
    notices: {
      done: 'Taken back',
      partly: 'Taken back, except what somebody has corrected since',
      nothing: 'There is nothing left to take back: somebody has corrected it since, or it is too old',
      nobody: 'Nobody would be left to write to. Add somebody first',
      again: 'Press once more',
    },
  },

  partWays: {
    title: 'I am leaving, it is not me, we are pausing',
    see: 'I am no longer a referent, this is not my group, or we are pausing',
    deeds: {
      leave: {
        title: 'I am no longer a referent',
        lead: 'We will not write to you about this group any more. The other referents still get our mails. Is somebody taking over? Add them to the referents first.',
        button: 'I am no longer a referent',
      },
      not_mine: {
        title: 'This is not my group',
        lead: 'We have the wrong person: we take you off the group, and the team is told.',
        button: 'This is not my group',
      },
      pause: {
        title: 'The group is pausing',
        lead: 'The group is noted as “asleep”: no more monthly mail. Your link still works to wake it, and you can always ask for a new one.',
        button: 'Pause the group',
      },
      wake: {
        title: 'The group is back',
        lead: 'The group is noted as “active”, and its referents get our mails again.',
        button: 'Wake the group',
      },
    },
    nobodyProblem: 'You are the last person we can write to.',
    unreachable: (names) => `Our mails no longer reach ${names.join(', ')}.`,
    nameSomebody: 'Add the person who takes over',
    asleep: 'The group is noted as asleep: we no longer write each month. Is it starting again?',
    namedTitle: 'Are you a referent of this group?',
    namedLead: (by: string) => `${by} gave us your name. Tell us whether that is right.`,
    accept: 'Yes, that is me',
    accepted: { title: 'Welcome, and thank you', body: 'Check what we know of the group whenever you like.' },
    paused: { title: 'Noted: the group is pausing', body: 'Have a good rest. You can wake it right here.' },
    woken: { title: 'The group is awake', body: 'Check what we know: it may be from long ago.' },
  },

  me: {
    see: 'My data, and what everybody can see',
    title: 'My data',
    publicTitle: 'What everybody can see',
    publicLead: 'Nothing about you is public until you tick it here. You can change your mind whenever you like.',
    agree: {
      name: 'I agree that my name is visible to everybody, on the public map of groups.',
      email: 'I agree that my mail address is visible to everybody, on the public map of groups.',
      phone: 'I agree that my phone number is visible to everybody, on the public map of groups.',
    },
    save: 'Save my choices',
    saved: 'Your choices are saved',
    cardTitle: 'This is what the map shows',
    pin: 'The point on the map stands on the town, never on an address.',
    noPin: 'No point on the map yet: we do not know where this town is.',
    notOnMap: (name: string) => `${name} is not on the map.`,
    keptTitle: 'What we keep',
    keptLead:
      'This is all of it, and the file has the details. There is nothing else, and nobody follows what you open.',
    kept: {
      since: 'Known since',
      language: 'Language',
      noLanguage: 'not chosen',
      noMail: 'Our mails',
      noMailReasons: {
        hard_bounce: 'stopped: your address sends them back',
        complaint: 'stopped: you reported them as unwanted',
        unsubscribed: 'stopped, as you asked',
      },
      counted: (title, n) => `${title} (${showNumber(n, 'en')})`,
      groups: 'Groups',
      seat: (since, until) => (until ? `from ${since} to ${until}` : `since ${since}`),
      lists: 'Mailing lists',
      consents: 'What you agreed to have public',
      agreed: (since, until) => (until ? `agreed on ${since}, taken back on ${until}` : `agreed on ${since}`),
      mails: 'Mails that we addressed to you',
      answers: 'Your answers',
      answer: {
        updated: 'you corrected the record',
        confirmed: 'you confirmed the record',
        paused: 'you said that the group is pausing',
        not_my_group: 'you said that it is not your group',
      },
      corrections: 'What you corrected',
      changes: (n) => plural(n, 'thing corrected', 'things corrected'),
      words: 'Your words to the team',
    },
    download: 'Download my data',
    eraseTitle: 'Erase my data',
    eraseLead:
      'You will no longer be a referent of any group, we will not write to you any more, and the groups’ histories will no longer speak of you. It cannot be undone.',
    eraseLast: (group) => `Without you, we will have nobody left to write to for the group ${group}.`,
    eraseWho: (group) => `Say who takes over ${group}, or tick that it has no referent for now.`,
    eraseNobody: (group) => `${group} has no referent for now`,
    eraseSure: 'Yes, erase everything you keep about me',
    erase: 'Erase my data',
    eraseTick: 'Tick the box so that we can be sure.',
    erasedTitle: 'Your data are erased',
    erasedLead: 'Thank you for what you did. This link leads nowhere now.',
  },

  notMe: {
    whose: (name: string) => `${name}’s personal link.`,
    see: 'Not you?',
    title: 'Is this not your link?',
    lead: (name: string) =>
      `This link was sent to ${name}: what you correct here would be in their name. You can stop it: we will send ${name} a new one, to their mailbox alone.`,
    button: 'Stop this link',
    other: (name: string) =>
      `Are you of the same group? Ask ${name} to add you to the referents: you will get a link of your own.`,
    back: (name: string) => `I am ${name}, back to the group`,
    stoppedTitle: 'This link no longer works',
    stoppedLead: (name: string) => `Thank you for telling us. A new link has just left for ${name}.`,
  },

  hand: {
    title: 'Is it you who pressed?',
    lead: 'Mail robots open links and press buttons. Your browser does not tell us whether it was you: tick the box, and it is done.',
    what: 'This is what we will save',
    itIsMe: (name) => (name ? `Yes, it is me, ${name}` : 'Yes, it is me'),
    save: 'Save',
    tick: 'Tick the box, then press “Save”',
  },

  word: {
    see: 'A word to the team',
    title: 'A word to the team',
    lead: 'A question, an idea, a difficulty, or something that is not right: the team that animates the network will read it.',
    send: 'Send',
    sent: { title: 'Thank you, sent', body: 'The team will read it on its dashboard.' },
    mistake: 'It is a mistake, tell the team',
    removed: (group: string) => `You were taken off ${group}.`,
  },
}
