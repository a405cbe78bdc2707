import { judgeWhileTyping } from './password-check.js';
import { loadTexts, post } from './server.js';

const texts = await loadTexts(document.documentElement.lang);
document.querySelector('[data-live]').hidden = false;
document.getElementById('rules').classList.add('rules');
judgeWhileTyping(document, key => texts[key], post);
