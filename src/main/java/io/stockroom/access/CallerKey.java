package io.stockroom.access;

import io.stockroom.invocation.Caller;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A caller with what it must know: its key and, if it logs in, its login and password.
 *
 * @param login    null if the caller can't log in; likewise the password
 */
record CallerKey(Caller caller, Secret key, Secret login, Secret password) {

    private static final Pattern PHONE = Pattern.compile("[+\\d\\s()-]*\\d[+\\d\\s()-]*");

    static CallerKey of(Caller caller, String key, String login, String password) {
        return login == null ? new CallerKey(caller, Secret.of(key), null, null)
                : new CallerKey(caller, Secret.of(key), Secret.of(canonical(login)), Secret.of(password));
    }

    boolean canLogIn() {
        return login != null;
    }

    /** Returns whether both are the caller's; compares both in any case, so that the duration reveals neither. */
    boolean accepts(String givenLogin, String givenPassword) {
        return canLogIn() && login.matches(Secret.of(canonical(givenLogin))) & password.matches(Secret.of(givenPassword));
    }

    /** Returns the tokens of this caller: they end when its key, login or password changes. */
    UserTokens tokens() {
        return new UserTokens(canLogIn() ? Secret.ofAll(key, login, password) : null);
    }

    /** Returns one form for the ways in which a phone number or an email address is written, as Altegio accepts them. */
    private static String canonical(String login) {
        return PHONE.matcher(login).matches() ? login.replaceAll("\\D", "") : login.strip().toLowerCase(Locale.ROOT);
    }
}
