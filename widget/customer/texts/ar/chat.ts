import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Modern Standard Arabic, in forms that suit women and men alike, for customers and agents. */
export const chat = {
  // The frame.
  chatWith: "محادثة مع {name}",
  minimise: "تصغير",

  // Before the first message.
  greeting: "كيف يمكننا المساعدة؟",
  hint: "يمكنك الكتابة إلينا هنا، وإغلاق الصفحة ثم العودة.",
  loading: "لحظة من فضلك…",
  starting: "جارٍ البدء…",
  tryAgain: "إعادة المحاولة",

  // Under the title: how things stand.
  waiting: "في انتظار شخص متاح",
  nextInLine: "دورك هو التالي",
  placeInLine: "ترتيبك في الانتظار: {n}",
  here: "معك الآن",
  agentReconnecting: "جارٍ استعادة الاتصال",
  notConnected: "لا يوجد اتصال",
  keepingPlace: "مكانك محفوظ",
  wereTalkingWith: "كانت محادثتك مع {name}",
  hasEnded: "انتهت هذه المحادثة",

  // Messages.
  messages: "الرسائل",
  you: "أنت",
  write: "كتابة رسالة",
  send: "إرسال",
  sending: "جارٍ الإرسال",
  waitingForNetwork: "في انتظار الشبكة",
  sent: "أُرسلت",
  seen: "قُرئت",
  notDelivered: "لم تُسلَّم.",
  discard: "حذف",
  earlier: "عرض الرسائل السابقة",
  toNewest: "إلى أحدث رسالة",
  typing: "{name}: جارٍ الكتابة…",
  queued: "سنوصلك بأول شخص متاح. يمكنك إغلاق الصفحة ثم العودة.",

  // What happened, between the messages.
  joined: "{name} معك في المحادثة",
  left: "{name} خارج المحادثة الآن. دورك هو التالي.",
  youWereAway: "مدة غيابك: {time}",
  endedByYou: "أنهيت المحادثة",
  endedByLimit: "انتهت المحادثة بسبب غيابك",
  endedByAgent: "تم إنهاء المحادثة",
} satisfies ChatTexts;
