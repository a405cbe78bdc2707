/*
 * How many passed each element of a process, how long they stayed and who waits too long: over its diagram in Cockpit,
 * and in a table. The numbers stand beside the colours; whoever finds them in the way hides them.
 */
import { json, loadTexts } from '../server.js';

const PERIODS = ['P1D', 'P7D', 'P30D', 'P90D', 'P365D'];
const USUAL = 'P30D';
const CHANNELS = ['PHONE_3646', 'AGENCY', 'COHORT'];
const LANGUAGES = ['fr', 'en'];

/** Hidden or not, until the browser is closed. */
const HIDDEN = 'onboarding-heat-map-hidden';

/** What stays long enough, or counts enough, for a mark of its own; the rest is in the table. */
const MARKED = /Task$|^bpmn:(CallActivity|EndEvent|EventBasedGateway)$/;

/** How dark the fullest element is: a name in it can still be read. */
const DARKEST = 0.45;

const UNITS = [['days', 86400], ['hours', 3600], ['minutes', 60], ['seconds', 1]];

/** An element with text or elements in it: never markup. */
function make(name, properties, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

class HeatMap {
  constructor(viewer, definition, texts) {
    this.viewer = viewer;
    this.definition = definition;
    this.say = (key, value) => texts[key].replace('{0}', () => value);
    this.count = new Intl.NumberFormat(navigator.languages[0]);
    this.marks = [];
    this.bar = this.drawBar();
    viewer.get('canvas').getContainer().parentElement.append(this.bar);
    this.toggle(sessionStorage.getItem(HIDDEN) !== 'true');
  }

  close() {
    this.closed = true;
    this.clear();
    this.bar.remove();
  }

  // ---- The bar over the diagram ----------------------------------------------------------------------------------

  drawBar() {
    const { say } = this;
    this.button = make('button', { type: 'button', className: 'btn btn-default btn-sm' });
    this.button.addEventListener('click', () => this.toggle(this.content.hidden));
    this.form = make('form', {},
      this.choice('period', PERIODS, say('form.heat-map.period')),
      this.choice('channel', ['', ...CHANNELS], say('form.heat-map.channel')),
      this.choice('language', ['', ...LANGUAGES], say('form.heat-map.language')));
    this.form.elements.period.value = USUAL;
    this.form.addEventListener('change', () => this.load());
    this.form.addEventListener('submit', event => event.preventDefault());
    this.status = make('p', { className: 'status' });
    this.status.setAttribute('role', 'status');
    this.table = make('div', { className: 'numbers', tabIndex: 0 });
    this.table.setAttribute('role', 'region');
    this.table.setAttribute('aria-label', say('form.heat-map.table'));
    this.content = make('div', {},
      this.form,
      make('details', {},
        make('summary', {}, say('form.heat-map.details')),
        make('p', {}, say('form.heat-map.legend')),
        make('p', {}, make('span', { className: 'late' }, '!'), ' ', say('form.heat-map.legend-overdue')),
        this.table),
      this.status);
    const bar = make('section', { className: 'heat-map' }, this.button, this.content);
    bar.setAttribute('aria-label', say('form.heat-map.title'));
    return bar;
  }

  choice(name, values, label) {
    const options = values.map(value =>
      make('option', { value }, value ? this.say(`form.heat-map.${name}.${value}`) : this.say('form.heat-map.all')));
    return make('label', {}, label, ' ', make('select', { name, className: 'form-control input-sm' }, ...options));
  }

  toggle(shown) {
    sessionStorage.setItem(HIDDEN, !shown);
    this.content.hidden = !shown;
    this.button.setAttribute('aria-expanded', shown);
    this.button.textContent = shown ? this.say('form.heat-map.off') : this.say('form.heat-map.on');
    if (shown) {
      this.load();
    } else {
      this.clear();
    }
  }

  // ---- The numbers -----------------------------------------------------------------------------------------------

  async load() {
    const turn = this.turn = (this.turn || 0) + 1;
    const chosen = [...new FormData(this.form)].filter(([, value]) => value);
    let elements = [];
    let problem = '';
    try {
      elements = await json('/api/heat-map?' + new URLSearchParams([['definition', this.definition], ...chosen]));
      problem = elements.length ? '' : this.say('form.heat-map.none');
    } catch {
      problem = this.say('form.heat-map.failed');
    }
    if (turn === this.turn && !this.closed && !this.content.hidden) {
      this.clear();
      this.status.textContent = problem;
      this.show(elements);
    }
  }

  show(elements) {
    const registry = this.viewer.get('elementRegistry');
    // Older versions of the process can have had others.
    const known = elements.map(heat => ({ ...heat, shape: registry.get(heat.id) })).filter(({ shape }) => shape);
    const most = Math.max(1, ...known.filter(isMarked).map(({ entered }) => entered));
    known.filter(isMarked).forEach(heat => this.mark(heat, heat.entered / most));
    this.table.replaceChildren(this.numbers(known));
  }

  mark({ id, shape, entered, medianSeconds, overdue }, share) {
    const heat = make('div', { className: 'heat' });
    heat.style.cssText = `width:${shape.width}px;height:${shape.height}px;background:rgba(163,67,10,${share * DARKEST})`;
    const stay = medianSeconds ? ' · ' + this.duration(medianSeconds) : '';
    const badge = make('div', { className: 'heat-badge' }, this.count.format(entered) + stay);
    const badges = make('div', { className: 'heat-badges' }, badge);
    if (overdue) {
      badges.prepend(make('div', { className: 'heat-badge late' }, '! ' + this.count.format(overdue)));
    }
    const overlays = this.viewer.get('overlays');
    this.marks.push(
      overlays.add(id, { position: { top: 0, left: 0 }, html: heat }),
      // Above the element, and of one size however small the diagram.
      overlays.add(id, { position: { top: 0, left: 0 }, html: badges, scale: { min: 1, max: 1 } }));
  }

  numbers(elements) {
    const { say } = this;
    const row = (cell, values) => make('tr', {}, ...values.map((value, place) =>
      Object.assign(make(place ? cell : 'th', {}, value), cell === 'th' ? { scope: 'col' } : place ? {} : { scope: 'row' })));
    const head = ['element', 'entered', 'now', 'overdue', 'median', 'p90'].map(key => say('form.heat-map.' + key));
    const body = elements
      .sort((one, other) => other.entered - one.entered)
      .map(heat => row('td', [
        heat.shape.businessObject.name || heat.id,
        this.count.format(heat.entered),
        this.count.format(heat.waiting),
        this.count.format(heat.overdue),
        this.duration(heat.medianSeconds),
        this.duration(heat.p90Seconds)]));
    return make('table', {}, make('thead', {}, row('th', head)), make('tbody', {}, ...body));
  }

  /** In the largest unit of which there are two. */
  duration(seconds) {
    if (seconds === null) {
      return '–';
    }
    const [unit, length] = UNITS.find(([, each]) => seconds >= 2 * each) || UNITS.at(-1);
    return this.say('form.heat-map.' + unit, this.count.format(Math.round(seconds / length)));
  }

  clear() {
    this.marks.forEach(mark => this.viewer.get('overlays').remove(mark));
    this.marks = [];
    this.table.replaceChildren();
  }
}

const isMarked = ({ shape }) => MARKED.test(shape.type);

let shown;

export default {
  async render(viewer, { processDefinitionId }) {
    shown?.close();
    // The engine's id of a definition is key:version:id.
    shown = new HeatMap(viewer, processDefinitionId.split(':')[0], await loadTexts());
  },
  unmount() {
    shown?.close();
    shown = undefined;
  }
};
