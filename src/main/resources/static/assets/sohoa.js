// What the screens do beyond links and forms. Everything works without it, only less promptly.

const news = document.getElementById('news');

// Numbers that are no longer fresh must not look fresh.
const lost = (event) => { if (news && event.target.closest('#live, #standing')) news.textContent = news.dataset.lost; };
document.addEventListener('htmx:sendError', lost);
document.addEventListener('htmx:responseError', lost);
document.addEventListener('htmx:timeout', lost);
document.addEventListener('htmx:afterRequest', (event) => {
  if (news && event.detail.successful) news.textContent = '';
});

// Nobody looks at a hidden tab, and nobody's half-copied file name is replaced under the mouse.
document.addEventListener('htmx:beforeRequest', (event) => {
  const selection = document.getSelection();
  const selecting = selection && !selection.isCollapsed && event.target.contains(selection.anchorNode);
  if (document.hidden || selecting) event.preventDefault();
});

// Arrow keys turn the page; not while somebody types, composes a letter, or moves about an enlarged image.
const image = document.getElementById('image');
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest('input, select, textarea')) return;
  if (image && image.classList.contains('enlarged') && image.contains(event.target)) return;
  const way = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  const link = way && document.querySelector(`.turn a[rel=${way}]`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});

const zoom = document.getElementById('zoom');
if (zoom && image) {
  zoom.addEventListener('click', () => {
    const enlarged = image.classList.toggle('enlarged');
    zoom.setAttribute('aria-pressed', String(enlarged));
    if (enlarged) image.focus();
  });
}

// Every change carries the token that only our own pages know.
document.addEventListener('htmx:configRequest', (event) => {
  const token = document.querySelector('meta[name="csrf"]');
  if (token) {
    event.detail.headers['X-CSRF-TOKEN'] = token.content;
  }
});
