import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in French. */
export const more = {
  // The prompt.
  welcomeBack: "Bon retour",
  welcomeBackName: "Bon retour, {name}",
  wereTalking: "Vous parliez avec {name} {ago}.",
  wereWaiting: "Vous étiez en attente {ago}.",
  openElsewhere: "Votre discussion est ouverte sur un autre appareil.",
  keepingUntil: "{name} garde votre place jusqu’à {time}.",
  canReturnUntil: "Vous pouvez revenir jusqu’à {time}.",
  continueWith: "Continuer avec {name}",
  continue: "Continuer",
  startNew: "Nouvelle discussion",

  // Over, or too late.
  endedAt: "Cette discussion a pris fin à {time}",
  endedAway: "Votre absence a duré plus de {time}.",
  endedAwayLong: "Votre absence a été trop longue.",
  byYou: "Vous y avez mis fin.",
  byAgent: "{name} y a mis fin.",
  stillReadable: "Vous pouvez encore lire ici ce qui s’est dit.",
  unsentKept: "Ce qui n’a pas été envoyé est conservé pour votre prochaine discussion.",
  read: "Lire la discussion",
  close: "Fermer cette discussion",
  deadLink: "Ce lien n’ouvre plus de discussion.",

  // Who it is.
  signInProblem: "Votre identification a échoué",
  signInHint: "Identifiez-vous à nouveau sur ce site, puis revenez à la discussion.",
  elsewhere: "Une autre personne s’est identifiée",
  elsewhereHint:
    "Un autre onglet de ce navigateur contient la discussion d’une autre personne. Vous pouvez continuer la vôtre ici.",

  // Ending.
  reallyEnd: "Terminer cette discussion\u202f?",
  endHint: "Vous pourrez encore la lire ensuite.",
  yesEnd: "Terminer la discussion",
  noEnd: "Continuer",

  // Taking the chat along.
  scan: "Scannez avec votre téléphone",
  linkHint: "Ou copiez le lien. Toute personne qui a le lien peut lire cette discussion.",
  link: "Lien vers cette discussion",
  code: "Code QR avec le lien vers cette discussion",
  copy: "Copier",
  copied: "Copié",
  back: "Retour",
  noLink: "Il n’y a pas de lien vers cette discussion pour l’instant.",
} satisfies MoreTexts;
