// The review desk: everything by keyboard, every answer kept as soon as its field is left.
// Nothing reacts while an input method is composing a letter (Telex and VNI use letters, digits and Enter).

const LOOK = new Set(['PENDING']);
const AGAIN = [1000, 2000, 5000, 10000];
const HEARTBEAT = 60_000;
const images = new Map(); // page id → object URL of an image that was fetched ahead
let now = null; // the document on the desk

const plain = (text) => text.normalize('NFC').trim();
const composing = (event) => event.isComposing || event.keyCode === 229;
const token = () => document.querySelector('meta[name="csrf"]').content;

function start() {
  const desk = document.querySelector('main.review-desk');
  if (!desk) return;
  now = new Review(desk);
}

class Refused extends Error {
  constructor(status, body) {
    super(body.text);
    this.status = status;
    this.code = body.code;
  }
}

async function post(path, values) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'X-CSRF-TOKEN': token(), Accept: 'application/json' },
    body: new URLSearchParams(values),
    redirect: 'manual',
  });
  if (response.ok) return response.status === 204 ? {} : response.json();
  const told = (response.headers.get('Content-Type') || '').includes('json') ? await response.json() : {};
  if (told.text && response.status !== 503) throw new Refused(response.status, told);
  throw new Error(`answer ${response.status}`);
}

const pause = (time) => new Promise((done) => { setTimeout(done, time); });

// One save after the other; what could not be saved stays in the page and is tried again.
class Saves {
  constructor(review) {
    this.review = review;
    this.waiting = new Map(); // field code → what is to be said of it
    this.running = null;
    this.stopped = false;
  }

  add(code, word, value) {
    this.waiting.set(code, { word, value });
    if (!this.stopped) this.running ??= this.run(); // once stopped there is nothing to wait for
  }

  get open() {
    return this.waiting.size > 0;
  }

  async run() {
    const { review } = this;
    let failures = 0;
    while (this.waiting.size > 0 && !this.stopped) {
      const [code, answer] = this.waiting.entries().next().value;
      review.say('saving');
      try {
        const saved = await post(`/review/${review.id}/fields/${encodeURIComponent(code)}`,
          { version: review.version, word: answer.word, value: answer.value });
        review.version = saved.version;
        if (this.waiting.get(code) === answer) {
          this.waiting.delete(code);
          review.saved(code, saved);
        }
        failures = 0;
        review.say('saved');
      } catch (failure) {
        if (failure instanceof Refused) {
          this.waiting.delete(code);
          if (failure.status === 409) this.stopped = true;
          review.refused(failure, code);
        } else {
          review.say('notSaved');
          await pause(AGAIN[Math.min(failures++, AGAIN.length - 1)]);
        }
      }
    }
    this.running = null;
  }

  // Until all is saved; false when something was refused.
  async all() {
    while (this.running) await this.running;
    return !this.stopped && !this.open;
  }
}

class Review {
  constructor(desk) {
    this.desk = desk;
    this.id = desk.dataset.document;
    this.version = Number(desk.dataset.version);
    this.saves = new Saves(this);
    this.lines = [...desk.querySelectorAll('.line')];
    this.pages = [...desk.querySelectorAll('.thumb')];
    this.kept = new Map(this.lines.map((line) => [line, line.querySelector('input').value]));
    this.whole = false;
    this.listen();
    this.open();
    this.count();
    this.beat = setInterval(() => this.alive(), HEARTBEAT);
    if (desk.dataset.waiting === 'true') this.wait();
    else (this.lines.find((line) => this.needs(line)) ?? this.lines[0])?.querySelector('input').focus();
    this.ahead();
  }

  end() {
    clearInterval(this.beat);
    this.ended = true;
    this.viewer?.destroy();
  }

  // --- page image

  open() {
    this.page = null;
    this.viewer = window.OpenSeadragon({
      element: document.getElementById('viewer'),
      showNavigationControl: false,
      showNavigator: false,
      tabIndex: -1,
      animationTime: 0.3,
      minZoomImageRatio: 0.8,
      maxZoomPixelRatio: 4,
      visibilityRatio: 0.5,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    });
    this.viewer.innerTracker.keyDownHandler = null;
    this.viewer.innerTracker.keyHandler = null;
    this.viewer.addHandler('open', () => this.look(true));
    this.show(this.pages[0]);
  }

  show(page) {
    if (!page || page === this.page) return;
    this.page = page;
    this.pages.forEach((one) => one.setAttribute('aria-current', String(one === page)));
    page.scrollIntoView({ block: 'nearest' });
    const { page: id } = page.dataset;
    this.viewer.open({ type: 'image', url: images.get(id) ?? `/pages/${id}/image` });
  }

  // The current field takes about two fifths of the width, with the lines around it.
  look(at_once = false) {
    const { viewport } = this.viewer;
    if (!viewport || !this.viewer.world.getItemCount()) return;
    this.viewer.clearOverlays();
    viewport.setRotation(Number(this.page.dataset.turn));
    const line = this.current;
    const here = line && line.dataset.page === this.page.dataset.page;
    if (!here) {
      viewport.goHome(at_once);
      return;
    }
    const width = Number(this.page.dataset.width);
    const [x, y, w, h] = ['x', 'y', 'w', 'h'].map((side) => Number(line.dataset[side]) / width);
    const region = document.createElement('div');
    region.className = 'region';
    this.viewer.addOverlay({ element: region, location: new window.OpenSeadragon.Rect(x, y, w, h) });
    if (this.whole) {
      viewport.goHome(at_once);
      return;
    }
    const wide = Math.min(1.1, Math.max(w, 0.08) / 0.4);
    viewport.fitBounds(new window.OpenSeadragon.Rect(x + w / 2 - wide / 2, y - h * 2, wide, h * 5), at_once);
  }

  // --- fields

  needs(line) {
    return LOOK.has(line.dataset.standing);
  }

  line(code) {
    return this.lines.find((line) => line.dataset.code === code);
  }

  listen() {
    this.desk.addEventListener('focusin', (event) => {
      const line = event.target.closest('.line');
      if (!line || line === this.current) return;
      this.current = line;
      this.whole = false;
      const page = line.dataset.page && this.pages.find((one) => one.dataset.page === line.dataset.page);
      if (page && page !== this.page) this.show(page);
      else this.look();
    });
    this.desk.addEventListener('focusout', (event) => {
      const line = event.target.closest('.line');
      if (line) this.left(line);
    });
    this.desk.querySelector('#answers').addEventListener('submit', (event) => {
      event.preventDefault();
      this.finish();
    });
    this.desk.querySelector('#type').addEventListener('change', (event) => this.type(event.target.value));
    this.desk.querySelector('#dossier').addEventListener('change', (event) => {
      const code = plain(event.target.value);
      this.change('dossier', { code });
    });
    this.desk.addEventListener('click', (event) => this.clicked(event));
    this.pages.forEach((page) => page.addEventListener('click', () => this.show(page)));
  }

  // A field that was left with another value than the one that is kept is kept now.
  left(line) {
    const input = line.querySelector('input');
    const value = plain(input.value);
    input.value = value;
    if (value === plain(this.kept.get(line))) return;
    if (value === '') {
      line.classList.add('unsaved');
      this.tell(this.desk.dataset.empty);
      return;
    }
    this.put(line, 'CORRECT', value);
  }

  put(line, word, value = '') {
    const input = line.querySelector('input');
    if (word === 'ILLEGIBLE' || word === 'ABSENT') input.value = '';
    this.kept.set(line, input.value);
    line.classList.add('unsaved');
    this.saves.add(line.dataset.code, word, value);
  }

  accept(line) {
    const input = line.querySelector('input');
    const value = plain(input.value);
    input.value = value;
    if (value === '') {
      const answered = !this.needs(line);
      if (!answered) {
        this.tell(this.desk.dataset.empty);
        return;
      }
    } else if (value === plain(line.dataset.found)) {
      this.put(line, 'ACCEPT');
    } else if (value !== plain(this.kept.get(line)) || this.needs(line)) {
      this.put(line, 'CORRECT', value);
    }
    this.onward(line);
  }

  // To the next field that needs a look, from the first again; when none is left, to "finish".
  onward(line) {
    const open = (one) => this.needs(one) && !this.saves.waiting.has(one.dataset.code);
    const at = this.lines.indexOf(line);
    const next = [...this.lines.slice(at + 1), ...this.lines.slice(0, at)].find(open);
    const target = next ? next.querySelector('input') : document.getElementById('finish');
    target.focus();
    target.select?.();
    next?.scrollIntoView({ block: 'nearest' });
  }

  saved(code, answer) {
    const line = this.line(code);
    line.classList.remove('unsaved');
    line.dataset.standing = answer.standing || (line.dataset.found ? 'PENDING' : 'NONE');
    if (answer.standingText) line.querySelector('.mark').textContent = answer.standingText;
    this.desk.querySelector('#refusal').hidden = true;
    this.count();
  }

  undo(line) {
    const input = line.querySelector('input');
    if (plain(input.value) !== plain(this.kept.get(line))) {
      input.value = this.kept.get(line);
      line.classList.remove('unsaved');
      return true;
    }
    if (['CONFIRMED', 'CORRECTED', 'ILLEGIBLE', 'ABSENT'].includes(line.dataset.standing)) {
      input.value = line.dataset.found;
      this.put(line, 'UNDO');
      return true;
    }
    return false;
  }

  exchange(line) {
    const input = line.querySelector('input');
    const { found } = line.dataset;
    if (input.value !== found) {
      this.other = { line, value: input.value };
      input.value = found;
    } else if (this.other?.line === line) {
      input.value = this.other.value;
    }
  }

  count() {
    const left = this.lines.filter((line) => this.needs(line)).length;
    this.desk.querySelector('#left').textContent =
      left ? this.desk.dataset.left.replace('{0}', left) : this.desk.dataset.allDone;
  }

  say(what) {
    const place = this.desk.querySelector('#saves');
    place.textContent = this.desk.dataset[what];
    place.classList.toggle('failed', what === 'notSaved');
  }

  tell(text) {
    const place = this.desk.querySelector('#refusal');
    place.querySelector('span').textContent = text;
    place.querySelector('a').hidden = true;
    place.hidden = false;
  }

  refused(failure, code) {
    this.tell(failure.message);
    if (failure.status === 409) this.desk.querySelector('#refusal a').hidden = false;
    const place = this.desk.querySelector('#saves');
    place.textContent = this.desk.dataset.refused;
    place.classList.add('failed');
    if (code) this.line(code).classList.add('unsaved');
  }

  // --- the document as a whole

  async settled() {
    if (document.activeElement?.closest('.line')) this.left(document.activeElement.closest('.line'));
    return this.saves.all();
  }

  async change(path, values = {}) {
    if (this.changing || !(await this.settled())) return;
    this.changing = true;
    let failures = 0;
    while (this.changing) {
      try {
        const { to } = await post(`/review/${this.id}/${path}`, { version: this.version, ...values });
        await go(to);
        return;
      } catch (failure) {
        if (failure instanceof Refused) {
          // The answer to an earlier try was lost on its way: what was asked for is done.
          if (failures > 0 && failure.code === 'REVIEW_OVER') return void go('/review');
          this.changing = false;
          this.refused(failure);
        } else {
          this.say('notSaved');
          await pause(AGAIN[Math.min(failures++, AGAIN.length - 1)]);
        }
      }
    }
  }

  finish() {
    return this.change('confirm');
  }

  type(code) {
    return code ? this.change('type', { type: code }) : undefined;
  }

  turn(quarters) {
    return this.change('turn', { page: this.page.dataset.page, quarters });
  }

  dialog(id) {
    const dialog = document.getElementById(id);
    this.back = document.activeElement;
    dialog.addEventListener('close', () => this.back?.focus(), { once: true });
    dialog.showModal();
  }

  clicked(event) {
    const button = event.target.closest('button');
    const { act, do: what } = button?.dataset ?? {};
    if (act === 'turn') this.turn(1);
    else if (act === 'whole') this.toggle();
    else if (act) this.dialog(act);
    if (!what) return;
    const picked = document.querySelector('input[name=reason]:checked')?.value.split(' ');
    if (what === 'end' && !picked) return;
    button.closest('dialog').close();
    if (what === 'leave') this.change('leave');
    if (what === 'end') this.change(picked[0], { reason: picked[1], note: document.getElementById('note').value });
    if (what === 'split') this.change('split', { page: this.page.dataset.page });
    if (what === 'join-previous') this.change('join', { next: false });
    if (what === 'join-next') this.change('join', { next: true });
  }

  toggle() {
    this.whole = !this.whole;
    this.look();
  }

  async alive() {
    try {
      await post(`/review/${this.id}/alive`, {});
    } catch (failure) {
      if (failure instanceof Refused && !this.ended) this.refused(failure);
    }
  }

  // A machine is reading the document anew: look until it is back.
  async wait() {
    while (!this.ended) {
      await pause(1000);
      try {
        const standing = await (await fetch(`/review/${this.id}/standing`)).json();
        if (!standing.waiting) {
          await go(`/review/${this.id}`);
          return;
        }
      } catch (failure) {
        console.debug(failure);
      }
    }
  }

  // The first image of the next document, so that it is there when this one is finished.
  async ahead() {
    const { nextPage } = this.desk.dataset;
    if (!nextPage || images.has(nextPage)) return;
    await pause(500);
    try {
      const response = await fetch(`/pages/${nextPage}/image`);
      if (response.ok) images.set(nextPage, URL.createObjectURL(await response.blob()));
    } catch (failure) {
      console.debug(failure);
    }
  }

  key(event) {
    const line = document.activeElement?.closest('.line');
    const word = { F4: 'ILLEGIBLE', F6: 'ABSENT' }[event.key];
    if (event.key === 'Enter' && event.ctrlKey) this.finish();
    else if (event.key === 'Enter' && line && event.target.tagName === 'INPUT') this.accept(line);
    else if (event.key === 'Escape') {
      if (!line || !this.undo(line)) this.dialog('leave');
    } else if (event.key === 'F1') this.dialog('keys');
    else if (event.key === 'F2' && line) this.exchange(line);
    else if (word && line) {
      this.put(line, word);
      this.onward(line);
    } else if (event.key === 'F7') this.dialog('end');
    else if (event.key === 'F8') this.turn(event.shiftKey ? -1 : 1);
    else if (event.key === 'F9') this.dialog('cut');
    else if (event.key === 'F10') this.toggle();
    else if (event.key === 'PageDown' || event.key === 'PageUp') {
      this.show(this.pages[this.pages.indexOf(this.page) + (event.key === 'PageDown' ? 1 : -1)]);
    } else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const type = document.querySelector(`#type option[data-number="${event.code.slice(5)}"]`);
      if (type) this.type(type.value);
    } else return;
    event.preventDefault();
  }
}

// Goes on to another document within the page, so that an image fetched ahead is shown at once.
async function go(to) {
  if (!to.startsWith('/review/')) {
    now?.end();
    location.assign(to);
    return;
  }
  const response = await fetch(to, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.querySelector('main');
  if (!response.ok || !main?.classList.contains('review-desk')) {
    location.assign(to);
    return;
  }
  now?.end();
  now = null;
  main.querySelectorAll('script').forEach((script) => script.remove());
  document.querySelector('main').replaceWith(main);
  document.querySelector('meta[name="csrf"]').content = page.querySelector('meta[name="csrf"]').content;
  if (location.pathname !== to) history.pushState(null, '', to);
  for (const [id, url] of images) {
    if (![...main.querySelectorAll('.thumb')].some((thumb) => thumb.dataset.page === id)) {
      URL.revokeObjectURL(url);
      images.delete(id);
    }
  }
  start();
}

document.addEventListener('keydown', (event) => {
  if (!now || composing(event) || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  now.key(event);
}, true);
window.addEventListener('popstate', () => location.reload());
window.addEventListener('beforeunload', (event) => {
  if (now?.saves.open && !now.ended) event.preventDefault();
});
start();
