import { plural } from './count.ts'

/** Les campagnes, au bureau de l’équipe. */
export const campaignPages = {
  title: 'Campagnes',
  lead: 'Les groupes peuvent dire leur part dès qu’une campagne est enregistrée.',
  none: 'Aucune campagne pour l’instant.',
  add: 'Ajouter une campagne',
  correct: 'Corriger une campagne',
  formLead: 'Un nom court que les groupes reconnaissent, et sa date.',
  groups: (n: number) => (n === 0 ? 'aucun groupe ne l’a encore cochée' : plural(n, 'groupe', 'groupes')),
  isEnded: 'terminée',
  open: 'Voir',
  all: 'Toutes les campagnes',
  result: (took: number, groups: number, people: number) =>
    [
      took === 0
        ? 'Aucun groupe n’a encore dit y avoir pris part.'
        : `${plural(took, 'groupe', 'groupes')} sur ${groups.toLocaleString('fr')} y ${took === 1 ? 'a' : 'ont'} pris part.`,
      ...(people > 0 ? [`${plural(people, 'personne', 'personnes')} en tout, d’après leurs réponses.`] : []),
    ].join(' '),
  took: (n: number) => `Qui y a pris part (${n.toLocaleString('fr')})`,
  apart: (n: number) => `Qui n’y a pas pris part (${n.toLocaleString('fr')})`,
  silent: (n: number) => `Qui n’a pas encore répondu (${n.toLocaleString('fr')})`,
  more: (n: number) => `et ${n.toLocaleString('fr')} de plus`,
  closing: 'Terminer ou supprimer',
  endLead: 'Terminée, la campagne n’est plus demandée aux groupes. Ce qui a été dit reste, et se compte.',
  end: 'Terminer la campagne',
  reopen: 'Rouvrir la campagne',
  deleteLead: 'Aucun groupe n’en a rien dit : créée par erreur, elle se supprime encore.',
  remove: 'Supprimer la campagne',
}
