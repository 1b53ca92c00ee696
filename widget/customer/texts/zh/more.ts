import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Chinese. */
export const more = {
  // The launcher.
  openChat: "打开对话",
  closeChat: "关闭对话",
  newMessages: { other: "{n} 条新消息" },
  waitingForYou: "您的对话可以继续",
  keepsYourPlace: "{name} 为您保留着位置",

  // What can be done with a chat as a whole.
  takeAlong: "在另一台设备上继续",
  end: "结束对话",

  // What could not be asked, or said.
  cantReach: "目前无法连接到您的对话",
  nothingLost: "内容没有丢失。",
  startFailed: "您的对话还未能开始。您写的内容已保存，恢复联网后我们会再次尝试。",
  tooLong: "一条消息最多 {n} 个字符。",
  tooMany: "待发送的消息过多。这条消息会先留在这里。",

  // The slim line about the connection.
  connecting: "正在连接…",
  catchingUp: "正在更新…",
  offline: "您已离线。您写的内容会保存，恢复联网后发送。",
  unreachable: "目前无法连接到您的对话。内容没有丢失。",
  nextTry: "{time}后重试",
  tryingNow: "正在重试…",
  tryNow: "立即重试",
  youAreBack: "连接已恢复。",
  backKept: "连接已恢复。{name} 为您保留了位置。",
  agentLost: "{name} 的连接已断开。我们为您保留着位置，通常很快就会恢复。",
  replaced: "此对话已在别处重新打开，并在那里继续。",
  forbidden: "此网站不能使用此对话。",
  otherVersion: "此页面已过期，请重新加载。",
  refused: "连接被拒绝。",
  blocked: "此浏览器不为此网站保存任何内容。重新加载页面后，对话将从头开始。",

  // The prompt.
  welcomeBack: "欢迎回来",
  welcomeBackName: "{name}，欢迎回来",
  wereTalking: "{ago}，您在与 {name} 对话。",
  wereWaiting: "{ago}，您在排队等候。",
  openElsewhere: "您的对话已在另一台设备上打开。",
  keepingUntil: "{name} 为您保留位置到 {time}。",
  canReturnUntil: "您可以在 {time} 之前回来。",
  continueWith: "与 {name} 继续",
  continue: "继续",
  startNew: "开始新对话",

  // Over, or too late.
  endedAt: "此对话已于 {time} 结束",
  endedAway: "您离开的时间超过了{time}。",
  endedAwayLong: "您离开的时间太长了。",
  byYou: "由您结束。",
  byAgent: "由 {name} 结束。",
  stillReadable: "对话内容仍可在这里阅读。",
  unsentKept: "未发送的内容会为您的下一次对话保留。",
  read: "阅读对话",
  close: "关闭此对话",
  deadLink: "此链接已无法打开对话。",

  // Who it is.
  signInProblem: "您的登录未成功",
  signInHint: "请重新登录此网站，然后回到对话。",
  elsewhere: "当前登录的是其他人",
  elsewhereHint: "此浏览器的另一个标签页中有其他人的对话。您可以在这里继续自己的对话。",

  // Ending.
  reallyEnd: "要结束此对话吗？",
  endHint: "之后您仍可阅读。",
  yesEnd: "结束对话",
  noEnd: "继续对话",

  // Taking the chat along.
  scan: "请用手机扫码",
  linkHint: "或者复制链接。任何有此链接的人都可以阅读此对话并在其中发言。",
  link: "此对话的链接",
  code: "含有此对话链接的二维码",
  share: "分享",
  copy: "复制",
  copied: "已复制",
  back: "返回",
  noLink: "此对话目前没有链接。",
} satisfies MoreTexts;
