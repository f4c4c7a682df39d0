/** The picture of a model, with what happened in it. The picture comes from the server and holds nothing but the model's own labels. */
import { h, lasted, text } from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';
const pictures = new Map();
const SMALLEST = 0.75;

function picture(definitionId) {
  if (!pictures.has(definitionId)) {
    const loaded = text(`api/chronicle/models/${encodeURIComponent(definitionId)}/picture`);
    loaded.catch(() => pictures.delete(definitionId));
    pictures.set(definitionId, loaded);
  }
  return pictures.get(definitionId);
}

function s(tag, attributes, content) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (content !== undefined) element.textContent = content;
  return element;
}

/** What is drawn white, such as both circles of an intermediate event. */
const papers = (group) => group.querySelectorAll('path[fill="#ffffff"]');

export class Diagram {
  /** @param onSelect called with the id of a node that somebody clicks or chooses by key */
  constructor(onSelect) {
    this.onSelect = onSelect;
    this.stage = h('div', { class: 'jg-stage', tabindex: '0', 'aria-label': '流程图' });
    this.element = h(
      'div',
      { class: 'jg-diagram' },
      h(
        'div',
        { class: 'jg-zoom' },
        h('button', { type: 'button', text: '适合宽度', onclick: () => this.zoom(this.fit()) }),
        h('button', { type: 'button', text: '原始大小', onclick: () => this.zoom(1) }),
        h('button', { type: 'button', 'aria-label': '缩小', text: '－', onclick: () => this.zoom(this.scale / 1.25) }),
        h('button', { type: 'button', 'aria-label': '放大', text: '＋', onclick: () => this.zoom(this.scale * 1.25) }),
      ),
      this.stage,
    );
  }

  /** Draws a model without anything in it. */
  async show(definitionId) {
    if (this.definitionId === definitionId) return;
    this.definitionId = definitionId;
    const source = await picture(definitionId);
    if (this.definitionId !== definitionId) return;
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    this.svg = document.importNode(parsed, true);
    this.natural = Number(this.svg.getAttribute('width')) || 800;
    this.ratio = (Number(this.svg.getAttribute('height')) || 600) / this.natural;
    this.groups = new Map([...this.svg.querySelectorAll('g[data-id]')].map((group) => [group.dataset.id, group]));
    this.groups.forEach((group, id) => group.classList.contains('flow') || this.makeSelectable(group, id));
    this.stage.replaceChildren(this.svg);
    this.zoom(Math.max(SMALLEST, this.fit()));
  }

  makeSelectable(group, id) {
    group.setAttribute('tabindex', '0');
    group.setAttribute('role', 'button');
    group.addEventListener('click', (event) => {
      event.stopPropagation();
      this.onSelect(id);
    });
    group.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.onSelect(id);
    });
  }

  fit() {
    return Math.min(1.2, (this.stage.clientWidth - 4 || 800) / this.natural);
  }

  zoom(scale) {
    this.scale = Math.min(3, Math.max(0.2, scale));
    if (!this.svg) return;
    this.svg.setAttribute('width', String(Math.round(this.natural * this.scale)));
    this.svg.setAttribute('height', String(Math.round(this.natural * this.ratio * this.scale)));
  }

  clear() {
    this.svg.querySelectorAll('.jg-badge, .jg-time').forEach((mark) => mark.remove());
    this.groups.forEach((group) => {
      group.classList.remove('jg-taken', 'jg-done', 'jg-open', 'jg-cancelled', 'jg-idle');
      papers(group).forEach((shape) => (shape.style.fill = ''));
    });
  }

  /** The path that was gone until a moment, seen from `now`: taken flows, visited nodes with how often and how long. */
  paint(run, until, now) {
    this.now = now;
    if (!this.svg) return;
    this.clear();
    const visits = run.visits.filter((visit) => visit.type !== 'multiInstanceBody' && visit.startedAt <= until);
    const bodies = run.visits.filter((visit) => visit.type === 'multiInstanceBody' && visit.startedAt <= until);
    const byNode = Map.groupBy ? Map.groupBy(visits, (visit) => visit.node) : groupBy(visits);
    const flows = new Map();
    run.passages.filter((passage) => passage.at <= until).forEach(({ flow }) => flows.set(flow, (flows.get(flow) || 0) + 1));
    this.groups.forEach((group, id) => {
      if (group.classList.contains('flow')) {
        group.classList.add(flows.has(id) ? 'jg-taken' : 'jg-idle');
        return;
      }
      const here = byNode.get(id) || bodies.filter((body) => body.node === id);
      if (here.length) this.mark(group, here, until);
      else if (group.classList.contains('node')) group.classList.add('jg-idle');
    });
  }

  mark(group, visits, until) {
    const open = visits.some((visit) => !visit.endedAt || visit.endedAt > until);
    const cancelled = visits.every((visit) => visit.state === 'CANCELLED' && visit.endedAt <= until);
    group.classList.add(open ? 'jg-open' : cancelled ? 'jg-cancelled' : 'jg-done');
    const activity = /task|activity|subProcess/i.test(group.getAttribute('class')) || /Task|Activity|subProcess/.test(visits[0].type);
    if (visits.length > 1 || activity) this.badge(group, String(visits.length));
    if (!activity) return;
    const ms = visits.reduce((sum, visit) => sum + (new Date(this.ended(visit, until)) - new Date(visit.startedAt)), 0);
    this.note(group, (open ? '已历时' : '') + lasted(ms));
  }

  ended(visit, until) {
    if (visit.endedAt && visit.endedAt <= until) return visit.endedAt;
    return until === LAST ? this.now : until;
  }

  badge(group, label) {
    const box = this.box(group);
    const mark = s('g', { class: 'jg-badge', transform: `translate(${box.x + box.width - 4} ${box.y + 2})` });
    const width = Math.max(18, 9 + [...label].reduce((sum, letter) => sum + (letter > '\u00ff' ? 11.5 : 7), 0));
    mark.append(
      s('rect', { x: -width / 2, y: -9, width, height: 18, rx: 9 }),
      s('text', { 'text-anchor': 'middle', y: 4, 'font-size': 11 }, label),
    );
    this.svg.append(mark);
  }

  note(group, label) {
    const box = this.box(group);
    this.svg.append(
      s('text', { class: 'jg-time', 'text-anchor': 'middle', x: box.x + box.width / 2, y: box.y + box.height + 12, 'font-size': 10 }, label),
    );
  }

  box(group) {
    return (group.querySelector('path') || group).getBBox();
  }

  select(id) {
    this.groups?.forEach((group, known) => group.classList.toggle('jg-selected', known === id));
    this.groups?.get(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Colours nodes by a share between 0 and 1, with a label. */
  heat(values) {
    if (!this.svg) return;
    this.clear();
    this.groups.forEach((group, id) => {
      const value = values.get(id);
      if (!value) {
        group.classList.add('jg-idle');
        return;
      }
      const colour = `hsl(${Math.round(52 - 47 * value.share)} 95% ${Math.round(92 - 22 * value.share)}%)`;
      papers(group).forEach((shape) => (shape.style.fill = colour));
      this.badge(group, value.label);
    });
  }
}

/** After everything that can have happened. */
export const LAST = '9999-12-31';

function groupBy(visits) {
  const groups = new Map();
  visits.forEach((visit) => groups.set(visit.node, [...(groups.get(visit.node) || []), visit]));
  return groups;
}
