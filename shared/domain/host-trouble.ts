/**
 * What can be wrong with the machine that Relance runs on. `full`, `readonly`: nothing can be kept. `nearly_full`: soon. `damaged`: the database is not
 * what was written. `moved`: it was taken away or replaced, and is written on where nobody else reads it. `copy`: the last copy could not be made. `clock`: it leapt by years. `lock`: something else wrote into the data folder.
 */
export const hostTroubleKinds = [
  'full',
  'readonly',
  'damaged',
  'moved',
  'nearly_full',
  'copy',
  'clock',
  'lock',
] as const

export type HostTroubleKind = (typeof hostTroubleKinds)[number]

/** Something that is wrong with the machine, and since when that is known. */
export type HostTrouble = { kind: HostTroubleKind; since: Date }
