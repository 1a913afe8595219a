// Keying and deciding by keyboard. Everything works without it, only slower; nothing here knows a value of anybody else.

const desk = document.getElementById('keying');
const form = document.getElementById('case');
const csrf = document.querySelector('meta[name="csrf"]');
const news = document.getElementById('news');
const draft = document.getElementById('draft');
const BEAT = 60000;
const PAUSE = 700;
const RETRY = 3000;

// An input method is at work: its Enter and its digits are not ours.
const composing = (event) => event.isComposing || event.keyCode === 229;

const say = (text) => { if (news) news.textContent = text; };

const post = (path, values) => fetch(desk.dataset.base + path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-CSRF-TOKEN': csrf ? csrf.content : '' },
  body: new URLSearchParams(values),
});

// Saves go one after the other, each with the version that the one before returned; what failed to reach the service is
// tried again with the next, what was refused means that this screen is no longer the one that counts.
const kept = new Map();
let queue = Promise.resolve();
let refused = false;
let lost = false;

const versions = () => document.querySelectorAll('input[name="version"]');

const stateOf = (column) => {
  const kind = form.querySelector(`[data-kind="${column}"]`).value;
  const text = form.querySelector(`[data-column="${column}"]`).value;
  return { column, kind, text };
};

const save = (column) => {
  queue = queue.then(async () => {
    const now = stateOf(column);
    const mark = JSON.stringify(now);
    if (refused || kept.get(column) === mark) return;
    try {
      const answer = await post('/field', { ...now, version: versions()[0].value });
      lost = false;
      if (answer.ok) {
        kept.set(column, mark);
        const version = (await answer.text()).trim();
        versions().forEach((input) => { input.value = version; });
        if (draft) draft.textContent = desk.dataset.kept;
        say('');
      } else {
        refused = true;
        say(answer.status === 409 ? await answer.text() : desk.dataset.lost);
      }
    } catch (e) {
      lost = true;
      say(desk.dataset.lost);
      setTimeout(() => save(column), RETRY);
    }
  });
  return queue;
};

if (desk && form) {
  const columns = [...form.querySelectorAll('[data-column]')];
  columns.forEach((input) => kept.set(input.dataset.column, JSON.stringify(stateOf(input.dataset.column))));

  // Illegible and absent need no text; a text needs neither.
  const kindOf = (input) => form.querySelector(`[data-kind="${input.dataset.column}"]`);
  const dress = (input) => input.classList.toggle('said', kindOf(input).value !== 'VALUE');
  const tell = (input, kind) => {
    const now = kindOf(input);
    now.value = now.value === kind ? 'VALUE' : kind;
    if (now.value !== 'VALUE') input.value = '';
    dress(input);
  };
  columns.forEach((input) => {
    dress(input);
    input.addEventListener('input', () => {
      if (input.value !== '') kindOf(input).value = 'VALUE';
      dress(input);
    });
    input.addEventListener('change', () => save(input.dataset.column));
    input.addEventListener('blur', () => save(input.dataset.column));
    kindOf(input).addEventListener('change', () => {
      if (kindOf(input).value !== 'VALUE') input.value = '';
      dress(input);
      save(input.dataset.column);
    });
    let timer = 0;
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => save(input.dataset.column), PAUSE);
    });
  });

  // Choosing an own reading by typing it.
  form.querySelectorAll('[data-own]').forEach((input) => {
    const choose = () => {
      const own = form.querySelector(`input[name="choice.${input.dataset.own}"][value="OWN"]`);
      if (own) own.checked = true;
    };
    input.addEventListener('input', choose);
    input.addEventListener('change', choose);
  });

  // A form goes out once every save before it has come back: it carries the version that the last one returned.
  const ready = new WeakSet();
  const finish = (one) => {
    columns.forEach((input) => save(input.dataset.column));
    queue.then(() => {
      if (refused || lost) return;
      ready.add(one);
      one.requestSubmit();
    });
  };
  desk.querySelectorAll('form').forEach((one) => one.addEventListener('submit', (event) => {
    if (ready.has(one)) return;
    event.preventDefault();
    finish(one);
  }));

  document.addEventListener('keydown', (event) => {
    if (composing(event) || event.defaultPrevented) return;
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      finish(form);
      return;
    }
    const at = columns.indexOf(event.target);
    if (at < 0) return;
    if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      const next = columns[at + 1] || document.getElementById('done');
      next.focus();
    } else if (event.key === 'F4' || event.key === 'F6') {
      event.preventDefault();
      tell(event.target, event.key === 'F4' ? 'ILLEGIBLE' : 'ABSENT');
      save(event.target.dataset.column);
    }
  });

  const first = form.querySelector('.wrong [data-column]')
    || columns.find((input) => input.value === '' && kindOf(input).value === 'VALUE')
    || form.querySelector('input[type=radio]') || columns[0];
  if (first) first.focus({ preventScroll: false });

  setInterval(() => {
    post('/beat', {}).then(async (answer) => {
      if (answer.status === 409) {
        refused = true;
        say(await answer.text());
      }
    }).catch(() => say(desk.dataset.lost));
  }, BEAT);
}
