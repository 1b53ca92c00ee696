/** What the launcher says while it is alone: what it does, and that the chat did not come. A line for each language. */
const WORDS = `en|Open chat|No connection. Try again
de|Chat öffnen|Keine Verbindung. Nochmal versuchen
fr|Ouvrir le chat|Pas de connexion. Réessayer
es|Abrir el chat|Sin conexión. Reintentar
pt|Abrir o chat|Sem ligação. Tentar de novo
it|Apri la chat|Nessuna connessione. Riprova
nl|Chat openen|Geen verbinding. Opnieuw proberen
pl|Otwórz czat|Brak połączenia. Spróbuj ponownie
tr|Sohbeti aç|Bağlantı yok. Tekrar dene
ja|チャットを開く|接続できません。再試行
zh|打开聊天|无法连接。重试
ar|فتح الدردشة|لا يوجد اتصال. حاول مرة أخرى`;

/** In the language of this table of texts. */
export const wordsOf = (table: string): string[] => new RegExp(`${table}\\|(.+)\\|(.+)`).exec(WORDS) ?? [];
