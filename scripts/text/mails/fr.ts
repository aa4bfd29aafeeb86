import type { MailState, SuppressionReason } from '#shared/domain/mail.ts'
import type { GroupState } from '#shared/record/sections/identity.ts'
import { de } from '#shared/text/fr/elision.ts'

const mails = (n: number) => `${n.toLocaleString('fr')} ${n < 2 ? 'mail' : 'mails'}`
const people = (n: number) => `${n.toLocaleString('fr')} ${n < 2 ? 'personne' : 'personnes'}`

/** `npm run mails`. */
export const mailsFr = {
  check: {
    noHost: (host: string) => `Aucun serveur du nom ${de(host)} : corrigez MAIL_URL.`,
    hostNotAsked: (host: string) =>
      `Le DNS ne répond pas : impossible de savoir si ${host} existe. Réessayez quand cette machine a un réseau.`,
    host: (host: string, address: string) => `${host} existe (${address}).`,
    toMend: {
      not_secure:
        'le serveur de mail ne chiffre pas à ce port : essayez smtps:// (port 465), ou ?tls=never dans MAIL_URL sur un réseau sûr',
      login_refused:
        'le serveur de mail refuse le nom ou le mot de passe : corrigez-les dans MAIL_URL (certains fournisseurs veulent un mot de passe d’application ; @ s’y écrit %40)',
      timed_out:
        'le serveur de mail ne répond pas à temps : un pare-feu ferme peut-être ce port, ou c’est un port de smtps:// (465)',
    },
    failed: (reason: string, answer: string) =>
      `La connexion échoue : ${reason || 'le serveur refuse'}${answer ? ` (« ${answer} »)` : ''}.`,
    connected: (port: number, tls: 'from_start' | 'required' | 'offered' | 'never', hasLogin: boolean) =>
      `Le serveur répond au port ${port}${{ from_start: ', chiffré dès le début', required: ', chiffré par STARTTLS', offered: ', chiffré s’il le propose', never: ', sans chiffrement (tls=never)' }[tls]}${hasLogin ? ', et accepte notre mot de passe' : ''}.`,
    ptr: (address: string, name: string) => `L’adresse ${address} a un nom (PTR) : ${name}.`,
    noPtr: (address: string) =>
      `L’adresse ${address} n’a pas de nom (PTR). Si ce serveur écrit lui-même aux gens, demandez-en un à son hébergeur.`,
    innerPtr:
      'Ce serveur est sur cette machine ou dans son réseau. S’il écrit lui-même aux gens, son adresse publique doit avoir un nom (PTR) : demandez-le à son hébergeur.',
    ptrNotAsked: (address: string) => `Le DNS ne répond pas : le nom (PTR) de l’adresse ${address} n’a pas pu être lu.`,
    dnsSilent: (domain: string) =>
      `Le DNS de cette machine ne répond pas sur ${domain}. Réessayez ailleurs. Il devrait y avoir :
  SPF (qui peut écrire en son nom) : un TXT « v=spf1 include:… -all », que donne votre fournisseur de mail
  DKIM (la signature de chaque mail) : la clé que donne votre fournisseur de mail
  DMARC (que faire d’un mail qui n’a ni l’un ni l’autre) : à _dmarc.${domain}, un TXT « v=DMARC1; p=none; rua=mailto:… »
  MX (où arrivent ses mails) : le serveur qui reçoit les réponses et ce qui revient
  PTR (le nom d’une adresse) : un nom pour l’adresse du serveur, s’il écrit lui-même aux gens`,
    spf: (domain: string, record: string) => `SPF ${de(domain)} : ${record}`,
    noSpf: (domain: string) =>
      `${domain} n’a pas de SPF : ajoutez un TXT « v=spf1 include:… -all », que donne votre fournisseur de mail.`,
    manySpf: (domain: string, count: number) =>
      `${domain} a ${count} SPF, et un seul est permis : réunissez-les en un TXT « v=spf1 include:… include:… -all ».`,
    dmarc: (domain: string, record: string) => `DMARC ${de(domain)} : ${record}`,
    noDmarc: (domain: string) =>
      `${domain} n’a pas de DMARC : ajoutez à _dmarc.${domain} un TXT « v=DMARC1; p=none; rua=mailto:… ».`,
    mx: (domain: string) => `${domain} reçoit des mails (MX) : ce qui revient arrive quelque part.`,
    noMx: (domain: string) =>
      `${domain} ne reçoit pas de mail (pas de MX) : les réponses et ce qui revient se perdent.`,
    dkim: 'DKIM ne se voit que sur un mail : npm run mails -- --test vous@gmail.com, puis « Afficher l’original » doit dire DKIM : PASS.',
  },
  usage: `npm run mails                                       où en sont les mails
npm run mails -- --dry-run                          qui recevrait quoi, et pourquoi pas les autres ; rien ne part
npm run mails -- --preview invitation Pau           un mail tel qu’il partirait (--html pour sa page)
npm run mails -- --test vous@example.org [Pau]      envoie le mail de la mise à jour à votre adresse seulement
npm run mails -- --check                            essaie le serveur de mail pas à pas, sans écrire à personne, et dit ce qui manque au DNS
npm run mails -- --pause "pourquoi"                 suspend tous les envois
npm run mails -- --resume                           reprend les envois
npm run mails -- --left                             après la remise en place d’une copie : ce qui attend était parti, et ne repart pas
npm run mails -- --redirect on [adresse]            l’essai : tout arrive à l’équipe, à la place des gens
npm run mails -- --redirect off [--send | --drop]   la fin de l’essai

  --remote   sur la base de Cloudflare`,
  nothingSent: 'Rien n’a été envoyé, et rien n’a changé.',
  notPaused: 'Les envois ne sont pas suspendus : les mails partent à leur heure.',
  pausedSince: (since: string, why: string | null) =>
    `ENVOIS SUSPENDUS depuis le ${since}${why ? ` (${why})` : ''} : rien ne part, sauf les liens de connexion de l’équipe. Pour les reprendre : npm run mails -- --resume`,
  paused:
    'Envois suspendus : rien ne part plus, sauf les liens de connexion de l’équipe. Le tableau de bord le dit.\nPour les reprendre : npm run mails -- --resume',
  resumed: 'Envois repris : ce qui attendait part dans la minute, si c’est l’heure.',
  countedAsLeft: (n: number) =>
    `${mails(n)} ne ${n < 2 ? 'repartira' : 'repartiront'} pas. Qui n’en a pas reçu aura le rappel suivant.`,
  notRedirected: 'Pas d’essai en cours : les mails vont aux gens.',
  redirected: (since: string, address: string) =>
    `À L’ESSAI depuis le ${since} : tous les mails vont à ${address}, à la place des gens.`,
  redirectBegun: (address: string) =>
    `L’essai commence : tous les mails vont à ${address}, à la place des gens. Leurs liens marchent : qui les ouvre répond au nom de la personne.\nPour finir : npm run mails -- --redirect off`,
  redirectChoice: (n: number) =>
    `${mails(n)} du dernier envoi ${n < 2 ? 'n’est allé' : 'ne sont allés'} qu’à l’équipe. Qu’en faire ?\n  npm run mails -- --redirect off --send   les envoyer maintenant aux gens\n  npm run mails -- --redirect off --drop   ne pas les envoyer : le prochain rappel partira à son heure`,
  redirectEnded: (n: number) =>
    n > 0 ? `L’essai est fini. ${mails(n)} ${n < 2 ? 'part' : 'partent'} pour de bon.` : 'L’essai est fini.',
  notCoordinator: (addresses: readonly string[]) =>
    `Les mails d’un essai vont à quelqu’un de l’équipe : ${addresses.join(', ')} (movement.config.ts).`,
  held: (until: string) => `Le serveur de mail ne laisse passer personne : nous réessayons le ${until}.`,
  doubted: (at: string, n: number) =>
    `Un serveur a dit de trop d’adresses à la fois qu’elles n’existent pas (${at}). Aucune n’est fermée pour cela ; ${mails(n)} ${n < 2 ? 'sera réessayé' : 'seront réessayés'}. Si cela dure : la raison est à côté de chaque mail du tableau de bord.`,
  caps: (hour: number, perHour: number, day: number, perDay: number) =>
    `Partis depuis le début de l’heure : ${hour.toLocaleString('fr')}, sur ${perHour.toLocaleString('fr')} au plus ; en vingt-quatre heures : ${day.toLocaleString('fr')}, sur ${perDay.toLocaleString('fr')} (le réglage caps).`,
  waiting: (all: number, due: number) =>
    `Dans la boîte d’envoi : ${mails(all)}, dont ${due.toLocaleString('fr')} ${due < 2 ? 'prêt' : 'prêts'} à partir.`,
  inOutbox: (n: number) => (n === 0 ? 'Rien n’attend dans la boîte d’envoi.' : `Dans la boîte d’envoi (${mails(n)}) :`),
  nextStep: (when: string) => `Ensuite, ${when}. Si c’était maintenant :`,
  wouldGet: (n: number) => `${people(n)} ${n < 2 ? 'recevrait' : 'recevraient'} un mail${n > 0 ? ' :' : '.'}`,
  wouldNot: (n: number) =>
    n === 0 ? 'Personne d’autre n’est référent·e.' : `${people(n)} n’en ${n < 2 ? 'recevrait' : 'recevraient'} pas :`,
  orphans: (n: number) =>
    n === 0
      ? 'Chaque groupe a quelqu’un à qui écrire.'
      : `${n.toLocaleString('fr')} ${n < 2 ? 'groupe n’a' : 'groupes n’ont'} personne à qui écrire :`,
  noAddress: 'n’a pas d’adresse mail : à appeler',
  hasMail: (state: string) => `a déjà ce mail : ${state}`,
  suppressed: {
    hard_bounce: (since: string) => `l’adresse n’existe plus, depuis le ${since}`,
    complaint: (since: string) => `a signalé nos mails comme indésirables, le ${since}`,
    unsubscribed: (since: string) => `ne veut plus de nos mails, depuis le ${since}`,
  } satisfies Record<SuppressionReason, (since: string) => string>,
  ofGroup: (group: string, why: string) => `${group} : ${why}`,
  stop: {
    answered: 'a répondu',
    active: 'actif',
    starting: 'en création, et le mouvement n’écrit pas à ces groupes',
    asleep: 'en pause',
    closed: 'fermé',
  } satisfies Record<GroupState | 'answered', string>,
  state: {
    pending: 'il attend',
    sending: 'il part',
    sent: 'il est parti',
    unknown: 'il est peut-être parti',
    failed: 'il n’a pas pu partir',
    cancelled: 'annulé',
    suppressed: 'il ne doit pas partir',
  } satisfies Record<MailState, string>,
  kinds: (kinds: readonly (readonly [string, string])[]) =>
    `Quel mail ? Écrivez l’un de ceux-ci :\n${kinds.map(([kind, name]) => `  ${kind.padEnd(14)} ${name}`).join('\n')}`,
  to: 'À :',
  subject: 'Objet :',
  nobody: 'Ce mail n’irait à personne : ce groupe n’a pas de référent·e.',
  example: 'Exemple, fait de la fiche du groupe : il n’y a encore rien de tel à raconter.',
  noGroup: 'Il n’y a pas encore de groupe. Importez les vôtres : npm run import -- groupes.csv',
  whichGroup: (name: string, near: readonly string[]) =>
    `Aucun groupe ne s’appelle « ${name} », ou plusieurs.${near.length > 0 ? ` Peut-être : ${near.join(', ')} ?` : ''}`,
  noMailUrl: 'Il faut MAIL_URL, dans l’environnement ou dans .env : par où passent les mails (docs/operations.md).',
  onCloudflare: 'Ce service d’envoi n’existe que chez Cloudflare : essayez avec `npm run mails -- --redirect on`.',
  tested: (address: string, answer: string) =>
    `C’est parti pour ${address}. Le serveur a répondu : ${answer}\nLe lien de ce mail est un exemple : il n’ouvre rien.`,
  notTested: (answer: string) => `Le mail n’est pas parti. Le serveur a répondu : ${answer}`,
}

export type MailsWords = typeof mailsFr
