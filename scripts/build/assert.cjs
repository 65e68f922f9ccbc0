/**
 * `node:assert` for undici, which only calls it. That of Node reads the whole bundle to word its message, which takes seconds, and a
 * server can bring it about (nodejs/undici: assert(statusCode >= 100)).
 */
module.exports = (value, message = 'an assertion failed') => {
  if (!value) throw Object.assign(new Error(message), { code: 'ERR_ASSERTION' });
};
