import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in German. */
export const more = {
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
  linkHint: "Oder kopieren Sie den Link. Wer den Link hat, kann diesen Chat lesen.",
  link: "Link zu diesem Chat",
  code: "QR-Code mit dem Link zu diesem Chat",
  copy: "Kopieren",
  copied: "Kopiert",
  back: "Zurück",
  noLink: "Für diesen Chat gibt es im Moment keinen Link.",
} satisfies MoreTexts;
