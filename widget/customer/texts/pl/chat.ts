import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Polish, without “Pan” and “Pani”; names stand where they need no case, and no verb tells anybody's sex. */
export const chat = {
  // The frame.
  chatWith: "Czat: {name}",
  minimise: "Minimalizuj",

  // Before the first message.
  greeting: "W czym możemy pomóc?",
  hint: "Napisz do nas tutaj. Możesz zamknąć stronę i wrócić.",
  loading: "Chwileczkę…",
  starting: "Rozpoczynanie…",
  tryAgain: "Spróbuj ponownie",

  // Under the title: how things stand.
  waiting: "Oczekiwanie na wolną osobę",
  nextInLine: "Twoja kolej jest następna",
  placeInLine: "Twoje miejsce w kolejce: {n}",
  here: "Jest z Tobą",
  agentReconnecting: "Ponowne łączenie",
  notConnected: "Brak połączenia",
  keepingPlace: "Twoje miejsce czeka",
  wereTalkingWith: "Ostatnia rozmowa: {name}",
  hasEnded: "Ten czat jest zakończony",

  // Messages.
  messages: "Wiadomości",
  you: "Ty",
  write: "Napisz wiadomość",
  send: "Wyślij",
  sending: "Wysyłanie",
  waitingForNetwork: "Oczekiwanie na sieć",
  sent: "Wysłano",
  seen: "Przeczytano",
  notDelivered: "Nie dostarczono.",
  discard: "Usuń",
  earlier: "Pokaż wcześniejsze wiadomości",
  toNewest: "Do najnowszej wiadomości",
  typing: "{name} pisze…",
  queued: "Połączymy Cię, gdy tylko ktoś będzie wolny. Możesz zamknąć stronę i wrócić.",

  // What happened, between the messages.
  joined: "{name} dołącza do czatu",
  left: "{name} nie bierze już udziału w czacie. Twoja kolej jest następna.",
  youWereAway: "Twoja nieobecność: {time}",
  endedByYou: "Czat zakończony przez Ciebie",
  endedByLimit: "Czat zakończył się z powodu nieobecności",
  endedByAgent: "Czat został zakończony",
} satisfies ChatTexts;
