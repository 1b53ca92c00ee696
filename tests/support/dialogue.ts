/** What is said on stage, in the languages in which the screens are looked at. */
export interface Dialogue {
  hello: string;
  answers: readonly [string, string];
  yes: string;
  meanwhile: readonly [string, string];
  address: readonly [string, string];
  draft: string;
}

const ENGLISH: Dialogue = {
  hello: "Hello, I'd like to change the address of an order",
  answers: ["Hi, I'm Ana. I've found your order, the blue one from Tuesday.", "It left the warehouse this morning."],
  yes: "Yes! Can I still change the address?",
  meanwhile: ["Done while you were gone: it now goes to Rua das Flores 12.", "Anything else before I close the form?"],
  address: ["It should go to Rua das Flores 12", "third floor"],
  draft: "And one more thing",
};

const ARABIC: Dialogue = {
  hello: "مرحبًا، أود تغيير عنوان أحد الطلبات",
  answers: ["أهلًا، أنا آنا. وجدت طلبك، الأزرق من يوم الثلاثاء.", "غادر المستودع هذا الصباح."],
  yes: "نعم! هل ما زال بإمكاني تغيير العنوان؟",
  meanwhile: ["تم ذلك في غيابك: سيصل الآن إلى شارع الزهور 12.", "هل هناك شيء آخر قبل أن أغلق النموذج؟"],
  address: ["يجب أن يصل إلى شارع الزهور 12", "الطابق الثالث"],
  draft: "وشيء آخر",
};

export const dialogueIn = (table: string): Dialogue => (table === "ar" ? ARABIC : ENGLISH);
