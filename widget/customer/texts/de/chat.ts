import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in German, and says “Sie”. */
export const chat = {
  // The frame.
  chatWith: "Chat mit {name}",
  minimise: "Minimieren",

  // Before the first message.
  greeting: "Wie können wir helfen?",
  hint: "Schreiben Sie uns hier. Sie können die Seite schließen und später wiederkommen.",
  loading: "Einen Moment…",
  starting: "Chat wird gestartet…",
  tryAgain: "Erneut versuchen",

  // Under the title: how things stand.
  waiting: "Sie warten, bis jemand frei ist",
  nextInLine: "Sie sind als Nächstes an der Reihe",
  placeInLine: "Platz {n} in der Warteschlange",
  here: "Für Sie da",
  agentReconnecting: "Verbindet sich wieder",
  notConnected: "Nicht verbunden",
  keepingPlace: "Ihr Platz bleibt frei",
  wereTalkingWith: "Sie haben mit {name} gesprochen",
  hasEnded: "Dieser Chat ist beendet",

  // Messages.
  messages: "Nachrichten",
  you: "Sie",
  write: "Nachricht schreiben",
  send: "Senden",
  sending: "Wird gesendet",
  waitingForNetwork: "Wartet auf das Netz",
  sent: "Gesendet",
  seen: "Gelesen",
  notDelivered: "Nicht zugestellt.",
  discard: "Löschen",
  earlier: "Frühere Nachrichten anzeigen",
  toNewest: "Zur neuesten Nachricht",
  typing: "{name} schreibt…",
  queued: "Wir verbinden Sie, sobald jemand frei ist. Sie können die Seite schließen und später wiederkommen.",

  // What happened, between the messages.
  joined: "{name} ist jetzt dabei",
  left: "{name} ist nicht mehr in diesem Chat. Sie sind als Nächstes an der Reihe.",
  youWereAway: "Sie waren {time} weg",
  endedByYou: "Sie haben den Chat beendet",
  endedByLimit: "Der Chat endete, weil Sie weg waren",
  endedByAgent: "Der Chat wurde beendet",
} satisfies ChatTexts;
