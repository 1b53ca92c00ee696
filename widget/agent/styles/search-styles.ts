import { css } from "lit";

/** How the search looks, in the place of the list; what was found looks like the list. */
export const searchStyles = css`
  .finding {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 8px;
    padding-block-start: 4px;
  }
  .looking {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px;
  }
  /* Beside it stands a button that closes the search, with the same mark. */
  .looking input::-webkit-search-cancel-button {
    display: none;
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .days label {
    display: grid;
    flex: 1;
    gap: 2px;
  }
  .days input {
    inline-size: 100%;
    min-inline-size: 0;
    padding-inline: 6px;
    font-size: 13px;
  }
`;
