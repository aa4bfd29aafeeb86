/** Ce que d’autres systèmes lisent, et les clés. */
export const feedsFr = {
  usage:
    'npm run feeds                                   ce que d’autres systèmes peuvent lire, les clés, et ce qui est retenu\nnpm run feeds -- key map "Notre site"           fait une clé de la carte (ou calendar, api, api/people, lists/<liste>), montrée une seule fois\nnpm run feeds -- revoke "Notre site"            la clé n’ouvre plus rien\nnpm run feeds -- accept                         publie ce qui était retenu, car beaucoup de groupes sont partis d’un coup\nnpm run feeds -- list annonces                  ce qui changerait dans une liste tenue dans Mailman ou Brevo ; ajoutez start, stop ou look pour le faire\n\n  --region Bretagne   la clé ne montre que cette région (à répéter pour plusieurs)\n  --answer local.yes  elle ne montre que les groupes qui ont donné cette réponse à une de vos questions (à répéter de même)\n  --remote            sur la base de Cloudflare\n\nEn détail : docs/feeds.md',
  access: { off: 'éteint', public: 'ouvert à tout le monde', key: 'avec une clé' },
  key: (name: string, purpose: string, regions: string, isRevoked: boolean): string =>
    `clé « ${name} » : ${purpose}${regions ? `, ${regions}` : ''}${isRevoked ? ' (retirée)' : ''}`,
  published: (at: string): string => `publié pour la dernière fois : ${at}`,
  webhook: {
    works: (name: string, at: string): string => `webhook « ${name} » : dernier envoi reçu ${at}`,
    failing: (name: string, since: string): string => `webhook « ${name} » : ne reçoit plus rien depuis ${since}`,
    stopped: (name: string, at: string): string => `webhook « ${name} » : débranché, ${at}`,
    untried: (name: string): string => `webhook « ${name} » : rien ne lui a encore été envoyé`,
  },
  enquiries: (month: string, enquiries: number, answered: number): string =>
    `messages de visiteur·ses en ${month} : ${enquiries.toLocaleString('fr')}, dont ${answered.toLocaleString('fr')} avec réponse`,
  made: (token: string): string =>
    `Voici la clé. Elle n’est montrée qu’ici : gardez-la.\n\n  ${token}\n\nÀ la fin de l’adresse : ?key=${token}\nOu comme mot de passe (HTTP Basic, le nom ne compte pas).`,
  revoked: (name: string): string => `La clé « ${name} » n’ouvre plus rien.`,
  unknownKey: (names: readonly string[]): string =>
    names.length === 0 ? 'Il n’y a pas de clé.' : `Cette clé n’existe pas. Les clés : ${names.join(', ')}`,
  nameTaken: (name: string): string =>
    `Une clé s’appelle déjà « ${name} ». Donnez un autre nom, ou retirez-la d’abord : npm run feeds -- revoke "${name}"`,
  unknownAnswer: (answer: string, answers: readonly string[]): string =>
    `« ${answer} » ne limite pas une telle clé. Au choix : ${answers.join(', ')}`,
  unknownFeed: (feed: string, feeds: readonly string[]): string =>
    `« ${feed} » ne peut pas être lu avec une clé. Au choix : ${feeds.join(', ')}`,
  held: 'Retenu, car beaucoup de groupes sont partis d’un coup :',
  unknownList: (list: string, known: readonly string[]): string =>
    `Aucune liste ${list} n’est tenue dans un autre programme. ${known.length === 0 ? 'Aucune ne l’est : voir docs/feeds.md.' : `Il y a : ${known.join(', ')}.`}`,
  toAccept: 'Si c’est juste : npm run feeds -- accept',
  accepted: 'C’est noté : ce qui était retenu est publié tel quel.',
  unplaced: 'Ces groupes veulent être sur la carte, et nous ne savons pas où ils sont :',
}
