import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Dutch, and says “je”. */
export const chat = {
  // The frame.
  chatWith: "Chat met {name}",
  minimise: "Minimaliseren",

  // Before the first message.
  greeting: "Waarmee kunnen we helpen?",
  hint: "Schrijf ons hier. Je kunt deze pagina sluiten en later terugkomen.",
  loading: "Een moment…",
  starting: "Chat wordt gestart…",
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
  queued: "We verbinden je zodra er iemand vrij is. Je kunt deze pagina sluiten en later terugkomen.",

  // What happened, between the messages.
  joined: "{name} doet nu mee",
  left: "{name} is niet meer in deze chat. Je bent als volgende aan de beurt.",
  youWereAway: "Je was {time} weg",
  endedByYou: "Je hebt de chat beëindigd",
  endedByLimit: "De chat is beëindigd omdat je weg was",
  endedByAgent: "De chat is beëindigd",
} satisfies ChatTexts;
