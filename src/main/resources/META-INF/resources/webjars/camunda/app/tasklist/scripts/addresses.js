/* Addresses within Tasklist: what stands behind "#/?". */

const parameters = hash => (hash.split('?')[1] || '').split('&').filter(Boolean);

export const parameter = name => parameters(location.hash)
  .filter(one => one.startsWith(name + '='))
  .map(one => one.slice(name.length + 1))[0] || '';

/** Keeps Tasklist's own list and order: it would add them, and with them an entry in the browser's history. */
export function within(address) {
  const own = parameters(location.hash).filter(one => /^(filter|sorting|searchQuery)=/.test(one));
  return '#/?' + [...parameters(address), ...own].join('&');
}

/** Makes a link to an address within Tasklist lead there from wherever Tasklist is when it is followed. */
export function fromHere(link) {
  const address = link.getAttribute('href');
  if (address.startsWith('#')) {
    link.addEventListener('click', () => { link.href = within(address); });
  }
  return link;
}
