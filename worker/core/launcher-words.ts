import type { Language } from "./language.ts";

/** What the widget's launcher says before any more of the widget is loaded. */
export interface LauncherWords {
  /** What it does. */
  readonly open: string;
  /** That the chat could not be loaded, in two lines. */
  readonly lost: string;
}

// With the settings, so that no page pays for a language that its customer does not read. As the widget's own texts say it.
const WORDS: Readonly<Record<string, readonly [open: string, lost: string, again: string]>> = {
  en: ["Open chat", "We can't reach your chat right now", "Try again"],
  de: ["Chat öffnen", "Ihr Chat ist gerade nicht erreichbar", "Erneut versuchen"],
  fr: ["Ouvrir la discussion", "Votre discussion est inaccessible pour l’instant", "Réessayer"],
  es: ["Abrir el chat", "Ahora no podemos acceder a su chat", "Intentar de nuevo"],
  pt: ["Abrir o chat", "O seu chat não está acessível agora", "Tentar de novo"],
  it: ["Apri la chat", "La chat non è raggiungibile al momento", "Riprova"],
  nl: ["Chat openen", "We kunnen je chat nu niet bereiken", "Opnieuw proberen"],
  pl: ["Otwórz czat", "Nie możemy teraz połączyć się z czatem", "Spróbuj ponownie"],
  tr: ["Sohbeti aç", "Şu anda sohbetinize ulaşamıyoruz", "Yeniden dene"],
  ja: ["チャットを開く", "現在チャットにつながりません", "もう一度試す"],
  zh: ["打开对话", "目前无法连接到您的对话", "重试"],
  ar: ["فتح المحادثة", "يتعذر الوصول إلى محادثتك الآن", "إعادة المحاولة"],
};

export function launcherWords({ table }: Language): LauncherWords {
  const [open = "", lost = "", again = ""] = WORDS[table] ?? [];
  return { open, lost: `${lost}\n${again}` };
}
