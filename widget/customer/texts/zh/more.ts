import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Chinese. */
export const more = {
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
  linkHint: "或者复制链接。任何有此链接的人都可以阅读此对话。",
  link: "此对话的链接",
  code: "含有此对话链接的二维码",
  copy: "复制",
  copied: "已复制",
  back: "返回",
  noLink: "此对话目前没有链接。",
} satisfies MoreTexts;
