/*
 * What Tasklist needs to be a student's space: our looks, our sign-in, the account (account.js), and the few functions
 * that all forms share (window.onboarding). Loaded by config.js before the first form.
 */
import { judgeWhileTyping } from '/assets/password-check.js';
import { json, loadTexts, post } from '/assets/server.js';
import { noteSaved } from './account.js';
import { ENGINE, language, OWN_TASKS, postToWebapp, student } from './common.js';
import { exit, exitTo } from './exit.js';

document.documentElement.lang = language;
document.documentElement.classList.add(student ? 'onboarding-student' : 'onboarding-staff');

// Tasklist keeps what was typed in localStorage when the session ends: on a shared computer the next person reads it.
const setItem = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!/^(camForm|camunda-form):/.test(key)) {
    setItem.call(this, key, value);
  }
};

// ---- Sign-in and sign-out are ours -------------------------------------------------------------------------------

document.addEventListener('click', event => {
  if (event.target.closest('.logout')) {
    exitTo('/goodbye');
  }
}, true);

async function signOut(reason) {
  exitTo('/goodbye?reason=' + reason);
  await postToWebapp('/camunda/api/admin/auth/user/default/logout');
  exit();
}

// ---- What all forms share ----------------------------------------------------------------------------------------

/** Leaves a task that is gone: to the one that took its place, if any. */
const leaveTask = () => { location.hash = '#/'; };

/** The guide's three circles. */
function steps(root, say) {
  const list = root.querySelector('.steps');
  if (list) {
    const current = Number(list.dataset.step);
    list.setAttribute('aria-label', say('form.common.progress'));
    ['choose-password', 'accept-terms', 'give-contact-details'].forEach((step, index) => {
      const item = list.appendChild(document.createElement('li'));
      item.textContent = say('form.' + step + '.step');
      item.className = index + 1 < current ? 'done' : '';
      if (index + 1 === current) {
        item.setAttribute('aria-current', 'step');
      }
    });
  }
}

/** The guide's two buttons, and the question that Annuler asks before anything is erased. */
const WIZARD_BUTTONS = `
  <div class="buttons">
    <button type="button" class="button secondary" data-cancel aria-expanded="false" data-text="form.common.cancel"></button>
    <button type="button" class="button" data-submit></button>
  </div>
  <div class="notice warning" data-cancel-question hidden>
    <p data-text="form.common.cancel-question"></p>
    <button type="button" class="button secondary" data-leave="cancel" data-text="form.common.cancel-confirmed"></button>
  </div>`;

function wizardButtons(root) {
  const place = root.querySelector('[data-wizard-buttons]');
  if (place) {
    place.innerHTML = WIZARD_BUTTONS;
    place.querySelector('[data-submit]').dataset.text = place.dataset.wizardButtons;
  }
}

/** Asks, once the e-mail field is left, whether another address was meant; taking it over is left to the person. */
function emailSuggestion(root, say) {
  const place = root.querySelector('[data-email-suggestion]');
  if (!place) {
    return;
  }
  const email = root.querySelector('#email');
  const show = suggested => {
    const question = document.createElement('p');
    question.textContent = say('form.common.email-suggestion').replace('{0}', suggested);
    const take = document.createElement('button');
    take.type = 'button';
    take.className = 'button secondary';
    take.textContent = say('form.common.email-suggestion-take');
    take.addEventListener('click', () => {
      root.querySelectorAll('#email, #confirmEmail').forEach(input => { input.value = suggested; });
      place.replaceChildren();
      email.focus();
    });
    place.replaceChildren(question, take);
  };
  email.addEventListener('input', () => place.replaceChildren());
  email.addEventListener('change', async () => {
    const typed = email.value;
    const { suggestion } = await post('/api/email-check', { email: typed });
    if (suggestion && typed === email.value) {
      show(suggestion);
    }
  });
}

/** Who the student is, for an advisor; what the form does not tell stays out of sight. */
const STUDENT_CARD = ['dossier', 'familyName', 'givenNames', 'birthDate', 'maskedNir', 'maskedMobile', 'telephone', 'maskedEmail', 'closesAt']
  .map(fact => `<div><dt data-text="form.student-card.${fact}"></dt><dd data-shown="${fact}"></dd></div>`)
  .join('');

function studentCard(root) {
  const place = root.querySelector('[data-student-card]');
  if (place) {
    place.className = 'facts card';
    place.innerHTML = STUDENT_CARD;
  }
}

/** What a student says of an item of the profile. */
const PROFILE_ANSWERS = ['DONE', 'NOT_CONCERNED', 'LATER']
  .map(answer => `
    <label class="choice" for="answer-${answer}">
      <input id="answer-${answer}" name="answer" type="radio" value="${answer}">
      <span data-text="form.profile-item.answer.${answer}"></span>
    </label>`)
  .join('');
const PROFILE_ANSWER = `
  <fieldset class="field">
    <legend data-text="form.profile-item.answer"></legend>
    ${PROFILE_ANSWERS}
    <p id="answer-problem" class="problem"></p>
  </fieldset>
  <div class="field">
    <label for="laterUntil" data-text="form.profile-item.laterUntil"></label>
    <p id="laterUntil-hint" class="hint" data-text="form.profile-item.laterUntil-hint"></p>
    <input id="laterUntil" name="laterUntil" type="date" aria-describedby="laterUntil-hint laterUntil-problem">
    <p id="laterUntil-problem" class="problem"></p>
  </div>
  <div class="buttons">
    <button type="button" class="button" data-submit data-text="form.profile-item.submit"></button>
  </div>`;

function profileAnswer(root) {
  const place = root.querySelector('[data-profile-answer]');
  if (place) {
    place.innerHTML = PROFILE_ANSWER;
  }
}

/** Contact details, each a field with its hint. */
const contactDetails = fields => Object.entries(fields)
  .map(([name, attributes]) => `
    <div class="field">
      <label for="${name}" data-text="form.contact-details.${name}"></label>
      <p id="${name}-hint" class="hint" data-text="form.contact-details.${name}-hint"></p>
      <input id="${name}" name="${name}" ${attributes} aria-describedby="${name}-hint ${name}-problem">
      <p id="${name}-problem" class="problem"></p>
      ${name === 'email' ? '<div class="suggestion" role="status" data-email-suggestion></div>' : ''}
    </div>`)
  .join('');

/** Where the Carte Vitale is sent. */
const POSTAL_ADDRESS = contactDetails({
  street: 'type="text" maxlength="100" autocomplete="street-address" required',
  postalCode: 'type="text" maxlength="10" autocomplete="postal-code" required',
  city: 'type="text" maxlength="100" autocomplete="address-level2" required'
});

function postalAddress(root) {
  const place = root.querySelector('[data-postal-address]');
  if (place) {
    place.innerHTML = POSTAL_ADDRESS;
  }
}

/** How an active account reaches its student; the password protects it. */
const REACH = contactDetails({
  email: 'type="email" autocomplete="email" spellcheck="false" autocapitalize="none"',
  mobile: 'type="tel" autocomplete="tel"',
  password: 'type="password" autocomplete="current-password"'
});

function reach(root) {
  const place = root.querySelector('[data-reach]');
  if (place) {
    place.innerHTML = REACH;
  }
}

/** What changes with time, each with the day of its verification. As text only; without an answer the form goes on. */
async function facts(root, say) {
  const place = root.querySelector('[data-facts]');
  const known = place && (await json('/api/facts').catch(() => ({})))[place.dataset.facts];
  if (!known) {
    return;
  }
  const list = document.createElement('ul');
  list.className = 'what-to-know';
  known.forEach(({ text, link, verification }) => {
    const item = list.appendChild(document.createElement('li'));
    const words = item.appendChild(document.createElement(link ? 'a' : 'span'));
    words.textContent = link ? text + ' ' + say('form.facts.new-window') : text;
    if (link) {
      Object.assign(words, { href: link, target: '_blank', rel: 'noopener noreferrer' });
    }
    const when = item.appendChild(document.createElement('span'));
    when.className = 'hint';
    when.textContent = ' (' + verification + ')';
  });
  place.replaceChildren(list);
}

function translate(root, say) {
  root.lang = language;
  root.querySelectorAll('[data-text]').forEach(element => { element.textContent = say(element.dataset.text); });
  root.querySelectorAll('[data-label]').forEach(element => { element.setAttribute('aria-label', say(element.dataset.label)); });
}

/** Broken rules out of the server's answer: "… email: UNIVERSITY, password: BLOCKED (25 November 2026 at 16:05) — words". */
function brokenRules(message) {
  return [...String(message).split(' — ')[0].matchAll(/(\w+): ([A-Z][A-Z_]+)\b(?: \(([^)]*)\))?/g)]
    .map(([, field, code, detail]) => ({ field, code, detail }));
}

function clearProblems(root) {
  root.querySelectorAll('.problem').forEach(place => { place.textContent = ''; });
  root.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
}

function showProblems(root, say, message) {
  const rules = brokenRules(message);
  // The same words stand next to the fields: the engine's own notice would only cover the buttons.
  document.documentElement.classList.toggle('onboarding-refused', rules.length > 0);
  const general = [];
  rules.forEach(({ field, code, detail }) => {
    const words = say('problem.' + field + '.' + code, 'problem.' + code).replace('{0}', detail);
    const place = root.querySelector('#' + field + '-problem');
    if (place && field !== 'form') {
      place.textContent = (place.textContent + ' ' + words).trim();
      root.querySelectorAll('[name="' + field + '"]').forEach(input => input.setAttribute('aria-invalid', 'true'));
    } else {
      general.push(words);
    }
  });
  if (!rules.length) {
    general.push(say('form.common.failed'));
  }
  const summary = root.querySelector('#form-problem');
  summary.textContent = general.join(' ') || say('form.common.check');
  (root.querySelector('[aria-invalid]') || summary).focus();
}

/** Values of the form's own fields. They become form variables only for the moment of the submission. */
function values(root) {
  const found = new Map();
  root.querySelectorAll('[name]').forEach(input => {
    if (input.type === 'checkbox') {
      found.set(input.name, { type: 'Boolean', value: input.checked });
    } else if (input.type !== 'radio' || input.checked) {
      found.set(input.name, { type: 'String', value: input.value });
    }
  });
  return found;
}

/**
 * Shows what the dossier holds for this form, as it is now: in [data-shown] as text, in empty fields as a proposal.
 *
 * @returns false once the task is gone; a server that does not answer says nothing about the task
 */
async function showValues(camForm, root, say) {
  const started = ENGINE + '/process-definition/' + camForm.processDefinitionId;
  let values;
  try {
    values = await json((camForm.taskId ? OWN_TASKS + '/' + camForm.taskId : started) + '/form-variables');
  } catch (answer) {
    return ![400, 404].includes(answer.status);
  }
  root.querySelectorAll('[data-shown]').forEach(place => {
    const value = (values[place.dataset.shown] || {}).value || '';
    place.textContent = say('form.' + place.dataset.shown + '.' + value, value);
    if (place.matches('.item-state')) {
      place.dataset.state = value;
    }
  });
  Object.entries(values).forEach(([name, { value }]) => {
    const input = root.querySelector('input[name="' + name + '"]');
    if (input && !input.value) {
      input.value = value;
    }
  });
  return true;
}

/**
 * Makes an embedded form ours: texts, problems next to the fields, own buttons, cancelling with a question before.
 *
 * Buttons: [data-wizard-buttons="text of the submit button"] stands for both of a wizard step; [data-action] submits with
 * that action, [data-decision] with that decision; [data-leave] submits that field alone, set, and signs out.
 */
async function form(camForm, ready) {
  const root = camForm.formElement[0];
  const said = await loadTexts();
  const say = (...keys) => said[keys.find(key => key in said)] || keys[keys.length - 1];
  let sending = null;
  let leaving = false;

  wizardButtons(root);
  studentCard(root);
  profileAnswer(root);
  postalAddress(root);
  reach(root);
  translate(root, say);
  await facts(root, say);
  steps(root, say);
  emailSuggestion(root, say);

  const variables = () => camForm.variableManager;
  const drop = () => Object.keys(variables().variables).forEach(name => variables().destroyVariable(name));
  camForm.on('store', drop);
  camForm.on('submit', () => {
    drop();
    clearProblems(root);
    (sending || values(root)).forEach(({ type, value }, name) => variables().createVariable({ name, type, value }));
  });
  camForm.on('submit-success', () => {
    drop();
    noteSaved(camForm.taskId);
    if (leaving) {
      signOut('CANCELLED');
    }
  });
  camForm.on('submit-failed', (_, args) => {
    drop();
    sending = null;
    leaving = false;
    showProblems(root, say, args[0] && args[0].message);
  });

  const submit = chosen => {
    sending = chosen;
    document.querySelector('.form-actions .btn-primary').click();
  };
  const confirmation = root.querySelector('[data-cancel-question]');
  root.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }
    if (button.matches('[data-cancel]')) {
      confirmation.hidden = !confirmation.hidden;
      button.setAttribute('aria-expanded', String(!confirmation.hidden));
    } else if (button.matches('[data-leave]')) {
      leaving = true;
      submit(new Map([[button.dataset.leave, { type: 'Boolean', value: true }]]));
    } else if (button.matches('[data-action]')) {
      submit(new Map(values(root)).set('action', { type: 'String', value: button.dataset.action }));
    } else if (button.matches('[data-decision]')) {
      submit(new Map(values(root)).set('decision', { type: 'String', value: button.dataset.decision }));
    } else if (button.matches('[data-submit]')) {
      submit(null);
    }
  });
  root.addEventListener('submit', event => {
    event.preventDefault();
    const button = root.querySelector('[data-submit]');
    if (button) {
      button.click();
    }
  });
  root.classList.add('ready');
  const heading = root.querySelector('h1');
  if (heading && student) {
    document.title = heading.textContent + ' — ameli-onboarding';
    heading.tabIndex = -1;
    heading.focus();
  }
  if (ready) {
    ready({ root, say, json, post, judgeWhileTyping, leaveTask, shown: () => showValues(camForm, root, say) });
  }
}

window.onboarding = { form };

export default [];
