// As public programs in JavaScript do it: several media types, camel case, Unix seconds, numbers that are the result of a calculation.
// Arguments: base URL, partner token, login, password, order number. Prints one JSON object.

const [base, partner, login, password, order] = process.argv.slice(2);
let authorization = `Bearer ${partner}`;

async function call(method, path, body) {
  const response = await fetch(`${base}/${path}`, {
    method,
    headers: {
      Accept: 'application/json;q=0.9, application/vnd.api.v2+json, text/plain, */*',
      'Content-Type': 'application/json',
      Authorization: authorization,
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const answer = await response.json();
  if (!answer.success) {
    console.error(method, path, response.status, JSON.stringify(answer));
    process.exit(1);
  }
  return answer.data;
}

const user = await call('POST', 'auth', { login, password });
authorization = `Bearer ${partner}, User ${user.user_token}`;
const [company] = await call('GET', 'companies?my=1');
const good = (await call('GET', `goods/${company.id}?term=SR-3001&page=1&count=1000`)).find(each => each.article === 'SR-3001');
const [master] = await call('GET', `company/${company.id}/staff`);
const sale = {
  typeId: 1, date: 1795636800, storageId: 101, masterId: master.id, companyId: company.id, comment: order,
  goodsTransactions: [{
    goodId: good.good_id, amount: 0.1 + 0.2, costPerUnit: Number(good.cost), discount: 0, cost: (0.1 + 0.2) * Number(good.cost),
    operationUnitType: 1, clientId: null, goodSpecialNumber: '',
  }],
};
let booked;
let attempts = 0;
while (!booked) {
  attempts++;
  try {
    booked = await call('POST', `storage_operations/operation/${company.id}`, sale);
  } catch (lost) {
    if (attempts === 3) throw lost;
  }
}
const { document, transactions } = booked;
if (document.comment !== order || !Array.isArray(transactions[0].supplier) || transactions[0].client_id !== 0) {
  console.error(JSON.stringify(booked));
  process.exit(1);
}
const rows = (await call('GET', `storages/transactions/${company.id}?count=50000&start_date=2026-11-25&end_date=2026-11-27`))
  .filter(row => row.document_id === document.id && row.record_id === 0 && row.service.length === 0);
const lines = await call('GET', `storage_operations/documents/goods_transactions/${document.id}`);
console.log(JSON.stringify({
  document: document.id, attempts, rows: rows.length, lines: lines.length, good: good.title, master: master.name, login: user.login,
}));
