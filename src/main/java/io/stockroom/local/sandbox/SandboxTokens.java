package io.stockroom.local.sandbox;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The valid tokens: any partner token that starts with {@link #PARTNER}, since each program may have its own, and the configured user token
 * or one issued at login.
 */
public final class SandboxTokens {

    public static final String PARTNER = "sandbox-partner";
    public static final String USER = "sandbox-user";
    public static final String LOGIN = "sandbox@example.com";
    public static final String PASSWORD = "sandbox";

    private static final Pattern HEADER = Pattern.compile("Bearer ([^,\\s]+)(?:,\\s*User (\\S+))?");

    private final Set<String> valid = new HashSet<>(Set.of(USER));
    private String password = PASSWORD;
    private int issued;

    /** Invalidates all user tokens. A login issues a new one; only {@code reset} restores the configured one. */
    public synchronized void expire() {
        valid.clear();
    }

    /** Changes the password that a login must send, until the next reset. */
    public synchronized void requirePassword(String required) {
        password = required;
    }

    /** Makes the configured user token the only valid one, and restores the password. */
    synchronized void reset() {
        password = PASSWORD;
        valid.clear();
        valid.add(USER);
    }

    synchronized Optional<String> logIn(String login, String given) {
        if (!LOGIN.equals(login) || !password.equals(given)) {
            return Optional.empty();
        }
        String token = USER + "-" + ++issued;
        valid.add(token);
        return Optional.of(token);
    }

    boolean allowsPartner(String authorization) {
        Matcher header = HEADER.matcher(authorization);
        return header.matches() && header.group(1).startsWith(PARTNER);
    }

    synchronized boolean allowsUser(String authorization) {
        Matcher header = HEADER.matcher(authorization);
        return header.matches() && header.group(1).startsWith(PARTNER) && valid.contains(header.group(2));
    }
}
