import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in German, and says “Sie”. */
export const chat = {
  // The launcher and the frame.
  openChat: "Chat öffnen",
  closeChat: "Chat schließen",
  chatWith: "Chat mit {name}",
  minimise: "Minimieren",
  newMessages: { one: "{n} neue Nachricht", other: "{n} neue Nachrichten" },
  waitingForYou: "Ihr Chat wartet auf Sie",
  keepsYourPlace: "{name} hält Ihren Platz frei",
  options: "Optionen",
  takeAlong: "Auf einem anderen Gerät fortsetzen",
  end: "Chat beenden",

  // Before the first message.
  greeting: "Wie können wir helfen?",
  hint: "Schreiben Sie uns hier. Sie können die Seite schließen und später wiederkommen.",
  loading: "Einen Moment…",
  starting: "Chat wird gestartet…",
  cantReach: "Ihr Chat ist gerade nicht erreichbar",
  nothingLost: "Es geht nichts verloren.",
  startFailed:
    "Ihr Chat konnte noch nicht gestartet werden. Ihr Text ist gespeichert, und wir versuchen es erneut, sobald Sie wieder online sind.",
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

  // The slim line about the connection.
  connecting: "Verbindung wird hergestellt…",
  catchingUp: "Wird aktualisiert…",
  offline: "Sie sind offline. Was Sie schreiben, wird gespeichert und gesendet, sobald Sie wieder da sind.",
  unreachable: "Ihr Chat ist gerade nicht erreichbar. Es geht nichts verloren.",
  nextTry: "Nächster Versuch in {time}",
  tryingNow: "Neuer Versuch…",
  tryNow: "Jetzt versuchen",
  back: "Sie sind wieder da.",
  backKept: "Sie sind wieder da. {name} hat Ihren Platz freigehalten.",
  agentLost: "{name} hat die Verbindung verloren. Ihr Platz bleibt frei; meist dauert es nur einen Moment.",
  replaced: "Dieser Chat wurde anderswo wieder geöffnet und geht dort weiter.",
  forbidden: "Diese Website darf diesen Chat nicht verwenden.",
  otherVersion: "Diese Seite ist veraltet. Bitte laden Sie sie neu.",
  refused: "Die Verbindung wurde abgelehnt.",
  blocked:
    "Dieser Browser speichert nichts für diese Website. Wenn Sie die Seite neu laden, beginnt der Chat von vorn.",

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
  tooLong: "Eine Nachricht hat höchstens {n} Zeichen.",
  tooMany: "Zu viele Nachrichten warten darauf, gesendet zu werden. Diese bleibt bis dahin hier.",
  queued: "Wir verbinden Sie, sobald jemand frei ist. Sie können die Seite schließen und später wiederkommen.",

  // What happened, between the messages.
  joined: "{name} ist jetzt dabei",
  left: "{name} ist nicht mehr in diesem Chat. Sie sind als Nächstes an der Reihe.",
  youWereAway: "Sie waren {time} weg",
  endedByYou: "Sie haben den Chat beendet",
  endedByLimit: "Der Chat endete, weil Sie weg waren",
  endedByAgent: "Der Chat wurde beendet",
} satisfies ChatTexts;
