/** 历史: the search over running and finished cases. */
import { address, fill, h, json, table, withStyles } from './parts.js';

const COLUMNS = [
  ['项目编号', 'NUMBER'],
  ['项目', 'NAME'],
  ['区县'],
  ['街道（镇）'],
  ['小区'],
  ['状态'],
  ['阶段'],
  ['立案', 'OPENED'],
  ['结案', 'CLOSED'],
  ['异常'],
];
/** What was looked for last, for whoever comes back from a case. */
let last = { sort: 'OPENED', page: 0 };

/**
 * @param host is emptied and filled
 * @param open called with the number of a case that is chosen
 */
export function mountSearch(host, { open, href }) {
  withStyles();
  host.classList.add('jg-story', 'jg-search');
  return fill(host, json('api/chronicle/choices'), (choices) => new SearchView(choices, open, href).element);
}

class SearchView {
  constructor(choices, open, href) {
    this.open = open;
    this.href = href;
    this.fields = this.inputs(choices);
    this.result = h('div', { class: 'jg-found', 'aria-live': 'polite' });
    const form = h(
      'form',
      { autocomplete: 'off', onsubmit: (event) => this.submitted(event) },
      Object.entries(this.fields).map(([, { label, input }]) => h('label', {}, label, input)),
      h(
        'div',
        { class: 'jg-actions' },
        h('button', { type: 'submit', class: 'jg-primary', text: '查询' }),
        h('button', { type: 'button', text: '清空', onclick: () => this.empty() }),
      ),
    );
    this.element = [h('h2', { text: '历史案件查询' }), form, this.result];
    queueMicrotask(() => this.find());
  }

  inputs({ counties, processes, stages }) {
    const field = (name, type, options = {}) => h('input', { name, type, value: last[name] ?? '', ...options });
    const choose = (name, entries) => {
      const select = h('select', { name }, h('option', { value: '', text: '全部' }), entries.map(([value, text]) => h('option', { value, text })));
      select.value = last[name] ?? '';
      return select;
    };
    return {
      caseNo: { label: '项目编号', input: field('caseNo', 'text', { placeholder: '编号或开头几位' }) },
      name: { label: '项目名称', input: field('name', 'text') },
      community: { label: '小区', input: field('community', 'text') },
      county: { label: '区县', input: choose('county', Object.entries(counties)) },
      process: { label: '经过流程', input: choose('process', Object.entries(processes)) },
      running: { label: '流程状态', input: choose('running', [['true', '正在进行'], ['false', '已经结束']]) },
      state: { label: '案件状态', input: choose('state', [['OPEN', '在办'], ['CLOSED', '已结案']]) },
      stage: { label: '阶段', input: choose('stage', Object.entries(stages)) },
      who: { label: '经办人', input: field('who', 'text', { placeholder: '姓名或登录名' }) },
      from: { label: '期间自', input: field('from', 'date') },
      until: { label: '期间至', input: field('until', 'date') },
      incident: { label: '技术异常', input: choose('incident', [['OPEN', '有未处理的'], ['ANY', '发生过']]) },
    };
  }

  submitted(event) {
    event.preventDefault();
    const { sort, ascending } = last;
    last = { sort, ascending, page: 0 };
    Object.entries(this.fields).forEach(([name, { input }]) => input.value.trim() && (last[name] = input.value.trim()));
    this.find();
  }

  empty() {
    Object.values(this.fields).forEach(({ input }) => (input.value = ''));
    last = { sort: 'OPENED', page: 0 };
    this.find();
  }

  find() {
    const asked = Object.entries(last).filter(([, value]) => value !== undefined && value !== '');
    return fill(this.result, json(`api/chronicle/cases?${new URLSearchParams(asked)}`), (found) => this.show(found));
  }

  show({ total, more, page, size, rows }) {
    const pages = Math.max(1, Math.ceil(total / size));
    const turn = (to) => {
      last.page = to;
      this.find();
    };
    return [
      h('p', { class: 'jg-count', text: more ? `超过 ${total} 件，请缩小范围` : `共 ${total} 件` }),
      table(COLUMNS.map((column) => this.head(column)), rows.map((row) => this.row(row)), { empty: '没有符合条件的案件' }),
      h(
        'div',
        { class: 'jg-pager' },
        h('button', { type: 'button', text: '上一页', disabled: page === 0, onclick: () => turn(page - 1) }),
        h('span', { text: `第 ${page + 1} / ${pages} 页` }),
        h('button', { type: 'button', text: '下一页', disabled: page + 1 >= pages, onclick: () => turn(page + 1) }),
      ),
    ];
  }

  head([label, sort]) {
    if (!sort) return h('th', { text: label });
    const chosen = last.sort === sort;
    const ascending = Boolean(last.ascending);
    const turn = () => {
      last = { ...last, sort, ascending: chosen ? !ascending : false, page: 0 };
      this.find();
    };
    return h(
      'th',
      { 'aria-sort': chosen ? (ascending ? 'ascending' : 'descending') : 'none' },
      h('button', { type: 'button', 'data-sort': sort, text: label + (chosen ? (ascending ? ' ▲' : ' ▼') : ''), onclick: turn }),
    );
  }

  row(row) {
    const link = h('a', {
      href: this.href ? this.href(row.caseNo) : address(`cases/${encodeURIComponent(row.caseNo)}/chronicle`),
      text: row.caseNo,
    });
    return [
      link,
      row.name,
      row.countyName,
      row.streetName,
      row.communities,
      row.state === 'OPEN' ? '在办' : `已结案：${row.outcome}`,
      row.stage,
      row.openedOn,
      row.closedOn,
      row.incidents ? h('span', { class: 'jg-state jg-state-open', text: `${row.incidents} 项未处理` }) : '',
    ];
  }
}
