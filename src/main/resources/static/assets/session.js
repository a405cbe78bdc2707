/*
 * Tells people that their session is about to end: with a button to stay if they have done nothing for a while, without
 * one if it ends in any case. On our pages, and as a custom script in Tasklist and Cockpit.
 *
 * The web applications ask the server for news all the time, so it cannot see there whether anybody is still working:
 * it is told here.
 */
import { json, loadTexts, post } from './server.js';

const SESSION = '/api/session';
const REPORT_EVERY = 60_000;
const LOOK_AGAIN = 15_000;

const inWebapp = location.pathname.startsWith('/camunda/');
const language = inWebapp ? navigator.languages[0] : document.documentElement.lang;
const dialog = document.createElement('dialog');
let signIn;
let timer;
let reportedAt = Date.now();
let toldLast = false;

// ---- Until when ------------------------------------------------------------------------------------------------

const later = seconds => {
  clearTimeout(timer);
  // A timer holds 2^31 milliseconds at the most.
  timer = setTimeout(look, Math.min(seconds * 1000, 2 ** 31 - 1));
};

function look() {
  return json(SESSION).then(goOn, leave);
}

function stay() {
  reportedAt = Date.now();
  return post(SESSION).then(goOn, leave);
}

async function goOn(session) {
  signIn = session.signIn;
  if (session.endsIn > session.warning) {
    dialog.close();
    later(session.endsIn - session.warning);
    return;
  }
  await tell(session);
  // Somebody may go on in another window.
  later(Math.min(session.endsIn + 1, LOOK_AGAIN / 1000));
}

/** Nothing typed is left on the screen for the next person; a server that cannot be reached says nothing. */
function leave(answer) {
  if (answer.status === 401 && signIn) {
    location.replace(signIn + '?problem=EXPIRED_SESSION' + location.hash);
  } else {
    later(LOOK_AGAIN / 1000);
  }
}

// ---- Saying so -------------------------------------------------------------------------------------------------

/** Who does nothing is asked; who is busy is told, without being interrupted. */
async function tell({ endsIn, last }) {
  const texts = await loadTexts(inWebapp ? undefined : language);
  if (dialog.open || (last && toldLast)) {
    return;
  }
  const say = key => texts[key];
  const time = new Date(Date.now() + endsIn * 1000).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  dialog.lang = language;
  dialog.dataset.last = last;
  dialog.setAttribute('role', last ? 'alert' : 'alertdialog');
  // Without taking the focus away from where somebody is typing; and read out because its words come afterwards.
  dialog.open = last;
  dialog.querySelector('h2').textContent = last ? say('form.session.last.heading') : say('form.session.idle.heading');
  dialog.querySelector('p').textContent = (last ? say('form.session.last.text') : say('form.session.idle.text')).replace('{0}', time);
  dialog.querySelector('button').textContent = last ? say('form.session.understood') : say('form.session.stay');
  if (last) {
    toldLast = true;
  } else {
    dialog.showModal();
  }
}

dialog.id = 'session-end';
dialog.className = 'notice warning';
dialog.setAttribute('aria-labelledby', 'session-end-heading');
dialog.setAttribute('aria-describedby', 'session-end-text');
dialog.innerHTML = `
  <h2 id="session-end-heading"></h2>
  <p id="session-end-text"></p>
  <div class="buttons"><button type="button" class="button"></button></div>`;
// Who stays is told so by the dialog that goes, and not before the server has heard of it.
dialog.querySelector('button').addEventListener('click', () => (dialog.dataset.last === 'true' ? dialog.close() : stay()));
dialog.addEventListener('cancel', stay);
// Our styles hold within what is marked as ours: the body of our pages, but not of the web applications.
const ours = inWebapp ? document.body.appendChild(document.createElement('div')) : document.body;
ours.classList.add('onboarding', 'ready');
ours.append(dialog);

// ---- What people do ----------------------------------------------------------------------------------------------

function act() {
  if (!dialog.open && Date.now() - reportedAt > REPORT_EVERY) {
    stay();
  }
}
['keydown', 'pointerdown', 'input'].forEach(action => addEventListener(action, act, { capture: true, passive: true }));
// A machine that slept has let its timers sleep.
document.addEventListener('visibilitychange', () => document.hidden || look());
look();

export default [];
