import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Italian. */
export const more = {
  // The launcher.
  openChat: "Apri la chat",
  closeChat: "Chiudi la chat",
  newMessages: { one: "{n} nuovo messaggio", many: "{n} di nuovi messaggi", other: "{n} nuovi messaggi" },
  waitingForYou: "La chat può riprendere",
  keepsYourPlace: "{name} tiene il posto riservato",

  // What can be done with a chat as a whole.
  takeAlong: "Continua su un altro dispositivo",
  end: "Termina la chat",

  // What could not be asked, or said.
  cantReach: "La chat non è raggiungibile al momento",
  nothingLost: "Nulla è andato perso.",
  startFailed:
    "Non è stato ancora possibile avviare la chat. Il testo è salvato, e riproveremo al ritorno della connessione.",
  tooLong: "Un messaggio ha al massimo {n} caratteri.",
  tooMany: "Troppi messaggi sono in attesa di invio. Questo resta qui fino ad allora.",

  // The slim line about the connection.
  connecting: "Connessione in corso…",
  catchingUp: "Aggiornamento in corso…",
  offline: "Nessuna connessione. Ciò che si scrive viene salvato e inviato al ritorno della connessione.",
  unreachable: "La chat non è raggiungibile al momento. Nulla è andato perso.",
  nextTry: "Nuovo tentativo tra {time}",
  tryingNow: "Nuovo tentativo…",
  tryNow: "Prova ora",
  youAreBack: "La connessione è tornata.",
  backKept: "La connessione è tornata. {name} ha tenuto il posto riservato.",
  agentLost: "{name} ha perso la connessione. Il posto resta riservato; di solito basta un momento.",
  replaced: "Questa chat è stata riaperta altrove e continua lì.",
  forbidden: "Questo sito non può usare questa chat.",
  otherVersion: "Questa pagina non è aggiornata. Occorre ricaricarla.",
  refused: "La connessione è stata rifiutata.",
  blocked: "Questo browser non salva nulla per questo sito. Ricaricando la pagina, la chat ricomincia da capo.",

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
  linkHint: "Oppure copia il link. Chi ha il link può leggere questa chat e scriverci.",
  link: "Link a questa chat",
  code: "Codice QR con il link a questa chat",
  share: "Condividi",
  copy: "Copia",
  copied: "Copiato",
  back: "Indietro",
  noLink: "Al momento non c’è un link a questa chat.",
} satisfies MoreTexts;
