import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in French, and says “vous”. */
export const chat = {
  // The launcher and the frame.
  openChat: "Ouvrir la discussion",
  closeChat: "Fermer la discussion",
  chatWith: "Discussion avec {name}",
  minimise: "Réduire",
  newMessages: { one: "{n} nouveau message", many: "{n} de nouveaux messages", other: "{n} nouveaux messages" },
  waitingForYou: "Votre discussion vous attend",
  keepsYourPlace: "{name} garde votre place",
  options: "Options",
  takeAlong: "Continuer sur un autre appareil",
  end: "Terminer la discussion",

  // Before the first message.
  greeting: "Comment pouvons-nous vous aider\u202f?",
  hint: "Écrivez-nous ici. Vous pouvez fermer cette page et revenir.",
  loading: "Un instant…",
  starting: "Ouverture…",
  cantReach: "Votre discussion est inaccessible pour l’instant",
  nothingLost: "Rien n’est perdu.",
  startFailed:
    "Votre discussion n’a pas encore pu commencer. Votre texte est conservé, et nous réessaierons dès que vous serez en ligne.",
  tryAgain: "Réessayer",

  // Under the title: how things stand.
  waiting: "En attente d’une personne disponible",
  nextInLine: "Vous êtes en tête de file",
  placeInLine: "Vous êtes numéro {n} dans la file",
  here: "Avec vous",
  agentReconnecting: "Reconnexion en cours",
  notConnected: "Pas de connexion",
  keepingPlace: "Votre place est gardée",
  wereTalkingWith: "Vous parliez avec {name}",
  hasEnded: "Cette discussion est terminée",

  // The slim line about the connection.
  connecting: "Connexion…",
  catchingUp: "Mise à jour…",
  offline: "Vous êtes hors ligne. Ce que vous écrivez est conservé et envoyé à votre retour.",
  unreachable: "Votre discussion est inaccessible pour l’instant. Rien n’est perdu.",
  nextTry: "Nouvel essai dans {time}",
  tryingNow: "Nouvel essai…",
  tryNow: "Essayer maintenant",
  back: "Vous êtes de retour.",
  backKept: "Vous êtes de retour. {name} a gardé votre place.",
  agentLost: "{name} a perdu la connexion. Nous gardons votre place\u202f; en général, cela ne dure qu’un instant.",
  replaced: "Cette discussion a été rouverte ailleurs et s’y poursuit.",
  forbidden: "Ce site ne peut pas utiliser cette discussion.",
  otherVersion: "Cette page n’est plus à jour. Rechargez-la.",
  refused: "La connexion a été refusée.",
  blocked: "Ce navigateur ne conserve rien pour ce site. Si vous rechargez la page, la discussion repartira de zéro.",

  // Messages.
  messages: "Messages",
  you: "Vous",
  write: "Écrire un message",
  send: "Envoyer",
  sending: "Envoi en cours",
  waitingForNetwork: "En attente du réseau",
  sent: "Envoyé",
  seen: "Lu",
  notDelivered: "Non distribué.",
  discard: "Supprimer",
  earlier: "Afficher les messages précédents",
  toNewest: "Aller au dernier message",
  typing: "{name} écrit…",
  tooLong: "Un message compte au plus {n} caractères.",
  tooMany: "Trop de messages attendent d’être envoyés. Celui-ci reste ici jusque-là.",
  queued:
    "Nous vous mettrons en relation dès qu’une personne sera disponible. Vous pouvez fermer cette page et revenir.",

  // What happened, between the messages.
  joined: "{name} a rejoint la discussion",
  left: "{name} n’est plus dans cette discussion. Vous êtes en tête de file.",
  youWereAway: "Votre absence a duré {time}",
  endedByYou: "Vous avez terminé la discussion",
  endedByLimit: "La discussion a pris fin en votre absence",
  endedByAgent: "La discussion a été terminée",
} satisfies ChatTexts;
