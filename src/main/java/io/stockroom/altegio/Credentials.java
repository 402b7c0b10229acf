package io.stockroom.altegio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The credentials of one account that are sent to Altegio, which can quote no others in its response. It remembers every token that it has sent, those of renewed sessions included, so that
 * {@link AltegioTransport} can mask them in whatever Altegio sends back.
 *
 * <p>In the text of a failure, everything that may be a credential is masked: see {@link CredentialMask}. In the data of a success
 * only whole tokens are: Altegio gets no password with the request that it responds to, and to mask a short password or a login
 * there would damage names, comments and phone numbers, and show callers what the password is.
 */
class Credentials {

    /** Enough for weeks of renewals; older tokens are invalid by then. */
    private static final int MAX_TOKENS = 20;

    private String partnerToken;
    private Set<String> others;
    private final Set<String> userTokens = new LinkedHashSet<>();
    /** Created on the first failure; null before, and after another token was sent. */
    private CredentialMask failureMask;
    private volatile List<String> longTokens;

    Credentials(AccountCredentials account) {
        update(account);
    }

    /** Adopts changed credentials; earlier user tokens are still recognized. */
    synchronized void update(AccountCredentials account) {
        partnerToken = account.partnerToken();
        others = new LinkedHashSet<>(Stream.of(account.login(), account.password()).flatMap(Optional::stream).toList());
        account.userToken().ifPresent(userTokens::add);
        update();
    }

    /** Returns the header of a login. */
    synchronized String partner() {
        return "Bearer " + partnerToken;
    }

    /** Returns the header of all other requests. */
    String user(String userToken) {
        remember(userToken);
        return partner() + ", User " + userToken;
    }

    private synchronized void remember(String userToken) {
        if (userTokens.add(userToken)) {
            if (userTokens.size() > MAX_TOKENS) {
                userTokens.remove(userTokens.iterator().next());
            }
            update();
        }
    }

    private void update() {
        failureMask = null;
        longTokens = tokens().stream().filter(token -> token.length() >= CredentialMask.PART).toList();
    }

    private Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>(userTokens);
        tokens.add(partnerToken);
        return tokens;
    }

    /** Returns the text of a failure without credentials. */
    synchronized String maskedInFailure(String text) {
        if (failureMask == null) {
            failureMask = new CredentialMask(tokens(), others);
        }
        return failureMask.masked(text);
    }

    /** Returns a text of a success without tokens; it may be one of thousands, so only tokens as they are sent are recognized. */
    String maskedInData(String text) {
        String masked = text;
        for (String token : longTokens) {
            masked = masked.replace(token, CredentialMask.MASK);
        }
        return masked;
    }
}
