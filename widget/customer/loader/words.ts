/** What the launcher says while it is alone, by language: what it is, how its card is put away, and that its panel did not come. */
export const WORDS: Readonly<Record<string, readonly [open: string, hide: string, lost: string]>> = {
  en: ["Open chat", "Hide", "The chat can't be reached. Try again."],
  de: ["Chat öffnen", "Ausblenden", "Der Chat ist nicht erreichbar. Nochmal versuchen."],
  fr: ["Ouvrir le chat", "Masquer", "Le chat est injoignable. Réessayer."],
  es: ["Abrir el chat", "Ocultar", "No se puede abrir el chat. Reintentar."],
  pt: ["Abrir o chat", "Ocultar", "Não foi possível abrir o chat. Tentar de novo."],
  it: ["Apri la chat", "Nascondi", "La chat non è raggiungibile. Riprova."],
  nl: ["Chat openen", "Verbergen", "De chat is niet bereikbaar. Opnieuw proberen."],
  pl: ["Otwórz czat", "Ukryj", "Nie można otworzyć czatu. Spróbuj ponownie."],
  tr: ["Sohbeti aç", "Gizle", "Sohbete ulaşılamıyor. Tekrar dene."],
  ja: ["チャットを開く", "隠す", "チャットに接続できません。もう一度試す"],
  zh: ["打开聊天", "隐藏", "无法打开聊天。重试"],
  ar: ["افتح الدردشة", "إخفاء", "تعذر فتح الدردشة. حاول مرة أخرى."],
};
