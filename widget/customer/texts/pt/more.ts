import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Portuguese. */
export const more = {
  // The prompt.
  welcomeBack: "Olá de novo",
  welcomeBackName: "Olá de novo, {name}",
  wereTalking: "A sua conversa com {name} parou {ago}.",
  wereWaiting: "A sua espera na fila parou {ago}.",
  openElsewhere: "O seu chat está aberto em outro dispositivo.",
  keepingUntil: "{name} guarda o seu lugar até às {time}.",
  canReturnUntil: "Pode voltar até às {time}.",
  continueWith: "Continuar com {name}",
  continue: "Continuar",
  startNew: "Iniciar um novo chat",

  // Over, or too late.
  endedAt: "Este chat terminou às {time}",
  endedAway: "A sua ausência durou mais de {time}.",
  endedAwayLong: "A sua ausência foi demasiado longa.",
  byYou: "Terminou a seu pedido.",
  byAgent: "Foi terminado por {name}.",
  stillReadable: "O que foi dito ainda pode ser lido aqui.",
  unsentKept: "O que não foi enviado fica guardado para o seu próximo chat.",
  read: "Ler a conversa",
  close: "Fechar este chat",
  deadLink: "Este link já não abre nenhum chat.",

  // Who it is.
  signInProblem: "Não foi possível iniciar a sua sessão",
  signInHint: "Inicie a sessão de novo neste site e depois volte ao chat.",
  elsewhere: "Outra pessoa iniciou a sessão",
  elsewhereHint: "Outra janela deste navegador tem o chat de outra pessoa. Aqui pode continuar o seu.",

  // Ending.
  reallyEnd: "Terminar este chat?",
  endHint: "Depois ainda o poderá ler.",
  yesEnd: "Terminar o chat",
  noEnd: "Continuar no chat",

  // Taking the chat along.
  scan: "Leia o código com o telefone",
  linkHint: "Ou copie o link. Quem tiver o link pode ler este chat.",
  link: "Link para este chat",
  code: "Código QR com o link para este chat",
  copy: "Copiar",
  copied: "Copiado",
  back: "Voltar",
  noLink: "Por agora não há um link para este chat.",
} satisfies MoreTexts;
