import { percent } from './count.ts'
import { changes } from './dashboard/changes.ts'
import { feedAlert } from './dashboard/feeds.ts'
import { group } from './dashboard/group.ts'
import { groups } from './dashboard/groups.ts'
import { machineAlert } from './dashboard/machine.ts'
import { mailAlert, mails, reason } from './dashboard/mails.ts'
import { map } from './dashboard/map.ts'
import { network } from './dashboard/network.ts'
import { overview, risks, since, waiting } from './dashboard/today.ts'

/** Le tableau de bord des coordinateur·ices. */
export const dashboard = {
  today: 'Aujourd’hui',
  menu: 'Pages du tableau de bord',
  signOut: 'Se déconnecter',
  limitedTo: (regions: string) => `Vous voyez les groupes de : ${regions}.`,
  readOnly:
    'Ces pages montrent, elles ne changent rien. Ce sont les référent·es qui corrigent la fiche de leur groupe.',
  figuresOf: 'Les chiffres',
  take: { along: 'Emporter :', table: 'CSV', picture: 'image', link: 'lien vers ce chiffre' },
  percent,
  noRegion: 'Région inconnue',
  /** Mène aux groupes d’un chiffre. */
  see: (n: number): string => (n < 2 ? 'Voir ce groupe' : `Voir ces ${n.toLocaleString('fr')} groupes`),
  problem: {
    page_unknown: { title: 'Cette page n’existe pas', next: 'L’adresse est peut-être incomplète.' },
    method_unknown: {
      title: 'Le tableau de bord ne fait que montrer',
      next: 'Rien ne peut être changé ici. Revenez à la première page.',
    },
    link_unknown: {
      title: 'Ce lien ne fonctionne pas',
      next: 'Votre messagerie l’a peut-être coupé. Vous pouvez en recevoir un nouveau tout de suite.',
    },
    link_expired: {
      title: 'Ce lien ne fonctionne plus',
      next: 'Un lien de connexion vaut quinze minutes. Vous pouvez en recevoir un nouveau tout de suite.',
    },
    group_unknown: { title: 'Ce groupe n’existe pas', next: 'Cherchez-le dans la liste des groupes.' },
    lookAgain: 'Voir où on en est',
    home: 'Aller à la première page',
  },

  groups,
  network,
  map,
  risks,
  since,
  waiting,
  mails,
  changes,
  group,
  reason,
  mailAlert,
  feedAlert,
  machineAlert,
  overview,
}
