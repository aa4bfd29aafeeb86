import type { ReadingRemarkCode } from '../sheet-problem.ts'
import { plural } from './count.ts'

/** How a file was read, where one should know. */
export const readings: Readonly<Record<ReadingRemarkCode, (detail: string) => string>> = {
  encoding_mixed: (example: string) =>
    `Quelques lettres de ce fichier sont dans un autre codage que le reste. Elles sont lues pour ce qu’elles étaient : ${example}`,
  encoding_guessed: (name: string) =>
    `Ce fichier n’est pas en UTF-8 : ses accents sont lus en ${name}. Vérifiez-les ci-dessous.`,
  mojibake: (example: string) => `Des accents étaient abîmés, et sont remis : ${example}`,
  tabs_left_out: (tabs: string) =>
    `Onglets masqués ou d’archives, laissés de côté : ${tabs} (pour les lire : --hidden)`,
  address_not_kept: (heading: string) =>
    `La colonne « ${heading} » n’est pas gardée : elle ne sert qu’à distinguer des groupes du même nom. Pour la garder, faites-en une de vos questions.`,
  rows_hidden: (n: string) =>
    `${plural(Number(n), 'ligne masquée, laissée', 'lignes masquées, laissées')} de côté (pour les lire : --hidden)`,
}
