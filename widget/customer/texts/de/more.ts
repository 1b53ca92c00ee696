import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in German. */
export const more = {
  // The launcher.
  openChat: "Chat öffnen",
  closeChat: "Chat schließen",
  newMessages: { one: "{n} neue Nachricht", other: "{n} neue Nachrichten" },
  waitingForYou: "Ihr Chat wartet auf Sie",
  keepsYourPlace: "{name} hält Ihren Platz frei",

  // What can be done with a chat as a whole.
  takeAlong: "Auf einem anderen Gerät fortsetzen",
  end: "Chat beenden",

  // What could not be asked, or said.
  cantReach: "Ihr Chat ist gerade nicht erreichbar",
  nothingLost: "Es geht nichts verloren.",
  startFailed:
    "Ihr Chat konnte noch nicht gestartet werden. Ihr Text ist gespeichert, und wir versuchen es erneut, sobald Sie wieder online sind.",
  tooLong: "Eine Nachricht hat höchstens {n} Zeichen.",
  tooMany: "Zu viele Nachrichten warten darauf, gesendet zu werden. Diese bleibt bis dahin hier.",

  // The slim line about the connection.
  connecting: "Verbindung wird hergestellt…",
  catchingUp: "Wird aktualisiert…",
  offline: "Sie sind offline. Was Sie schreiben, wird gespeichert und gesendet, sobald Sie wieder da sind.",
  unreachable: "Ihr Chat ist gerade nicht erreichbar. Es geht nichts verloren.",
  nextTry: "Nächster Versuch in {time}",
  tryingNow: "Neuer Versuch…",
  tryNow: "Jetzt versuchen",
  youAreBack: "Sie sind wieder da.",
  backKept: "Sie sind wieder da. {name} hat Ihren Platz freigehalten.",
  agentLost: "{name} hat die Verbindung verloren. Ihr Platz bleibt frei; meist dauert es nur einen Moment.",
  replaced: "Dieser Chat wurde anderswo wieder geöffnet und geht dort weiter.",
  forbidden: "Diese Website darf diesen Chat nicht verwenden.",
  otherVersion: "Diese Seite ist veraltet. Bitte laden Sie sie neu.",
  refused: "Die Verbindung wurde abgelehnt.",
  blocked:
    "Dieser Browser speichert nichts für diese Website. Wenn Sie die Seite neu laden, beginnt der Chat von vorn.",

  // The prompt.
  welcomeBack: "Willkommen zurück",
  welcomeBackName: "Willkommen zurück, {name}",
  wereTalking: "Sie haben {ago} mit {name} gesprochen.",
  wereWaiting: "Sie haben {ago} auf jemanden gewartet.",
  openElsewhere: "Ihr Chat ist auf einem anderen Gerät geöffnet.",
  keepingUntil: "{name} hält Ihren Platz bis {time} Uhr frei.",
  canReturnUntil: "Sie können bis {time} Uhr zurückkehren.",
  continueWith: "Mit {name} fortsetzen",
  continue: "Fortsetzen",
  startNew: "Neuen Chat starten",

  // Over, or too late.
  endedAt: "Dieser Chat endete um {time} Uhr",
  endedAway: "Sie waren länger als {time} weg.",
  endedAwayLong: "Sie waren zu lange weg.",
  byYou: "Sie haben ihn beendet.",
  byAgent: "{name} hat ihn beendet.",
  stillReadable: "Was gesagt wurde, können Sie hier noch lesen.",
  unsentKept: "Was nicht gesendet wurde, bleibt für Ihren nächsten Chat gespeichert.",
  read: "Gespräch lesen",
  close: "Diesen Chat schließen",
  deadLink: "Dieser Link öffnet keinen Chat mehr.",

  // Who it is.
  signInProblem: "Ihre Anmeldung hat nicht funktioniert",
  signInHint: "Melden Sie sich auf dieser Website erneut an und kehren Sie dann zum Chat zurück.",
  elsewhere: "Jemand anderes ist angemeldet",
  elsewhereHint:
    "In einem anderen Tab dieses Browsers ist der Chat einer anderen Person. Hier können Sie Ihren fortsetzen.",

  // Ending.
  reallyEnd: "Diesen Chat beenden?",
  endHint: "Sie können ihn danach noch lesen.",
  yesEnd: "Chat beenden",
  noEnd: "Weiterchatten",

  // Taking the chat along.
  scan: "Mit dem Smartphone scannen",
  linkHint: "Oder kopieren Sie den Link. Wer den Link hat, kann in diesem Chat lesen und schreiben.",
  link: "Link zu diesem Chat",
  code: "QR-Code mit dem Link zu diesem Chat",
  share: "Teilen",
  copy: "Kopieren",
  copied: "Kopiert",
  back: "Zurück",
  noLink: "Für diesen Chat gibt es im Moment keinen Link.",
} satisfies MoreTexts;
