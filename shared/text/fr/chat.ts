import { plural } from './count.ts'

/** Ce qu’une messagerie d’équipe (Mattermost, Matrix) reçoit. */
export const chat = {
  trial: (movement: string) => `**${movement}** · C’est un essai : ce canal saura ce qui se passe dans le réseau.`,
  times: (n: number) => `${n.toLocaleString('fr')} fois`,
  others: (n: number) => `et ${plural(n, 'autre groupe', 'autres groupes')}`,
  digest: (n: number) => `${plural(n, 'chose faite', 'choses faites')} depuis le dernier résumé`,
  more: 'Voir chaque geste',
}
