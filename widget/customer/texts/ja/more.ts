import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Japanese. */
export const more = {
  // The launcher.
  openChat: "チャットを開く",
  closeChat: "チャットを閉じる",
  newMessages: { other: "新着メッセージ{n}件" },
  waitingForYou: "チャットの続きができます",
  keepsYourPlace: "{name}がお待ちしています",

  // What can be done with a chat as a whole.
  takeAlong: "別の端末で続ける",
  end: "チャットを終了",

  // What could not be asked, or said.
  cantReach: "現在チャットにつながりません",
  nothingLost: "内容は失われていません。",
  startFailed: "チャットをまだ開始できていません。入力内容は保存されています。オンラインに戻ると再試行します。",
  tooLong: "メッセージは{n}文字までです。",
  tooMany: "送信待ちのメッセージが多すぎます。このメッセージは送信できるまでここに残ります。",

  // The slim line about the connection.
  connecting: "接続しています…",
  catchingUp: "更新しています…",
  offline: "オフラインです。入力内容は保存され、オンラインに戻ると送信されます。",
  unreachable: "現在チャットにつながりません。内容は失われていません。",
  nextTry: "{time}後に再試行します",
  tryingNow: "再試行しています…",
  tryNow: "今すぐ試す",
  youAreBack: "再接続しました。",
  backKept: "再接続しました。{name}がお待ちしていました。",
  agentLost: "{name}の接続が切れました。順番はそのままです。通常はすぐに戻ります。",
  replaced: "このチャットは別の場所で開かれ、そちらで続いています。",
  forbidden: "このサイトではこのチャットを利用できません。",
  otherVersion: "このページは古くなっています。再読み込みしてください。",
  refused: "接続が拒否されました。",
  blocked: "このブラウザはこのサイトのデータを保存しません。ページを再読み込みすると、チャットは最初からになります。",

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
  linkHint: "または、リンクをコピーしてください。リンクがあれば、誰でもこのチャットを読み、書き込めます。",
  link: "このチャットのリンク",
  code: "このチャットのリンクのQRコード",
  share: "共有",
  copy: "コピー",
  copied: "コピーしました",
  back: "戻る",
  noLink: "現在、このチャットのリンクはありません。",
} satisfies MoreTexts;
