import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Turkish. */
export const more = {
  // The launcher.
  openChat: "Sohbeti aç",
  closeChat: "Sohbeti kapat",
  newMessages: { one: "{n} yeni mesaj", other: "{n} yeni mesaj" },
  waitingForYou: "Sohbetiniz sizi bekliyor",
  keepsYourPlace: "{name} yerinizi tutuyor",

  // What can be done with a chat as a whole.
  takeAlong: "Başka bir cihazda devam et",
  end: "Sohbeti bitir",

  // What could not be asked, or said.
  cantReach: "Şu anda sohbetinize ulaşamıyoruz",
  nothingLost: "Hiçbir şey kaybolmadı.",
  startFailed: "Sohbetiniz henüz başlatılamadı. Yazdıklarınız saklandı; bağlantı geri gelince yeniden deneyeceğiz.",
  tooLong: "Bir mesaj en fazla {n} karakter olabilir.",
  tooMany: "Gönderilmeyi bekleyen çok fazla mesaj var. Bu mesaj o zamana kadar burada kalır.",

  // The slim line about the connection.
  connecting: "Bağlanıyor…",
  catchingUp: "Güncelleniyor…",
  offline: "Çevrimdışısınız. Yazdıklarınız saklanır ve bağlantı geri gelince gönderilir.",
  unreachable: "Şu anda sohbetinize ulaşamıyoruz. Hiçbir şey kaybolmadı.",
  nextTry: "{time} sonra yeniden denenecek",
  tryingNow: "Yeniden deneniyor…",
  tryNow: "Şimdi dene",
  youAreBack: "Geri döndünüz.",
  backKept: "Geri döndünüz. {name} yerinizi tuttu.",
  agentLost: "{name} bağlantısını kaybetti. Yerinizi tutuyoruz; bu genellikle kısa sürer.",
  replaced: "Bu sohbet başka bir yerde yeniden açıldı ve orada sürüyor.",
  forbidden: "Bu site bu sohbeti kullanamaz.",
  otherVersion: "Bu sayfa güncel değil. Lütfen yeniden yükleyin.",
  refused: "Bağlantı reddedildi.",
  blocked: "Bu tarayıcı bu site için hiçbir şey saklamıyor. Sayfayı yeniden yüklerseniz sohbet baştan başlar.",

  // The prompt.
  welcomeBack: "Tekrar hoş geldiniz",
  welcomeBackName: "Tekrar hoş geldiniz, {name}",
  wereTalking: "{name} ile {ago} konuşuyordunuz.",
  wereWaiting: "Sırada {ago} bekliyordunuz.",
  openElsewhere: "Sohbetiniz başka bir cihazda açık.",
  keepingUntil: "{name}, saat {time} olana kadar yerinizi tutuyor.",
  canReturnUntil: "Saat {time} olana kadar dönebilirsiniz.",
  continueWith: "{name} ile devam et",
  continue: "Devam et",
  startNew: "Yeni sohbet başlat",

  // Over, or too late.
  endedAt: "Bu sohbet saat {time} itibarıyla sona erdi",
  endedAway: "Uzakta kaldığınız süre {time} sınırını aştı.",
  endedAwayLong: "Çok uzun süre uzakta kaldınız.",
  byYou: "Sohbeti siz bitirdiniz.",
  byAgent: "Sohbeti {name} bitirdi.",
  stillReadable: "Konuşulanlar hâlâ burada okunabilir.",
  unsentKept: "Gönderilmeyenler bir sonraki sohbetiniz için saklanır.",
  read: "Konuşmayı oku",
  close: "Bu sohbeti kapat",
  deadLink: "Bu link artık bir sohbet açmıyor.",

  // Who it is.
  signInProblem: "Oturum açılamadı",
  signInHint: "Bu sitede yeniden oturum açın, sonra sohbete dönün.",
  elsewhere: "Başka biri oturum açmış",
  elsewhereHint:
    "Bu tarayıcının başka bir sekmesinde başka birinin sohbeti var. Burada kendi sohbetinize devam edebilirsiniz.",

  // Ending.
  reallyEnd: "Bu sohbet bitirilsin mi?",
  endHint: "Sonra da okuyabilirsiniz.",
  yesEnd: "Sohbeti bitir",
  noEnd: "Sohbete devam et",

  // Taking the chat along.
  scan: "Telefonunuzla tarayın",
  linkHint: "Ya da linki kopyalayın. Linke sahip olan herkes bu sohbeti okuyabilir ve sohbete yazabilir.",
  link: "Bu sohbetin linki",
  code: "Bu sohbetin linkini içeren QR kodu",
  share: "Paylaş",
  copy: "Kopyala",
  copied: "Kopyalandı",
  back: "Geri",
  noLink: "Şu anda bu sohbet için bir link yok.",
} satisfies MoreTexts;
