import { showNumber } from '../number.ts'
import { plural } from './count.ts'

/** What is kept about a person, what is public of it, and how to take it away. */
export const me = {
  see: 'Mes données, et ce que tout le monde peut voir',
  title: 'Mes données',
  publicTitle: 'Ce que tout le monde peut voir',
  publicLead:
    'Rien de vous n’est public tant que vous ne l’avez pas coché ici. Vous pouvez changer d’avis quand vous voulez.',
  agree: {
    name: 'Rendre public, sur la carte des groupes : mon nom',
    email: 'Rendre public, sur la carte des groupes : mon adresse mail',
    phone: 'Rendre public, sur la carte des groupes : mon téléphone',
  },
  save: 'Enregistrer mes choix',
  saved: 'Vos choix sont enregistrés',
  cardTitle: 'Voici ce que la carte montre',
  pin: 'Le point de la carte est posé sur la ville, jamais sur une adresse.',
  noPin: 'Pas encore de point sur la carte : nous ne savons pas où est cette ville.',
  notOnMap: (name: string) => `${name} n’est pas sur la carte.`,
  keptTitle: 'Ce que nous gardons',
  keptLead:
    'Voici tout, et le fichier en donne le détail. Il n’y a rien d’autre, et personne ne suit ce que vous ouvrez.',
  kept: {
    since: 'Connu·e depuis',
    language: 'Langue',
    noLanguage: 'pas choisie',
    noMail: 'Nos mails',
    noMailReasons: {
      hard_bounce: 'arrêtés : votre adresse nous revient',
      complaint: 'arrêtés : vous les avez signalés comme indésirables',
      unsubscribed: 'arrêtés, à votre demande',
    },
    counted: (title: string, n: number) => `${title} (${showNumber(n, 'fr')})`,
    groups: 'Groupes',
    membership: (since: string, until: string | null): string =>
      until ? `du ${since} au ${until}` : `depuis le ${since}`,
    lists: 'Listes de diffusion',
    consents: 'Ce que vous avez accepté de rendre public',
    agreed: (since: string, until: string | null): string =>
      until ? `accepté le ${since}, retiré le ${until}` : `accepté le ${since}`,
    mails: 'Mails que nous vous avons adressés',
    answers: 'Vos réponses',
    answer: {
      updated: 'vous avez corrigé',
      confirmed: 'vous avez confirmé',
      paused: 'vous avez dit que le groupe fait une pause',
      not_my_group: 'vous avez dit que ce n’est pas votre groupe',
    },
    corrections: 'Ce que vous avez corrigé',
    changes: (n: number) => plural(n, 'chose corrigée', 'choses corrigées'),
    words: 'Vos mots à l’équipe',
  },
  download: 'Télécharger mes données',
  eraseTitle: 'Effacer mes données',
  eraseLead:
    'Vous ne serez plus référent·e d’aucun groupe, nous ne vous écrirons plus, et l’historique des groupes ne parlera plus de vous. C’est définitif.',
  eraseLast: (group: string) => `Sans vous, nous n’aurons plus personne à qui écrire pour le groupe ${group}.`,
  eraseWho: (group: string) =>
    `Dites qui prend la suite du groupe ${group}, ou cochez qu’il n’a plus de référent·e pour le moment.`,
  eraseNobody: (group: string) => `${group} n’a plus de référent·e pour le moment`,
  eraseSure: 'Oui, effacer tout ce que vous gardez sur moi',
  erase: 'Effacer mes données',
  eraseTick: 'Cochez la case pour confirmer.',
  erasedTitle: 'Vos données sont effacées',
  erasedThanks: 'Merci pour ce que vous avez fait.',
  erasedLead: 'Ce lien ne fonctionne plus.',
}
