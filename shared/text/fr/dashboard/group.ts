import { plural } from '../count.ts'
import { de } from '../elision.ts'

/** La page d’un groupe. */
export const group = {
  notAsked: (state: string) => `Groupe ${state} : il ne reçoit pas les mails mensuels.`,
  nobody: 'Personne à qui écrire : le groupe n’a pas de référent·e.',
  noRound: 'Le groupe n’a pas encore reçu de mail.',
  answered: 'Le groupe a répondu ce mois-ci.',
  newcomer: 'Le groupe est arrivé après le dernier mail mensuel.',
  silentSince: (n: number, month: string): string =>
    n < 2
      ? `Pas encore de réponse ce mois-ci. La dernière date ${de(month)}.`
      : `Sans réponse depuis ${n.toLocaleString('fr')} mises à jour. La dernière date ${de(month)}.`,
  silentEver: (n: number): string =>
    n < 2 ? 'Pas encore de réponse.' : `N’a jamais répondu, en ${n.toLocaleString('fr')} mises à jour.`,
  checked: 'Vérifié :',
  by: (name: string) => `par ${name}`,
  nothing: 'Rien pour l’instant.',
  more: (n: number): string => (n < 2 ? 'Voir la dernière ligne' : `Voir les ${n.toLocaleString('fr')} autres`),
  contacts: 'Qui appeler',
  firstContacts: 'Revenir aux premières personnes',
  notShown: (n: number): string => (n < 2 ? 'et une autre' : `et ${n.toLocaleString('fr')} autres`),
  suppressed: (why: string, since: string, words: string | null) =>
    `${why}, depuis le ${since}${words ? ` (« ${words} »)` : ''}`,
  waits: 'Attend l’équipe : nous ne lui écrivons pas encore.',
  invited: 'A reçu une invitation, et n’a pas encore répondu.',
  nobodyToCall: 'Aucun·e référent·e n’est inscrit·e.',
  public: (what: readonly string[]): string =>
    what.length === 0 ? 'Rien n’est public.' : `Public, avec son accord : ${what.join(', ')}.`,
  publicField: { name: 'nom', email: 'adresse', phone: 'téléphone' },
  answers: 'Ses réponses',
  answeredRounds: (n: number, of: number): string =>
    `${n.toLocaleString('fr')} sur ${plural(of, 'mise à jour', 'mises à jour')}`,
  latestRight: 'la plus récente à droite',
  answersCounted:
    'Les mises à jour depuis que le groupe est là. Une pause est une réponse ; « ce n’est pas mon groupe » n’en est pas une.',
  roundByRound: 'Mise à jour par mise à jour',
  said: 'Réponse',
  kind: {
    updated: 'a corrigé la fiche',
    confirmed: 'a confirmé',
    paused: 'a annoncé une pause',
    not_my_group: 'a dit « ce n’est pas mon groupe »',
  },
  mails: 'Les derniers mails',
  noMail: 'Aucun mail ne leur a été adressé.',
  to: (name: string) => `à ${name}`,
  mailState: {
    pending: 'attend de partir',
    sending: 'part en ce moment',
    sent: 'parti',
    unknown: 'peut-être parti',
    failed: 'n’a pas pu partir ou est revenu',
    cancelled: 'annulé',
    suppressed: 'non envoyé, volontairement',
  },
  history: 'Ce qui a changé, et par qui',
}
