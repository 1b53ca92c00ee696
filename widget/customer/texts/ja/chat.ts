import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Japanese, in です and ます. */
export const chat = {
  // The launcher and the frame.
  openChat: "チャットを開く",
  closeChat: "チャットを閉じる",
  chatWith: "{name}とのチャット",
  minimise: "最小化",
  newMessages: { other: "新着メッセージ{n}件" },
  waitingForYou: "チャットの続きができます",
  keepsYourPlace: "{name}がお待ちしています",
  options: "オプション",
  takeAlong: "別の端末で続ける",
  end: "チャットを終了",

  // Before the first message.
  greeting: "どのようなご用件でしょうか？",
  hint: "こちらにご記入ください。ページを閉じても、あとで戻れます。",
  loading: "お待ちください…",
  starting: "開始しています…",
  cantReach: "現在チャットにつながりません",
  nothingLost: "内容は失われていません。",
  startFailed: "チャットをまだ開始できていません。入力内容は保存されています。オンラインに戻ると再試行します。",
  tryAgain: "もう一度試す",

  // Under the title: how things stand.
  waiting: "担当者が空くのを待っています",
  nextInLine: "次にご案内します",
  placeInLine: "順番は{n}番目です",
  here: "対応中です",
  agentReconnecting: "再接続しています",
  notConnected: "接続していません",
  keepingPlace: "お待ちしています",
  wereTalkingWith: "{name}と会話していました",
  hasEnded: "このチャットは終了しました",

  // The slim line about the connection.
  connecting: "接続しています…",
  catchingUp: "更新しています…",
  offline: "オフラインです。入力内容は保存され、オンラインに戻ると送信されます。",
  unreachable: "現在チャットにつながりません。内容は失われていません。",
  nextTry: "{time}後に再試行します",
  tryingNow: "再試行しています…",
  tryNow: "今すぐ試す",
  back: "再接続しました。",
  backKept: "再接続しました。{name}がお待ちしていました。",
  agentLost: "{name}の接続が切れました。順番はそのままです。通常はすぐに戻ります。",
  replaced: "このチャットは別の場所で開かれ、そちらで続いています。",
  forbidden: "このサイトではこのチャットを利用できません。",
  otherVersion: "このページは古くなっています。再読み込みしてください。",
  refused: "接続が拒否されました。",
  blocked: "このブラウザはこのサイトのデータを保存しません。ページを再読み込みすると、チャットは最初からになります。",

  // Messages.
  messages: "メッセージ",
  you: "自分",
  write: "メッセージを入力",
  send: "送信",
  sending: "送信中",
  waitingForNetwork: "接続待ち",
  sent: "送信済み",
  seen: "既読",
  notDelivered: "送信できませんでした。",
  discard: "削除",
  earlier: "以前のメッセージを表示",
  toNewest: "最新のメッセージへ",
  typing: "{name}が入力中…",
  tooLong: "メッセージは{n}文字までです。",
  tooMany: "送信待ちのメッセージが多すぎます。このメッセージは送信できるまでここに残ります。",
  queued: "担当者が空きしだいおつなぎします。ページを閉じても、あとで戻れます。",

  // What happened, between the messages.
  joined: "{name}が参加しました",
  left: "{name}はこのチャットを離れました。次にご案内します。",
  youWereAway: "不在時間：{time}",
  endedByYou: "チャットを終了しました",
  endedByLimit: "不在のためチャットが終了しました",
  endedByAgent: "チャットが終了しました",
} satisfies ChatTexts;
