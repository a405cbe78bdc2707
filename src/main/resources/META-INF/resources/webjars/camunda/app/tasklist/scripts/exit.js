/*
 * How Tasklist is left when the session is over: to our sign-in, which leads back to the place, or to where the person has
 * chosen to go. Tasklist itself would show a sign-in of its own.
 */
import { student } from './common.js';

const SIGN_IN = (student ? '/sign-in' : '/staff/sign-in') + '?problem=EXPIRED_SESSION';

let chosen = '';
let place = '';

export const exitTo = address => { chosen = address; };

/** Whoever notices first leaves; a change of the hash, as Tasklist makes it, could stop the browser on its way. */
export const exit = () => location.replace(chosen || SIGN_IN + place);

function follow() {
  if (location.hash.startsWith('#/login')) {
    exit();
  } else {
    place = location.hash;
  }
}
addEventListener('hashchange', follow);
follow();
