import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Portuguese, in words that serve Brazil and Portugal alike: no gerunds, and hardly a “você”. */
export const chat = {
  // The frame.
  chatWith: "Chat com {name}",
  minimise: "Minimizar",

  // Before the first message.
  greeting: "Como podemos ajudar?",
  hint: "Escreva-nos aqui. Pode fechar esta página e voltar.",
  loading: "Um momento…",
  starting: "O chat vai começar…",
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
  queued: "O atendimento começa assim que houver alguém disponível. Pode fechar esta página e voltar.",

  // What happened, between the messages.
  joined: "{name} entrou no chat",
  left: "{name} já não está neste chat. A seguir é a sua vez.",
  youWereAway: "A sua ausência durou {time}",
  endedByYou: "O chat terminou a seu pedido",
  endedByLimit: "O chat terminou na sua ausência",
  endedByAgent: "O chat foi terminado",
} satisfies ChatTexts;
