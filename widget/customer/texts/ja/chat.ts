import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Japanese, in です and ます. */
export const chat = {
  // The frame.
  chatWith: "{name}とのチャット",
  minimise: "最小化",

  // Before the first message.
  greeting: "どのようなご用件でしょうか？",
  hint: "こちらにご記入ください。ページを閉じても、あとで戻れます。",
  loading: "お待ちください…",
  starting: "開始しています…",
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
  queued: "担当者が空きしだいおつなぎします。ページを閉じても、あとで戻れます。",

  // What happened, between the messages.
  joined: "{name}が参加しました",
  left: "{name}はこのチャットを離れました。次にご案内します。",
  youWereAway: "不在時間：{time}",
  endedByYou: "チャットを終了しました",
  endedByLimit: "不在のためチャットが終了しました",
  endedByAgent: "チャットが終了しました",
} satisfies ChatTexts;
