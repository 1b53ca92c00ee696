import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Chinese, in simplified characters, and says “您”. */
export const chat = {
  // The frame.
  chatWith: "与 {name} 的对话",
  minimise: "最小化",

  // Before the first message.
  greeting: "有什么可以帮您？",
  hint: "请在这里给我们留言。您可以关闭此页面，稍后再回来。",
  loading: "请稍候…",
  starting: "正在开始…",
  tryAgain: "重试",

  // Under the title: how things stand.
  waiting: "正在等待空闲的客服",
  nextInLine: "下一位就是您",
  placeInLine: "您排在第 {n} 位",
  here: "正在为您服务",
  agentReconnecting: "正在重新连接",
  notConnected: "未连接",
  keepingPlace: "正为您保留位置",
  wereTalkingWith: "您之前在与 {name} 对话",
  hasEnded: "此对话已结束",

  // Messages.
  messages: "消息",
  you: "您",
  write: "输入消息",
  send: "发送",
  sending: "正在发送",
  waitingForNetwork: "等待网络",
  sent: "已发送",
  seen: "已读",
  notDelivered: "未送达。",
  discard: "删除",
  earlier: "显示更早的消息",
  toNewest: "转到最新消息",
  typing: "{name} 正在输入…",
  queued: "一有客服空闲，我们就为您接通。您可以关闭此页面，稍后再回来。",

  // What happened, between the messages.
  joined: "{name} 已加入",
  left: "{name} 已不在此对话中。下一位就是您。",
  youWereAway: "您离开了{time}",
  endedByYou: "您结束了对话",
  endedByLimit: "因您离开，对话已结束",
  endedByAgent: "对话已结束",
} satisfies ChatTexts;
