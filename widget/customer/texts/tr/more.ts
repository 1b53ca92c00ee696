import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Turkish. */
export const more = {
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
  linkHint: "Ya da linki kopyalayın. Linke sahip olan herkes bu sohbeti okuyabilir.",
  link: "Bu sohbetin linki",
  code: "Bu sohbetin linkini içeren QR kodu",
  copy: "Kopyala",
  copied: "Kopyalandı",
  back: "Geri",
  noLink: "Şu anda bu sohbet için bir link yok.",
} satisfies MoreTexts;
