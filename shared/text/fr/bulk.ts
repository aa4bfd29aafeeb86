import { plural } from './count.ts'

/** Agir sur plusieurs groupes à la fois. */
export const bulk = {
  title: 'Agir sur plusieurs groupes',
  lead: 'Choisissez les groupes, puis ce qu’il faut faire. La page suivante vous montre tout avant de le faire.',
  open: 'Agir sur ces groupes',
  groups: 'Les groupes',
  capped: (n: number) =>
    `Il y en a plus : voici les ${n} premiers. Affinez le filtre, ou recommencez ensuite avec les suivants.`,
  what: 'Que faire ?',
  deeds: {
    state: 'Changer leur état',
    language: 'Choisir la langue de leurs référent·es',
    links: 'Renvoyer leur lien à leurs référent·es',
  },
  to: 'Nouvel état',
  language: 'Langue',
  next: 'Continuer',
  none: 'Choisissez au moins un groupe',
  noDeed: 'Choisissez ce qu’il faut faire',
  check: {
    state: (n: number, state: string) => `${plural(n, 'groupe passe', 'groupes passent')} à l’état « ${state} »`,
    language: (n: number, name: string) =>
      `Nous écrirons en ${name} aux référent·es de ${plural(n, 'groupe', 'groupes')}`,
    links: (n: number) => `Les référent·es de ${plural(n, 'groupe', 'groupes')} reçoivent leur lien`,
  },
  closing: 'Un groupe fermé ne reçoit plus nos mails et n’est plus compté. Rien n’est effacé.',
  undoable: 'Vous pourrez tout remettre comme avant, en une fois.',
  irrevocable:
    'Un mail parti ne se rattrape pas. Qui a déjà reçu plusieurs liens dans l’heure n’en reçoit pas d’autre.',
  tell: 'Prévenir par mail les référent·es de ces groupes',
  act: { state: 'Changer leur état', language: 'Choisir cette langue', links: 'Renvoyer les liens' },
  back: 'Revenir sans rien faire',
  done: {
    change_states: (n: number) => `C’est fait : ${plural(n, 'groupe a changé', 'groupes ont changé')} d’état.`,
    change_languages: (n: number) => `C’est fait : la langue de ${plural(n, 'personne', 'personnes')} est choisie.`,
    send_links: (n: number) => `C’est fait : ${plural(n, 'lien part', 'liens partent')}.`,
    undone: (n: number) => `C’est remis comme avant, pour ${n.toLocaleString('fr')}.`,
  },
  nothing: 'Il n’y avait rien à changer.',
  undo: 'Tout remettre comme avant',
  kept: (n: number) => `${plural(n, 'a changé', 'ont changé')} depuis : nous n’y touchons pas.`,
  tooLate: 'Il n’y a plus rien à remettre comme avant',
}
