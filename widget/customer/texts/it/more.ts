import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Italian. */
export const more = {
  // The prompt.
  welcomeBack: "Eccoci di nuovo",
  welcomeBackName: "Eccoci di nuovo, {name}",
  wereTalking: "La conversazione con {name} si è interrotta {ago}.",
  wereWaiting: "L’attesa in coda si è interrotta {ago}.",
  openElsewhere: "La chat è aperta su un altro dispositivo.",
  keepingUntil: "{name} tiene il posto riservato fino alle {time}.",
  canReturnUntil: "Si può tornare fino alle {time}.",
  continueWith: "Continua con {name}",
  continue: "Continua",
  startNew: "Inizia una nuova chat",

  // Over, or too late.
  endedAt: "Questa chat è terminata alle {time}",
  endedAway: "L’assenza è durata più di {time}.",
  endedAwayLong: "L’assenza è durata troppo a lungo.",
  byYou: "L’hai terminata tu.",
  byAgent: "L’ha terminata {name}.",
  stillReadable: "Ciò che è stato detto si può ancora leggere qui.",
  unsentKept: "Ciò che non è stato inviato resta salvato per la prossima chat.",
  read: "Leggi la conversazione",
  close: "Chiudi questa chat",
  deadLink: "Questo link non apre più alcuna chat.",

  // Who it is.
  signInProblem: "L’accesso non è riuscito",
  signInHint: "Occorre accedere di nuovo a questo sito e poi tornare alla chat.",
  elsewhere: "Ha effettuato l’accesso un’altra persona",
  elsewhereHint:
    "Un’altra scheda di questo browser contiene la chat di un’altra persona. Qui si può continuare la propria.",

  // Ending.
  reallyEnd: "Terminare questa chat?",
  endHint: "In seguito si potrà ancora leggere.",
  yesEnd: "Termina la chat",
  noEnd: "Continua la chat",

  // Taking the chat along.
  scan: "Inquadra il codice con il telefono",
  linkHint: "Oppure copia il link. Chi ha il link può leggere questa chat.",
  link: "Link a questa chat",
  code: "Codice QR con il link a questa chat",
  copy: "Copia",
  copied: "Copiato",
  back: "Indietro",
  noLink: "Al momento non c’è un link a questa chat.",
} satisfies MoreTexts;
