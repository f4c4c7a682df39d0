/**
 * Declarative task forms for Tasklist: light-DOM custom elements (jg-…) and the glue to camForm.
 * How to write a form and what is posted: src/docs/forms.md.
 *
 * Nothing is drawn before `jiugai.attach(camForm)`: Tasklist compiles the form with AngularJS first,
 * and text drawn before that would be read as an AngularJS template.
 */

const IMAGE_TYPES = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };
/** What the server accepts, as long as it has not said so itself. */
const DEFAULT_UPLOADS = { extensions: ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx'], maxBytes: 52428800, maxFiles: 100 };
const AUTOSAVE_MS = 30000;
const RADIO_LIMIT = 4;
const SINGLE_LINE_LIMIT = 100;
const MAX_INTEGER_DIGITS = 14;
const CSRF_COOKIE = 'JIUGAI-CSRF';
const CSRF_HEADER = 'X-CSRF-TOKEN';
/** Key of the draft under which the names of uploaded files travel; never part of a submission. */
const DRAFT_FILES = '_files';
const NONE = '—';
const DUE = {
  GREEN: ['label-success', '正常'],
  YELLOW: ['label-warning', '临期'],
  RED: ['label-danger', '逾期'],
};

/* ---------- small helpers ---------- */

/** Creates an element; `text` becomes textContent, functions become listeners, the rest attributes. */
function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'text') node.textContent = String(value);
    else if (typeof value === 'function') node.addEventListener(key, value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

let lastId = 0;
const nextId = () => `jg-${++lastId}`;
const isEmpty = (value) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const flag = (element, name) => element.hasAttribute(name) && element.getAttribute(name) !== 'false';
const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
const pad = (number) => String(number).padStart(2, '0');

let serverDay = null;

/** The day by the server's clock, which is what dates are checked against; the browser's until the server has answered. */
function today() {
  if (serverDay) return serverDay;
  const now = new Date();
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

function clock(date = new Date()) {
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

function fileSize(bytes) {
  if (typeof bytes !== 'number') return '';
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function numberAttribute(element, name, fallback = null) {
  const text = element.getAttribute(name);
  return text === null || text.trim() === '' || Number.isNaN(Number(text)) ? fallback : Number(text);
}

/* ---------- decimals as strings: money must not pass through floating point ---------- */

function cleanNumber(text) {
  return String(text)
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/[－−]/g, '-')
    .replace(/[,，\s]/g, '')
    .replace(/[元%％]$/, '');
}

/** Returns {value} in canonical form ("1234.50"), or {error}. */
function parseDecimal(text, scale) {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(cleanNumber(text));
  if (!match || (!match[2] && !match[3])) return { error: scale === 0 ? '请输入整数' : '请输入数字' };
  const whole = match[2].replace(/^0+(?=\d)/, '') || '0';
  const fraction = (match[3] || '').replace(/0+$/, '');
  if (fraction.length > scale) return { error: scale === 0 ? '请输入整数' : `最多 ${scale} 位小数` };
  if (whole.length > MAX_INTEGER_DIGITS) return { error: '数字过大' };
  const zero = whole === '0' && fraction === '';
  const sign = match[1] === '-' && !zero ? '-' : '';
  return { value: sign + whole + (scale > 0 ? `.${fraction.padEnd(scale, '0')}` : '') };
}

function toUnits(decimal, scale) {
  const parsed = parseDecimal(decimal, scale);
  return parsed.error ? null : BigInt(parsed.value.replace('.', ''));
}

function fromUnits(units, scale) {
  if (scale === 0) return units.toString();
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function compareDecimals(left, right) {
  const a = toUnits(left, 6);
  const b = toUnits(right, 6);
  return a === null || b === null || a === b ? 0 : a < b ? -1 : 1;
}

function thousands(decimal) {
  const [whole, fraction] = String(decimal).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "1234567.80" → "123.45678": exact, so that a slip by a factor of ten is visible. */
function inTenThousands(decimal) {
  const units = toUnits(decimal, 2);
  if (units === null) return '';
  return thousands(fromUnits(units, 6).replace(/\.?0+$/, ''));
}

/* ---------- conditions: "a=X,Y", "a!=X", "a" (not empty), joined by ";" (all must hold) ---------- */

function parseCondition(text) {
  return String(text || '')
    .split(';')
    .map((clause) => /^\s*([^=!\s]+)\s*(?:(!?=)\s*(.*))?$/.exec(clause))
    .filter(Boolean)
    .map(([, field, operator, values]) => ({
      field,
      negated: operator === '!=',
      values: operator ? values.split(',').map((value) => value.trim()) : null,
    }));
}

function holds(condition, lookup) {
  return condition.every(({ field, negated, values }) => {
    const value = lookup(field);
    if (!values) return !isEmpty(value) && value !== false;
    const actual = (Array.isArray(value) ? value : [value ?? '']).map(String);
    return actual.some((item) => values.includes(item)) !== negated;
  });
}

/* ---------- server ---------- */

/** The servlet context path: what stands before the web applications' own root (/camunda). */
function contextPath() {
  const base = document.querySelector('base[app-root]');
  const root = base ? base.getAttribute('app-root') : new URL(import.meta.url).pathname.split('/app/')[0];
  return root.replace(/\/+$/, '').replace(/\/[^/]*$/, '');
}

function safeUrl(url) {
  if (!url) return null;
  const text = String(url);
  try {
    const resolved = new URL(text.startsWith('/api/') ? contextPath() + text : text, window.location.href);
    return resolved.protocol === 'http:' || resolved.protocol === 'https:' ? resolved.href : null;
  } catch {
    return null;
  }
}

function link(text, url, props = {}) {
  const href = safeUrl(url);
  return href ? h('a', { text, href, rel: 'noopener', ...props }) : h('span', { text });
}

function csrfToken() {
  const pair = document.cookie.split('; ').find((item) => item.startsWith(`${CSRF_COOKIE}=`));
  return pair ? decodeURIComponent(pair.slice(CSRF_COOKIE.length + 1)) : null;
}

class ApiError extends Error {
  constructor(status, body) {
    super(problemText(status, body));
    this.status = status;
  }
}

function problemText(status, body) {
  const text = body && (body.detail || body.message || body.title);
  if (text && status < 500) return text;
  if (status === 401) return '登录已过期，请重新登录';
  if (status === 403) return '没有办理此任务的权限';
  if (status === 404) return '任务不存在或已办结';
  if (status === 413) return '文件过大';
  return status ? `系统繁忙，请稍后重试（${status}）` : '网络连接失败，请稍后重试';
}

function parseJson(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** One call of the API; a token that a new sign-in has replaced is fetched anew, once. */
async function request(method, path, options = {}) {
  const token = csrfToken();
  try {
    return await send(method, path, options);
  } catch (error) {
    if (method === 'GET' || error.status !== 403) throw error;
    await send('GET', '/session');
    if (csrfToken() === token) throw error;
    return send(method, path, options);
  }
}

async function send(method, path, { body, signal, keepalive } = {}) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') headers[CSRF_HEADER] = await ensureCsrf();
  if (body !== undefined) headers['Content-Type'] = 'application/json;charset=UTF-8';
  let response;
  try {
    response = await fetch(`${contextPath()}/api${path}`, {
      method,
      headers,
      body,
      signal,
      keepalive,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0, null);
  }
  const answer = parseJson(await response.text());
  if (!response.ok) throw new ApiError(response.status, answer);
  return answer;
}

async function ensureCsrf() {
  if (!csrfToken()) await send('GET', '/session');
  return csrfToken() || '';
}

/** XMLHttpRequest, because fetch tells nothing about the progress of an upload. */
function upload(path, file, onProgress) {
  const xhr = new XMLHttpRequest();
  const done = ensureCsrf().then(
    (token) =>
      new Promise((resolve, reject) => {
        const data = new FormData();
        data.append('file', file, file.name);
        xhr.open('POST', `${contextPath()}/api${path}`);
        xhr.setRequestHeader('Accept', 'application/json');
        xhr.setRequestHeader(CSRF_HEADER, token);
        xhr.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
        xhr.onabort = () => reject(new DOMException('aborted', 'AbortError'));
        xhr.onerror = () => reject(new ApiError(0, null));
        xhr.onload = () => {
          const answer = parseJson(xhr.responseText);
          if (xhr.status >= 200 && xhr.status < 300 && answer) resolve(answer);
          else reject(new ApiError(xhr.status, answer));
        };
        xhr.send(data);
      })
  );
  return { done, abort: () => xhr.abort() };
}

/* ---------- specifications read from attributes ---------- */

const NUMBER_KINDS = {
  int: { scale: 0 },
  decimal: { scale: 2 },
  money: { scale: 2, min: '0', unit: '元', grouped: true },
  area: { scale: 2, min: '0', unit: 'm²', grouped: true },
  pct: { scale: 2, min: '0', max: '100', unit: '%' },
};

function parseOptions(text) {
  return String(text || '')
    .split('|')
    .map((item) => item.trim())
    .filter(Boolean)
    .map((item) => {
      const colon = item.indexOf(':');
      return colon < 0
        ? { value: item, label: item }
        : { value: item.slice(0, colon).trim(), label: item.slice(colon + 1).trim() };
    });
}

/** Reads the attributes which fields and table columns share. */
function readSpec(element, kind) {
  const attribute = (name) => element.getAttribute(name);
  const number = NUMBER_KINDS[kind] || {};
  return {
    kind,
    name: attribute('name') || '',
    label: attribute('label') || attribute('name') || '',
    hint: attribute('hint'),
    required: flag(element, 'required'),
    requiredIf: element.hasAttribute('required-if') ? parseCondition(attribute('required-if')) : null,
    readonly: flag(element, 'readonly'),
    initial: attribute('default'),
    valueFrom: attribute('value-from'),
    options: parseOptions(attribute('options')),
    optionsFrom: attribute('options-from'),
    multiple: flag(element, 'multiple'),
    min: attribute('min') ?? number.min ?? null,
    max: attribute('max') ?? number.max ?? null,
    unit: attribute('unit') ?? number.unit ?? null,
    grouped: Boolean(number.grouped),
    scale: kind === 'decimal' ? numberAttribute(element, 'scale', 2) : (number.scale ?? 0),
    pattern: attribute('pattern'),
    patternMessage: attribute('pattern-message'),
    placeholder: attribute('placeholder'),
    must: flag(element, 'must'),
    all: flag(element, 'all'),
    sumOf: attribute('sum-of'),
    accept: (attribute('accept') || '').split(',').map((item) => item.trim().replace(/^\./, '').toLowerCase()).filter(Boolean),
    maxMb: numberAttribute(element, 'max-size'),
  };
}

/* ---------- controls: one input or group of inputs, used by fields and by table cells ---------- */

/** Base of all controls; a subclass sets `node` and the list `inputs`. */
class Control {
  constructor(spec, form) {
    this.spec = spec;
    this.form = form;
    this.id = nextId();
    this.inputs = [];
  }

  /** The element that a <label for> may point at, or null for a group of inputs. */
  get labelTarget() {
    return this.inputs.length === 1 ? this.inputs[0] : null;
  }

  get group() {
    return this.labelTarget ? null : this.node;
  }

  labelWith(id) {
    if (this.group) this.group.setAttribute('aria-labelledby', id);
  }

  /** Names a control which has no visible label of its own, as in a table cell. */
  nameAs(text) {
    (this.group || this.inputs[0] || this.node).setAttribute('aria-label', text);
  }

  describe(ids) {
    const target = this.group || this.inputs[0] || this.node;
    if (ids) target.setAttribute('aria-describedby', ids);
    else target.removeAttribute('aria-describedby');
  }

  mark(invalid) {
    for (const input of this.inputs) {
      if (invalid) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  require(required) {
    const target = this.group || this.inputs[0];
    // a plain group has no aria-required; the visible mark and the hidden text say it there
    if (!target || target.getAttribute('role') === 'group') return;
    if (required) target.setAttribute('aria-required', 'true');
    else target.removeAttribute('aria-required');
  }

  focus() {
    const target = this.inputs.find((input) => input.checked) || this.inputs[0];
    if (target) target.focus();
  }

  get() {
    return null;
  }

  set() {}

  get emptyMessage() {
    return '请填写此项';
  }

  /** @returns {string|null} what is wrong with the value, in Chinese */
  check(required) {
    const value = this.get();
    if (isEmpty(value)) return required ? this.emptyMessage : null;
    return this.checkValue(value);
  }

  checkValue() {
    return null;
  }

  dispose() {}
}

class TextControl extends Control {
  constructor(spec, form, compact) {
    super(spec, form);
    this.limit = Number(spec.max) || null;
    const multiline = !compact && this.limit > SINGLE_LINE_LIMIT;
    this.input = h(multiline ? 'textarea' : 'input', {
      id: this.id,
      class: 'form-control',
      type: multiline ? null : 'text',
      rows: multiline ? (this.limit > 600 ? 5 : 3) : null,
      autocomplete: 'off',
      placeholder: spec.placeholder,
      readonly: spec.readonly,
      input: () => this.count(),
    });
    this.inputs = [this.input];
    this.counter = multiline ? h('span', { class: 'jg-count', 'aria-hidden': 'true' }) : null;
    this.node = multiline ? h('div', { class: 'jg-multiline' }, this.input, this.counter) : this.input;
    this.count();
  }

  count() {
    if (!this.counter) return;
    this.counter.textContent = `${this.input.value.length}/${this.limit}`;
    this.counter.classList.toggle('text-danger', this.input.value.length > this.limit);
  }

  get() {
    return this.input.value.replace(/\r\n?/g, '\n').trim() || null;
  }

  set(value) {
    this.input.value = isEmpty(value) ? '' : String(value);
    this.count();
  }

  checkValue(value) {
    const { min, pattern, patternMessage } = this.spec;
    if (this.limit && value.length > this.limit) return `最多 ${this.limit} 字，现有 ${value.length} 字`;
    if (Number(min) > value.length) return `至少 ${min} 字，现有 ${value.length} 字`;
    return pattern && !matchesPattern(value, pattern) ? patternMessage || '格式不正确' : null;
  }
}

function matchesPattern(value, pattern) {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    // a mistake of the form's author must not stop the official; the server checks again
    return true;
  }
}

class NumberControl extends Control {
  constructor(spec, form) {
    super(spec, form);
    this.input = h('input', {
      id: this.id,
      class: 'form-control jg-number',
      type: 'text',
      inputmode: spec.scale === 0 ? 'numeric' : 'decimal',
      autocomplete: 'off',
      placeholder: spec.placeholder,
      readonly: spec.readonly || Boolean(spec.sumOf),
      input: () => this.echo(),
      blur: () => this.rewrite(),
    });
    this.inputs = [this.input];
    this.unitId = `${this.id}-unit`;
    const unit = spec.unit ? h('span', { class: 'input-group-addon', id: this.unitId, text: spec.unit }) : null;
    const box = unit ? h('div', { class: 'input-group' }, this.input, unit) : this.input;
    this.tenThousands = spec.kind === 'money' ? h('span', { class: 'jg-echo', 'aria-live': 'polite' }) : null;
    this.node = h('div', { class: 'jg-number-box' }, box, this.tenThousands);
  }

  describe(ids) {
    super.describe([this.spec.unit ? this.unitId : '', ids].filter(Boolean).join(' '));
  }

  parsed() {
    return this.input.value.trim() === '' ? { value: null } : parseDecimal(this.input.value, this.spec.scale);
  }

  write(value) {
    this.input.value = this.spec.grouped ? thousands(value) : value;
  }

  rewrite() {
    const { value } = this.parsed();
    if (value && !this.input.readOnly) this.write(value);
  }

  echo() {
    if (!this.tenThousands) return;
    const { value } = this.parsed();
    this.tenThousands.textContent = value ? `合 ${inTenThousands(value)} 万元` : '';
  }

  /** The value in model form, or the raw text where it is no number (a draft keeps it). */
  get() {
    const { value, error } = this.parsed();
    if (error) return this.input.value.trim();
    return value !== null && this.spec.kind === 'int' ? Number(value) : value;
  }

  set(value) {
    this.input.value = isEmpty(value) ? '' : String(value);
    const parsed = this.parsed().value;
    if (parsed) this.write(parsed);
    this.echo();
  }

  checkValue() {
    const { value, error } = this.parsed();
    if (error) return error;
    const { min, max } = this.spec;
    if (min !== null && compareDecimals(value, min) < 0) return `不得小于 ${thousands(min)}`;
    if (max !== null && compareDecimals(value, max) > 0) return `不得大于 ${thousands(max)}`;
    return null;
  }
}

class DateControl extends Control {
  constructor(spec, form) {
    super(spec, form);
    this.withTime = spec.kind === 'datetime';
    this.input = h('input', {
      id: this.id,
      class: 'form-control jg-date',
      type: this.withTime ? 'datetime-local' : 'date',
      // without a limit the native field accepts six-digit years
      max: this.withTime ? '9999-12-31T23:59' : '9999-12-31',
      readonly: spec.readonly,
    });
    this.inputs = [this.input];
    this.node = this.input;
  }

  bound(text) {
    const iso = text === 'today' ? today() : text;
    return iso && this.withTime && iso.length === 10 ? `${iso}T00:00` : iso;
  }

  get() {
    return this.input.value || null;
  }

  set(value) {
    const text = value === 'today' ? today() : isEmpty(value) ? '' : String(value);
    this.input.value = this.withTime ? text.slice(0, 16) : text.slice(0, 10);
  }

  get emptyMessage() {
    return '请选择日期';
  }

  check(required) {
    if (this.input.validity && this.input.validity.badInput) return '日期不完整';
    return super.check(required);
  }

  checkValue(value) {
    const min = this.bound(this.spec.min);
    const max = this.bound(this.spec.max);
    if (min && value < min) return `不得早于 ${min.replace('T', ' ')}`;
    if (max && value > max) return `不得晚于 ${max.replace('T', ' ')}`;
    return null;
  }
}

class SelectControl extends Control {
  constructor(spec, form) {
    super(spec, form);
    this.options = form.optionsOf(spec);
    this.input = h('select', { id: this.id, class: 'form-control', disabled: spec.readonly });
    this.input.append(h('option', { value: '', text: '请选择' }));
    this.options.forEach(({ value, label }) => this.input.append(h('option', { value, text: label })));
    this.inputs = [this.input];
    this.node = this.input;
  }

  get() {
    return this.input.value || null;
  }

  set(value) {
    this.input.value = isEmpty(value) ? '' : String(value);
    // an option that no longer exists leaves the list without any selection
    if (this.input.selectedIndex < 0) this.input.value = '';
  }

  get emptyMessage() {
    return '请选择';
  }
}

/** Radio buttons; the values may be of any type, the inputs carry indices. */
class RadioControl extends Control {
  constructor(spec, form, options) {
    super(spec, form);
    this.options = options || form.optionsOf(spec);
    this.node = h('div', { class: 'jg-options', role: 'radiogroup' });
    this.inputs = this.options.map(({ label }, index) => this.addOption(label, index));
  }

  addOption(label, index) {
    const id = `${this.id}-${index}`;
    const input = h('input', { type: 'radio', name: this.id, id, value: index, disabled: this.spec.readonly });
    this.node.append(h('label', { class: 'radio-inline', for: id }, input, h('span', { text: label })));
    return input;
  }

  get labelTarget() {
    return null;
  }

  get() {
    const index = this.inputs.findIndex((input) => input.checked);
    return index < 0 ? null : this.options[index].value;
  }

  set(value) {
    this.inputs.forEach((input, index) => {
      input.checked = !isEmpty(value) && String(this.options[index].value) === String(value);
    });
  }

  get emptyMessage() {
    return '请选择';
  }

  checkValue(value) {
    return this.spec.must && value !== true ? '此项须为“是”才能提交' : null;
  }
}

const YES_NO = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];

class ChecksControl extends Control {
  constructor(spec, form) {
    super(spec, form);
    this.options = form.optionsOf(spec);
    this.node = h('div', { class: 'jg-options jg-checks', role: 'group' });
    this.inputs = this.options.map(({ label }, index) => this.addOption(label, index));
  }

  addOption(label, index) {
    const id = `${this.id}-${index}`;
    const input = h('input', { type: 'checkbox', id, disabled: this.spec.readonly });
    const line = h('label', { for: id }, input, h('span', { text: label }));
    this.node.append(h('div', { class: 'checkbox' }, line));
    return input;
  }

  get labelTarget() {
    return null;
  }

  get() {
    return this.options.filter((option, index) => this.inputs[index].checked).map(({ value }) => value);
  }

  set(value) {
    const chosen = (Array.isArray(value) ? value : String(value ?? '').split(',')).map(String);
    this.inputs.forEach((input, index) => {
      input.checked = chosen.includes(String(this.options[index].value));
    });
  }

  get emptyMessage() {
    return '请至少选择一项';
  }

  check(required) {
    const missing = this.options.filter((option, index) => !this.inputs[index].checked);
    if (this.spec.all && missing.length) return `须全部勾选，尚缺：${missing.map(({ label }) => label).join('、')}`;
    return super.check(required);
  }

  checkValue(value) {
    const { min, max } = this.spec;
    if (Number(min) > value.length) return `至少选择 ${min} 项`;
    return max !== null && value.length > Number(max) ? `最多选择 ${max} 项` : null;
  }
}

class FilesControl extends Control {
  constructor(spec, form, compact) {
    super(spec, form);
    const server = { ...DEFAULT_UPLOADS, ...form.data?.uploads };
    const serverMb = server.maxBytes / 1048576;
    this.accept = spec.accept.length ? spec.accept : server.extensions;
    this.maxMb = spec.maxMb === null ? serverMb : Math.min(spec.maxMb, serverMb);
    this.most = spec.max === null ? server.maxFiles : Math.min(Number(spec.max), server.maxFiles);
    this.files = [];
    this.running = new Set();
    this.failure = null;
    this.list = h('ul', { class: 'list-unstyled jg-file-list' });
    this.status = h('span', { class: 'sr-only', role: 'status' });
    this.input = this.createInput();
    this.inputs = [this.input];
    const accepted = `${this.accept.join('、')}，单个不超过 ${this.maxMb} MB`;
    this.picker = this.pick('选择文件', this.input);
    // a photograph cannot be taken where only other documents are accepted
    this.camera = this.accept.includes('jpg') ? this.pick('拍照', this.createCamera()) : null;
    if (this.camera) this.camera.classList.add('jg-camera');
    const note = compact ? null : h('span', { class: 'jg-accept', text: accepted });
    this.node = h('div', { class: 'jg-files', role: 'group' }, this.list, this.picker, this.camera, note, this.status);
    this.picker.title = accepted;
    if (spec.readonly) this.picker.hidden = true;
    if (this.camera) this.camera.hidden = spec.readonly;
  }

  pick(text, input) {
    return h('label', { class: 'btn btn-default btn-sm jg-pick' }, input, h('span', { text }));
  }

  createInput() {
    const { max } = this.spec;
    // phones decide by the media type whether to offer photographs
    const types = [...this.accept.map((item) => `.${item}`), ...new Set(this.accept.map((item) => IMAGE_TYPES[item]).filter(Boolean))];
    return h('input', { id: this.id, type: 'file', class: 'jg-file-input', multiple: max !== '1', accept: types.join(','), change: (event) => this.chosen(event) });
  }

  createCamera() {
    return h('input', { type: 'file', class: 'jg-file-input', accept: 'image/*', capture: 'environment', change: (event) => this.chosen(event) });
  }

  chosen(event) {
    event.stopPropagation();
    this.add([...event.target.files]);
    // the same file may be chosen again after it was removed
    event.target.value = '';
  }

  /** The button already carries the label 选择文件, the group carries the field's label. */
  get labelTarget() {
    return null;
  }

  get() {
    return this.files.map(({ id }) => id);
  }

  set(value) {
    const items = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
    this.files = items.map((item) => this.form.fileInfo(item));
    this.draw();
  }

  add(chosen) {
    this.failure = null;
    chosen.forEach((file) => {
      const fault = this.faultOf(file);
      if (fault) this.failure = fault;
      else this.start(file);
    });
    this.form.changed();
  }

  faultOf(file) {
    const extension = file.name.includes('.') ? file.name.split('.').pop().toLowerCase() : '';
    if (!this.accept.includes(extension)) return `“${file.name}”的类型不允许，只能上传 ${this.accept.join('、')}`;
    if (file.size === 0) return `“${file.name}”是空文件`;
    if (file.size > this.maxMb * 1048576) return `“${file.name}”超过 ${this.maxMb} MB`;
    return this.files.length + this.running.size >= this.most ? `最多上传 ${this.most} 个文件` : null;
  }

  start(file) {
    const bar = h('progress', { max: 100, value: 0, 'aria-label': `正在上传 ${file.name}` });
    const percent = h('span', { class: 'jg-percent', text: '0%' });
    const job = upload(this.form.taskPath('/documents'), file, (share) => {
      bar.value = Math.round(share * 100);
      percent.textContent = `${bar.value}%`;
    });
    job.row = h('li', {}, h('span', { class: 'jg-file-name', text: file.name }), bar, percent, this.removeButton('取消', file.name, () => job.abort()));
    this.list.append(job.row);
    this.running.add(job);
    job.done
      .then((document) => this.finished(document, file))
      .catch((error) => this.failed(error, file))
      .finally(() => this.ended(job));
  }

  finished(document, file) {
    const info = { id: String(document.id), name: document.name || file.name, size: document.size ?? file.size, url: document.url };
    this.form.rememberFile(info);
    this.files.push(info);
    this.status.textContent = `${info.name} 已上传`;
  }

  failed(error, file) {
    if (error.name !== 'AbortError') this.failure = `“${file.name}”上传失败：${error.message}`;
  }

  ended(job) {
    this.running.delete(job);
    job.row.remove();
    this.draw();
    this.form.changed();
  }

  draw() {
    const waiting = [...this.running].map((job) => job.row);
    this.list.replaceChildren(...this.files.map((info) => this.fileRow(info)), ...waiting);
  }

  fileRow(info) {
    const name = link(info.name, info.url, { class: 'jg-file-name', download: info.name });
    const remove = this.spec.readonly ? null : this.removeButton('删除', info.name, () => this.remove(info));
    return h('li', {}, name, h('span', { class: 'jg-file-size', text: fileSize(info.size) }), remove);
  }

  removeButton(text, name, click) {
    return h('button', { type: 'button', class: 'btn btn-link btn-xs', 'aria-label': `${text} ${name}`, text, click });
  }

  remove(info) {
    this.files = this.files.filter((item) => item !== info);
    this.failure = null;
    this.draw();
    this.status.textContent = `${info.name} 已删除`;
    this.input.focus();
    this.form.changed();
  }

  get emptyMessage() {
    return '请上传文件';
  }

  check(required) {
    if (this.running.size) return '文件正在上传，请稍候再提交';
    return super.check(required);
  }

  checkValue(value) {
    const { min } = this.spec;
    if (Number(min) > value.length) return `至少上传 ${min} 个文件`;
    return value.length > this.most ? `最多上传 ${this.most} 个文件` : null;
  }

  dispose() {
    this.running.forEach((job) => job.abort());
  }
}

/** Shows a value of the server; in a table it goes back unchanged with its row. */
class ShowControl extends Control {
  constructor(spec, form) {
    super(spec, form);
    this.node = h('span', { class: 'jg-show' });
    this.value = null;
  }

  get() {
    return this.value;
  }

  set(value) {
    this.value = value ?? null;
    this.node.replaceChildren(display(this.value, this.spec.format, this.form.optionsOf(this.spec)));
  }

  check() {
    return null;
  }
}

/** Turns a value of the server into text (or a link for {text, url}). */
function display(value, format, options = []) {
  if (isEmpty(value)) return h('span', { class: 'text-muted', text: NONE });
  if (Array.isArray(value)) return h('span', { text: value.map((item) => plainText(item, format, options)).join('、') });
  if (typeof value === 'object' && value.url) {
    return link(plainText(value, format, options), value.url, { target: '_blank' });
  }
  return h('span', { text: plainText(value, format, options) });
}

function plainText(value, format, options) {
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'object') return String(value.label ?? value.text ?? value.name ?? JSON.stringify(value));
  if (typeof value === 'boolean') return value ? '是' : '否';
  const option = options.find((item) => String(item.value) === String(value));
  if (option) return option.label;
  if (format === 'money') return `${thousands(value)} 元`;
  if (format === 'area') return `${thousands(value)} m²`;
  if (format === 'pct') return `${value}%`;
  if (format === 'datetime') return String(value).slice(0, 16).replace('T', ' ');
  return String(value);
}

function createControl(spec, form, compact = false) {
  if (spec.kind in NUMBER_KINDS) return new NumberControl(spec, form);
  if (spec.kind === 'date' || spec.kind === 'datetime') return new DateControl(spec, form);
  if (spec.kind === 'bool') return new RadioControl(spec, form, YES_NO);
  if (spec.kind === 'checks' || (spec.kind === 'choice' && spec.multiple)) return new ChecksControl(spec, form);
  if (spec.kind === 'choice') return createChoice(spec, form, compact);
  if (spec.kind === 'files') return new FilesControl(spec, form, compact);
  if (spec.kind === 'readonly') return new ShowControl(spec, form);
  return new TextControl(spec, form, compact);
}

function createChoice(spec, form, compact) {
  const few = form.optionsOf(spec).length <= RADIO_LIMIT;
  return few && !compact ? new RadioControl(spec, form) : new SelectControl(spec, form);
}

/* ---------- custom elements ---------- */

/** Base of all elements: inert until the form controller calls `draw(form)`. */
class JgElement extends HTMLElement {
  draw() {}
}

/** Base of everything that has a name and a value in the model. */
class JgField extends JgElement {
  draw(form) {
    this.form = form;
    this.spec = this.readSpec();
    this.id = this.id || nextId();
    this.drawField();
  }

  get name() {
    return this.spec ? this.spec.name : this.getAttribute('name');
  }

  get shown() {
    return !this.closest('[hidden]');
  }

  isRequired(lookup = (name) => this.form.value(name)) {
    return this.spec.required || (this.spec.requiredIf !== null && holds(this.spec.requiredIf, lookup));
  }

  initialValue(values) {
    const { name, valueFrom, initial } = this.spec;
    const value = values[valueFrom || name] ?? values[name];
    return value === undefined || value === null ? initial : value;
  }
}

/** A field with a label, one control, a hint and a place for its error. */
class JgInput extends JgField {
  readSpec() {
    return readSpec(this, this.kind);
  }

  drawField() {
    this.control = createControl(this.spec, this.form);
    const id = this.control.id;
    this.requiredMark = requiredMark();
    const target = this.control.labelTarget;
    this.label = h(target ? 'label' : 'span', { class: 'control-label jg-label', id: `${id}-label`, for: target && id }, this.spec.label, this.requiredMark);
    this.control.labelWith(`${id}-label`);
    this.hint = this.spec.hint ? h('p', { class: 'help-block jg-hint', id: `${id}-hint`, text: this.spec.hint }) : null;
    this.errorBox = h('p', { class: 'help-block jg-error', id: `${id}-error` });
    this.errorBox.hidden = true;
    this.box = h('div', { class: `form-group jg-field jg-kind-${this.spec.kind}` }, this.label, this.control.node, this.hint, this.errorBox);
    this.replaceChildren(this.box);
    this.showFault(null);
  }

  get() {
    const value = this.control.get();
    return isEmpty(value) ? null : value;
  }

  set(value) {
    this.control.set(value);
    this.showFault(null);
  }

  refresh() {
    const required = this.isRequired();
    this.requiredMark.hidden = !required;
    this.control.require(required);
    if (this.spec.sumOf) this.computeSum();
    if (this.control.failure) this.showFault(this.control.failure);
  }

  computeSum() {
    const [table, column] = this.spec.sumOf.split('.');
    const source = this.form.field(table);
    const total = source && source.sum ? source.sum(column) : null;
    this.control.set(total === null ? null : fromUnits(total.units, total.scale));
  }

  /** Shows the message beside the field; null takes it away. */
  showFault(message) {
    this.fault = message;
    this.errorBox.textContent = message || '';
    this.errorBox.hidden = !message;
    this.box.classList.toggle('has-error', Boolean(message));
    this.control.mark(Boolean(message));
    const ids = [message && this.errorBox.id, this.hint && this.hint.id].filter(Boolean).join(' ');
    this.control.describe(ids);
  }

  problem(message) {
    this.showFault(message);
    return { label: this.spec.label, message, focus: () => this.control.focus() };
  }

  validate() {
    const message = this.control.check(this.isRequired());
    this.showFault(message);
    return message ? [this.problem(message)] : [];
  }

  /** After a message was shown, it follows what the user types. */
  recheck() {
    if (this.fault) this.showFault(this.control.failure || this.control.check(this.isRequired()));
  }

  serverProblem(message) {
    return this.problem(message);
  }

  dispose() {
    this.control.dispose();
  }
}

function requiredMark() {
  return h('span', { class: 'jg-required' }, h('span', { 'aria-hidden': 'true', text: ' *' }), h('span', { class: 'sr-only', text: '（必填）' }));
}

function inputElement(kind) {
  return class extends JgInput {
    get kind() {
      return kind;
    }
  };
}

class JgComment extends JgInput {
  get kind() {
    return 'text';
  }

  readSpec() {
    const spec = readSpec(this, 'text');
    return { ...spec, name: spec.name || 'comment', label: this.getAttribute('label') || '意见说明', max: spec.max ?? '1000' };
  }
}

class JgColumn extends HTMLElement {}

/** Editable table; each cell holds a control of the same kinds as the single fields. */
class JgTable extends JgField {
  readSpec() {
    const spec = readSpec(this, 'table');
    return {
      ...spec,
      fixed: flag(this, 'fixed') || spec.readonly,
      minRows: numberAttribute(this, 'min-rows', 0),
      maxRows: numberAttribute(this, 'max-rows', null),
      sums: (this.getAttribute('sum') || '').split(/[\s,]+/).filter(Boolean),
    };
  }

  readColumn(element) {
    const type = element.getAttribute('type') || 'text';
    const spec = readSpec(element, type);
    spec.readonly = spec.readonly || this.spec.readonly;
    spec.format = element.getAttribute('format');
    return { ...spec, headId: nextId(), element };
  }

  drawField() {
    this.columns = [...this.querySelectorAll('jg-column')].map((element) => this.readColumn(element));
    this.rows = [];
    this.requiredMark = requiredMark();
    this.body = h('tbody');
    this.footer = h('tfoot', { 'aria-live': 'polite' });
    this.errorBox = h('p', { class: 'help-block jg-error', id: nextId(), tabindex: '-1' });
    this.errorBox.hidden = true;
    this.addButton = h('button', { type: 'button', class: 'btn btn-default btn-sm', text: '添加一行', click: () => this.addByUser() });
    const caption = h('caption', { class: 'jg-label' }, this.spec.label, this.requiredMark);
    const table = h('table', { class: 'table table-bordered table-condensed jg-table' }, caption, this.head(), this.body, this.footer);
    const hint = this.spec.hint ? h('p', { class: 'help-block jg-hint', text: this.spec.hint }) : null;
    this.box = h('div', { class: 'form-group jg-field' }, h('div', { class: 'jg-table-box' }, table), this.spec.fixed ? null : this.addButton, hint, this.errorBox);
    // the columns stay in the document: their show-if is evaluated like any other
    this.replaceChildren(...this.columns.map(({ element }) => element), this.box);
  }

  head() {
    const cells = this.columns.map((column) =>
      h('th', { scope: 'col', id: column.headId, class: `jg-col-${column.kind}` }, column.label, column.required ? requiredMark() : null, this.unitNote(column))
    );
    const last = this.spec.fixed ? [] : [h('th', { scope: 'col', class: 'jg-col-remove' }, h('span', { class: 'sr-only', text: '操作' }))];
    return h('thead', {}, h('tr', {}, h('th', { scope: 'col', class: 'jg-col-no', text: '序号' }), ...cells, ...last));
  }

  unitNote({ unit }) {
    return unit ? h('span', { class: 'jg-unit', text: `（${unit}）` }) : null;
  }

  addByUser() {
    const row = this.addRow({});
    this.form.changed();
    const first = this.columns.find(({ kind }) => kind !== 'readonly');
    if (first) row.cells[first.name].control.focus();
  }

  addRow(base) {
    const row = { base: copy(base) || {}, cells: {}, number: h('th', { scope: 'row', class: 'jg-col-no' }) };
    const cells = this.columns.map((column) => this.createCell(row, column));
    row.node = h('tr', {}, row.number, ...cells, this.spec.fixed ? null : this.removeCell(row));
    this.rows.push(row);
    this.body.append(row.node);
    return row;
  }

  createCell(row, column) {
    // the unit stands in the column's head
    const control = createControl({ ...column, unit: null }, this.form, true);
    const errorBox = h('p', { class: 'help-block jg-error', id: nextId() });
    errorBox.hidden = true;
    const heading = h('span', { class: 'jg-cell-label', 'aria-hidden': 'true' }, column.label, column.required ? requiredMark() : null, this.unitNote(column));
    const node = h('td', { class: `jg-col-${column.kind}` }, heading, h('div', { class: 'jg-cell' }, control.node, errorBox));
    row.cells[column.name] = { control, errorBox, node, column, fault: null };
    control.set(row.base[column.name] ?? (row.base[column.name] === undefined ? column.initial : null));
    return node;
  }

  removeCell(row) {
    row.remove = h('button', { type: 'button', class: 'btn btn-link btn-sm', text: '删除', click: () => this.removeRow(row) });
    return h('td', { class: 'jg-col-remove' }, row.remove);
  }

  removeRow(row) {
    const index = this.rows.indexOf(row);
    this.disposeRow(row);
    this.rows.splice(index, 1);
    row.node.remove();
    this.form.changed();
    const next = this.rows[Math.min(index, this.rows.length - 1)];
    (next && next.remove ? next.remove : this.addButton).focus();
  }

  disposeRow(row) {
    Object.values(row.cells).forEach(({ control }) => control.dispose());
  }

  rowValue(row) {
    const value = { ...row.base };
    for (const { control, column } of Object.values(row.cells)) {
      const cell = control.get();
      if (column.element.hidden) delete value[column.name];
      else value[column.name] = isEmpty(cell) ? null : cell;
    }
    return value;
  }

  get() {
    return this.rows.length ? this.rows.map((row) => this.rowValue(row)) : null;
  }

  set(value) {
    this.rows.forEach((row) => this.disposeRow(row));
    this.rows = [];
    this.body.replaceChildren();
    (Array.isArray(value) ? value : []).forEach((row) => this.addRow(row));
    while (!this.spec.fixed && this.rows.length < this.spec.minRows) this.addRow({});
    this.showTableFault(null);
  }

  /** Rows which must be there now: none while the table is optional and empty. */
  get neededRows() {
    return Math.max(this.spec.minRows, this.isRequired() ? 1 : 0);
  }

  refresh() {
    this.requiredMark.hidden = this.neededRows === 0;
    this.addButton.disabled = this.spec.maxRows !== null && this.rows.length >= this.spec.maxRows;
    this.columns.forEach((column) => this.refreshColumn(column));
    this.rows.forEach((row, index) => this.refreshRow(row, index));
    this.drawSums();
  }

  refreshColumn({ headId, element }) {
    const heading = this.box.querySelector(`[id="${headId}"]`);
    if (heading) heading.hidden = element.hidden;
  }

  refreshRow(row, index) {
    row.number.textContent = String(index + 1);
    if (row.remove) row.remove.setAttribute('aria-label', `删除第 ${index + 1} 行`);
    for (const cell of Object.values(row.cells)) {
      cell.node.hidden = cell.column.element.hidden;
      cell.control.nameAs(`${cell.column.label}，第 ${index + 1} 行`);
      cell.control.require(this.cellRequired(row, cell));
      if (cell.control.failure) this.showCellFault(cell, cell.control.failure);
    }
  }

  cellRequired(row, { column }) {
    if (column.required) return true;
    if (!column.requiredIf) return false;
    return holds(column.requiredIf, (name) => (row.cells[name] ? row.cells[name].control.get() : row.base[name] ?? this.form.value(name)));
  }

  /** Exact sum of a column as {units, scale}; text that is no number counts as nothing. */
  sum(name) {
    const column = this.columns.find((item) => item.name === name);
    if (!column) return null;
    const scale = column.kind in NUMBER_KINDS ? column.scale : 2;
    const units = this.rows.reduce((total, row) => total + (toUnits(row.cells[name].control.get() ?? '', scale) ?? 0n), 0n);
    return { units, scale };
  }

  sumText(column) {
    const { units, scale } = this.sum(column.name);
    const value = fromUnits(units, scale);
    const extra = column.kind === 'money' ? `（${inTenThousands(value)} 万元）` : '';
    return `${thousands(value)}${column.unit ? ` ${column.unit}` : ''}${extra}`;
  }

  drawSums() {
    const summed = this.columns.filter(({ name, element }) => this.spec.sums.includes(name) && !element.hidden);
    if (!summed.length) return;
    const text = summed.map((column) => this.sumText(column));
    if (text.join() === this.sumShown) return;
    this.sumShown = text.join();
    const cells = this.columns.filter(({ element }) => !element.hidden).map((column) => this.sumCell(column, text[summed.indexOf(column)]));
    const last = this.spec.fixed ? [] : [h('td', { class: 'jg-col-remove' })];
    this.footer.replaceChildren(h('tr', {}, h('th', { scope: 'row', text: '合计' }), ...cells, ...last));
  }

  sumCell(column, text) {
    const label = text ? h('span', { class: 'jg-cell-label', text: `${column.label}合计` }) : null;
    return h('td', { class: text ? 'jg-sum' : 'jg-sum jg-sum-none' }, label, h('strong', { text: text || '' }));
  }

  showTableFault(message) {
    this.fault = message;
    this.errorBox.textContent = message || '';
    this.errorBox.hidden = !message;
    this.box.classList.toggle('has-error', Boolean(message));
  }

  showCellFault(cell, message) {
    cell.fault = message;
    cell.errorBox.textContent = message || '';
    cell.errorBox.hidden = !message;
    cell.node.classList.toggle('has-error', Boolean(message));
    cell.control.mark(Boolean(message));
    cell.control.describe(message ? cell.errorBox.id : '');
  }

  tableProblem(message) {
    this.showTableFault(message);
    const focus = () => (this.spec.fixed || this.addButton.disabled ? this.errorBox : this.addButton).focus();
    return { label: this.spec.label, message, focus };
  }

  cellProblem(cell, index, message) {
    this.showCellFault(cell, message);
    return { label: `${this.spec.label}第 ${index + 1} 行“${cell.column.label}”`, message, focus: () => cell.control.focus() };
  }

  rowCountFault() {
    const { maxRows } = this.spec;
    if (this.rows.length < this.neededRows) return `至少填写 ${this.neededRows} 行`;
    return maxRows !== null && this.rows.length > maxRows ? `最多 ${maxRows} 行` : null;
  }

  validate() {
    const fault = this.rowCountFault();
    this.showTableFault(fault);
    const problems = fault ? [this.tableProblem(fault)] : [];
    this.rows.forEach((row, index) => problems.push(...this.validateRow(row, index)));
    return problems;
  }

  validateRow(row, index) {
    const problems = [];
    for (const cell of Object.values(row.cells)) {
      const message = cell.column.element.hidden ? null : cell.control.check(this.cellRequired(row, cell));
      this.showCellFault(cell, message);
      if (message) problems.push(this.cellProblem(cell, index, message));
    }
    return problems;
  }

  recheck() {
    if (this.fault) this.showTableFault(this.rowCountFault());
    this.rows.forEach((row) => {
      for (const cell of Object.values(row.cells)) {
        if (cell.fault) this.showCellFault(cell, cell.control.failure || cell.control.check(this.cellRequired(row, cell)));
      }
    });
  }

  serverProblem(message, index, column) {
    const row = this.rows[index];
    const cell = row && (row.cells[column] || null);
    if (cell && !cell.node.hidden) return this.cellProblem(cell, index, message);
    return this.tableProblem(row ? `第 ${index + 1} 行：${message}` : message);
  }

  dispose() {
    this.rows.forEach((row) => this.disposeRow(row));
  }
}

/** Who, where, until when: the read-only head of every task. */
class JgHeader extends JgElement {
  draw({ data }) {
    const header = data.header || {};
    const title = header.caseName || data.name || '';
    const heading = h('h4', { class: 'jg-title' }, header.caseUrl ? link(title, header.caseUrl, { target: '_blank' }) : title);
    const list = h('dl', { class: 'jg-head-list' });
    this.items(header, data).forEach(([label, value]) => list.append(h('div', {}, h('dt', { text: label }), h('dd', {}, value))));
    const story = header.caseUrl ? link('案件经过', `${header.caseUrl}/chronicle`, { class: 'jg-story-link', target: '_blank' }) : null;
    this.replaceChildren(h('div', { class: 'jg-header well well-sm' }, heading, story, list), ...this.notes(header, data));
  }

  items(header, data) {
    return [
      ['任务', data.name],
      ['项目编号', header.caseNo],
      ['适用政策', header.policyCode],
      ['区县', header.county],
      ['街道（镇）', header.street],
      ['小区', header.communities],
      ['阶段', header.stage],
    ]
      .filter(([, value]) => !isEmpty(value))
      .map(([label, value]) => [label, display(value)])
      .concat(header.dueDate ? [['办理期限', this.due(header)]] : []);
  }

  due({ dueDate, dueColour, dueProvisional }) {
    const [style, text] = DUE[dueColour] || [null, ''];
    const day = String(dueDate).slice(0, 16).replace('T', ' ');
    const provisional = dueProvisional ? `（暂定：${day.slice(0, 4)}年放假安排尚未公布）` : '';
    return h('span', {}, `${day}${provisional} `, style ? h('span', { class: `label ${style}`, text }) : null);
  }

  notes(header, data) {
    const acting = data.actingFor && plainText(data.actingFor, null, []);
    const hints = (Array.isArray(header.hints) ? header.hints : []).filter(Boolean);
    return [
      acting ? h('div', { class: 'alert alert-warning jg-note', text: `您正在代“${acting}”办理此任务` }) : null,
      header.assignmentNote ? h('div', { class: 'alert alert-info jg-note', text: header.assignmentNote }) : null,
      hints.length ? h('div', { class: 'alert alert-info jg-note' }, h('strong', { text: '办理提示' }), this.hintList(hints)) : null,
    ].filter(Boolean);
  }

  hintList(hints) {
    return h('ul', {}, ...hints.map((hint) => h('li', {}, display(hint))));
  }
}

/** The read-only tables of the task. */
class JgFacts extends JgElement {
  draw({ data }) {
    const tables = Array.isArray(data.facts) ? data.facts : [];
    this.replaceChildren(...tables.map((fact) => this.table(fact || {})));
  }

  table({ title, columns = [], rows = [], note }) {
    const head = h('tr', {}, ...columns.map((column) => h('th', { scope: 'col', class: this.align(column), text: column.label })));
    const body = rows.length ? rows.map((row) => this.row(columns, row)) : [this.nothing(columns)];
    const table = h('table', { class: 'table table-bordered table-condensed jg-table jg-facts' }, title ? h('caption', { class: 'jg-label', text: title }) : null, h('thead', {}, head), h('tbody', {}, ...body));
    return h('div', { class: 'jg-fact' }, h('div', { class: 'jg-table-box' }, table), note ? h('p', { class: 'help-block', text: note }) : null);
  }

  align({ align }) {
    return ['left', 'right', 'center'].includes(align) ? `text-${align}` : null;
  }

  row(columns, row) {
    const cells = columns.map((column) =>
      h('td', { class: this.align(column) }, h('span', { class: 'jg-cell-label', 'aria-hidden': 'true', text: column.label }), h('div', { class: 'jg-cell' }, display(row[column.key], column.format)))
    );
    return h('tr', {}, ...cells);
  }

  nothing(columns) {
    return h('tr', {}, h('td', { colspan: Math.max(columns.length, 1), class: 'text-muted', text: '无' }));
  }
}

/** One value of the server with a label. */
class JgReadonly extends JgElement {
  draw(form) {
    const key = this.getAttribute('value-from') || this.getAttribute('name') || '';
    const spec = readSpec(this, 'readonly');
    const value = form.serverValue(key) ?? spec.initial;
    const shown = display(value, this.getAttribute('type') || this.getAttribute('format'), form.optionsOf(spec));
    const hint = spec.hint ? h('p', { class: 'help-block jg-hint', text: spec.hint }) : null;
    this.replaceChildren(h('div', { class: 'form-group jg-field' }, h('span', { class: 'control-label jg-label', text: spec.label || key }), h('div', { class: 'form-control-static' }, shown), hint));
  }
}

/** A heading; when it has children they form a group under it. */
class JgSection extends JgElement {
  draw() {
    const text = this.getAttribute('title') || this.getAttribute('label') || '';
    // else the browser shows the title as a tooltip over the whole section
    this.removeAttribute('title');
    const heading = h('h4', { class: 'jg-section', id: nextId(), text });
    this.prepend(heading);
    if (this.children.length > 1) {
      this.setAttribute('role', 'group');
      this.setAttribute('aria-labelledby', heading.id);
    }
  }
}

const ELEMENTS = {
  'jg-text': inputElement('text'),
  'jg-int': inputElement('int'),
  'jg-decimal': inputElement('decimal'),
  'jg-money': inputElement('money'),
  'jg-area': inputElement('area'),
  'jg-pct': inputElement('pct'),
  'jg-date': inputElement('date'),
  'jg-datetime': inputElement('datetime'),
  'jg-bool': inputElement('bool'),
  'jg-checks': inputElement('checks'),
  'jg-choice': inputElement('choice'),
  'jg-files': inputElement('files'),
  'jg-comment': JgComment,
  'jg-table': JgTable,
  'jg-column': JgColumn,
  'jg-readonly': JgReadonly,
  'jg-section': JgSection,
  'jg-header': JgHeader,
  'jg-facts': JgFacts,
};

/* ---------- the form ---------- */

/** Binds one Tasklist form to the server: loading, conditions, validation, draft, submission. */
class FormController {
  constructor(camForm, options) {
    this.camForm = camForm;
    this.taskId = camForm.taskId;
    this.autosaveMs = options.autosaveMs || AUTOSAVE_MS;
    this.element = plainElement(camForm.formElement);
    this.data = {};
    this.known = new Map();
    this.fields = [];
    this.conditions = [];
    this.state = 'loading';
    this.dirty = false;
  }

  start() {
    this.frame();
    this.camForm.on('submit', () => this.guard(() => this.submit()));
    // the SDK calls listeners with the form and the list of the event's arguments
    this.camForm.on('submit-failed', (form, args) => this.guard(() => this.submitFailed((args || [])[0])));
    this.camForm.on('submit-success', () => this.stop());
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.element.addEventListener('input', () => this.changed());
    this.element.addEventListener('change', () => this.changed());
    this.watchHost();
    this.leavePage = () => this.dirty && this.state === 'ready' && this.saveDraft({ keepalive: true });
    window.addEventListener('pagehide', this.leavePage);
    this.load();
  }

  /** Moves the form's content into a fieldset, so that one switch disables all of it. */
  frame() {
    this.element.classList.add('jg-form');
    this.element.noValidate = true;
    this.summary = h('div', { class: 'jg-summary', role: 'alert', tabindex: '-1' });
    this.notice = h('div', { class: 'jg-notice', role: 'status' });
    this.content = h('div', { class: 'jg-content' });
    this.content.append(...this.element.childNodes);
    this.content.hidden = true;
    this.body = h('fieldset', { class: 'jg-body' }, this.summary, this.notice, this.content, this.foot());
    this.element.append(this.body);
    this.say('正在载入…');
  }

  foot() {
    this.draftButton = h('button', { type: 'button', class: 'btn btn-default', text: '暂存', click: () => this.saveDraft() });
    this.draftStatus = h('span', { class: 'jg-draft-status', role: 'status' });
    const foot = h('div', { class: 'jg-foot' }, this.draftButton, this.draftStatus);
    foot.hidden = !this.taskId;
    return foot;
  }

  /** Tasklist greys out the form of a task that the user has not claimed, but only for the mouse. */
  watchHost() {
    const apply = () => {
      if (!this.element.isConnected) return this.leave();
      this.body.disabled = Boolean(this.element.closest('.disabled-form'));
    };
    this.observer = new MutationObserver(apply);
    this.observer.observe(document.body, { attributes: true, attributeFilter: ['class'], childList: true, subtree: true });
    apply();
  }

  /** The user opened another task: what was typed goes to the draft. */
  leave() {
    if (this.state === 'stopped') return;
    if (this.dirty && this.state === 'ready') this.saveDraft();
    this.stop();
  }

  stop() {
    this.state = 'stopped';
    this.dirty = false;
    clearTimeout(this.timer);
    if (this.observer) this.observer.disconnect();
    window.removeEventListener('pagehide', this.leavePage);
    this.fields.forEach((field) => field.dispose());
  }

  taskPath(rest = '') {
    return `/tasks/${encodeURIComponent(this.taskId)}${rest}`;
  }

  async load() {
    try {
      this.data = (this.taskId ? await request('GET', this.taskPath()) : null) || {};
      if (this.state === 'stopped') return;
      serverDay = this.data.today || null;
      this.render();
      this.state = 'ready';
    } catch (error) {
      console.error('jiugai: form not loaded', error);
      this.loadFailed(error);
    }
  }

  loadFailed(error) {
    this.say('');
    const text = error instanceof ApiError ? error.message : '表单无法显示，请联系管理员';
    const retry = h('button', { type: 'button', class: 'btn btn-default btn-sm', text: '重试', click: () => this.retry() });
    this.complain(`任务信息未能载入：${text}`, [], [retry]);
  }

  retry() {
    this.summary.replaceChildren();
    this.say('正在载入…');
    this.load();
  }

  render() {
    (this.data.documents || []).forEach?.((info) => this.rememberFile(info));
    Object.values((this.data.draft || {})[DRAFT_FILES] || {}).forEach((info) => this.rememberFile(info));
    this.readConditions();
    const elements = [...this.content.querySelectorAll(Object.keys(ELEMENTS).join(','))];
    this.fields = elements.filter((element) => element instanceof JgField);
    elements.forEach((element) => this.drawSafely(element));
    this.fields = this.fields.filter((field) => field.spec && field.name);
    this.fill(this.data.draft);
    this.content.hidden = false;
    this.say('');
    if (this.data.draft) this.announceDraft();
  }

  /** One faulty element must not take the others with it. */
  drawSafely(element) {
    try {
      if (element.draw) element.draw(this);
    } catch (error) {
      console.error('jiugai: element not drawn', element, error);
      this.fields = this.fields.filter((field) => field !== element);
      element.replaceChildren(h('p', { class: 'text-danger', text: `“${element.getAttribute('label') || element.localName}”无法显示，请联系管理员` }));
    }
  }

  fill(draft) {
    const values = this.data.values || {};
    this.fields.forEach((field) => {
      const drafted = draft ? draft[field.name] : undefined;
      field.set(drafted === undefined ? field.initialValue(values) : drafted);
    });
    this.refresh();
    this.dirty = false;
  }

  /* --- values --- */

  field(name) {
    const named = this.fields.filter((field) => field.name === name);
    return named.find((field) => field.shown) || null;
  }

  /** Value for conditions: the form's own, and for other names the server's. */
  value(name) {
    if (this.fields.some((field) => field.name === name)) {
      const field = this.field(name);
      return field ? field.get() : undefined;
    }
    return this.serverValue(name);
  }

  serverValue(name) {
    return (this.data.values || {})[name] ?? (this.data.header || {})[name];
  }

  optionsOf({ options, optionsFrom }) {
    const served = optionsFrom && (this.data.options || {})[optionsFrom];
    return Array.isArray(served) ? served.map((item) => ({ value: item.value, label: item.label ?? String(item.value) })) : options || [];
  }

  rememberFile(info) {
    if (info && info.id) this.known.set(String(info.id), { ...info, id: String(info.id) });
  }

  fileInfo(item) {
    if (item && typeof item === 'object') {
      this.rememberFile(item);
      return { ...item, id: String(item.id), name: item.name || `文件 ${item.id}` };
    }
    return this.known.get(String(item)) || { id: String(item), name: `文件 ${String(item).slice(0, 8)}` };
  }

  collect(includeHidden) {
    const model = {};
    this.fields
      .filter((field) => includeHidden || field.shown)
      .forEach((field) => {
        if (field.shown || !(field.name in model)) model[field.name] = field.get();
      });
    return model;
  }

  /* --- conditions --- */

  readConditions() {
    this.conditions = [...this.content.querySelectorAll('[show-if]')].map((element) => ({
      element,
      condition: parseCondition(element.getAttribute('show-if')),
    }));
  }

  /** A hidden field counts as empty for others, so this repeats until nothing changes. */
  applyConditions() {
    for (let pass = 0; pass <= this.conditions.length; pass++) {
      let moved = false;
      for (const { element, condition } of this.conditions) {
        const hidden = !holds(condition, (name) => this.value(name));
        moved = moved || element.hidden !== hidden;
        element.hidden = hidden;
      }
      if (!moved) return;
    }
  }

  refresh() {
    // a form is drawn hidden; conditions look at what would be seen
    const wasHidden = this.content.hidden;
    this.content.hidden = false;
    this.applyConditions();
    this.fields.forEach((field) => field.refresh());
    this.content.hidden = wasHidden;
  }

  changed() {
    if (this.state !== 'ready') return;
    this.refresh();
    this.fields.forEach((field) => field.recheck());
    if (!this.dirty) this.draftStatus.textContent = '有未保存的修改';
    this.dirty = true;
    if (!this.timer && this.taskId) this.timer = setTimeout(() => this.autosave(), this.autosaveMs);
  }

  /* --- draft --- */

  autosave() {
    this.timer = null;
    if (this.dirty && this.state === 'ready' && !this.body.disabled) this.saveDraft({ quiet: true });
  }

  draftModel() {
    const model = this.collect(true);
    const text = JSON.stringify(model);
    const used = [...this.known.values()].filter(({ id }) => text.includes(JSON.stringify(id)));
    if (used.length) model[DRAFT_FILES] = Object.fromEntries(used.map((info) => [info.id, info]));
    return model;
  }

  async saveDraft({ quiet, keepalive } = {}) {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.saving) this.saving.abort();
    const saving = new AbortController();
    this.saving = saving;
    this.dirty = false;
    try {
      const body = JSON.stringify(this.draftModel());
      await request('PUT', this.taskPath('/draft'), { body, keepalive, signal: saving.signal });
      if (!this.dirty) this.draftStatus.textContent = `${quiet ? '已自动暂存' : '已暂存'} ${clock()}`;
      return true;
    } catch (error) {
      if (error.name !== 'AbortError') this.draftFailed(error);
      return false;
    }
  }

  draftFailed(error) {
    this.dirty = true;
    this.draftStatus.textContent = `暂存失败：${error.message}`;
    if (this.state === 'ready') this.timer = setTimeout(() => this.autosave(), this.autosaveMs);
  }

  announceDraft() {
    const at = this.data.draftSavedAt ? `（${String(this.data.draftSavedAt).slice(0, 16).replace('T', ' ')}）` : '';
    const discard = h('button', { type: 'button', class: 'btn btn-link btn-sm', text: '放弃暂存内容', click: () => this.confirmDiscard() });
    this.say(`已载入上次暂存的内容${at}。`, [discard]);
  }

  /** The sandbox of the web application forbids confirm(); the question stands in the page. */
  confirmDiscard() {
    const yes = h('button', { type: 'button', class: 'btn btn-danger btn-sm', text: '确定放弃', click: () => this.discardDraft() });
    const no = h('button', { type: 'button', class: 'btn btn-default btn-sm', text: '保留', click: () => this.announceDraft() });
    this.say('暂存的内容将被删除，表单恢复为初始内容。', [yes, no]);
    no.focus();
  }

  async discardDraft() {
    try {
      await request('DELETE', this.taskPath('/draft'));
      this.data.draft = null;
      this.fill(null);
      this.summary.replaceChildren();
      this.draftStatus.textContent = '';
      this.say('暂存的内容已删除。');
    } catch (error) {
      this.say(`暂存的内容未能删除：${error.message}`);
    }
  }

  /* --- messages --- */

  say(text, actions = []) {
    this.notice.className = text ? 'jg-notice alert alert-info' : 'jg-notice';
    this.notice.replaceChildren(...(text ? [h('span', { text }), ...actions] : []));
  }

  /** The red box on top. Each problem that has a field is a button leading to it. */
  complain(title, problems = [], actions = []) {
    const items = problems.map((problem) => h('li', {}, this.problemLine(problem)));
    const list = items.length ? h('ul', {}, ...items) : null;
    const row = actions.length ? h('p', { class: 'jg-actions' }, ...actions) : null;
    this.summary.replaceChildren(h('div', { class: 'alert alert-danger' }, h('strong', { text: title }), list, row));
  }

  problemLine({ label, message, focus }) {
    const text = label ? `${label}：${message}` : message;
    return focus ? h('button', { type: 'button', class: 'btn btn-link jg-jump', text, click: focus }) : h('span', { text });
  }

  /* --- submission --- */

  /** Whatever goes wrong here, nothing half-checked is posted. */
  guard(action) {
    try {
      action();
    } catch (error) {
      console.error('jiugai: submission failed', error);
      this.camForm.submitPrevented = true;
      this.complain('表单出错，未提交，请联系管理员');
    }
  }

  submit() {
    if (this.state !== 'ready') {
      this.camForm.submitPrevented = true;
      return;
    }
    const problems = this.validate();
    if (problems.length) {
      this.camForm.submitPrevented = true;
      this.complain(`尚有 ${problems.length} 处需要更正，未提交：`, problems);
      problems[0].focus();
      return;
    }
    this.summary.replaceChildren();
    // a draft arriving after the submission would outlive it
    if (this.saving) this.saving.abort();
    this.post(JSON.stringify(this.collect(false)));
  }

  validate() {
    return this.fields.filter((field) => field.shown).flatMap((field) => field.validate());
  }

  /** Puts exactly one variable there; createVariable without an original value makes it dirty, so it is posted. */
  post(value) {
    const manager = this.camForm.variableManager;
    this.camForm.fields = [];
    manager.variableNames().forEach((name) => manager.destroyVariable(name));
    manager.createVariable({ name: 'submission', type: 'String', value, valueInfo: { transient: true } });
  }

  submitFailed(error) {
    if (this.camForm.submitPrevented || this.state !== 'ready') return;
    const answer = error && error.response ? error.response : null;
    const status = (error && error.status) || 0;
    const body = (answer && (answer.body || parseJson(answer.text))) || {};
    const problems = (Array.isArray(body.errors) ? body.errors : []).map((fault) => this.serverProblem(fault || {}));
    this.complain(this.failureTitle(status, body), problems, status === 409 ? [this.reloadButton()] : []);
    this.changedAgain();
    const first = problems.find(({ focus }) => focus);
    if (first) first.focus();
    else this.summary.focus();
    this.silenceTasklist(error);
  }

  failureTitle(status, body) {
    const told = body.message || body.detail;
    if (told && (status === 409 || status === 422)) return `未提交：${told}`;
    if (!status) return '未提交：网络连接失败，填写的内容仍在本页，请稍后重试';
    const more = told && status < 500 ? `：${told}` : '';
    return `未提交：系统未能处理（${status}）${more}，填写的内容仍在本页`;
  }

  serverProblem({ field: path, message }) {
    const text = message || '内容有误';
    const match = /^([^[.]+)(?:\[(\d+)\](?:\.(.+))?)?/.exec(path || '');
    const field = match && this.field(match[1]);
    if (!field) return { label: '', message: text };
    return field.serverProblem(text, match[2] === undefined ? undefined : Number(match[2]), match[3]);
  }

  /** The aborted autosave has to be made up for. */
  changedAgain() {
    this.dirty = true;
    if (!this.timer) this.timer = setTimeout(() => this.autosave(), this.autosaveMs);
  }

  /** The red box tells it all; Tasklist shows no second message for a prevented submission. */
  silenceTasklist(error) {
    const engineGone = /task is null|No matching task|is suspended/;
    if (error && !engineGone.test(error.message)) error.message = 'camForm submission prevented';
  }

  reloadButton() {
    return h('button', { type: 'button', class: 'btn btn-default btn-sm', text: '重新加载', click: () => this.reload() });
  }

  async reload() {
    if (await this.saveDraft()) {
      window.location.reload();
      return;
    }
    const force = h('button', { type: 'button', class: 'btn btn-danger btn-sm', text: '仍要重新加载', click: () => window.location.reload() });
    this.complain('填写的内容未能暂存，重新加载后将丢失。', [], [force]);
    this.summary.focus();
  }
}

/** camForm.formElement is a jQuery object in Tasklist. */
function plainElement(element) {
  return element instanceof Element ? element : element[0];
}

/**
 * Starts a form; called once in the form's own cam-script.
 * @param {object} camForm the form object of Tasklist
 * @param {{autosaveMs?: number}} [options]
 */
function attach(camForm, options = {}) {
  try {
    new FormController(camForm, options).start();
  } catch (error) {
    console.error('jiugai: form not started', error);
    // without its controller the form must not complete the task with nothing in it
    camForm.on('submit', () => {
      camForm.submitPrevented = true;
    });
  }
}

function addStyles() {
  const href = new URL('jiugai-forms.css', import.meta.url).href;
  document.head.append(h('link', { rel: 'stylesheet', href }));
}

function defineElements() {
  for (const [name, type] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, type);
  }
}

try {
  defineElements();
  addStyles();
  window.jiugai = Object.assign(window.jiugai || {}, { attach });
} catch (error) {
  // a custom script that throws leaves all of Tasklist blank
  console.error('jiugai: forms not available', error);
}

const cards = { waiting: new Map(), timer: null };
const COLOUR_WORDS = { GREEN: '正常', YELLOW: '临期', RED: '已逾期' };
const COLOUR_CLASSES = { GREEN: 'label-success', YELLOW: 'label-warning', RED: 'label-danger' };

/** One request for all cards that Tasklist draws in the same moment. */
function cardOf(taskId, show) {
  cards.waiting.set(taskId, show);
  if (cards.timer) return;
  cards.timer = setTimeout(async () => {
    const batch = new Map(cards.waiting);
    cards.waiting.clear();
    cards.timer = null;
    try {
      const answer = await send('GET', `/task-cards?ids=${[...batch.keys()].map(encodeURIComponent).join(',')}`);
      answer.forEach((card) => batch.get(card.taskId)?.(card));
    } catch (error) {
      console.warn('jiugai: task cards not available', error);
    }
  }, 50);
}

/** Which case a task of the list belongs to and until when it is due, by the clock of the server. */
function renderCard(node, { taskId }) {
  cardOf(taskId, (card) => {
    const due = card.dueDate
      ? h('span', { class: `label ${COLOUR_CLASSES[card.dueColour] || 'label-default'}`, text: `期限 ${card.dueDate} ${COLOUR_WORDS[card.dueColour] || ''}` })
      : null;
    node.replaceChildren(h('div', { class: 'jg-card' }, h('span', { class: 'jg-card-case', text: `${card.caseName}　${card.caseNo}` }), due));
  });
}

export default [{ id: 'jiugai.task-card', pluginPoint: 'tasklist.card', priority: 1000, render: renderCard }];
