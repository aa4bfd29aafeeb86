import type { machineAlert as french } from '../../fr/dashboard/machine.ts'

/** What is wrong with the machine, told to coordinators. */
export const machineAlert: typeof french = {
  title: 'The machine that Relance runs on needs somebody',
  toDo: 'Tell whoever looks after it, in these words. Its log has the details.',
  troubles: {
    full: (since) =>
      `The disk is full (seen ${since}): nothing is saved, no mail is sent. Somebody has to make room; the rest goes on by itself.`,
    readonly: (since) =>
      `Nothing can be written in the data folder any more (seen ${since}): nothing is saved, no mail is sent.`,
    damaged: (since) =>
      `The data file is damaged (seen ${since}). Relance has to be stopped, and the latest copy put back: what is typed until then may be lost.`,
    moved: (since) =>
      `The data file was taken away or replaced (seen ${since}). Nothing is lost if somebody stops Relance now: it then puts back all that is saved.`,
    nearly_full: (since) =>
      `The disk is nearly full (seen ${since}): soon nothing can be saved. Somebody has to make room.`,
    copy: (since) =>
      `The backup could not be made (${since}). Earlier ones are still there, but nothing new is in them.`,
    clock: (since) =>
      `The machine’s clock leapt (seen ${since}): no mail is sent and nothing is erased until it is right.`,
    lock: (since) =>
      `Another program wrote into the data folder (${since}). Relance mended it; find out which one, before it damages the data.`,
  },
}
