/*
 * A page of ours inside Cockpit: its main, whose links and forms are followed where it stands. What leads out of /desk/
 * leaves as anywhere; what is no page is a download.
 */
import { loadTexts } from '../server.js';

const DESK = /^\/desk\//;
/** Tells the server that a script asks: it answers 401 instead of leading to the sign-in page. */
const BY_SCRIPT = { Accept: 'text/html', 'X-Requested-With': 'XMLHttpRequest' };

/**
 * What Cockpit asks of a plugin.
 *
 * @param addressOf tells the page's address, or a promise of it, from what Cockpit says of the place
 */
export function panel(addressOf) {
  let view;
  return {
    render(node, place) {
      view = new View(node);
      view.open(() => addressOf(place));
    },
    unmount: () => view?.close()
  };
}

class View {
  constructor(node) {
    this.closing = new AbortController();
    this.node = node;
    this.status = node.appendChild(document.createElement('p'));
    this.status.className = 'panel-status';
    this.status.setAttribute('role', 'status');
    node.addEventListener('click', event => this.followLink(event));
    node.addEventListener('submit', event => this.send(event));
  }

  open(addressOf) {
    return this.reach(async () => this.show(new URL(await addressOf(), location.origin)), () => this.open(addressOf));
  }

  close() {
    this.closing.abort();
  }

  // ---- What people press ---------------------------------------------------------------------------------------

  followLink(event) {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    // Not link.href: Cockpit's own address would be the base.
    const target = new URL(link.getAttribute('href'), this.url);
    if (target.origin !== location.origin || !DESK.test(target.pathname) || link.target || link.hasAttribute('download')) {
      return;
    }
    event.preventDefault();
    if (target.hash && target.pathname + target.search === this.url.pathname + this.url.search) {
      focus(this.main.querySelector('#' + CSS.escape(target.hash.slice(1))));
    } else {
      this.go(target);
    }
  }

  send(event) {
    const form = event.target;
    const button = event.submitter;
    const said = name => button?.getAttribute('form' + name) ?? form.getAttribute(name) ?? '';
    const target = new URL(said('action'), this.url);
    const fields = new FormData(form, button);
    event.preventDefault();
    if (said('method').toLowerCase() === 'post') {
      const body = said('enctype') === 'multipart/form-data' ? fields : new URLSearchParams(fields);
      this.go(target, { method: 'POST', body });
    } else {
      target.search = new URLSearchParams(fields);
      this.go(target);
    }
  }

  // ---- Coming and going ----------------------------------------------------------------------------------------

  /** Nothing is sent twice, and whoever has pressed something is told what has come of it. */
  async go(target, options) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    await this.reach(async () => {
      await this.show(target, options);
      focus(this.main.querySelector('[autofocus]') ?? this.main.querySelector('h1'));
    });
    this.busy = false;
  }

  async show(target, options) {
    this.node.setAttribute('aria-busy', 'true');
    const answer = await fetch(target, { ...options, headers: BY_SCRIPT, signal: this.closing.signal });
    if (answer.status === 401) {
      location.assign('/staff/sign-in?problem=EXPIRED_SESSION' + location.hash);
    } else if ((answer.headers.get('Content-Type') ?? '').startsWith('text/html')) {
      this.place(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      this.url = new URL(answer.url);
    } else {
      download(await answer.blob(), answer.headers.get('Content-Disposition') ?? '');
    }
    this.node.setAttribute('aria-busy', 'false');
  }

  place(page) {
    const main = document.adoptNode(page.querySelector('main'));
    const scripts = [...main.querySelectorAll('script')];
    scripts.forEach(script => script.remove());
    main.classList.add('onboarding', 'ready', 'panel');
    main.lang = page.documentElement.lang;
    this.node.replaceChildren(this.status, main);
    this.main = main;
    this.status.textContent = page.title;
    // The script of a page is a module; if it exports a function, that works on the main that it is given.
    scripts.map(script => script.getAttribute('src'))
      .forEach(source => import(source).then(({ default: work }) => typeof work === 'function' && work(main)));
  }

  /** Says so if something cannot be reached; silent once nobody looks any more. What was typed stays. */
  async reach(something, again) {
    try {
      await something();
    } catch {
      this.node.setAttribute('aria-busy', 'false');
      if (!this.closing.signal.aborted) {
        this.node.querySelector(':scope > .panel-problem')?.remove();
        this.status.after(await unreachable(again));
      }
    }
  }
}

function focus(element) {
  if (element) {
    // A heading does not take the focus by itself.
    element.tabIndex = element.tabIndex;
    element.focus();
  }
}

/** @param again what to do to try once more; without it the person presses the same thing again */
async function unreachable(again) {
  const texts = await loadTexts();
  const say = key => texts[key];
  const notice = document.createElement('div');
  notice.className = 'onboarding ready panel panel-problem';
  notice.innerHTML = '<div class="problem" role="alert"><p></p></div>';
  notice.querySelector('p').textContent = say('form.desk.unreachable');
  if (again) {
    const button = notice.firstChild.appendChild(document.createElement('button'));
    button.type = 'button';
    button.className = 'button';
    button.textContent = say('form.desk.again');
    button.addEventListener('click', again);
  }
  return notice;
}

/** @param disposition the answer's header, which names the file */
function download(content, disposition) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = /filename="?([^";]+)/.exec(disposition)?.[1] ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
