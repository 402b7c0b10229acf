package io.stockroom.altegio;

import io.stockroom.altegio.AltegioConfig.AccountSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the entries of all accounts, and reports what is wrong with them. */
public final class AccountEntries {

    private final String partnerToken;
    private final List<AccountEntry> entries = new ArrayList<>();

    /** @param partnerToken empty if it is missing */
    AccountEntries(String partnerToken) {
        this.partnerToken = partnerToken;
    }

    /** Returns the accounts in the configuration. The account of all other locations is one of them if anything about it is set. */
    static AccountEntries of(AltegioConfig config) {
        AccountEntries all = new AccountEntries(config.partnerToken().orElse(""));
        Map<String, String> others = fields(Optional.empty(), config.userToken(), config.login(), config.password());
        Map<String, AccountSettings> named = new TreeMap<>(config.accounts());
        if (!others.isEmpty() || named.isEmpty()) {
            all.add(new AccountEntry(AccountCredentials.OTHERS, field -> "ALTEGIO_" + field.toUpperCase(Locale.ROOT), others));
        }
        named.forEach((name, settings) -> {
            String prefix = "ALTEGIO_ACCOUNTS_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_";
            all.add(new AccountEntry(name, field -> prefix + field.toUpperCase(Locale.ROOT),
                    fields(settings.locations(), settings.userToken(), settings.login(), settings.password())));
        });
        return all;
    }

    /** Returns what is wrong with the configured accounts, none included; the messages contain no secrets. */
    public static List<String> errors(AltegioConfig config) {
        return of(config).errors();
    }

    /** Returns whether a header may contain the text. A trailing line break, for example, would make the HTTP client quote it. */
    public static boolean isToken(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ',');
    }

    void add(AccountEntry entry) {
        entries.add(entry);
    }

    List<String> errors() {
        List<String> errors = new ArrayList<>();
        Map<Long, AccountEntry> owners = new LinkedHashMap<>();
        Map<String, AccountEntry> names = new LinkedHashMap<>();
        for (AccountEntry entry : entries) {
            errors.addAll(entry.errors());
            if (names.putIfAbsent(entry.name().toLowerCase(Locale.ROOT), entry) != null) {
                errors.add(entry.place().apply(AccountEntry.LOCATIONS) + " belongs to an account whose name is used twice");
            }
            for (Long location : entry.locations()) {
                AccountEntry other = owners.putIfAbsent(location, entry);
                if (other != null) {
                    errors.add(other.place().apply(AccountEntry.LOCATIONS) + " and " + entry.place().apply(AccountEntry.LOCATIONS)
                            + " both contain the location " + location);
                }
            }
        }
        return errors;
    }

    List<AccountCredentials> accounts() {
        return entries.stream().map(entry -> entry.credentials(partnerToken)).toList();
    }

    private static Map<String, String> fields(Optional<String> locations, Optional<String> userToken, Optional<String> login,
            Optional<String> password) {
        Map<String, String> fields = new LinkedHashMap<>();
        locations.ifPresent(text -> fields.put(AccountEntry.LOCATIONS, text));
        userToken.ifPresent(text -> fields.put(AccountEntry.USER_TOKEN, text));
        login.ifPresent(text -> fields.put(AccountEntry.LOGIN, text));
        password.ifPresent(text -> fields.put(AccountEntry.PASSWORD, text));
        return fields;
    }
}
