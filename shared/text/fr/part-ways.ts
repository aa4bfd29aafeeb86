import { du } from './elision.ts'

/** Leaving, the wrong person, a pause. */
export const membership = {
  title: 'Quitter le groupe ou le mettre en pause',
  see: 'Quitter le groupe ou le mettre en pause',
  changes: {
    leave: {
      title: 'Je ne suis plus référent·e',
      question: (group: string) => `Quitter ${group} ?`,
      lead: 'Nous ne vous écrirons plus pour ce groupe. Les autres référent·es continuent de recevoir nos mails.',
      alone: 'Nous ne vous écrirons plus pour ce groupe.',
      button: 'Quitter le groupe',
    },
    not_mine: {
      title: 'Ce n’est pas mon groupe',
      question: (group: string) => `${group} n’est pas votre groupe ?`,
      lead: 'Nous vous retirons du groupe, et l’équipe en est avertie.',
      button: 'Ce n’est pas mon groupe',
    },
    pause: {
      title: 'Le groupe fait une pause',
      lead: 'Le groupe est noté « en pause » : vous ne recevez plus le mail mensuel. Pour le réveiller, votre lien fonctionne encore, et vous pourrez toujours en demander un nouveau.',
      button: 'Mettre le groupe en pause',
    },
    wake: {
      title: 'Le groupe reprend',
      lead: 'Le groupe est noté « actif », et ses référent·es reçoivent de nouveau nos mails.',
      button: 'Réveiller le groupe',
    },
  },
  stay: 'Non, revenir au groupe',
  mayReturn: 'Vous pouvez revenir en arrière pendant trente jours.',
  mayReturnUntil: (day: string) => `Vous pouvez revenir jusqu’au ${day}.`,
  comeBack: 'Revenir dans le groupe',
  orComeBack: (left: string) => `${left} : revenir`,
  cameBack: {
    title: 'Vous êtes de nouveau référent·e',
    body: 'C’est comme avant : nous vous écrirons de nouveau pour ce groupe.',
  },
  tooLate: {
    title: 'Ce n’est plus possible ici',
    body: 'Plus de trente jours ont passé, ou quelqu’un d’autre a changé la liste depuis. Écrivez-nous, ou demandez à quelqu’un du groupe de vous ajouter.',
  },
  /** What happened, as long as nobody has changed it. */
  exit: {
    left: {
      title: (group: string) => `Vous avez quitté ${group}`,
      body: (day: string) => `Depuis le ${day}, nous ne vous écrivons plus pour ce groupe.`,
      thanks: 'Merci pour tout ce que vous avez fait.',
    },
    mistake: {
      title: (group: string) => `${group} n’est pas votre groupe`,
      body: (day: string) =>
        `Vous nous l’avez dit le ${day}. Excusez-nous de l’erreur : nous ne vous écrivons plus pour ce groupe, et l’équipe en est avertie.`,
    },
    removed: {
      title: (group: string) => `Vous n’êtes plus référent·e ${du(group)}`,
      body: (by: string | null, day: string) =>
        by ? `${by} vous a retiré·e de la liste le ${day}.` : `Vous ne l’êtes plus depuis le ${day}.`,
    },
    kept: 'Pour que vous puissiez revenir, nous gardons ce que nous savons de vous : votre nom, vos coordonnées, ce que vous avez corrigé.',
    erasing: 'Vous ne reviendrez pas ? Un appui efface tout cela, aussi de l’historique du groupe. C’est définitif.',
  },
  nobodyProblem: 'Vous êtes la dernière personne à qui nous pouvons écrire.',
  unreachable: (names: readonly string[]) => `Nos mails n’arrivent plus chez ${names.join(', ')}.`,
  successor: 'Quelqu’un prend la suite ? Commencez par là :',
  nameSomebody: 'Ajouter la personne qui prend la suite',
  asleep: 'Le groupe est noté « en pause » : nous ne demandons plus de ses nouvelles. Il reprend ?',
  accepted: {
    title: 'Bienvenue, et merci',
    body: 'Vérifiez ce que nous savons du groupe quand vous voulez. Une erreur ? Tout en bas de la page : « Quitter le groupe ou le mettre en pause ».',
  },
  moved: {
    title: 'Merci, c’est votre nouvelle adresse',
    body: 'Nous vous écrivons ici dès maintenant, et plus à l’ancienne. Vous n’avez rien d’autre à faire.',
  },
  paused: {
    title: 'C’est noté : le groupe fait une pause',
    body: 'Bon repos. Vous pouvez le réveiller ici même, quand vous voulez.',
  },
  woken: {
    title: 'Le groupe est réveillé',
    body: 'Vérifiez ce que nous savons : c’était peut-être il y a longtemps.',
  },
}
