import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Spanish, and says “usted”. */
export const chat = {
  // The launcher and the frame.
  openChat: "Abrir el chat",
  closeChat: "Cerrar el chat",
  chatWith: "Chat con {name}",
  minimise: "Minimizar",
  newMessages: { one: "{n} mensaje nuevo", many: "{n} de mensajes nuevos", other: "{n} mensajes nuevos" },
  waitingForYou: "Su chat sigue esperando",
  keepsYourPlace: "{name} le guarda el lugar",
  options: "Opciones",
  takeAlong: "Continuar en otro dispositivo",
  end: "Terminar el chat",

  // Before the first message.
  greeting: "¿Cómo podemos ayudar?",
  hint: "Escríbanos aquí. Puede cerrar esta página y volver.",
  loading: "Un momento…",
  starting: "Iniciando…",
  cantReach: "Ahora no podemos acceder a su chat",
  nothingLost: "No se ha perdido nada.",
  startFailed:
    "Su chat aún no se ha podido iniciar. Lo que escribió está guardado, y lo intentaremos de nuevo cuando vuelva a tener conexión.",
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

  // The slim line about the connection.
  connecting: "Conectando…",
  catchingUp: "Actualizando…",
  offline: "No tiene conexión. Lo que escriba se guarda y se envía cuando la recupere.",
  unreachable: "Ahora no podemos acceder a su chat. No se ha perdido nada.",
  nextTry: "Próximo intento en {time}",
  tryingNow: "Intentando ahora…",
  tryNow: "Intentar ahora",
  back: "Ya está de vuelta.",
  backKept: "Ya está de vuelta. {name} le guardó el lugar.",
  agentLost: "{name} perdió la conexión. Le guardamos el lugar; suele ser solo un momento.",
  replaced: "Este chat se abrió de nuevo en otra parte y continúa allí.",
  forbidden: "Este sitio no puede usar este chat.",
  otherVersion: "Esta página está desactualizada. Cárguela de nuevo.",
  refused: "La conexión fue rechazada.",
  blocked: "Este navegador no guarda nada de este sitio. Si carga la página de nuevo, el chat empezará de cero.",

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
  tooLong: "Un mensaje tiene como máximo {n} caracteres.",
  tooMany: "Hay demasiados mensajes por enviar. Este se queda aquí hasta entonces.",
  queued: "La conversación empezará en cuanto haya alguien disponible. Puede cerrar esta página y volver.",

  // What happened, between the messages.
  joined: "{name} se unió al chat",
  left: "{name} ya no está en este chat. Su turno es el siguiente.",
  youWereAway: "Usted estuvo fuera {time}",
  endedByYou: "Usted terminó el chat",
  endedByLimit: "El chat terminó porque usted no estaba",
  endedByAgent: "Se puso fin al chat",
} satisfies ChatTexts;
