import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Spanish. */
export const more = {
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
  linkHint: "O copie el enlace. Quien tenga el enlace puede leer este chat.",
  link: "Enlace a este chat",
  code: "Código QR con el enlace a este chat",
  copy: "Copiar",
  copied: "Copiado",
  back: "Volver",
  noLink: "Por el momento no hay un enlace a este chat.",
} satisfies MoreTexts;
