/* What the scripts of Tasklist share. */

export const student = window.onboardingRole === 'student';
export const language = navigator.languages[0];

export const ENGINE = '/camunda/api/engine/engine/default';
export const OWN_TASKS = ENGINE + '/task';

const xsrf = () => decodeURIComponent((/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie) || [])[1] || '');

/** Camunda guards its web applications with a cookie of its own. */
export const postToWebapp = (path, body) => fetch(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': xsrf() },
  body: body && JSON.stringify(body)
});

/** An element with text or elements in it: never markup. */
export function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside.filter(Boolean));
  return element;
}
