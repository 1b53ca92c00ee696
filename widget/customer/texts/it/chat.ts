import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Italian, without “Lei” and with hardly a “tu”. */
export const chat = {
  // The frame.
  chatWith: "Chat con {name}",
  minimise: "Riduci",

  // Before the first message.
  greeting: "Come possiamo aiutare?",
  hint: "Qui è possibile scriverci. Si può chiudere la pagina e tornare.",
  loading: "Un momento…",
  starting: "Avvio in corso…",
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
  queued: "La conversazione comincia appena una persona è disponibile. Si può chiudere la pagina e tornare.",

  // What happened, between the messages.
  joined: "{name} partecipa alla chat",
  left: "{name} non è più in questa chat. Il posto in coda è il primo.",
  youWereAway: "Assenza di {time}",
  endedByYou: "Hai terminato la chat",
  endedByLimit: "La chat è terminata durante l’assenza",
  endedByAgent: "La chat è stata terminata",
} satisfies ChatTexts;
