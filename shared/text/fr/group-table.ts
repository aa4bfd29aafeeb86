import { plural } from './count.ts'

/** Corriger plusieurs groupes à la fois. */
export const groupTable = {
  title: 'Corriger en tableau',
  lead: 'Plusieurs groupes à la fois, une ligne par groupe. Écrivez dans les cases, puis enregistrez une seule fois.',
  savePage: 'Enregistrez avant de changer de page ou de filtre.',
  save: 'Enregistrer',
  saved: (n: number) => `C’est enregistré : ${plural(n, 'groupe corrigé', 'groupes corrigés')}.`,
  unchanged: 'Rien n’avait changé : rien n’est enregistré.',
  left: (n: number) => (n === 1 ? 'Un groupe reste à corriger' : `${n} groupes restent à corriger`),
  leftBody: 'Les cases à revoir sont marquées. Ce que vous avez écrit y est toujours.',
  cell: (group: string, problem: string) => `${group}, ${problem}`,
  gone: 'Ce groupe n’est plus dans la liste : il fait peut-être partie d’un autre. Ce que vous aviez écrit n’est pas enregistré.',
  goneName: 'Groupe introuvable',
  tooWide: (columns: string) =>
    `Ces colonnes ne tiennent pas avec les autres : ${columns}. Choisissez-en moins à la fois.`,
  tell: 'Prévenir par mail les référent·es des groupes corrigés',
  open: 'Corriger en tableau',
}
