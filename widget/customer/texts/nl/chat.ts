import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Dutch, and says “je”. */
export const chat = {
  // The launcher and the frame.
  openChat: "Chat openen",
  closeChat: "Chat sluiten",
  chatWith: "Chat met {name}",
  minimise: "Minimaliseren",
  newMessages: { one: "{n} nieuw bericht", other: "{n} nieuwe berichten" },
  waitingForYou: "Je chat wacht op je",
  keepsYourPlace: "{name} houdt je plek vrij",
  options: "Opties",
  takeAlong: "Verdergaan op een ander apparaat",
  end: "Chat beëindigen",

  // Before the first message.
  greeting: "Waarmee kunnen we helpen?",
  hint: "Schrijf ons hier. Je kunt deze pagina sluiten en later terugkomen.",
  loading: "Een moment…",
  starting: "Chat wordt gestart…",
  cantReach: "We kunnen je chat nu niet bereiken",
  nothingLost: "Er is niets verloren.",
  startFailed:
    "Je chat kon nog niet worden gestart. Wat je schreef is bewaard, en we proberen het opnieuw zodra je weer online bent.",
  tryAgain: "Opnieuw proberen",

  // Under the title: how things stand.
  waiting: "Je wacht tot er iemand vrij is",
  nextInLine: "Je bent als volgende aan de beurt",
  placeInLine: "Je bent nummer {n} in de rij",
  here: "Nu bij je",
  agentReconnecting: "Maakt opnieuw verbinding",
  notConnected: "Niet verbonden",
  keepingPlace: "Je plek blijft vrij",
  wereTalkingWith: "Je sprak met {name}",
  hasEnded: "Deze chat is beëindigd",

  // The slim line about the connection.
  connecting: "Verbinding maken…",
  catchingUp: "Bijwerken…",
  offline: "Je bent offline. Wat je schrijft, wordt bewaard en verstuurd zodra je terug bent.",
  unreachable: "We kunnen je chat nu niet bereiken. Er is niets verloren.",
  nextTry: "Volgende poging over {time}",
  tryingNow: "Nieuwe poging…",
  tryNow: "Nu proberen",
  back: "Je bent terug.",
  backKept: "Je bent terug. {name} heeft je plek vrijgehouden.",
  agentLost: "{name} heeft geen verbinding meer. Je plek blijft vrij; meestal duurt het maar even.",
  replaced: "Deze chat is ergens anders opnieuw geopend en gaat daar verder.",
  forbidden: "Deze site mag deze chat niet gebruiken.",
  otherVersion: "Deze pagina is verouderd. Laad de pagina opnieuw.",
  refused: "De verbinding is geweigerd.",
  blocked:
    "Deze browser bewaart niets voor deze site. Als je de pagina opnieuw laadt, begint de chat van voren af aan.",

  // Messages.
  messages: "Berichten",
  you: "Jij",
  write: "Schrijf een bericht",
  send: "Versturen",
  sending: "Wordt verstuurd",
  waitingForNetwork: "Wacht op het netwerk",
  sent: "Verstuurd",
  seen: "Gelezen",
  notDelivered: "Niet afgeleverd.",
  discard: "Verwijderen",
  earlier: "Eerdere berichten tonen",
  toNewest: "Naar het nieuwste bericht",
  typing: "{name} schrijft…",
  tooLong: "Een bericht heeft hoogstens {n} tekens.",
  tooMany: "Er wachten te veel berichten op verzending. Dit bericht blijft tot dan hier.",
  queued: "We verbinden je zodra er iemand vrij is. Je kunt deze pagina sluiten en later terugkomen.",

  // What happened, between the messages.
  joined: "{name} doet nu mee",
  left: "{name} is niet meer in deze chat. Je bent als volgende aan de beurt.",
  youWereAway: "Je was {time} weg",
  endedByYou: "Je hebt de chat beëindigd",
  endedByLimit: "De chat is beëindigd omdat je weg was",
  endedByAgent: "De chat is beëindigd",
} satisfies ChatTexts;
