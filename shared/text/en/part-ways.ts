import type { partWays as partWaysInFrench } from '../fr/part-ways.ts'

export const partWays: typeof partWaysInFrench = {
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
}
