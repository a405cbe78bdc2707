/* Draws "My account": what is asked first, the next step, other tasks, the items of the profile, the services. */
import { make } from './common.js';
import { fromHere } from './addresses.js';

/** The item that the guide asks about right after the sign-in. */
const QUESTION = 'check-contact-details';

const taskLink = (task, className, ...inside) => fromHere(make('a', { href: '#/?task=' + task.id, className }, ...inside));
const formOf = task => (/forms\/(.*)\.html$/.exec(task.formKey) || [])[1];

/**
 * @param confirmed whether something was just accepted, which is said
 * @param putOff puts off the task that it is called with; fails if that did not work
 */
export function overview(page, { texts, account, tasks }, confirmed, putOff) {
  const say = (key, value) => texts[key].replace('{0}', () => value);
  const items = account.items.map(item => ({ ...item, task: tasks.find(task => formOf(task) === item.name) }));
  const ofItems = items.map(({ task }) => task).filter(Boolean);
  const others = tasks.filter(task => !ofItems.includes(task));
  const asked = items.find(({ name }) => name === QUESTION)?.task;
  const next = asked ? undefined : [...others, ...ofItems][0];
  const left = others.length + items.filter(({ state }) => state === 'TO_DO').length;

  if (!page.querySelector('h1')) {
    page.replaceChildren(...frame(say));
  }
  page.querySelector('.greeting').replaceChildren(...greeting(account, say));
  page.querySelector('#account-status').textContent = (confirmed ? say('form.account.saved') + ' ' : '') + remaining(left, say);
  page.querySelector('#account-content').replaceChildren(...[
    asked && question(asked, say, putOff),
    next && nextStep(next, say),
    make('div', { className: 'parts' },
      make('div', {},
        otherTasks(others.filter(task => task !== next), say),
        profile(items, say)),
      services(account.services, texts))
  ].filter(Boolean));
}

/** Stays while what it frames changes: only so is the change of a status read out. */
function frame(say) {
  const heading = make('h1', { tabIndex: -1 }, say('form.account.title'));
  if (say('form.account.title') !== say('form.account.title-original')) {
    heading.append(make('span', { className: 'original', lang: 'fr' }, say('form.account.title-original')));
  }
  heading.setAttribute('aria-describedby', 'account-status');
  return [
    heading,
    make('p', { className: 'greeting' }),
    make('p', { id: 'account-status', role: 'status' }),
    make('div', { id: 'account-content' })
  ];
}

function greeting({ givenNames, previousSignIn }, say) {
  return [
    make('span', {}, say('form.account.greeting', givenNames)),
    make('span', { className: 'hint' },
      previousSignIn ? say('form.account.previous-sign-in', previousSignIn) : say('form.account.first-sign-in'))
  ];
}

function remaining(left, say) {
  if (left > 1) {
    return say('form.account.to-do.more', left);
  }
  return left ? say('form.account.to-do.one') : say('form.account.to-do.none');
}

/** The guide's question, with its two buttons. */
function question(task, say, putOff) {
  const problem = make('p', { className: 'problem', role: 'alert' });
  const later = make('button', { type: 'button', className: 'button secondary' }, say('form.account.later'));
  later.addEventListener('click', () => {
    later.disabled = true;
    putOff(task).catch(() => {
      later.disabled = false;
      problem.textContent = say('form.account.not-saved');
    });
  });
  return make('section', { id: 'question', className: 'first' },
    make('h2', {}, say('form.account.question')),
    make('p', {}, say('form.account.question-text')),
    problem,
    make('div', { className: 'buttons' }, later, taskLink(task, 'button', say('form.account.check'))));
}

function nextStep(task, say) {
  return make('section', { id: 'next-step', className: 'first' },
    make('h2', {}, say('form.account.next')),
    taskLink(task, 'button', task.name));
}

/** Each state is said in words and shown by a sign; its colour only goes with them. */
function profile(items, say) {
  const rows = items.map(({ name, state, day, task }) => {
    const words = [
      make('strong', {}, say('form.account.item.' + name)),
      make('span', { className: 'state' }, say('form.account.state.' + state, day))
    ];
    const row = make('li', {}, task ? taskLink(task, '', ...words) : make('div', {}, ...words));
    row.dataset.state = state;
    return row;
  });
  return make('section', { id: 'profile' },
    make('h2', {}, say('form.account.profile')),
    make('ul', { className: 'rows' }, ...rows));
}

function otherTasks(tasks, say) {
  return tasks.length && make('section', { id: 'other-tasks' },
    make('h2', {}, say('form.account.others')),
    make('ul', { className: 'rows' }, ...tasks.map(task => make('li', {}, taskLink(task, '', make('strong', {}, task.name))))));
}

function services(offered, texts) {
  const rows = offered.map(({ name, address, open }) => {
    const title = make('strong', {}, texts['form.service.' + name]);
    return make('li', {}, open
      ? fromHere(make('a', { href: address }, title))
      : make('div', {}, title, make('span', { className: 'state' }, texts['form.service.' + name + '.under-way'])));
  });
  return make('section', { id: 'services' },
    make('h2', {}, texts['form.service.heading']),
    make('ul', { className: 'rows' }, ...rows));
}
