import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in French. */
export const more = {
  // The launcher.
  openChat: "Ouvrir la discussion",
  closeChat: "Fermer la discussion",
  newMessages: { one: "{n} nouveau message", many: "{n} de nouveaux messages", other: "{n} nouveaux messages" },
  waitingForYou: "Votre discussion vous attend",
  keepsYourPlace: "{name} garde votre place",

  // What can be done with a chat as a whole.
  takeAlong: "Continuer sur un autre appareil",
  end: "Terminer la discussion",

  // What could not be asked, or said.
  cantReach: "Votre discussion est inaccessible pour l’instant",
  nothingLost: "Rien n’est perdu.",
  startFailed:
    "Votre discussion n’a pas encore pu commencer. Votre texte est conservé, et nous réessaierons dès que vous serez en ligne.",
  tooLong: "Un message compte au plus {n} caractères.",
  tooMany: "Trop de messages attendent d’être envoyés. Celui-ci reste ici jusque-là.",

  // The slim line about the connection.
  connecting: "Connexion…",
  catchingUp: "Mise à jour…",
  offline: "Vous êtes hors ligne. Ce que vous écrivez est conservé et envoyé à votre retour.",
  unreachable: "Votre discussion est inaccessible pour l’instant. Rien n’est perdu.",
  nextTry: "Nouvel essai dans {time}",
  tryingNow: "Nouvel essai…",
  tryNow: "Essayer maintenant",
  youAreBack: "Vous êtes de retour.",
  backKept: "Vous êtes de retour. {name} a gardé votre place.",
  agentLost: "{name} a perdu la connexion. Nous gardons votre place\u202f; en général, cela ne dure qu’un instant.",
  replaced: "Cette discussion a été rouverte ailleurs et s’y poursuit.",
  forbidden: "Ce site ne peut pas utiliser cette discussion.",
  otherVersion: "Cette page n’est plus à jour. Rechargez-la.",
  refused: "La connexion a été refusée.",
  blocked: "Ce navigateur ne conserve rien pour ce site. Si vous rechargez la page, la discussion repartira de zéro.",

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
  linkHint: "Ou copiez le lien. Toute personne qui a le lien peut lire cette discussion et y écrire.",
  link: "Lien vers cette discussion",
  code: "Code QR avec le lien vers cette discussion",
  share: "Partager",
  copy: "Copier",
  copied: "Copié",
  back: "Retour",
  noLink: "Il n’y a pas de lien vers cette discussion pour l’instant.",
} satisfies MoreTexts;
