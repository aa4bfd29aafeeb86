import { plural } from './count.ts'
import { du } from './elision.ts'

const list = new Intl.ListFormat('fr')

/** Deux groupes, ou deux personnes, qui n’en font qu’un. */
export const merge = {
  group: {
    title: 'Réunir deux groupes',
    findTitle: (name: string) => `Réunir ${name} avec un autre groupe`,
    findLead:
      'Le même groupe est inscrit deux fois ? Choisissez l’autre : vous verrez d’abord ce qui diffère, et rien ne change avant votre accord.',
    likely: 'Peut-être le même groupe',
    noneLikely: 'Aucun groupe ne lui ressemble.',
    search: 'Chercher un autre groupe',
    searchLabel: 'Nom ou ville',
    searchButton: 'Chercher',
    noneFound: 'Aucun groupe de ce nom.',
    like: { name: 'même nom', town: 'même ville', people: 'même personne référente' },
    lead: (kept: string, other: string) =>
      `${kept} reste, ${other} en fait partie. Les deux histoires sont gardées, et les liens déjà reçus des deux côtés mènent à la fiche réunie.`,
    swap: (other: string) => `Garder plutôt ${other}`,
    differences: (n: number) => plural(n, 'différence à choisir', 'différences à choisir'),
    differencesLead: 'Ce qui semble le mieux est déjà choisi, et dit pourquoi.',
    noDifference: 'Les deux fiches ne se contredisent en rien.',
    proposed: 'proposé',
    why: {
      only: 'l’autre ne dit rien',
      recent: 'vérifié le plus récemment',
      more: 'le plus grand nombre',
      earlier: 'la date la plus ancienne',
      alive: 'le groupe est suivi à chaque mise à jour',
      took_part: 'le groupe y a pris part',
      kept: 'le groupe qui reste',
    },
    nothing: 'rien',
    together: 'Ce qui est réuni',
    people: (n: number) => plural(n, 'référent·e après la réunion', 'référent·es après la réunion'),
    came: (title: string, n: number) => `${title} : ${plural(n, 'ligne arrive', 'lignes arrivent')}`,
    both: (n: number) => plural(n, 'ligne était des deux côtés', 'lignes étaient des deux côtés'),
    asked: 'Le mail mensuel n’est demandé qu’une fois : si l’un des deux a déjà répondu, c’est répondu.',
    undoLead: 'Cela s’annule d’un appui, tant que personne n’a écrit dans la fiche ni répondu depuis.',
    tell: 'Prévenir les référent·es par un mail',
    merge: 'Réunir ces deux groupes',
    changed: {
      title: 'Quelqu’un a écrit dans une des deux fiches entre-temps',
      body: 'Voici ce qu’elles disent maintenant. Vos choix sont gardés là où ils valent encore. Relisez, puis appuyez de nouveau.',
    },
    nameTaken: {
      title: 'Un autre groupe du même endroit porte déjà ce nom',
      body: 'Choisissez l’autre nom, ou corrigez d’abord la fiche.',
    },
    tooLarge: {
      title: 'Ces deux groupes ont trop de lignes pour être réunis ici',
      body: 'La personne qui administre Relance peut le faire par une feuille de calcul.',
    },
    same: 'C’est déjà le même groupe.',
    section: 'En double ?',
    sectionLead: 'Si le même groupe est inscrit deux fois, réunissez les deux. Cela s’annule.',
    open: 'Réunir avec un autre groupe',
    mergedTitle: 'Groupes réunis ici',
    merged: (name: string, day: string, by: string | null) =>
      `${name}, depuis le ${day}${by === null ? '' : `, par ${by}`}`,
    history: (name: string) => `Histoire ${du(name)} avant la réunion`,
    undo: 'Annuler la réunion',
    written: 'Quelqu’un a écrit depuis : cela ne s’annule plus.',
    notUndone: {
      title: 'La réunion ne s’annule plus',
      body: 'Quelqu’un a écrit dans la fiche ou répondu depuis, ou elle est déjà annulée.',
    },
    nameGone: {
      title: 'La réunion ne s’annule pas ainsi',
      body: 'Un autre groupe a pris ce nom entre-temps. Renommez-le d’abord.',
    },
  },
  person: {
    title: 'Réunir deux personnes',
    findTitle: (name: string) => `${name} est inscrit·e deux fois ?`,
    findLead: 'La même personne a deux adresses ? Choisissez l’autre : rien ne change avant votre accord.',
    likely: 'Peut-être la même personne',
    noneLikely: 'Personne ne lui ressemble.',
    search: 'Chercher une autre personne',
    searchLabel: 'Nom ou adresse mail',
    noneFound: 'Personne de ce nom, ni de cette adresse.',
    like: { phone: 'même numéro', name: 'même nom, même région' },
    section: 'Deux adresses ?',
    sectionLead: 'Si la même personne est inscrite deux fois, réunissez les deux. Cela s’annule.',
    open: 'Réunir avec une autre personne',
    lead: 'Choisissez l’adresse à laquelle nous écrirons. L’autre adresse reste connue : un lien demandé avec elle part à celle que vous choisissez.',
    address: 'Adresse à laquelle écrire',
    suppressed: 'nous ne pouvons pas y écrire, et cela reste ainsi',
    why: {
      only: 'l’autre est vide',
      reached: 'nos mails y parviennent',
      answered: 'c’est par elle que la dernière réponse est venue',
      longer: 'le plus complet',
      address: 'le premier des deux',
    },
    together: 'Ce qui est réuni',
    groups: (names: readonly string[]) =>
      names.length === 0 ? 'Aucun groupe pour l’instant' : `Référent·e de : ${list.format(names)}`,
    careful: 'Public seulement ce que les deux avaient accepté ; le reste se redonne par son lien.',
    unsubscribed: 'Une adresse désabonnée reste désabonnée, une liste quittée reste quittée.',
    links: 'Les liens déjà reçus aux deux adresses continuent de fonctionner.',
    undoLead: 'Cela s’annule d’un appui, tant que personne n’a écrit dans ses groupes.',
    merge: 'Réunir ces deux personnes',
    changed: {
      title: 'Quelqu’un a écrit entre-temps',
      body: 'Voici où en sont ces deux personnes. Relisez, puis appuyez de nouveau.',
    },
    merged: (name: string, email: string | null, day: string) =>
      `${name}${email === null ? '' : ` (${email})`}, depuis le ${day}`,
    mergedTitle: 'Aussi connu·e comme',
    undo: 'Annuler la réunion',
    written: 'Quelqu’un a écrit depuis dans ses groupes : cela ne s’annule plus.',
    notUndone: 'La réunion ne s’annule plus : quelqu’un a écrit depuis, ou c’est déjà fait',
  },
  deletion: {
    title: 'Créé par erreur ?',
    delete: 'Supprimer ce groupe',
    lead: 'Rien ne s’est encore passé dans ce groupe : il peut disparaître, avec les personnes que lui seul connaît et à qui rien n’a été envoyé. Cela ne s’annule pas.',
    sure: (name: string) => `Oui, supprimer ${name}`,
    notSure: 'Cochez la case pour confirmer',
    inUse: {
      title: 'Ce groupe ne peut plus être supprimé',
      body: 'Quelque chose s’y est passé : un mail est parti, ou quelqu’un a écrit. Fermez-le, ou réunissez-le avec un autre.',
    },
  },
  move: {
    open: 'déplacer',
    title: (name: string) => `Déplacer ${name} vers un autre groupe`,
    lead: (group: string) =>
      `Cette personne quitte ${group} et devient référente de l’autre groupe, avec le même rôle. Les deux groupes sont prévenus.`,
    to: 'Vers quel groupe ?',
    move: 'Déplacer',
    choose: 'Choisissez un autre groupe',
  },
}
