/** What mails that trick people tell them to do, in lower case and without accents. */
const orders = [
  /\bcli(?:qu|ck|k)e[zr]\b|\bcliquons\b/,
  /\bcli(?:que[sz]?|cks?|cs?) (?:ici|la|dessus|vite|sur|here|this|on|now|below|to|the|link)\b/,
  /\b(?:tap|press|appuye[zr]|appuie|touchez) (?:here|ici|sur|on|this|now)\b/,
  /\b(?:suivez|ouvrez|visitez|utilisez|follow|open|visit|use) (?:ce|cette|le|la|notre|this|the|our) (?:lien|link|url|site|adresse|address|page)\b/,
  /\b(?:link below|lien (?:ci dessous|suivant|ci joint)|piece jointe|attached file)\b/,
  /\b(?:scannez|flashez|scan) (?:ce|le|this|the|de) (?:qr|code)\b/,
  /\baction (?:requise|required|immediate)\b/,
  /\b(?:mots? de passe|passwords?|code pin|pin code|carte (?:bancaire|bleue)|credit card|compte bancaire|bank account|wachtwoord|passwort|contrasena)\b/,
  /\b(?:votre|vos|ton|your|uw|ihr) (?:comptes?|accounts?|identifiants?|carte|boite|mailbox|messagerie|colis|parcel|package|factures?|invoice|paiement|payment|remboursement|refund|konto)\b/,
  /\b(?:comptes?|account) (?:est |is |a ete |will be |sera )?(?:suspendus?|bloques?|expires?|desactives?|supprimes?|suspended|blocked|locked|expired|disabled|deleted|geblokkeerd|gesperrt)\b/,
  /\b(?:alerte|avis) (?:de |a la )?securite\b|\bsecurity (?:alert|warning|notice)\b/,
  /\b(?:connectez|identifiez|authentifiez) vous\b|\b(?:log ?in|sign ?in|sign ?up) (?:here|now|to)\b/,
  /\b(?:verifiez|validez|confirmez|actualisez|verify|confirm|validate|update) (?:votre|vos|your|maintenant|now|ici|here)\b/,
  /\bmettez a jour (?:votre|vos)\b/,
  /\b(?:payez|reglez|versez|pay) (?:maintenant|vite|now|immediately|ici|here)\b/,
  /\b(?:repondez|reply|antwoord) (?:a ce|vite|ici|to this|now|here|op deze)\b/,
  /\b(?:appelez|rappelez|telephonez|composez|call|dial) (?:(?:vite|le|au|nous|now|us|het|naar) ){0,3}\d/,
  // Villiers-le-Bel 95 is a town
  /(?:^|[:!] ?|\bnu )bel (?:(?:nu|ons|het|naar) ){0,3}\d/,
  /\b(?:vous avez|tu as|you have|you ve) (?:gagne|won|been selected)\b/,
  /\b(?:telechargez|installez|download|install) (?:ici|here|maintenant|now|ce|cette|this)\b/,
  // Dutch, German, Spanish, Portuguese, Italian, Polish, Turkish
  /\bkli[kc]k?(?:en)? (?:hier|op|nu|jetzt|auf)\b|\bhier klikken\b|\bhier klicken\b|\bklicken sie\b|\b(?:open|volg) (?:deze|de) (?:link|koppeling)\b/,
  /\bha(?:ga|z) clic\b|\bpulse aqui\b|\bcli(?:que|car) (?:aqui|em|no)\b|\bclicca(?:te|re)? (?:qui|su)\b|\bkliknij\b|\btikla(?:yin)?\b|\btıkla(?:yın)?\b/,
]

/** Each name is asked all of them: in one look, which takes a quarter of the time. */
const anyOrder = new RegExp(orders.map(({ source }) => source).join('|'))

/** Words that hurry people, where a mail begins with them and a sign sets them apart: `Urgent !`, `[URGENT]`, `Re: urgent – …`. */
const hurry =
  /^(?:(?:re|fwd?|tr|aw) ?: ?){0,3}[^\p{L}\p{N}]{0,8}(?:tres |very |zeer )?(?:urgente?|dringend|important|belangrijk|warning|dernier (?:avertissement|rappel)|final notice) ?(?:[:!|\]})»\u2012-\u2015-]|$)/u
const hurryWithin = /\b(?:urgente?|dringend) ?[:!]/

/** `click here`, `urgent`, in scripts whose letters are not ours: Russian, Ukrainian, Greek, Arabic, Hebrew, Chinese, Japanese, Korean. */
const otherScripts =
  /нажми|натисни|кликни|перейди(?:те)? по|срочно ?[:!]|κάντε κλικ|κλικ εδώ|[اأ]نقر|[اأ]ضغط|عاجل ?[:!]|לח[ץצ]ו? כאן|点[击此这]|點[擊此這]|单击|クリック|タップして|클릭|누르세요|[紧緊]急 ?[:!]/u

/** Figures that stand for letters. */
const figures: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  $: 's',
  '@': 'a',
}

/** Whether a name reads as an order to click, to call, to pay. `spelled` is in lower case, `shown` besides in the letters that it seems to be in. */
export function isOrder(shown: string, spelled: string): boolean {
  const figured = shown.replace(/[013457$@]/g, (sign) => figures[sign] ?? sign)
  if (hurry.test(shown) || hurryWithin.test(shown)) return true
  if (/[^\p{ASCII}]/u.test(spelled) && otherScripts.test(spelled)) return true
  return (figured === shown ? [shown] : [shown, figured]).some((text) => {
    const words = text.replace(/[^\p{L}\p{N}:!]+/gu, ' ').trim()
    // An l, an i and a 1 are one stroke
    return anyOrder.test(words) || (/[qk]/.test(words) && isStroked(words))
  })
}

/** `C l i c k here`, `c1ickhere`: parted, and with one stroke for another. */
function isStroked(words: string): boolean {
  const strokes = words.replace(/[l1]/g, 'i').replace(/[^a-z]/g, '')
  return /ciiquez|ciiqueici|ciickhere/.test(strokes)
}
