import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Turkish, and says “siz”; names and times stand where they need no ending. A link is “link”, since “bağlantı” is the connection. */
export const chat = {
  // The launcher and the frame.
  openChat: "Sohbeti aç",
  closeChat: "Sohbeti kapat",
  chatWith: "{name} ile sohbet",
  minimise: "Küçült",
  newMessages: { one: "{n} yeni mesaj", other: "{n} yeni mesaj" },
  waitingForYou: "Sohbetiniz sizi bekliyor",
  keepsYourPlace: "{name} yerinizi tutuyor",
  options: "Seçenekler",
  takeAlong: "Başka bir cihazda devam et",
  end: "Sohbeti bitir",

  // Before the first message.
  greeting: "Nasıl yardımcı olabiliriz?",
  hint: "Bize buradan yazın. Bu sayfayı kapatıp sonra dönebilirsiniz.",
  loading: "Lütfen bekleyin…",
  starting: "Başlatılıyor…",
  cantReach: "Şu anda sohbetinize ulaşamıyoruz",
  nothingLost: "Hiçbir şey kaybolmadı.",
  startFailed: "Sohbetiniz henüz başlatılamadı. Yazdıklarınız saklandı; bağlantı geri gelince yeniden deneyeceğiz.",
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

  // The slim line about the connection.
  connecting: "Bağlanıyor…",
  catchingUp: "Güncelleniyor…",
  offline: "Çevrimdışısınız. Yazdıklarınız saklanır ve bağlantı geri gelince gönderilir.",
  unreachable: "Şu anda sohbetinize ulaşamıyoruz. Hiçbir şey kaybolmadı.",
  nextTry: "{time} sonra yeniden denenecek",
  tryingNow: "Yeniden deneniyor…",
  tryNow: "Şimdi dene",
  back: "Geri döndünüz.",
  backKept: "Geri döndünüz. {name} yerinizi tuttu.",
  agentLost: "{name} bağlantısını kaybetti. Yerinizi tutuyoruz; bu genellikle kısa sürer.",
  replaced: "Bu sohbet başka bir yerde yeniden açıldı ve orada sürüyor.",
  forbidden: "Bu site bu sohbeti kullanamaz.",
  otherVersion: "Bu sayfa güncel değil. Lütfen yeniden yükleyin.",
  refused: "Bağlantı reddedildi.",
  blocked: "Bu tarayıcı bu site için hiçbir şey saklamıyor. Sayfayı yeniden yüklerseniz sohbet baştan başlar.",

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
  tooLong: "Bir mesaj en fazla {n} karakter olabilir.",
  tooMany: "Gönderilmeyi bekleyen çok fazla mesaj var. Bu mesaj o zamana kadar burada kalır.",
  queued: "Biri müsait olur olmaz sizi bağlayacağız. Bu sayfayı kapatıp sonra dönebilirsiniz.",

  // What happened, between the messages.
  joined: "{name} katıldı",
  left: "{name} artık bu sohbette değil. Sıradaki kişi sizsiniz.",
  youWereAway: "{time} uzaktaydınız",
  endedByYou: "Sohbeti siz bitirdiniz",
  endedByLimit: "Uzakta olduğunuz için sohbet sona erdi",
  endedByAgent: "Sohbet bitirildi",
} satisfies ChatTexts;
