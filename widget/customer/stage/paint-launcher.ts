import type { LauncherState } from "../contract.ts";
import { make } from "../loader/make.ts";
import sheet from "./stage.css";

/** Adds to the launcher what it shows beside itself; what comes back paints it, and gives it the keyboard. */
export function paintLauncher(
  root: ShadowRoot,
  element: HTMLElement,
): { paint(state: LauncherState): void; focus(): void } {
  const [card, button] = root.querySelectorAll("button");
  if (card === undefined || button === undefined) throw new Error("There is no launcher.");
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  root.adoptedStyleSheets.push(style);
  const badge = make("span", "part", "badge");
  button.append(badge);
  const title = document.createElement("b");
  const closer = make("button", "class", "hide");
  let hidden = "";
  closer.textContent = "×";

  const shown = (): Element => element.querySelector(":scope > [slot=launcher]") ?? button;
  const focus = (): void => {
    const launcher = shown();
    if (launcher instanceof HTMLElement) launcher.focus();
  };
  closer.onclick = () => {
    hidden = card.textContent;
    card.textContent = "";
    closer.remove();
    focus();
  };
  const escape = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") element.removeAttribute("open");
  };
  root.querySelector("slot")?.addEventListener("keydown", escape);

  return {
    paint: ({ open, unread, teaser, label }) => {
      shown().ariaExpanded = `${open}`;
      button.ariaLabel = label;
      button.classList.toggle("waiting", teaser !== null && !open);
      badge.textContent = unread > 99 ? "99+" : `${unread || ""}`;
      const isTold = teaser !== null && !open && element.getAttribute("launcher") !== "none";
      const text = isTold ? `${teaser.title}\n${teaser.text}` : "";
      if (text === card.textContent || (isTold && text === hidden)) return;
      title.textContent = teaser?.title ?? "";
      card.replaceChildren(...(isTold ? [title, `\n${teaser.text}`] : []));
      closer.ariaLabel = teaser?.hide ?? null;
      if (isTold) card.after(closer);
      else closer.remove();
    },
    focus,
  };
}
