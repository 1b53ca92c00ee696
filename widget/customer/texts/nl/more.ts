import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Dutch. */
export const more = {
  // The launcher.
  openChat: "Chat openen",
  closeChat: "Chat sluiten",
  newMessages: { one: "{n} nieuw bericht", other: "{n} nieuwe berichten" },
  waitingForYou: "Je chat wacht op je",
  keepsYourPlace: "{name} houdt je plek vrij",

  // What can be done with a chat as a whole.
  takeAlong: "Verdergaan op een ander apparaat",
  end: "Chat beëindigen",

  // What could not be asked, or said.
  cantReach: "We kunnen je chat nu niet bereiken",
  nothingLost: "Er is niets verloren.",
  startFailed:
    "Je chat kon nog niet worden gestart. Wat je schreef is bewaard, en we proberen het opnieuw zodra je weer online bent.",
  tooLong: "Een bericht heeft hoogstens {n} tekens.",
  tooMany: "Er wachten te veel berichten op verzending. Dit bericht blijft tot dan hier.",

  // The slim line about the connection.
  connecting: "Verbinding maken…",
  catchingUp: "Bijwerken…",
  offline: "Je bent offline. Wat je schrijft, wordt bewaard en verstuurd zodra je terug bent.",
  unreachable: "We kunnen je chat nu niet bereiken. Er is niets verloren.",
  nextTry: "Volgende poging over {time}",
  tryingNow: "Nieuwe poging…",
  tryNow: "Nu proberen",
  youAreBack: "Je bent terug.",
  backKept: "Je bent terug. {name} heeft je plek vrijgehouden.",
  agentLost: "{name} heeft geen verbinding meer. Je plek blijft vrij; meestal duurt het maar even.",
  replaced: "Deze chat is ergens anders opnieuw geopend en gaat daar verder.",
  forbidden: "Deze site mag deze chat niet gebruiken.",
  otherVersion: "Deze pagina is verouderd. Laad de pagina opnieuw.",
  refused: "De verbinding is geweigerd.",
  blocked:
    "Deze browser bewaart niets voor deze site. Als je de pagina opnieuw laadt, begint de chat van voren af aan.",

  // The prompt.
  welcomeBack: "Welkom terug",
  welcomeBackName: "Welkom terug, {name}",
  wereTalking: "Je sprak {ago} met {name}.",
  wereWaiting: "Je wachtte {ago} op iemand.",
  openElsewhere: "Je chat staat open op een ander apparaat.",
  keepingUntil: "{name} houdt je plek vrij tot {time}.",
  canReturnUntil: "Je kunt terugkomen tot {time}.",
  continueWith: "Verdergaan met {name}",
  continue: "Verdergaan",
  startNew: "Nieuwe chat starten",

  // Over, or too late.
  endedAt: "Deze chat is om {time} beëindigd",
  endedAway: "Je was langer dan {time} weg.",
  endedAwayLong: "Je was te lang weg.",
  byYou: "Je hebt hem zelf beëindigd.",
  byAgent: "{name} heeft hem beëindigd.",
  stillReadable: "Wat er is gezegd, kun je hier nog lezen.",
  unsentKept: "Wat niet is verstuurd, blijft bewaard voor je volgende chat.",
  read: "Gesprek lezen",
  close: "Deze chat sluiten",
  deadLink: "Deze link opent geen chat meer.",

  // Who it is.
  signInProblem: "Het inloggen is niet gelukt",
  signInHint: "Log opnieuw in op deze site en kom dan terug naar de chat.",
  elsewhere: "Er is iemand anders ingelogd",
  elsewhereHint:
    "In een ander tabblad van deze browser staat de chat van iemand anders. Hier kun je verdergaan met de jouwe.",

  // Ending.
  reallyEnd: "Deze chat beëindigen?",
  endHint: "Je kunt hem daarna nog lezen.",
  yesEnd: "Chat beëindigen",
  noEnd: "Verder chatten",

  // Taking the chat along.
  scan: "Scan met je telefoon",
  linkHint: "Of kopieer de link. Wie de link heeft, kan deze chat lezen en erin schrijven.",
  link: "Link naar deze chat",
  code: "QR-code met de link naar deze chat",
  share: "Delen",
  copy: "Kopiëren",
  copied: "Gekopieerd",
  back: "Terug",
  noLink: "Er is op dit moment geen link naar deze chat.",
} satisfies MoreTexts;
