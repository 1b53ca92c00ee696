import { html, LitElement } from "lit";

/** The least that a Lit element can be: one button. */
class LitButton extends LitElement {
  override render(): unknown {
    return html`<button @click=${() => this.remove()}>Chat</button>`;
  }
}
customElements.define("lit-button", LitButton);
document.body.append(document.createElement("lit-button"));
