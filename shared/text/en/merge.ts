import type { merge as mergeInFrench } from '../fr/merge.ts'
import { plural } from './count.ts'

export const merge: typeof mergeInFrench = {
  group: {
    title: 'Make two groups one',
    findTitle: (name) => `Make ${name} one with another group`,
    findLead:
      'Is one group registered twice? Choose the other: you first see what differs, and nothing changes before you agree.',
    likely: 'Perhaps the same group',
    noneLikely: 'No group looks like it.',
    search: 'Look for another group',
    searchLabel: 'Name or town',
    searchButton: 'Search',
    noneFound: 'No group of this name.',
    like: { name: 'same name', town: 'same town', people: 'same referent' },
    lead: (kept, other) =>
      `${kept} stays, and ${other} becomes part of it. Both histories are kept, and links that people of either group already have lead to the one record.`,
    swap: (other) => `Keep ${other} instead`,
    differences: (n) => plural(n, 'difference to choose', 'differences to choose'),
    differencesLead: 'What looks better is chosen already, and says why.',
    noDifference: 'The two records contradict each other in nothing.',
    proposed: 'proposed',
    why: {
      only: 'the other says nothing',
      recent: 'checked most recently',
      more: 'the larger number',
      earlier: 'the earlier date',
      alive: 'the group is asked each month',
      took_part: 'the group took part',
      kept: 'the group that stays',
    },
    nothing: 'nothing',
    together: 'What comes together',
    people: (n) => plural(n, 'referent afterwards', 'referents afterwards'),
    came: (title, n) => `${title}: ${plural(n, 'row comes', 'rows come')}`,
    both: (n) => plural(n, 'row was on both sides', 'rows were on both sides'),
    asked: 'The monthly update is asked once: if either group has answered, it is answered.',
    undoLead: 'One tap takes this back, as long as nobody has written in the record or answered since.',
    tell: 'Tell the referents by mail',
    merge: 'Make these two groups one',
    changed: {
      title: 'Somebody has written in one of the two records meanwhile',
      body: 'Here is what they say now. Your choices are kept where they still apply. Read again, then press once more.',
    },
    nameTaken: {
      title: 'Another group of this place has this name',
      body: 'Choose the other name, or correct the record first.',
    },
    tooLarge: {
      title: 'These two groups have too many rows to be made one here',
      body: 'Whoever administers Relance can do it with a spreadsheet.',
    },
    same: 'They are the same group already.',
    section: 'Registered twice?',
    sectionLead: 'If one group is here twice, make them one. It can be taken back.',
    open: 'Make one with another group',
    mergedTitle: 'Groups that became part of it',
    merged: (name, day, by) => `${name}, since ${day}${by === null ? '' : `, by ${by}`}`,
    history: (name) => `History of ${name} before that`,
    undo: 'Make them two again',
    written: 'Somebody has written since: this can no longer be taken back.',
    notUndone: {
      title: 'This can no longer be taken back',
      body: 'Somebody has written in the record or answered since, or it was taken back already.',
    },
    nameGone: {
      title: 'This cannot be taken back as it is',
      body: 'Another group has taken this name meanwhile. Rename it first.',
    },
  },
}
