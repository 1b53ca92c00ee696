const main = document.querySelector("main");
const heard = document.querySelector("output");
const chat = document.querySelector("rejoin-chat");

chat.identity = async () => {
  const answer = await fetch("/token");
  return answer.status === 204 ? null : answer.text();
};
for (const name of ["ready", "open", "close", "started", "resumed", "message"])
  chat.addEventListener(`rejoin-${name}`, ({ detail }) => {
    heard.append(`${name}${detail.text === undefined ? "" : ` ${detail.from}: ${detail.text}`}\n`);
  });

document.querySelector("#to-about").onclick = () => main.replaceChildren("About us");
document.querySelector("#to-shop").onclick = () => main.replaceChildren(chat);
