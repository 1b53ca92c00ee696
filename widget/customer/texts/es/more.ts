import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Spanish. */
export const more = {
  // The launcher.
  openChat: "Abrir el chat",
  closeChat: "Cerrar el chat",
  newMessages: { one: "{n} mensaje nuevo", many: "{n} de mensajes nuevos", other: "{n} mensajes nuevos" },
  waitingForYou: "Su chat sigue esperando",
  keepsYourPlace: "{name} le guarda el lugar",

  // What can be done with a chat as a whole.
  takeAlong: "Continuar en otro dispositivo",
  end: "Terminar el chat",

  // What could not be asked, or said.
  cantReach: "Ahora no podemos acceder a su chat",
  nothingLost: "No se ha perdido nada.",
  startFailed:
    "Su chat aún no se ha podido iniciar. Lo que escribió está guardado, y lo intentaremos de nuevo cuando vuelva a tener conexión.",
  tooLong: "Un mensaje tiene como máximo {n} caracteres.",
  tooMany: "Hay demasiados mensajes por enviar. Este se queda aquí hasta entonces.",

  // The slim line about the connection.
  connecting: "Conectando…",
  catchingUp: "Actualizando…",
  offline: "No tiene conexión. Lo que escriba se guarda y se envía cuando la recupere.",
  unreachable: "Ahora no podemos acceder a su chat. No se ha perdido nada.",
  nextTry: "Próximo intento en {time}",
  tryingNow: "Intentando ahora…",
  tryNow: "Intentar ahora",
  youAreBack: "Ya está de vuelta.",
  backKept: "Ya está de vuelta. {name} le guardó el lugar.",
  agentLost: "{name} perdió la conexión. Le guardamos el lugar; suele ser solo un momento.",
  replaced: "Este chat se abrió de nuevo en otra parte y continúa allí.",
  forbidden: "Este sitio no puede usar este chat.",
  otherVersion: "Esta página está desactualizada. Cárguela de nuevo.",
  refused: "La conexión fue rechazada.",
  blocked: "Este navegador no guarda nada de este sitio. Si carga la página de nuevo, el chat empezará de cero.",

  // The prompt.
  welcomeBack: "Hola de nuevo",
  welcomeBackName: "Hola de nuevo, {name}",
  wereTalking: "Usted hablaba con {name} {ago}.",
  wereWaiting: "Usted esperaba su turno {ago}.",
  openElsewhere: "Su chat está abierto en otro dispositivo.",
  keepingUntil: "{name} le guarda el lugar hasta las {time}.",
  canReturnUntil: "Puede volver hasta las {time}.",
  continueWith: "Continuar con {name}",
  continue: "Continuar",
  startNew: "Iniciar un chat nuevo",

  // Over, or too late.
  endedAt: "Este chat terminó a las {time}",
  endedAway: "Usted estuvo fuera más de {time}.",
  endedAwayLong: "Usted estuvo fuera demasiado tiempo.",
  byYou: "Usted lo terminó.",
  byAgent: "{name} lo terminó.",
  stillReadable: "Lo que se dijo aún se puede leer aquí.",
  unsentKept: "Lo que no se envió se guarda para su próximo chat.",
  read: "Leer la conversación",
  close: "Cerrar este chat",
  deadLink: "Este enlace ya no abre ningún chat.",

  // Who it is.
  signInProblem: "No se pudo iniciar su sesión",
  signInHint: "Inicie sesión de nuevo en este sitio y después vuelva al chat.",
  elsewhere: "Otra persona ha iniciado sesión",
  elsewhereHint: "Otra pestaña de este navegador tiene el chat de otra persona. Aquí puede continuar el suyo.",

  // Ending.
  reallyEnd: "¿Terminar este chat?",
  endHint: "Después aún podrá leerlo.",
  yesEnd: "Terminar el chat",
  noEnd: "Seguir en el chat",

  // Taking the chat along.
  scan: "Escanee con su teléfono",
  linkHint: "O copie el enlace. Quien tenga el enlace puede leer este chat y escribir en él.",
  link: "Enlace a este chat",
  code: "Código QR con el enlace a este chat",
  share: "Compartir",
  copy: "Copiar",
  copied: "Copiado",
  back: "Volver",
  noLink: "Por el momento no hay un enlace a este chat.",
} satisfies MoreTexts;
