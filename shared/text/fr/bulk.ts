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
  acts: {
    state: 'Changer leur état',
    language: 'Choisir la langue de leurs référent·es',
    links: 'Renvoyer leur lien à leurs référent·es',
    invite: 'Reposer la question aux personnes proposées qui n’ont pas dit oui',
  },
  to: 'Nouvel état',
  language: 'Langue',
  next: 'Continuer',
  none: 'Choisissez au moins un groupe',
  noAct: 'Choisissez ce qu’il faut faire',
  check: {
    state: (n: number, state: string) => `${plural(n, 'groupe passe', 'groupes passent')} à l’état « ${state} »`,
    language: (n: number, name: string) =>
      `Nous écrirons en ${name} aux référent·es de ${plural(n, 'groupe', 'groupes')}`,
    links: (n: number) => `Les référent·es de ${plural(n, 'groupe', 'groupes')} reçoivent leur lien`,
  },
  closing: 'Un groupe fermé ne reçoit plus nos mails et n’est plus compté. Rien n’est effacé.',
  undoable: 'Vous pourrez tout remettre comme avant, en une fois.',
  irrevocable:
    'Un mail parti ne se rattrape pas. Une personne qui a déjà reçu plusieurs liens dans l’heure n’en reçoit pas d’autre.',
  tell: 'Prévenir par mail les référent·es de ces groupes',
  sent: 'Un mail parti ne se rattrape pas.',
  invite: {
    title: (n: number) =>
      n === 0
        ? 'Personne à qui reposer la question pour l’instant'
        : `${plural(n, 'personne reçoit', 'personnes reçoivent')} de nouveau la question`,
    lead: 'Un groupe propose ces personnes comme référentes, et elles n’ont pas répondu. Le même mail part une deuxième et dernière fois, et le dit. Sans réponse, l’invitation prend fin trente jours après le premier.',
    capped: (n: number) => `Il y en a plus : voici les ${n} premières. Recommencez ensuite avec les suivantes.`,
    nobody: 'Personne n’attend de dire oui',
    nobodyLead: 'Dans les groupes choisis, toutes les personnes proposées ont répondu.',
    asked: 'Reçoivent le mail',
    notAsked: 'Ne le reçoivent pas',
    since: (day: string, why: string | null) => `Invité·e le ${day}${why === null ? '' : ` : ${why}`}`,
    why: {
      asked_twice: 'la question est déjà partie deux fois',
      too_soon: 'il y a moins de trois jours, laissez le temps de répondre',
      waits_for_team: 'attend l’accord de l’équipe, sur la page du groupe',
      unreached: 'nos mails n’arrivent pas à cette adresse',
    },
  },
  act: {
    state: 'Changer leur état',
    language: 'Choisir cette langue',
    links: 'Renvoyer les liens',
    invite: 'Reposer la question',
  },
  back: 'Revenir sans rien faire',
  done: {
    change_states: (n: number) => `C’est fait : ${plural(n, 'groupe a changé', 'groupes ont changé')} d’état.`,
    change_languages: (n: number) => `C’est fait : la langue de ${plural(n, 'personne', 'personnes')} est choisie.`,
    send_links: (n: number) => `C’est fait : ${plural(n, 'lien part', 'liens partent')}.`,
    invite_again: (n: number) =>
      `C’est fait : ${plural(n, 'personne reçoit', 'personnes reçoivent')} de nouveau la question.`,
    undone: (n: number) => `C’est remis comme avant, pour ${n.toLocaleString('fr')}.`,
  },
  nothing: 'Il n’y avait rien à changer.',
  undo: 'Tout remettre comme avant',
  kept: (n: number) => `${plural(n, 'a changé', 'ont changé')} depuis : nous n’y touchons pas.`,
  tooLate: 'Il n’y a plus rien à remettre comme avant',
}
