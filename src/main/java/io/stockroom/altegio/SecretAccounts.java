package io.stockroom.altegio;

import static java.util.stream.Collectors.joining;

import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads accounts from the JSON of secrets: {@code partner_token}, the fields of the account of all other locations, and {@code accounts},
 * an object with the fields of each account by its name.
 */
final class SecretAccounts {

    private static final String PARTNER_TOKEN = "partner_token";

    private SecretAccounts() {
    }

    /** @throws IllegalStateException if anything is wrong with them; the message contains no secrets */
    static List<AccountCredentials> of(List<String> secrets) {
        List<Map<?, ?>> objects = secrets.stream().map(SecretAccounts::object).toList();
        String partnerToken = objects.stream().map(each -> text(each.get(PARTNER_TOKEN))).filter(text -> !text.isEmpty()).findFirst()
                .orElseThrow(() -> new IllegalStateException(PARTNER_TOKEN + " is missing in the secret"));
        if (!AccountEntries.isToken(partnerToken)) {
            throw new IllegalStateException(PARTNER_TOKEN + " contains characters that are not allowed in an HTTP header");
        }
        AccountEntries entries = new AccountEntries(partnerToken);
        objects.forEach(secret -> add(secret, entries));
        List<String> errors = new ArrayList<>(entries.errors());
        if (entries.accounts().isEmpty()) {
            errors.add("the secret contains no account");
        }
        if (!errors.isEmpty()) {
            throw new IllegalStateException(String.join("; ", errors));
        }
        return entries.accounts();
    }

    private static void add(Map<?, ?> secret, AccountEntries entries) {
        Map<String, String> others = fields(secret);
        others.remove(AccountEntry.LOCATIONS);
        if (!others.isEmpty()) {
            entries.add(new AccountEntry(AccountCredentials.OTHERS, field -> field + " in the secret", others));
        }
        if (secret.get("accounts") instanceof Map<?, ?> accounts) {
            accounts.forEach((name, account) -> entries.add(new AccountEntry(name.toString(),
                    field -> field + " of the account " + name + " in the secret",
                    account instanceof Map<?, ?> object ? fields(object) : Map.of())));
        }
    }

    private static Map<String, String> fields(Map<?, ?> object) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : AccountEntry.FIELDS) {
            String text = text(object.get(field));
            if (!text.isEmpty()) {
                fields.put(field, text);
            }
        }
        return fields;
    }

    /** Returns a list with commas, and empty text for nothing. */
    private static String text(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).collect(joining(","))
                : value == null ? "" : value.toString();
    }

    private static Map<?, ?> object(String secret) {
        try {
            return JsonBody.read(secret);
        } catch (InvalidInputException e) {
            throw new IllegalStateException("The secret is not a JSON object");
        }
    }
}
