import type { ReadingRemarkCode } from '../sheet-problem.ts'
import { plural } from './count.ts'

/** How a file was read, where one should know. */
export const readings: Readonly<Record<ReadingRemarkCode, (detail: string) => string>> = {
  encoding_mixed: (example) =>
    `Some letters of this file are in another encoding than the rest. They are read as what they were: ${example}`,
  encoding_guessed: (name) => `This file is not in UTF-8: its accents are read as ${name}. Check them below.`,
  mojibake: (example) => `Accents were damaged, and are put right: ${example}`,
  tabs_left_out: (tabs) => `Tabs that are hidden or archived, left out: ${tabs} (to read them: --hidden)`,
  address_not_kept: (heading) =>
    `“${heading}” is not kept: it only tells groups of the same name apart. To keep it, make it one of your questions.`,
  rows_hidden: (n) => `${plural(Number(n), 'hidden row', 'hidden rows')} left out (to read them: --hidden)`,
}
