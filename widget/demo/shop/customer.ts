import { onChat } from "./chat-on-page.ts";

// Who is signed in at the shop. A real one asks its own session; this one remembers it in the browser.

const KEY = "lisbon-shop:customer";

const isSignedIn = (): boolean => localStorage.getItem(KEY) !== null;

/** The shop's backend vouches for its customer. */
const token = async (): Promise<string | null> => {
  const answer = await fetch("/chat-token", { method: "POST" });
  return answer.ok ? answer.text() : null;
};

let tell: (signedIn: boolean) => void = () => {};

function show(): void {
  document.documentElement.toggleAttribute("data-signed-in", isSignedIn());
  tell(isSignedIn());
}

/** The shop's customer signs in, and the chat is told. */
export function signIn(): void {
  localStorage.setItem(KEY, "sam");
  show();
  onChat((chat) => chat.identify(token));
}

/** They sign out; whoever is there from now on was never here. */
export function forget(): void {
  localStorage.removeItem(KEY);
  show();
  onChat((chat) => chat.signOut());
}

/** Shows who is there, on each page, and lets them sign in and out. */
export function followCustomer(changed: (signedIn: boolean) => void): void {
  tell = changed;
  show();
  if (isSignedIn() && !document.documentElement.hasAttribute("data-guests")) onChat((chat) => chat.identify(token));
  document.querySelector("#sign-in")?.addEventListener("click", signIn);
  document.querySelector("#sign-out")?.addEventListener("click", forget);
}
