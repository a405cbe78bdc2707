/*
 * Where a student finds what is to do. On the way to the account the next step opens by itself; an active account opens
 * with its overview, which stands in the place of Tasklist's own views and comes back after each task.
 */
import { json, loadTexts } from '/assets/server.js';
import { language, make, OWN_TASKS, postToWebapp, student } from './common.js';
import { fromHere, parameter, within } from './addresses.js';
import { exit } from './exit.js';
import { overview } from './overview.js';

/** A task may be born a moment later, when a timer or another person brings it. */
const SOON = [1000, 2000, 4000];

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

let view;
let turn = 0;
let saved = false;
let confirmed = false;
let drawn;
let focused;
const done = new Set();

/** Told when the form of a task, or of a start, was accepted: the overview that comes next confirms it. */
export function noteSaved(task) {
  saved = true;
  done.add(task);
}

/**
 * Tasklist notes its own list and order in the address too: that is no other view. Back from the overview to a task that
 * is done leads nowhere: Tasklist, which is told after us, would complain of it.
 */
function follow() {
  const task = parameter('task');
  const asked = [task, parameter('processStart')].join();
  if (asked === view || location.hash.startsWith('#/login')) {
    return;
  }
  if (done.has(task)) {
    location.replace(within('#/'));
    return;
  }
  view = asked;
  open();
}

async function open() {
  const mine = ++turn;
  try {
    const state = await load();
    const task = parameter('task');
    if (mine !== turn) {
      return;
    }
    if (!state.account.active) {
      document.getElementById('account')?.remove();
      await openNextTask(mine);
    } else if (!task) {
      confirmed = saved;
      saved = false;
      show(state);
      enter();
      lookAgainSoon(mine);
    } else if (state.tasks.some(({ id }) => id === task)) {
      leave(state.texts);
    } else {
      location.replace(within('#/'));
    }
  } catch (answer) {
    sayThatItFailed(answer);
  }
}

async function load() {
  const [texts, account, tasks] = await Promise.all(
    [loadTexts(), json('/api/account'), json(OWN_TASKS + '?sortBy=priority&sortOrder=desc')]);
  return { texts, account, tasks };
}

// ---- On the way to the account: the next step opens by itself ----------------------------------------------------

async function openNextTask(mine) {
  for (const wait of [150, 500, ...SOON]) {
    await pause(wait);
    if (mine !== turn || parameter('task') || document.querySelector('.modal-dialog')) {
      return;
    }
    const [task] = await json(OWN_TASKS + '?sortBy=priority&sortOrder=desc&maxResults=1');
    if (task) {
      location.hash = '#/?task=' + task.id;
      return;
    }
  }
  sayThatNothingIsToDo();
}

async function sayThatNothingIsToDo() {
  const texts = await loadTexts();
  const notice = make('p', { id: 'nothing-to-do', role: 'status' }, texts['form.common.nothing-to-do']);
  document.querySelector('.column-right').prepend(notice);
  addEventListener('hashchange', () => notice.remove(), { once: true });
}

// ---- An active account: the overview comes and goes --------------------------------------------------------------

const page = () => document.getElementById('account') || place(make('main', { id: 'account' }));

function place(element) {
  element.className = 'onboarding ready';
  element.lang = language;
  document.querySelector('.site-wrap').before(element);
  return element;
}

/** On a task's page the overview makes room, and leaves a way back. */
function leave(texts) {
  page().hidden = true;
  // What Tasklist had to say of a task that was gone.
  document.querySelectorAll('.page-notifications .alert-danger .close').forEach(button => button.click());
  if (!document.getElementById('way-back')) {
    const arrow = make('span', { ariaHidden: 'true' }, '← ');
    const back = fromHere(make('a', { href: '#/' }, arrow, texts['form.account.title']));
    place(make('nav', { id: 'way-back' }, back));
  }
}

/** Reading begins at the heading, unless a dialog stands before it. */
function enter() {
  document.getElementById('way-back')?.remove();
  page().hidden = false;
  if (!parameter('processStart')) {
    const heading = page().querySelector('h1');
    document.title = heading.firstChild.data + ' — ameli-onboarding';
    scrollTo(0, 0);
    heading.focus();
  }
}

/** Draws the overview anew if something has changed; whoever stands on a link of it finds that link again. */
function show(state) {
  const news = JSON.stringify([state.account, state.tasks, confirmed]);
  if (news === drawn) {
    return;
  }
  drawn = news;
  const used = page().contains(document.activeElement) && document.activeElement.getAttribute('href');
  overview(page(), state, confirmed, putOff);
  if (used !== false) {
    (page().querySelector(`[href="${used}"]`) || page().querySelector('h1')).focus();
  }
}

async function putOff(task) {
  const later = { variables: { decision: { type: 'String', value: 'LATER' } } };
  const answer = await postToWebapp(OWN_TASKS + '/' + task.id + '/submit-form', later);
  if (!answer.ok) {
    lookAgain();
    throw answer;
  }
  saved = true;
  open();
}

async function lookAgainSoon(mine) {
  for (const wait of SOON) {
    await pause(wait);
    if (mine === turn) {
      keepFocus();
      await lookAgain();
    }
  }
}

/**
 * While Tasklist loads it takes the focus for a moment, to a field that is gone at once: whoever is about to press Tab
 * would begin anew.
 */
function keepFocus() {
  const account = document.getElementById('account');
  if (account && !account.hidden && document.activeElement === document.body && !parameter('processStart')) {
    (focused?.isConnected ? focused : account.querySelector('h1'))?.focus({ preventScroll: true });
  }
}

function noteFocus({ target }) {
  if (document.getElementById('account')?.contains(target)) {
    focused = target;
  }
}

/** Of what fails here nothing is said: nobody has asked. */
async function lookAgain() {
  const mine = turn;
  const state = await load().catch(endIfSessionIsOver);
  if (state && mine === turn) {
    show(state);
  }
}

function endIfSessionIsOver(answer) {
  if (answer.status === 401) {
    exit();
  }
}

async function sayThatItFailed(answer) {
  endIfSessionIsOver(answer);
  const texts = await loadTexts().catch(() => null);
  if (texts && !parameter('task') && answer.status !== 401) {
    const again = make('button', { type: 'button', className: 'button secondary' }, texts['form.account.again']);
    again.addEventListener('click', open);
    page().replaceChildren(make('p', { className: 'problem', role: 'alert' }, texts['form.account.unavailable']), again);
    page().hidden = false;
    drawn = null;
  }
}

if (student) {
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  document.addEventListener('focusin', noteFocus);
  document.addEventListener('focusout', () => setTimeout(keepFocus));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && drawn && !page().hidden) {
      lookAgain();
    }
  });
  follow();
}
