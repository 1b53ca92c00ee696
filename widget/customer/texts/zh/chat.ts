import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Chinese, in simplified characters, and says “您”. */
export const chat = {
  // The launcher and the frame.
  openChat: "打开对话",
  closeChat: "关闭对话",
  chatWith: "与 {name} 的对话",
  minimise: "最小化",
  newMessages: { other: "{n} 条新消息" },
  waitingForYou: "您的对话可以继续",
  keepsYourPlace: "{name} 为您保留着位置",
  options: "选项",
  takeAlong: "在另一台设备上继续",
  end: "结束对话",

  // Before the first message.
  greeting: "有什么可以帮您？",
  hint: "请在这里给我们留言。您可以关闭此页面，稍后再回来。",
  loading: "请稍候…",
  starting: "正在开始…",
  cantReach: "目前无法连接到您的对话",
  nothingLost: "内容没有丢失。",
  startFailed: "您的对话还未能开始。您写的内容已保存，恢复联网后我们会再次尝试。",
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

  // The slim line about the connection.
  connecting: "正在连接…",
  catchingUp: "正在更新…",
  offline: "您已离线。您写的内容会保存，恢复联网后发送。",
  unreachable: "目前无法连接到您的对话。内容没有丢失。",
  nextTry: "{time}后重试",
  tryingNow: "正在重试…",
  tryNow: "立即重试",
  back: "连接已恢复。",
  backKept: "连接已恢复。{name} 为您保留了位置。",
  agentLost: "{name} 的连接已断开。我们为您保留着位置，通常很快就会恢复。",
  replaced: "此对话已在别处重新打开，并在那里继续。",
  forbidden: "此网站不能使用此对话。",
  otherVersion: "此页面已过期，请重新加载。",
  refused: "连接被拒绝。",
  blocked: "此浏览器不为此网站保存任何内容。重新加载页面后，对话将从头开始。",

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
  tooLong: "一条消息最多 {n} 个字符。",
  tooMany: "待发送的消息过多。这条消息会先留在这里。",
  queued: "一有客服空闲，我们就为您接通。您可以关闭此页面，稍后再回来。",

  // What happened, between the messages.
  joined: "{name} 已加入",
  left: "{name} 已不在此对话中。下一位就是您。",
  youWereAway: "您离开了{time}",
  endedByYou: "您结束了对话",
  endedByLimit: "因您离开，对话已结束",
  endedByAgent: "对话已结束",
} satisfies ChatTexts;
