package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.invocation.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The user token of one account, kept for the life of the process. V1 documents no lifetime for it, so it is renewed only when Altegio
 * rejects it: by the token that is configured now, or else by a login. Callers whose token is rejected at the same time wait for one
 * renewal and share it.
 */
class Session {

    private final String account;
    private final CredentialsStore store;
    private final SharedLogin sharedLogin;
    private final Clock clock;
    private String userToken;
    /** The configured token that the account began with, or that replaced it. */
    private String configuredToken;
    private String newestLogin;
    private String rejection;
    private Instant pausedUntil = Instant.MIN;

    Session(String account, CredentialsStore store, SharedLogin sharedLogin, Clock clock) {
        this.account = account;
        this.store = store;
        this.sharedLogin = sharedLogin;
        this.clock = clock;
    }

    /** Returns the token to send, after a login if there is none yet. */
    synchronized String userToken(Function<Login, Envelope> auth, Deadline deadline) {
        if (userToken == null) {
            AccountCredentials credentials = credentials(store.accounts());
            if (!adoptConfigured(credentials)) {
                userToken = logIn(credentials, auth, deadline);
            }
        }
        return userToken;
    }

    /**
     * Returns a token other than the rejected one, unless another caller has renewed it meanwhile.
     *
     * @throws CredentialsRejectedException if no other token and no login is configured, or if Altegio rejects the login
     */
    synchronized String renewed(String rejected, Function<Login, Envelope> auth, Deadline deadline) {
        if (userToken == null) {
            adoptConfigured(credentials(store.accounts()));
        }
        if (rejected.equals(userToken)) {
            AccountCredentials credentials = credentials(store.accountsAfterRejection(account));
            if (adoptConfigured(credentials)) {
                return userToken;
            }
            if (!credentials.canLogIn()) {
                throw new CredentialsRejectedException("Altegio rejected the configured tokens" + ofAccount());
            }
            userToken = logIn(credentials, auth, deadline);
        }
        return userToken(auth, deadline);
    }

    /** Returns whether the token is of the newest login of this process, so that another login would not help. */
    synchronized boolean isOfNewestLogin(String token) {
        return token.equals(newestLogin);
    }

    /** Records that Altegio rejected a new token. */
    synchronized CredentialsRejectedException rejectedAfterRenewal() {
        CredentialsRejectedException failure = paused(
                "Altegio rejected the configured credentials" + ofAccount() + " even after a new login");
        AccountCredentials credentials = credentials(store.accounts());
        if (credentials.canLogIn()) {
            sharedLogin.pauseAll(credentials, rejection);
        }
        return failure;
    }

    /** Takes the configured token, unless it was taken before. */
    private boolean adoptConfigured(AccountCredentials credentials) {
        String token = credentials.userToken().orElse(null);
        boolean isNew = token != null && !token.equals(configuredToken);
        if (isNew) {
            configuredToken = token;
            userToken = token;
        }
        return isNew;
    }

    private AccountCredentials credentials(List<AccountCredentials> accounts) {
        return accounts.stream().filter(each -> each.name().equals(account)).findFirst()
                .orElseThrow(() -> new CredentialsRejectedException("The account is no longer configured" + ofAccount()));
    }

    /** Returns a token of a login in this or another process, other than the one that was rejected. */
    private String logIn(AccountCredentials credentials, Function<Login, Envelope> auth, Deadline deadline) {
        if (clock.instant().isBefore(pausedUntil)) {
            throw new CredentialsRejectedException(rejection);
        }
        return sharedLogin.token(credentials, userToken, () -> {
            newestLogin = tokenOf(authenticate(credentials, auth));
            return newestLogin;
        }, deadline);
    }

    private String tokenOf(Envelope response) {
        return AltegioObject.of(response.data()).map(user -> user.takeText("user_token")).filter(token -> !token.isBlank())
                .orElseThrow(() -> paused("The configured login" + ofAccount()
                        + " requires two-factor authentication; configure a user token instead"));
    }

    private Envelope authenticate(AccountCredentials credentials, Function<Login, Envelope> auth) {
        try {
            return auth.apply(new Login(credentials.login().orElseThrow(), credentials.password().orElseThrow()));
        } catch (NotFoundException e) {
            throw new InvalidResponseException("no login endpoint at the configured URL").beforeSending();
        } catch (RejectedException | AccessDeniedException | CredentialsRejectedException e) {
            throw paused("Altegio rejected the configured login" + ofAccount());
        }
    }

    private CredentialsRejectedException paused(String reason) {
        rejection = reason;
        pausedUntil = clock.instant().plus(SharedLogin.PAUSE);
        return new CredentialsRejectedException(reason);
    }

    private String ofAccount() {
        return account.equals(AccountCredentials.OTHERS) ? "" : " of the account " + account;
    }
}
