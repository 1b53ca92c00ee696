import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Polish, without “Pan” and “Pani”; names stand where they need no case, and no verb tells anybody's sex. */
export const chat = {
  // The launcher and the frame.
  openChat: "Otwórz czat",
  closeChat: "Zamknij czat",
  chatWith: "Czat: {name}",
  minimise: "Minimalizuj",
  newMessages: {
    one: "{n} nowa wiadomość",
    few: "{n} nowe wiadomości",
    many: "{n} nowych wiadomości",
    other: "{n} nowej wiadomości",
  },
  waitingForYou: "Twój czat na Ciebie czeka",
  keepsYourPlace: "{name} trzyma Twoje miejsce",
  options: "Opcje",
  takeAlong: "Kontynuuj na innym urządzeniu",
  end: "Zakończ czat",

  // Before the first message.
  greeting: "W czym możemy pomóc?",
  hint: "Napisz do nas tutaj. Możesz zamknąć stronę i wrócić.",
  loading: "Chwileczkę…",
  starting: "Rozpoczynanie…",
  cantReach: "Nie możemy teraz połączyć się z czatem",
  nothingLost: "Nic nie przepadło.",
  startFailed:
    "Nie udało się jeszcze rozpocząć czatu. Twój tekst jest zapisany. Spróbujemy ponownie, gdy wróci połączenie.",
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

  // The slim line about the connection.
  connecting: "Łączenie…",
  catchingUp: "Aktualizowanie…",
  offline: "Jesteś offline. To, co piszesz, zapisujemy i wyślemy, gdy wróci połączenie.",
  unreachable: "Nie możemy teraz połączyć się z czatem. Nic nie przepadło.",
  nextTry: "Następna próba za {time}",
  tryingNow: "Trwa próba…",
  tryNow: "Spróbuj teraz",
  back: "Połączenie wróciło.",
  backKept: "Połączenie wróciło. {name} trzyma Twoje miejsce.",
  agentLost: "{name} nie ma teraz połączenia. Trzymamy Twoje miejsce; zwykle trwa to chwilę.",
  replaced: "Ten czat otwarto ponownie gdzie indziej i tam trwa dalej.",
  forbidden: "Ta witryna nie może używać tego czatu.",
  otherVersion: "Ta strona jest nieaktualna. Wczytaj ją ponownie.",
  refused: "Połączenie zostało odrzucone.",
  blocked:
    "Ta przeglądarka niczego nie zapisuje dla tej witryny. Po ponownym wczytaniu strony czat zacznie się od nowa.",

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
  tooLong: "Wiadomość może mieć najwyżej {n} znaków.",
  tooMany: "Zbyt wiele wiadomości czeka na wysłanie. Ta zostanie tutaj do tego czasu.",
  queued: "Połączymy Cię, gdy tylko ktoś będzie wolny. Możesz zamknąć stronę i wrócić.",

  // What happened, between the messages.
  joined: "{name} dołącza do czatu",
  left: "{name} nie bierze już udziału w czacie. Twoja kolej jest następna.",
  youWereAway: "Twoja nieobecność: {time}",
  endedByYou: "Czat zakończony przez Ciebie",
  endedByLimit: "Czat zakończył się z powodu nieobecności",
  endedByAgent: "Czat został zakończony",
} satisfies ChatTexts;
