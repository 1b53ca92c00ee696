import type { MoreTexts } from "../texts.ts";

/** What the screens say that load when they are needed, in Modern Standard Arabic. */
export const more = {
  // The prompt.
  welcomeBack: "مرحبًا بعودتك",
  welcomeBackName: "مرحبًا بعودتك، {name}",
  wereTalking: "كانت محادثتك مع {name} {ago}.",
  wereWaiting: "كنت في الانتظار {ago}.",
  openElsewhere: "محادثتك مفتوحة على جهاز آخر.",
  keepingUntil: "مكانك محفوظ لدى {name} حتى الساعة {time}.",
  canReturnUntil: "يمكنك العودة حتى الساعة {time}.",
  continueWith: "المتابعة مع {name}",
  continue: "المتابعة",
  startNew: "بدء محادثة جديدة",

  // Over, or too late.
  endedAt: "انتهت هذه المحادثة في الساعة {time}",
  endedAway: "تجاوزت مدة غيابك الحد: {time}.",
  endedAwayLong: "طالت مدة غيابك.",
  byYou: "أنهيتها بنفسك.",
  byAgent: "تم إنهاؤها من جانب {name}.",
  stillReadable: "لا تزال قراءة المحادثة ممكنة هنا.",
  unsentKept: "ما لم يُرسل محفوظ لمحادثتك التالية.",
  read: "قراءة المحادثة",
  close: "إغلاق هذه المحادثة",
  deadLink: "لم يعد هذا الرابط يفتح أي محادثة.",

  // Who it is.
  signInProblem: "تعذر تسجيل دخولك",
  signInHint: "يُرجى تسجيل الدخول إلى هذا الموقع مجددًا، ثم العودة إلى المحادثة.",
  elsewhere: "تم تسجيل دخول شخص آخر",
  elsewhereHint: "في علامة تبويب أخرى من هذا المتصفح محادثة شخص آخر. يمكنك متابعة محادثتك هنا.",

  // Ending.
  reallyEnd: "إنهاء هذه المحادثة؟",
  endHint: "ستبقى قراءتها ممكنة بعد ذلك.",
  yesEnd: "إنهاء المحادثة",
  noEnd: "متابعة المحادثة",

  // Taking the chat along.
  scan: "مسح الرمز بالهاتف",
  linkHint: "أو يمكنك نسخ الرابط. كل من لديه الرابط يستطيع قراءة هذه المحادثة.",
  link: "رابط هذه المحادثة",
  code: "رمز QR يحمل رابط هذه المحادثة",
  copy: "نسخ",
  copied: "تم النسخ",
  back: "رجوع",
  noLink: "لا يوجد رابط لهذه المحادثة حاليًا.",
} satisfies MoreTexts;
