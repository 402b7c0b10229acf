package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What accounts are, and what is wrong with them, wherever they are kept. */
abstract class CredentialsStoreContract {

    static final String PARTNER = "partner-value";

    private static final Map<String, String> NORTH = Map.of("locations", "17, 18", "user_token", "north-value");
    private static final Map<String, String> SOUTH = Map.of("locations", "19", "login", "south@example.com", "password", "south-value");
    private static final Map<String, String> OTHERS = Map.of("user_token", "others-value", "login", "me", "password", "me-value");

    /** @param accounts the fields of each account by its name, which is empty for the account of all other locations */
    abstract CredentialsStore store(Map<String, Map<String, String>> accounts);

    /** Returns what is wrong with the accounts: the configuration's stop the start, a secret's are logged when it is read. */
    abstract String errors(Map<String, Map<String, String>> accounts);

    @Test
    void eachAccountHasItsLocationsAndCredentials() {
        Map<String, AccountCredentials> accounts = byName(store(Map.of("north", NORTH, "south", SOUTH, "", OTHERS)));

        assertEquals(Set.of("north", "south", ""), accounts.keySet());
        assertEquals(new AccountCredentials("north", Set.of(17L, 18L), PARTNER, Optional.of("north-value"), Optional.empty(),
                Optional.empty()), accounts.get("north"));
        assertEquals(new AccountCredentials("south", Set.of(19L), PARTNER, Optional.empty(), Optional.of("south@example.com"),
                Optional.of("south-value")), accounts.get("south"));
        assertEquals(new AccountCredentials("", Set.of(), PARTNER, Optional.of("others-value"), Optional.of("me"),
                Optional.of("me-value")), accounts.get(""));
    }

    @Test
    void theAccountOfAllOtherLocationsIsOptionalAndMayBeTheOnlyOne() {
        assertEquals(Set.of("north"), byName(store(Map.of("north", NORTH))).keySet());
        assertEquals(Set.of(""), byName(store(Map.of("", OTHERS))).keySet());
    }

    @Test
    void theListIsTheSameUntilAnAccountChanges() {
        CredentialsStore store = store(Map.of("north", NORTH, "south", SOUTH));
        List<AccountCredentials> first = store.accounts();

        assertSame(first, store.accounts());
        assertSame(first, store.accountsAfterRejection("north"));
        assertSame(first, store.accountsAfterRejection("south"));
        assertSame(first, store.accounts());
    }

    @Test
    void threeHundredAccountsAreRead() {
        Map<String, AccountCredentials> accounts = byName(store(LongStream.rangeClosed(1, 300).boxed().collect(Collectors.toMap(
                number -> "salon" + number, number -> Map.of("locations", number.toString(), "user_token", "token-" + number)))));

        assertEquals(300, accounts.size());
        accounts.values().forEach(account -> {
            assertEquals(Set.of(Long.valueOf(account.name().substring(5))), account.locations());
            assertEquals("token-" + account.name().substring(5), account.userToken().orElseThrow());
        });
    }

    /** One sentence each, with the place, and without a credential. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "locations=18,20;user_token=x-value|both contain the location 18",
            "locations=20|set ", "locations=20;login=x-value|must be set together", "locations=20;password=x-value|must be set together",
            "user_token=x-value|must be positive whole numbers separated by commas",
            "locations=0;user_token=x-value|must be positive whole numbers separated by commas",
            "locations=20;user_token=x value|contains characters that are not allowed in an HTTP header"})
    void aFaultOfAnAccountIsOneSentence(String fields, String sentence) {
        Map<String, String> faulty = List.of(fields.split(";")).stream().map(field -> field.split("="))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));

        String errors = errors(Map.of("north", NORTH, "west", faulty));

        assertTrue(errors.contains(sentence) && errors.toLowerCase(Locale.ROOT).contains("west"), errors);
        assertFalse(errors.contains(";"), errors);
        assertFalse(errors.contains("value"), errors);
    }

    @Test
    void nothingIsWrongWithIntactAccounts() {
        assertEquals("", errors(Map.of("north", NORTH, "south", SOUTH, "", OTHERS)));
    }

    private static Map<String, AccountCredentials> byName(CredentialsStore store) {
        return store.accounts().stream().collect(Collectors.toMap(AccountCredentials::name, Function.identity()));
    }
}
