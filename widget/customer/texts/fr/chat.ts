import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in French, and says “vous”. */
export const chat = {
  // The frame.
  chatWith: "Discussion avec {name}",
  minimise: "Réduire",

  // Before the first message.
  greeting: "Comment pouvons-nous vous aider\u202f?",
  hint: "Écrivez-nous ici. Vous pouvez fermer cette page et revenir.",
  loading: "Un instant…",
  starting: "Ouverture…",
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
