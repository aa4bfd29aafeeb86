import type { membership as partWaysInFrench } from '../fr/part-ways.ts'

export const membership: typeof partWaysInFrench = {
  title: 'Leave the group or pause it',
  see: 'Leave the group or pause it',
  changes: {
    leave: {
      title: 'I am no longer a referent',
      question: (group) => `Leave ${group}?`,
      lead: 'We will not write to you about this group any more. The other referents still get our mails.',
      alone: 'We will not write to you about this group any more.',
      button: 'Leave the group',
    },
    not_mine: {
      title: 'This is not my group',
      question: (group) => `Is ${group} not your group?`,
      lead: 'We take you off the group, and the team is told.',
      button: 'This is not my group',
    },
    pause: {
      title: 'The group is pausing',
      lead: 'The group is noted as “paused”: you no longer get the monthly mail. To wake it, your link still works, and you can always ask for a new one.',
      button: 'Pause the group',
    },
    wake: {
      title: 'The group is back',
      lead: 'The group is noted as “active”, and its referents get our mails again.',
      button: 'Wake the group',
    },
  },
  stay: 'No, back to the group',
  mayReturn: 'You can undo this for thirty days.',
  mayReturnUntil: (day) => `You can come back until ${day}.`,
  comeBack: 'Return to the group',
  orComeBack: (left) => `${left}: return`,
  cameBack: {
    title: 'You are a referent again',
    body: 'Everything is as before: we will write to you about this group again.',
  },
  tooLate: {
    title: 'This is no longer possible here',
    body: 'More than thirty days have passed, or somebody else has changed the list since. Write to us, or ask somebody in the group to add you.',
  },
  exit: {
    left: {
      title: (group) => `You have left ${group}`,
      body: (day) => `Since ${day}, we no longer write to you about this group.`,
      thanks: 'Thank you for all you did.',
    },
    mistake: {
      title: (group) => `${group} is not your group`,
      body: (day) =>
        `You told us so on ${day}. We are sorry for the mistake: we no longer write to you about this group, and the team is told.`,
    },
    removed: {
      title: (group) => `You are no longer a referent of ${group}`,
      body: (by, day) => (by ? `${by} took you off the list on ${day}.` : `You have not been one since ${day}.`),
    },
    kept: 'So that you can come back, we keep what we know about you: your name, how to reach you, what you corrected.',
    erasing: 'You will not come back? One press erases all of it, from the group’s history too. It cannot be undone.',
  },
  nobodyProblem: 'You are the last person we can write to.',
  unreachable: (names) => `Our mails no longer reach ${names.join(', ')}.`,
  successor: 'Is somebody taking over? Start there:',
  nameSomebody: 'Add the person who takes over',
  asleep: 'The group is noted as paused: we no longer ask how it is doing. Is it starting again?',
  accepted: {
    title: 'Welcome, and thank you',
    body: 'Check what we know of the group whenever you like. A mistake? At the foot of the page: “Leave the group or pause it”.',
  },
  moved: {
    title: 'Thank you, this is your new address',
    body: 'From now on we write to you here, and no longer to the old one. There is nothing else to do.',
  },
  paused: {
    title: 'Noted: the group is pausing',
    body: 'Have a good rest. You can wake it right here, whenever you like.',
  },
  woken: { title: 'The group is awake', body: 'Check what we know: it may be from long ago.' },
}
