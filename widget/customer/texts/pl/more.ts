import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Polish. */
export const more = {
  // The launcher.
  openChat: "Otwórz czat",
  closeChat: "Zamknij czat",
  newMessages: {
    one: "{n} nowa wiadomość",
    few: "{n} nowe wiadomości",
    many: "{n} nowych wiadomości",
    other: "{n} nowej wiadomości",
  },
  waitingForYou: "Twój czat na Ciebie czeka",
  keepsYourPlace: "{name} trzyma Twoje miejsce",

  // What can be done with a chat as a whole.
  takeAlong: "Kontynuuj na innym urządzeniu",
  end: "Zakończ czat",

  // What could not be asked, or said.
  cantReach: "Nie możemy teraz połączyć się z czatem",
  nothingLost: "Nic nie przepadło.",
  startFailed:
    "Nie udało się jeszcze rozpocząć czatu. Twój tekst jest zapisany. Spróbujemy ponownie, gdy wróci połączenie.",
  tooLong: "Wiadomość może mieć najwyżej {n} znaków.",
  tooMany: "Zbyt wiele wiadomości czeka na wysłanie. Ta zostanie tutaj do tego czasu.",

  // The slim line about the connection.
  connecting: "Łączenie…",
  catchingUp: "Aktualizowanie…",
  offline: "Jesteś offline. To, co piszesz, zapisujemy i wyślemy, gdy wróci połączenie.",
  unreachable: "Nie możemy teraz połączyć się z czatem. Nic nie przepadło.",
  nextTry: "Następna próba za {time}",
  tryingNow: "Trwa próba…",
  tryNow: "Spróbuj teraz",
  youAreBack: "Połączenie wróciło.",
  backKept: "Połączenie wróciło. {name} trzyma Twoje miejsce.",
  agentLost: "{name} nie ma teraz połączenia. Trzymamy Twoje miejsce; zwykle trwa to chwilę.",
  replaced: "Ten czat otwarto ponownie gdzie indziej i tam trwa dalej.",
  forbidden: "Ta witryna nie może używać tego czatu.",
  otherVersion: "Ta strona jest nieaktualna. Wczytaj ją ponownie.",
  refused: "Połączenie zostało odrzucone.",
  blocked:
    "Ta przeglądarka niczego nie zapisuje dla tej witryny. Po ponownym wczytaniu strony czat zacznie się od nowa.",

  // The prompt.
  welcomeBack: "Witaj ponownie",
  welcomeBackName: "Witaj ponownie, {name}",
  wereTalking: "Ostatnia rozmowa: {name}, {ago}.",
  wereWaiting: "Ostatnie oczekiwanie w kolejce: {ago}.",
  openElsewhere: "Twój czat jest otwarty na innym urządzeniu.",
  keepingUntil: "{name} trzyma Twoje miejsce do {time}.",
  canReturnUntil: "Możesz wrócić najpóźniej o {time}.",
  continueWith: "Kontynuuj rozmowę: {name}",
  continue: "Kontynuuj",
  startNew: "Rozpocznij nowy czat",

  // Over, or too late.
  endedAt: "Ten czat zakończył się o {time}",
  endedAway: "Twoja nieobecność była dłuższa niż {time}.",
  endedAwayLong: "Twoja nieobecność trwała zbyt długo.",
  byYou: "Zakończony przez Ciebie.",
  byAgent: "Zakończony przez: {name}.",
  stillReadable: "Rozmowę nadal można tu przeczytać.",
  unsentKept: "To, czego nie wysłano, jest zapisane na następny czat.",
  read: "Przeczytaj rozmowę",
  close: "Zamknij ten czat",
  deadLink: "Ten link nie otwiera już żadnego czatu.",

  // Who it is.
  signInProblem: "Logowanie nie powiodło się",
  signInHint: "Zaloguj się ponownie w tej witrynie, a potem wróć do czatu.",
  elsewhere: "Zalogowana jest inna osoba",
  elsewhereHint: "W innej karcie tej przeglądarki jest czat innej osoby. Tutaj możesz kontynuować swój.",

  // Ending.
  reallyEnd: "Zakończyć ten czat?",
  endHint: "Potem nadal będzie można go przeczytać.",
  yesEnd: "Zakończ czat",
  noEnd: "Rozmawiaj dalej",

  // Taking the chat along.
  scan: "Zeskanuj telefonem",
  linkHint: "Albo skopiuj link. Kto ma link, może czytać ten czat i w nim pisać.",
  link: "Link do tego czatu",
  code: "Kod QR z linkiem do tego czatu",
  share: "Udostępnij",
  copy: "Kopiuj",
  copied: "Skopiowano",
  back: "Wstecz",
  noLink: "W tej chwili nie ma linku do tego czatu.",
} satisfies MoreTexts;
