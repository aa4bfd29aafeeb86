const number = new Intl.NumberFormat('fr')
const list = new Intl.ListFormat('fr')
/** « 1 groupe », « 3 groupes » : zéro et un sont au singulier. */
const plural = (n: number, one: string, many: string) => `${number.format(n)} ${n < 2 ? one : many}`
const monthFormat = new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' })

/** What a mail about a write tells of: the group, who wrote, the movement. */
export type Told = { group: string; by: string; movement: string }

/** Whose address does not exist, in which group. */
export type Wrong = { group: string; about: string }

/** Les mails. Groups are named after « du groupe » or « des groupes », so that no name needs an elision. */
export const mail = {
  month: (key: string) => monthFormat.format(new Date(`${key}-15T12:00:00Z`)),
  listed: (names: readonly string[]) => list.format(names),
  yourGroups: (n: number) => `Vos ${number.format(n)} groupes`,
  hello: (name: string) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),

  /** What we know of a group. */
  known: {
    referents: (n: number) => plural(n, 'référent·e', 'référent·es'),
    activities: (n: number) => plural(n, 'activité', 'activités'),
    campaigns: (n: number) => plural(n, 'campagne', 'campagnes'),
    trainings: (n: number) => plural(n, 'formation', 'formations'),
    never: 'jamais vérifié',
    all: (age: string) => `vérifié ${age}`,
    partly: (age: string) => `vérifié en partie ${age}`,
  },

  /** What the month's mails have in common. */
  ask: {
    preview: (known: string, checked: string) => `${known} ; ${checked}. Deux minutes suffisent.`,
    previewSeveral: (groups: string) => `${groups}. Deux minutes suffisent.`,
    confirm: 'Tout est juste',
    correct: 'Corriger quelque chose',
    confirmSeveral: 'Vérifier mes groupes',
    effort:
      'Deux minutes suffisent. Si rien n’a changé, un seul appui sur la page qui s’ouvre, et c’est fini pour ce mois-ci.',
    together: 'Une réponse par groupe suffit : dès que l’un·e de vous a répondu, nous n’écrivons plus aux autres.',
    yours: 'Ce lien est personnel : qui l’ouvre peut corriger en votre nom. Mieux vaut ne pas transférer ce message.',
    stop: 'Ne plus recevoir ces messages',
  },
  invitation: {
    subject: (groups: string) => `${groups} : tout est-il toujours juste ?`,
    title: 'Tout est-il toujours juste ?',
    lead: (n: number): string =>
      n > 1
        ? 'Une fois par mois, nous vérifions avec vous que ce que nous savons de vos groupes est encore vrai. Voici ce que nous avons.'
        : 'Une fois par mois, nous vérifions avec vous que ce que nous savons de votre groupe est encore vrai. Voici ce que nous avons.',
  },
  reminder: {
    subject: (groups: string) => `${groups} : deux minutes pour vérifier ?`,
    title: 'Deux minutes pour vérifier ?',
    lead: (n: number): string =>
      n > 1
        ? 'Ce mois-ci, personne ne nous a encore répondu pour ces groupes. Ce que nous savons est-il toujours juste ?'
        : 'Ce mois-ci, personne de votre groupe ne nous a encore répondu. Ce que nous savons est-il toujours juste ?',
  },
  last_call: {
    subject: (groups: string) => `${groups} : dernier message du mois`,
    title: 'Dernier message du mois',
    lead: (n: number): string =>
      n > 1
        ? 'Personne ne nous a encore répondu pour ces groupes, et nous n’écrirons plus ce mois-ci. Même si rien n’a changé, dites-le-nous : c’est ainsi que nous savons qu’ils sont là.'
        : 'Personne de votre groupe ne nous a encore répondu, et nous n’écrirons plus ce mois-ci. Même si rien n’a changé, dites-le-nous : c’est ainsi que nous savons que le groupe est là.',
  },
  new_link: {
    subject: (groups: string) => `${groups} : votre nouveau lien`,
    title: 'Votre nouveau lien',
    lead: (n: number): string =>
      n > 1
        ? 'Vous nous avez demandé un lien. Le voici : il ouvre la page de vos groupes.'
        : 'Vous nous avez demandé un lien. Le voici : il ouvre la page de votre groupe.',
    open: (n: number): string => (n > 1 ? 'Ouvrir mes groupes' : 'Ouvrir mon groupe'),
    notMe: 'Vous n’avez rien demandé ? Il n’y a rien à faire : ce lien n’est arrivé que chez vous.',
  },
  sign_in: {
    subject: (movement: string) => `${movement} : ouvrir le tableau de bord`,
    title: 'Ouvrir le tableau de bord',
    lead: (minutes: number) =>
      `Voici votre lien. Il marche une fois, pendant ${number.format(minutes)} minutes, dans le navigateur où vous l’avez demandé.`,
    open: 'Entrer',
    notMe: 'Vous n’avez rien demandé ? Il n’y a rien à faire : sans ce message, personne n’entre à votre place.',
    why: 'Vous recevez ce message parce que votre adresse est celle d’une personne de l’équipe.',
  },
  receipt: {
    subject: ({ group }: Told) => `${group} : ce que vous avez corrigé`,
    title: () => 'C’est enregistré',
    lead: ({ group }: Told) => `Voici ce que vous avez corrigé dans la fiche du groupe ${group}. Merci !`,
    notes: ['Une erreur ? Vous pouvez revenir en arrière pendant trente jours.'],
    open: 'Voir, ou revenir en arrière',
    why: (group: string) => `Vous recevez ce message parce que vous venez de corriger la fiche du groupe ${group}.`,
  },
  news: {
    subject: ({ group, by }: Told) => `${group} : corrigé par ${by}`,
    title: ({ by }: Told) => `${by} a corrigé la fiche de votre groupe`,
    lead: ({ group }: Told) =>
      `Voici en bref ce qui a changé dans la fiche du groupe ${group}. Le détail est sur la page qui s’ouvre.`,
    notes: [
      'Tout est juste ? Il n’y a rien à faire. Sinon, vous pouvez corriger, ou revenir en arrière pendant trente jours.',
    ],
    open: 'Voir, corriger ou revenir en arrière',
    why: (group: string) => `Vous recevez ce message parce que vous êtes référent·e du groupe ${group}.`,
  },
  welcome: {
    subject: ({ group, by }: Told) => `${by} vous a noté·e comme référent·e du groupe ${group}`,
    title: () => 'Est-ce bien vous ?',
    lead: ({ group, by, movement }: Told) =>
      `${by} nous a donné votre nom et votre adresse : vous seriez référent·e du groupe ${group}, c’est-à-dire une des personnes à qui ${movement} écrit pour lui parler.`,
    rights: 'Ce que nous faisons de vos données, vos droits, et comment vous opposer',
    notes: [
      'Ce que nous gardons : votre nom, votre adresse et, si on nous l’a donné, votre téléphone et votre rôle. Rien n’est public sans votre accord, et personne ne suit ce que vous ouvrez.',
      'Une fois par mois, un mail vous demande si ce que nous savons du groupe est encore juste.',
      'Ce n’est pas vous, ou vous ne voulez pas ? Un appui suffit sur la page qui s’ouvre, et vous pouvez y faire effacer vos données. Vous pouvez aussi vous opposer en répondant à ce message.',
    ],
    open: 'Oui ou non, répondre',
    why: (group: string) =>
      `Vous recevez ce message une seule fois, parce que quelqu’un du groupe ${group} nous a donné votre adresse.`,
  },
  farewell: {
    subject: ({ group }: Told) => `Vous n’êtes plus référent·e du groupe ${group}`,
    title: ({ group }: Told) => `Vous n’êtes plus référent·e du groupe ${group}`,
    lead: ({ by }: Told) =>
      `${by} vous a retiré·e de la liste : nous ne vous écrirons plus pour ce groupe. Merci pour ce que vous avez fait.`,
    notes: ['C’est une erreur ? Dites-le-nous sur la page qui s’ouvre, ou répondez à ce message.'],
    open: 'C’est une erreur, le dire',
    why: (group: string) =>
      `Vous recevez ce message une seule fois, parce que vous étiez référent·e du groupe ${group}.`,
  },
  wrong_address: {
    subject: ({ group, about }: Wrong) => `${group} : l’adresse de ${about} ne marche plus`,
    title: ({ about }: Wrong) => `L’adresse de ${about} ne marche plus`,
    lead: ({ group, about }: Wrong) =>
      `Nos mails à ${about} nous reviennent : son adresse, dans la fiche du groupe ${group}, n’existe plus. En connaissez-vous une autre ?`,
    notes: [
      'Corrigez-la sur la page qui s’ouvre, et nous lui écrirons de nouveau. Si la personne est partie, retirez-la.',
      'Nous ne vous le demandons qu’une fois.',
    ],
    open: 'Corriger l’adresse',
    why: (group: string) => `Vous recevez ce message parce que vous êtes aussi référent·e du groupe ${group}.`,
  },
  silent_groups: {
    subject: (n: number, month: string): string =>
      n === 0
        ? `Tous les groupes ont répondu en ${month}`
        : `${plural(n, 'groupe n’a pas répondu', 'groupes n’ont pas répondu')} en ${month}`,
    lead: (answered: number, asked: number) =>
      `La mise à jour du mois se termine : ${plural(answered, 'groupe a répondu', 'groupes ont répondu')}, sur ${number.format(asked)}.`,
    call: 'Voici les autres, les plus longtemps silencieux d’abord. Un coup de fil fait souvent plus qu’un mail.',
    nobody: 'Il n’y a personne à relancer : dites-leur merci.',
    rounds: (n: number): string => (n < 2 ? 'cette fois-ci' : `${number.format(n)} fois de suite`),
    more: (n: number) => `et ${plural(n, 'autre groupe', 'autres groupes')}, à voir sur le tableau de bord`,
    picture: 'Part des groupes qui ont répondu, mois par mois',
    share: (percent: number) => `${number.format(percent)}\u00a0%`,
    open: (n: number): string => (n === 0 ? 'Ouvrir le tableau de bord' : 'Voir qui appeler'),
    why: 'Vous recevez ce message à la fin de chaque mise à jour parce que vous coordonnez le réseau.',
  },

  /** À l’essai : le mail d’une personne, envoyé à l’équipe à sa place. */
  trial: (name: string, subject: string) => `[Essai, pour ${name}] ${subject}`,
  plainAddress: 'Si le bouton ne marche pas, copiez cette adresse dans votre navigateur :',
  who: (sender: string) => `Écrit par ${sender}. Une question, un souci ? Répondez simplement à ce message.`,
  whyReferent: (groups: readonly string[]): string =>
    groups.length > 1
      ? `Vous recevez ce message parce que vous êtes référent·e des groupes ${list.format(groups)}.`
      : `Vous recevez ce message parce que vous êtes référent·e du groupe ${groups[0] ?? ''}.`,
}
