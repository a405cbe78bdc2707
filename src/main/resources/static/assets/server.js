// What our scripts ask the server for, on our pages and in Camunda's web applications.

/** @returns a promise of the answer, kept if there is none of success */
export const json = (url, options) => fetch(url, options).then(answer => (answer.ok ? answer.json() : Promise.reject(answer)));

const known = {};

/** All texts of forms. On our pages people choose the language, in Camunda's it is the dossier's. */
export const loadTexts = (language = '') => (known[language] = known[language]
  || json('/api/texts' + (language && '?language=' + language)).catch(answer => {
    known[language] = null;
    throw answer;
  }));

let csrfToken;
const loadCsrfToken = () => (csrfToken = csrfToken || json('/api/csrf').catch(failure => {
  csrfToken = undefined;
  throw failure;
}));

export async function post(url, body) {
  const csrf = await loadCsrfToken();
  return json(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [csrf.headerName]: csrf.token },
    body: JSON.stringify(body)
  });
}
