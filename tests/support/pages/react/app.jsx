import { StrictMode, useCallback, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

function Shop() {
  const [route, setRoute] = useState("shop");
  const [heard, setHeard] = useState([]);
  const chat = useRef(null);
  const hear = useCallback(({ type, detail }) => {
    const name = type.slice("rejoin-".length);
    setHeard((all) => [...all, detail.text === undefined ? name : `${name} ${detail.from}: ${detail.text}`]);
  }, []);
  const identity = async () => {
    const answer = await fetch("/token");
    return answer.status === 204 ? null : answer.text();
  };
  return (
    <>
      <nav>
        <button onClick={() => setRoute("shop")}>Shop</button> <button onClick={() => setRoute("about")}>About</button>
      </nav>
      {route === "shop" ? (
        <main>
          <button onClick={() => chat.current.open()}>Ask us</button>
          <rejoin-chat
            ref={chat}
            widget={WIDGET}
            server={SERVER}
            identity={identity}
            onrejoin-ready={hear}
            onrejoin-open={hear}
            onrejoin-close={hear}
            onrejoin-started={hear}
            onrejoin-resumed={hear}
            onrejoin-message={hear}
          />
        </main>
      ) : (
        <main>About us</main>
      )}
      <output>{heard.join("\n")}</output>
    </>
  );
}

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
