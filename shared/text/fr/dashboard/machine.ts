/** Ce qui ne va pas sur la machine, dit à qui coordonne. */
export const machineAlert = {
  title: 'La machine de Relance a besoin de quelqu’un',
  toDo: 'Prévenez la personne qui s’en occupe, avec ces mots. Son journal dit le détail.',
  troubles: {
    full: (since: string) =>
      `Le disque est plein (vu ${since}) : rien n’est enregistré, aucun mail ne part. Il faut y faire de la place ; tout reprend de soi-même.`,
    readonly: (since: string) =>
      `On ne peut plus écrire dans le dossier des données (vu ${since}) : rien n’est enregistré, aucun mail ne part.`,
    damaged: (since: string) =>
      `Le fichier des données est abîmé (vu ${since}). Il faut arrêter Relance et remettre la dernière copie : ce qui est saisi d’ici là peut se perdre.`,
    moved: (since: string) =>
      `Le fichier des données a été enlevé ou remplacé (vu ${since}). Rien n’est perdu si quelqu’un arrête Relance maintenant : il remet alors en place tout ce qui est enregistré.`,
    nearly_full: (since: string) =>
      `Le disque est presque plein (vu ${since}) : bientôt, rien ne pourra plus être enregistré. Il faut y faire de la place.`,
    copy: (since: string) =>
      `La copie de sauvegarde n’a pas pu se faire (${since}). Les précédentes sont toujours là, mais rien de nouveau n’y est.`,
    clock: (since: string) =>
      `L’horloge de la machine a sauté (vu ${since}) : aucun mail ne part et rien n’est effacé tant qu’elle n’est pas à l’heure.`,
    lock: (since: string) =>
      `Un autre programme a écrit dans le dossier des données (${since}). Relance l’a réparé ; il faut trouver lequel, avant qu’il n’abîme les données.`,
  },
}
