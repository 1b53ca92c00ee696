import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Italian, without “Lei” and with hardly a “tu”. */
export const chat = {
  // The launcher and the frame.
  openChat: "Apri la chat",
  closeChat: "Chiudi la chat",
  chatWith: "Chat con {name}",
  minimise: "Riduci",
  newMessages: { one: "{n} nuovo messaggio", many: "{n} di nuovi messaggi", other: "{n} nuovi messaggi" },
  waitingForYou: "La chat può riprendere",
  keepsYourPlace: "{name} tiene il posto riservato",
  options: "Opzioni",
  takeAlong: "Continua su un altro dispositivo",
  end: "Termina la chat",

  // Before the first message.
  greeting: "Come possiamo aiutare?",
  hint: "Qui è possibile scriverci. Si può chiudere la pagina e tornare.",
  loading: "Un momento…",
  starting: "Avvio in corso…",
  cantReach: "La chat non è raggiungibile al momento",
  nothingLost: "Nulla è andato perso.",
  startFailed:
    "Non è stato ancora possibile avviare la chat. Il testo è salvato, e riproveremo al ritorno della connessione.",
  tryAgain: "Riprova",

  // Under the title: how things stand.
  waiting: "In attesa di una persona disponibile",
  nextInLine: "Primo posto in coda",
  placeInLine: "Posto in coda: {n}",
  here: "Qui in chat",
  agentReconnecting: "Riconnessione in corso",
  notConnected: "Nessuna connessione",
  keepingPlace: "Il posto resta riservato",
  wereTalkingWith: "La conversazione era con {name}",
  hasEnded: "Questa chat è terminata",

  // The slim line about the connection.
  connecting: "Connessione in corso…",
  catchingUp: "Aggiornamento in corso…",
  offline: "Nessuna connessione. Ciò che si scrive viene salvato e inviato al ritorno della connessione.",
  unreachable: "La chat non è raggiungibile al momento. Nulla è andato perso.",
  nextTry: "Nuovo tentativo tra {time}",
  tryingNow: "Nuovo tentativo…",
  tryNow: "Prova ora",
  back: "La connessione è tornata.",
  backKept: "La connessione è tornata. {name} ha tenuto il posto riservato.",
  agentLost: "{name} ha perso la connessione. Il posto resta riservato; di solito basta un momento.",
  replaced: "Questa chat è stata riaperta altrove e continua lì.",
  forbidden: "Questo sito non può usare questa chat.",
  otherVersion: "Questa pagina non è aggiornata. Occorre ricaricarla.",
  refused: "La connessione è stata rifiutata.",
  blocked: "Questo browser non salva nulla per questo sito. Ricaricando la pagina, la chat ricomincia da capo.",

  // Messages.
  messages: "Messaggi",
  you: "Tu",
  write: "Scrivi un messaggio",
  send: "Invia",
  sending: "Invio in corso",
  waitingForNetwork: "In attesa della rete",
  sent: "Inviato",
  seen: "Letto",
  notDelivered: "Non consegnato.",
  discard: "Elimina",
  earlier: "Mostra i messaggi precedenti",
  toNewest: "Vai al messaggio più recente",
  typing: "{name} sta scrivendo…",
  tooLong: "Un messaggio ha al massimo {n} caratteri.",
  tooMany: "Troppi messaggi sono in attesa di invio. Questo resta qui fino ad allora.",
  queued: "La conversazione comincia appena una persona è disponibile. Si può chiudere la pagina e tornare.",

  // What happened, between the messages.
  joined: "{name} partecipa alla chat",
  left: "{name} non è più in questa chat. Il posto in coda è il primo.",
  youWereAway: "Assenza di {time}",
  endedByYou: "Hai terminato la chat",
  endedByLimit: "La chat è terminata durante l’assenza",
  endedByAgent: "La chat è stata terminata",
} satisfies ChatTexts;
