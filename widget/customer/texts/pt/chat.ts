import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Portuguese, in words that serve Brazil and Portugal alike: no gerunds, and hardly a “você”. */
export const chat = {
  // The launcher and the frame.
  openChat: "Abrir o chat",
  closeChat: "Fechar o chat",
  chatWith: "Chat com {name}",
  minimise: "Minimizar",
  newMessages: { one: "{n} mensagem nova", many: "{n} de mensagens novas", other: "{n} mensagens novas" },
  waitingForYou: "O seu chat está à sua espera",
  keepsYourPlace: "{name} guarda o seu lugar",
  options: "Opções",
  takeAlong: "Continuar em outro dispositivo",
  end: "Terminar o chat",

  // Before the first message.
  greeting: "Como podemos ajudar?",
  hint: "Escreva-nos aqui. Pode fechar esta página e voltar.",
  loading: "Um momento…",
  starting: "O chat vai começar…",
  cantReach: "O seu chat não está acessível agora",
  nothingLost: "Nada se perdeu.",
  startFailed:
    "Ainda não foi possível iniciar o seu chat. O seu texto está guardado, e tentaremos de novo quando a conexão voltar.",
  tryAgain: "Tentar de novo",

  // Under the title: how things stand.
  waiting: "À espera de alguém disponível",
  nextInLine: "A seguir é a sua vez",
  placeInLine: "O seu lugar na fila: {n}",
  here: "Aqui no chat",
  agentReconnecting: "Reconexão em curso",
  notConnected: "Sem conexão",
  keepingPlace: "O seu lugar está guardado",
  wereTalkingWith: "A sua conversa era com {name}",
  hasEnded: "Este chat terminou",

  // The slim line about the connection.
  connecting: "Conexão em curso…",
  catchingUp: "Atualização em curso…",
  offline: "Sem conexão. O que escrever fica guardado e é enviado quando a conexão voltar.",
  unreachable: "O seu chat não está acessível agora. Nada se perdeu.",
  nextTry: "Nova tentativa em {time}",
  tryingNow: "Nova tentativa…",
  tryNow: "Tentar agora",
  back: "A conexão voltou.",
  backKept: "A conexão voltou. {name} guardou o seu lugar.",
  agentLost: "{name} perdeu a conexão. O seu lugar está guardado; em geral é só um momento.",
  replaced: "Este chat foi aberto de novo em outro lugar e continua lá.",
  forbidden: "Este site não pode usar este chat.",
  otherVersion: "Esta página está desatualizada. Recarregue-a.",
  refused: "A conexão foi recusada.",
  blocked: "Este navegador não guarda nada deste site. Se recarregar a página, o chat começa do zero.",

  // Messages.
  messages: "Mensagens",
  you: "Você",
  write: "Escreva uma mensagem",
  send: "Enviar",
  sending: "Envio em curso",
  waitingForNetwork: "À espera da rede",
  sent: "Enviada",
  seen: "Lida",
  notDelivered: "Não entregue.",
  discard: "Apagar",
  earlier: "Mostrar mensagens anteriores",
  toNewest: "Ir para a mensagem mais recente",
  typing: "{name} escreve…",
  tooLong: "Uma mensagem tem no máximo {n} caracteres.",
  tooMany: "Há demasiadas mensagens por enviar. Esta fica aqui até lá.",
  queued: "O atendimento começa assim que houver alguém disponível. Pode fechar esta página e voltar.",

  // What happened, between the messages.
  joined: "{name} entrou no chat",
  left: "{name} já não está neste chat. A seguir é a sua vez.",
  youWereAway: "A sua ausência durou {time}",
  endedByYou: "O chat terminou a seu pedido",
  endedByLimit: "O chat terminou na sua ausência",
  endedByAgent: "O chat foi terminado",
} satisfies ChatTexts;
