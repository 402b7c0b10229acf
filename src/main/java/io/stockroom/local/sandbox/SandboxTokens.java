package io.stockroom.local.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The users and their valid tokens: any partner token that starts with {@link #PARTNER}, since each program may have its own, and each
 * user's configured token and those issued at login.
 */
public final class SandboxTokens {

    public static final String PARTNER = "sandbox-partner";
    public static final String USER = "sandbox-user";
    public static final String LOGIN = "sandbox@example.com";
    public static final String PASSWORD = "sandbox";

    /** May access all locations. */
    private static final SandboxUser OWNER = SandboxUser.of(LOGIN, PASSWORD, USER);

    private static final Pattern HEADER = Pattern.compile("Bearer ([^,\\s]+)(?:,\\s*User (\\S+))?");

    private final Map<String, SandboxUser> users = new LinkedHashMap<>();
    /** The login of the user that a valid token belongs to. */
    private final Map<String, String> valid = new LinkedHashMap<>();
    private final Map<String, Integer> logIns = new LinkedHashMap<>();
    private int issued;
    private boolean loginInvalidates;

    SandboxTokens() {
        add(OWNER);
    }

    /** Adds a user, or replaces the one with the same login; a reset removes it. */
    public synchronized void add(SandboxUser user) {
        valid.values().removeIf(user.login()::equals);
        users.put(user.login(), user);
        if (user.token() != null) {
            valid.put(user.token(), user.login());
        }
    }

    /** Invalidates all user tokens. A login issues a new one; only {@code reset} restores the configured ones. */
    public synchronized void expire() {
        valid.clear();
    }

    /** Invalidates one token, and returns whether it was valid. */
    public synchronized boolean expire(String token) {
        return valid.remove(token) != null;
    }

    /** Changes the password that the owner's login must send, until the next reset. */
    public synchronized void requirePassword(String required) {
        users.computeIfPresent(LOGIN, (login, owner) -> owner.withPassword(required));
    }

    /** Sets whether a login invalidates the user's earlier tokens: what the service does is not known. A reset restores false. */
    public synchronized void loginInvalidates(boolean changed) {
        loginInvalidates = changed;
    }

    public synchronized boolean loginInvalidates() {
        return loginInvalidates;
    }

    /** Returns how many logins each login name has attempted since the last reset, the rejected ones included. */
    public synchronized Map<String, Integer> logIns() {
        return Map.copyOf(logIns);
    }

    public synchronized List<SandboxUser> users() {
        return List.copyOf(users.values());
    }

    /** Returns the valid tokens of a user, oldest first. */
    public synchronized List<String> tokensOf(String login) {
        return valid.entrySet().stream().filter(token -> token.getValue().equals(login)).map(Map.Entry::getKey).toList();
    }

    /** Makes the owner the only user and its configured token the only valid one. */
    synchronized void reset() {
        users.clear();
        valid.clear();
        logIns.clear();
        loginInvalidates = false;
        add(OWNER);
    }

    synchronized Optional<String> logIn(String login, String given) {
        logIns.merge(login, 1, Integer::sum);
        SandboxUser user = users.get(login);
        if (user == null || !user.password().equals(given)) {
            return Optional.empty();
        }
        if (loginInvalidates) {
            valid.values().removeIf(login::equals);
        }
        String token = (user.token() == null ? USER : user.token()) + "-" + ++issued;
        valid.put(token, login);
        return Optional.of(token);
    }

    boolean allowsPartner(String authorization) {
        Matcher header = HEADER.matcher(authorization);
        return header.matches() && header.group(1).startsWith(PARTNER);
    }

    /** Returns the user whose valid token is in the header. */
    synchronized Optional<SandboxUser> user(String authorization) {
        Matcher header = HEADER.matcher(authorization);
        return header.matches() && header.group(1).startsWith(PARTNER) && header.group(2) != null
                ? Optional.ofNullable(valid.get(header.group(2))).map(users::get) : Optional.empty();
    }
}
