import type { SentencesLike } from '#shared/text/sentence.ts'
import type { fr } from './fr.ts'

export const en: SentencesLike<typeof fr> = {
  name: 'Invitation to the team',
  ifNotSent: 'Invite this person again, or check their address.',
  subject: '{by} invites you to join the team of {movement}',
  kicker: 'For the team',
  title: 'Join the team',
  lead: '{by} invites you to help keep the network of {movement} up to date.',
  reads: 'You will be able to look at the dashboard{where}.',
  acts: 'You will be able to look at the dashboard and act for groups{where}.',
  administers: 'You will be able to look at the dashboard, act for groups and administer Relance{where}.',
  where: ' ({regions})',
  preview: 'You can accept within {n} days.',
  open: 'Accept and sign in',
  notMe:
    'This link works once, for {n} days. Do not pass it on: whoever opens it gets in as you. If you do not know {by}, ignore this mail.',
  why: 'You get this mail because {by} gave your address to invite you.',
}
