/** Ce que les trois mails du mois ont en commun. */
export const fr = {
  previewOne: '{known} ; {checked}. Deux minutes suffisent.',
  previewSeveral: '{groups}. Deux minutes suffisent.',
  confirm: { one: 'Tout est juste', other: 'Vérifier mes groupes' },
  correct: 'Corriger quelque chose',
  effort:
    'Deux minutes suffisent. Si rien n’a changé, un seul appui sur la page qui s’ouvre, et c’est fini pour ce mois-ci.',
  together: 'Une réponse par groupe suffit : dès que l’un·e de vous a répondu, nous n’écrivons plus aux autres.',
  yours: 'Ce lien est personnel : qui l’ouvre peut corriger en votre nom. Mieux vaut ne pas transférer ce message.',
  stop: 'Ne plus recevoir ces messages',
  referents: { one: '{n} référent·e', other: '{n} référent·es' },
  activities: { one: '{n} activité', other: '{n} activités' },
  campaigns: { one: '{n} campagne', other: '{n} campagnes' },
  trainings: { one: '{n} formation', other: '{n} formations' },
  neverChecked: 'jamais vérifié',
  checked: 'vérifié {age}',
  partlyChecked: 'vérifié en partie {age}',
}
