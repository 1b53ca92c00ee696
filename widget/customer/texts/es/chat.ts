import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Spanish, and says “usted”. */
export const chat = {
  // The frame.
  chatWith: "Chat con {name}",
  minimise: "Minimizar",

  // Before the first message.
  greeting: "¿Cómo podemos ayudar?",
  hint: "Escríbanos aquí. Puede cerrar esta página y volver.",
  loading: "Un momento…",
  starting: "Iniciando…",
  tryAgain: "Intentar de nuevo",

  // Under the title: how things stand.
  waiting: "A la espera de alguien disponible",
  nextInLine: "Su turno es el siguiente",
  placeInLine: "Su lugar en la fila: {n}",
  here: "Aquí con usted",
  agentReconnecting: "Reconectando",
  notConnected: "Sin conexión",
  keepingPlace: "Le guardamos el lugar",
  wereTalkingWith: "Usted hablaba con {name}",
  hasEnded: "Este chat ha terminado",

  // Messages.
  messages: "Mensajes",
  you: "Usted",
  write: "Escriba un mensaje",
  send: "Enviar",
  sending: "Enviando",
  waitingForNetwork: "A la espera de la red",
  sent: "Enviado",
  seen: "Leído",
  notDelivered: "No entregado.",
  discard: "Eliminar",
  earlier: "Mostrar mensajes anteriores",
  toNewest: "Ir al mensaje más reciente",
  typing: "{name} está escribiendo…",
  queued: "La conversación empezará en cuanto haya alguien disponible. Puede cerrar esta página y volver.",

  // What happened, between the messages.
  joined: "{name} se unió al chat",
  left: "{name} ya no está en este chat. Su turno es el siguiente.",
  youWereAway: "Usted estuvo fuera {time}",
  endedByYou: "Usted terminó el chat",
  endedByLimit: "El chat terminó porque usted no estaba",
  endedByAgent: "Se puso fin al chat",
} satisfies ChatTexts;
