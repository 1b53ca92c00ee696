import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Dutch. */
export const more = {
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
  linkHint: "Of kopieer de link. Wie de link heeft, kan deze chat lezen.",
  link: "Link naar deze chat",
  code: "QR-code met de link naar deze chat",
  copy: "Kopiëren",
  copied: "Gekopieerd",
  back: "Terug",
  noLink: "Er is op dit moment geen link naar deze chat.",
} satisfies MoreTexts;
