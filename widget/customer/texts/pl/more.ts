import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Polish. */
export const more = {
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
  linkHint: "Albo skopiuj link. Kto ma link, może przeczytać ten czat.",
  link: "Link do tego czatu",
  code: "Kod QR z linkiem do tego czatu",
  copy: "Kopiuj",
  copied: "Skopiowano",
  back: "Wstecz",
  noLink: "W tej chwili nie ma linku do tego czatu.",
} satisfies MoreTexts;
