import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Turkish, and says “siz”; names and times stand where they need no ending. A link is “link”, since “bağlantı” is the connection. */
export const chat = {
  // The frame.
  chatWith: "{name} ile sohbet",
  minimise: "Küçült",

  // Before the first message.
  greeting: "Nasıl yardımcı olabiliriz?",
  hint: "Bize buradan yazın. Bu sayfayı kapatıp sonra dönebilirsiniz.",
  loading: "Lütfen bekleyin…",
  starting: "Başlatılıyor…",
  tryAgain: "Yeniden dene",

  // Under the title: how things stand.
  waiting: "Birinin müsait olması bekleniyor",
  nextInLine: "Sıradaki kişi sizsiniz",
  placeInLine: "Sıradaki yeriniz: {n}",
  here: "Şu an sizinle",
  agentReconnecting: "Yeniden bağlanıyor",
  notConnected: "Bağlı değil",
  keepingPlace: "Yeriniz tutuluyor",
  wereTalkingWith: "{name} ile konuşuyordunuz",
  hasEnded: "Bu sohbet sona erdi",

  // Messages.
  messages: "Mesajlar",
  you: "Siz",
  write: "Mesaj yazın",
  send: "Gönder",
  sending: "Gönderiliyor",
  waitingForNetwork: "Ağ bekleniyor",
  sent: "Gönderildi",
  seen: "Görüldü",
  notDelivered: "İletilmedi.",
  discard: "Sil",
  earlier: "Önceki mesajları göster",
  toNewest: "En yeni mesaja git",
  typing: "{name} yazıyor…",
  queued: "Biri müsait olur olmaz sizi bağlayacağız. Bu sayfayı kapatıp sonra dönebilirsiniz.",

  // What happened, between the messages.
  joined: "{name} katıldı",
  left: "{name} artık bu sohbette değil. Sıradaki kişi sizsiniz.",
  youWereAway: "{time} uzaktaydınız",
  endedByYou: "Sohbeti siz bitirdiniz",
  endedByLimit: "Uzakta olduğunuz için sohbet sona erdi",
  endedByAgent: "Sohbet bitirildi",
} satisfies ChatTexts;
