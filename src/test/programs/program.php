<?php
/* As public programs in PHP do it: the sibling's names, dates without an offset, empty arrays for nothing, a slash at the end.
   Arguments: base URL, partner token, login, password, order number. Prints one JSON object. */

[, $base, $partner, $login, $password, $order] = $argv;
$authorization = "Bearer $partner";

function call(string $method, string $path, array $parameters = [])
{
    global $base, $authorization;
    $curl = curl_init();
    $url = "$base/$path" . ($method === 'GET' && $parameters ? '?' . http_build_query($parameters) : '');
    curl_setopt_array($curl, [CURLOPT_URL => $url, CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 20, CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => ["Accept: application/vnd.api.v2+json", "Content-Type: application/json", "Authorization: $authorization"]]);
    if ($method === 'POST') {
        curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($parameters));
    }
    $body = curl_exec($curl);
    $error = curl_error($curl);
    if ($body === false) {
        throw new RuntimeException($error);
    }
    $answer = json_decode($body, true);
    if (!is_array($answer) || ($answer['success'] ?? null) !== true) {
        fwrite(STDERR, "$method $path: $body\n");
        exit(1);
    }
    return $answer['data'];
}

$user = call('POST', 'auth', ['login' => $login, 'password' => $password]);
$authorization = "Bearer $partner, User {$user['user_token']}";
$company = call('GET', 'companies', ['my' => 1])[0]['id'];
$good = null;
foreach (call('GET', "goods/$company", ['term' => 'SR-3001', 'partner_id' => 7, 'start_date' => '']) as $each) {
    $good = $each['article'] === 'SR-3001' ? $each : $good;
}
$master = call('GET', "company/$company/staff/")[0];
$sale = ['type_id' => 1, 'create_date' => '2026-11-25 22:00:00', 'storage_id' => '101', 'staff_id' => $master['id'], 'salon_id' => $company,
    'comment' => $order, 'paid' => false,
    'transactions' => [['product_id' => $good['good_id'], 'amount' => '2', 'cost_per_unit' => (string) $good['cost'], 'discount' => 0,
        'cost' => 2 * (float) $good['cost'], 'operation_unit_type' => 1, 'client_id' => '', 'supplier_id' => '', 'comment' => '']]];
for ($attempts = 1;; $attempts++) {
    try {
        $booked = call('POST', "storage_operations/operation/$company/", $sale);
        break;
    } catch (RuntimeException $lost) {
        if ($attempts === 3) {
            throw $lost;
        }
    }
}
$document = $booked['document'];
if ($document['comment'] !== $order || $booked['transactions'][0]['client'] !== [] || (float) $booked['transactions'][0]['amount'] !== -2.0) {
    fwrite(STDERR, json_encode($booked));
    exit(1);
}
$rows = array_filter(call('GET', "storages/transactions/$company", ['count' => 50000, 'start_date' => '2026-11-25', 'end_date' => '2026-11-25']),
    fn($row) => $row['document_id'] === $document['id'] && $row['record_id'] === 0 && $row['supplier'] === []);
$lines = call('GET', "storage_operations/documents/goods_transactions/{$document['id']}");
echo json_encode(['document' => $document['id'], 'attempts' => $attempts, 'rows' => count($rows), 'lines' => count($lines),
    'good' => $good['title'], 'master' => $master['name'], 'login' => $user['login']]), "\n";
