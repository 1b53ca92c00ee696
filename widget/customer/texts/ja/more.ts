import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Japanese. */
export const more = {
  // The prompt.
  welcomeBack: "おかえりなさい",
  welcomeBackName: "{name}さん、おかえりなさい",
  wereTalking: "{ago}まで{name}と会話していました。",
  wereWaiting: "{ago}まで順番をお待ちでした。",
  openElsewhere: "チャットは別の端末で開いています。",
  keepingUntil: "{name}が{time}までお待ちしています。",
  canReturnUntil: "{time}まで戻れます。",
  continueWith: "{name}と続ける",
  continue: "続ける",
  startNew: "新しいチャットを始める",

  // Over, or too late.
  endedAt: "このチャットは{time}に終了しました",
  endedAway: "不在時間が{time}を超えました。",
  endedAwayLong: "不在時間が長くなりました。",
  byYou: "ご自身で終了しました。",
  byAgent: "{name}が終了しました。",
  stillReadable: "会話の内容はここで引き続き読めます。",
  unsentKept: "未送信の内容は次のチャットのために保存されています。",
  read: "会話を読む",
  close: "このチャットを閉じる",
  deadLink: "このリンクではチャットを開けなくなりました。",

  // Who it is.
  signInProblem: "サインインできませんでした",
  signInHint: "このサイトにもう一度サインインしてから、チャットに戻ってください。",
  elsewhere: "別の方がサインインしています",
  elsewhereHint: "このブラウザの別のタブに、別の方のチャットがあります。ここではご自身のチャットを続けられます。",

  // Ending.
  reallyEnd: "このチャットを終了しますか？",
  endHint: "終了後も読むことができます。",
  yesEnd: "チャットを終了",
  noEnd: "チャットを続ける",

  // Taking the chat along.
  scan: "スマートフォンで読み取ってください",
  linkHint: "または、リンクをコピーしてください。リンクがあれば、誰でもこのチャットを読めます。",
  link: "このチャットのリンク",
  code: "このチャットのリンクのQRコード",
  copy: "コピー",
  copied: "コピーしました",
  back: "戻る",
  noLink: "現在、このチャットのリンクはありません。",
} satisfies MoreTexts;
