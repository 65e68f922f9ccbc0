import type { TokenizerCallbacks } from 'htmlparser2';

/** Callbacks of an HTML tokenizer that do nothing, for what a reader of pages does not look at. */
export const ignoredTokens: TokenizerCallbacks = {
  onattribdata() {},
  onattribentity() {},
  onattribend() {},
  onattribname() {},
  oncdata() {},
  onclosetag() {},
  oncomment() {},
  ondeclaration() {},
  onend() {},
  onopentagend() {},
  onopentagname() {},
  onprocessinginstruction() {},
  onselfclosingtag() {},
  ontext() {},
  ontextentity() {},
};
