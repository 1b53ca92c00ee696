import { make } from "../loader/make.ts";
import { launcherOf } from "../stage/launcher.ts";
import type { LauncherState } from "./launcher-state.ts";

/** Adds to the launcher what it shows beside itself; what comes back paints it. */
export function dressLauncher(root: ShadowRoot, element: HTMLElement): (state: LauncherState) => void {
  const [card, button] = root.querySelectorAll("button");
  if (card === undefined || button === undefined) throw new Error("There is no launcher.");
  const badge = make("span", "part", "badge");
  button.append(badge);
  const title = document.createElement("b");
  const closer = make("button", "class", "hide");
  let hidden = "";
  closer.textContent = "×";
  closer.onclick = () => {
    hidden = card.textContent;
    card.textContent = "";
    closer.remove();
    launcherOf(element, root)?.focus();
  };

  return ({ open, unread, goesOn, teaser, label }) => {
    button.ariaLabel = label;
    button.classList.toggle("waiting", teaser !== null && !open);
    badge.textContent = unread > 99 ? "99+" : `${unread || ""}`;
    badge.classList.toggle("on", goesOn && !open);
    const isTold = teaser !== null && !open && element.getAttribute("launcher") !== "none";
    const text = isTold ? `${teaser.title}\n${teaser.text}` : "";
    if (text === card.textContent || (isTold && text === hidden)) return;
    title.textContent = teaser?.title ?? "";
    card.replaceChildren(...(isTold ? [title, `\n${teaser.text}`] : []));
    closer.ariaLabel = teaser?.hide ?? null;
    if (isTold) card.after(closer);
    else closer.remove();
  };
}
