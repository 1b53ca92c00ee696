import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Portuguese. */
export const more = {
  // The launcher.
  openChat: "Abrir o chat",
  closeChat: "Fechar o chat",
  newMessages: { one: "{n} mensagem nova", many: "{n} de mensagens novas", other: "{n} mensagens novas" },
  waitingForYou: "O seu chat está à sua espera",
  keepsYourPlace: "{name} guarda o seu lugar",

  // What can be done with a chat as a whole.
  takeAlong: "Continuar em outro dispositivo",
  end: "Terminar o chat",

  // What could not be asked, or said.
  cantReach: "O seu chat não está acessível agora",
  nothingLost: "Nada se perdeu.",
  startFailed:
    "Ainda não foi possível iniciar o seu chat. O seu texto está guardado, e tentaremos de novo quando a conexão voltar.",
  tooLong: "Uma mensagem tem no máximo {n} caracteres.",
  tooMany: "Há demasiadas mensagens por enviar. Esta fica aqui até lá.",

  // The slim line about the connection.
  connecting: "Conexão em curso…",
  catchingUp: "Atualização em curso…",
  offline: "Sem conexão. O que escrever fica guardado e é enviado quando a conexão voltar.",
  unreachable: "O seu chat não está acessível agora. Nada se perdeu.",
  nextTry: "Nova tentativa em {time}",
  tryingNow: "Nova tentativa…",
  tryNow: "Tentar agora",
  youAreBack: "A conexão voltou.",
  backKept: "A conexão voltou. {name} guardou o seu lugar.",
  agentLost: "{name} perdeu a conexão. O seu lugar está guardado; em geral é só um momento.",
  replaced: "Este chat foi aberto de novo em outro lugar e continua lá.",
  forbidden: "Este site não pode usar este chat.",
  otherVersion: "Esta página está desatualizada. Recarregue-a.",
  refused: "A conexão foi recusada.",
  blocked: "Este navegador não guarda nada deste site. Se recarregar a página, o chat começa do zero.",

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
  linkHint: "Ou copie o link. Quem tiver o link pode ler este chat e escrever nele.",
  link: "Link para este chat",
  code: "Código QR com o link para este chat",
  share: "Partilhar",
  copy: "Copiar",
  copied: "Copiado",
  back: "Voltar",
  noLink: "Por agora não há um link para este chat.",
} satisfies MoreTexts;
