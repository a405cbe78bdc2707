// Judges a new password while it is typed, by the server's own rules.

/** @param root where the field, the rules and the meter are */
export function judgeWhileTyping(root, say, post) {
  const password = root.querySelector('#newPassword');
  const meter = root.querySelector('.meter');
  const strength = root.querySelector('#strength');
  const rules = [...root.querySelectorAll('[data-rule]')];
  let typing;

  const show = verdict => {
    rules.forEach(rule => {
      const broken = rule.dataset.rule.split(' ').some(code => verdict.reasons.includes(code));
      rule.dataset.state = broken ? 'broken' : 'kept';
    });
    meter.dataset.strength = verdict.strength;
    strength.textContent = say('form.choose-password.strength.' + verdict.strength);
    const left = rules.filter(rule => rule.dataset.state === 'broken').map(rule => rule.textContent);
    root.querySelector('#rules-status').textContent = left.join('. ') || say('form.choose-password.all-kept');
  };
  const reset = () => {
    rules.forEach(rule => delete rule.dataset.state);
    delete meter.dataset.strength;
    strength.textContent = '';
  };
  password.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(async () => {
      const typed = password.value;
      if (!typed) {
        reset();
        return;
      }
      const verdict = await post('/api/password-check', { password: typed });
      if (typed === password.value) {
        show(verdict);
      }
    }, 250);
  });
}
